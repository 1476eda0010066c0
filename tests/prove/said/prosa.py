"""What analysts of a ministry write: prose that claims nothing, claims, and claims in disguise."""

INNOCENT = """
Agen contact center mencatat setiap pertanyaan pemda di aplikasi Deskpro.
Pemda diminta menyampaikan dokumen persyaratan tepat waktu.
Kedua aplikasi tersebut masih dalam tahap pengembangan.
Pihak kedua wajib menandatangani berita acara.
Kantor tetap buka pada masa cuti bersama.
Layanan tetap berjalan seperti biasa selama pemeliharaan sistem.
Pegawai tidak tetap tidak termasuk dalam perhitungan.
Program peningkatan kapasitas aparatur pengelola keuangan daerah dilanjutkan.
Peningkatan kualitas layanan menjadi fokus subdirektorat.
Untuk meningkatkan kepuasan pengguna, jawaban baku disusun kembali.
Dalam rangka peningkatan pemahaman pemda, DJPK menyelenggarakan bimbingan teknis.
Pemda yang terkendala jaringan dapat menghubungi agen melalui telepon.
Salah satu pertanyaan yang sering diajukan menyangkut syarat salur.
Penyaluran dana desa mengikuti ketentuan dalam peraturan menteri keuangan.
Sebagian besar pertanyaan dijawab pada hari yang sama.
Direktorat Jenderal Perimbangan Keuangan bekerja sama dengan kantor wilayah.
Rapat koordinasi pertama membahas tata cara rekonsiliasi.
Pertemuan kedua dihadiri oleh perwakilan pemda.
Untuk pertama kalinya layanan dibuka lewat kanal baru.
Surat edaran itu mencabut ketentuan sebelumnya.
Data ini belum termasuk pertanyaan yang masuk lewat media sosial.
Tim teknis sedang memperbaiki gangguan pada aplikasi.
Rekomendasi ini perlu ditindaklanjuti oleh unit terkait.
Agen perlu diberi pelatihan lanjutan mengenai dana bagi hasil.
Penurunan stunting menjadi salah satu sasaran dana insentif fiskal.
Dana insentif diberikan kepada daerah berkinerja baik dalam pengendalian inflasi.
Program pengentasan kemiskinan ekstrem didukung oleh dana alokasi khusus.
Percepatan penyaluran dilakukan dengan menyederhanakan dokumen.
Pemda menyampaikan keberatan atas pemotongan dana alokasi umum.
Perluasan akses informasi dilakukan melalui laman resmi.
Batas akhir penyampaian laporan jatuh pada akhir bulan.
Pengguna dapat memilih lebih dari satu topik.
Satu tiket dapat memuat beberapa pertanyaan.
Kedua hal itu dijelaskan dalam lampiran.
Kami mengucapkan terima kasih atas kerja sama seluruh pihak.
Pertanyaan tersebut diteruskan ke unit teknis sesuai kewenangannya.
Kenaikan gaji aparatur sipil negara diatur dalam peraturan pemerintah.
Tunjangan hari raya dan gaji ketiga belas dibayarkan oleh pemda.
Tingkat kepuasan diukur dengan survei setelah layanan selesai.
Pembatasan jumlah tamu tetap diberlakukan demi kenyamanan bersama.
Narahubung setiap pemda dicantumkan dalam daftar terlampir.
Bimbingan teknis dilaksanakan secara daring dan luring.
Kementerian tetap membuka kanal pengaduan.
Ketetapan tersebut berlaku sejak diundangkan.
Peraturan turunan sedang diharmonisasikan.
Aplikasi dapat diakses kembali setelah perbaikan.
Agen menjelaskan perbedaan kedua jenis dana tersebut.
Jawaban disampaikan paling lambat pada hari kerja berikutnya.
Penguatan kelembagaan pengelola keuangan daerah terus didorong.
Masukan pengguna dicatat sebagai bahan evaluasi.
Pemda mengusulkan penambahan menu unduh.
Penambahan agen diusulkan untuk mengurangi antrean.
Pengguna diminta mengisi survei setelah layanan ditutup.
Kegiatan itu diikuti perwakilan dari berbagai daerah.
Rincian alokasi tercantum dalam lampiran peraturan presiden.
Pihak pertama dan pihak kedua sepakat memperpanjang kerja sama.
Langkah pertama ialah memeriksa kelengkapan dokumen.
Hari pertama dipakai untuk pemaparan.
Ketua tim memimpin rapat tindak lanjut.
Besaran dana ditentukan oleh formula.
Dana desa tahap kedua disalurkan setelah laporan diterima.
Mereka menanyakan tata cara pengembalian sisa dana.
Tidak ada gangguan layanan selama periode itu.
Pembangunan gedung layanan terpadu satu pintu dilanjutkan.
Semua pertanyaan terjawab.
Layanan konsultasi dibuka setiap hari kerja.
Pelayanan prima menjadi tujuan bersama.
Penyesuaian tarif pajak daerah diatur dengan peraturan daerah.
Pemda tidak perlu mengirim ulang berkas.
Laporan realisasi semester pertama telah diterima.
Penyaluran tahap II DAK Fisik mengikuti Pasal 12 ayat (3) PMK Nomor 67 Tahun 2023.
Surat S-12/PK/2023 dan Nota Dinas ND-45/PK.3/2023 dicabut.
Gambar 3 dan Tabel 2 menjelaskan tata caranya; lihat halaman 12.
Eselon III dan golongan IV mengikuti pelatihan kelas 2 pada pukul 09.30.
Pemda yang melampaui batas waktu diberi pengingat.
Kab. Puncak Jaya mengirim dokumen.
Mayor Jenderal itu membuka acara.
"""
CLAIMS = """
Jumlah tiket bulan ini naik dibandingkan bulan lalu.
Tiket turun tipis.
Permintaan konsultasi melonjak menjelang akhir tahun.
Terjadi peningkatan jumlah pertanyaan tentang DAU.
Ada penurunan jumlah pengunjung situs.
Keluhan berkurang drastis setelah aplikasi diperbaiki.
Jumlah tiket tetap dibandingkan bulan sebelumnya.
Jumlah pengunjung relatif stabil.
Kepuasan pengguna membaik menjadi 4,9.
WhatsApp menjadi kanal terbanyak digunakan.
Kanal yang paling banyak digunakan ialah WhatsApp.
Topik DAU menempati urutan pertama.
Ada 1.234 tiket yang belum dijawab.
Sebanyak 56% tiket dijawab dalam sehari.
Dua ratus keluhan masuk selama bulan ini.
Separuh tiket berasal dari Jawa.
Sepertiga pengguna memakai telepon.
Dua pertiga pertanyaan menyangkut DBH.
Jumlahnya dua kali lipat bulan lalu.
Tiket berlipat ganda.
Jumlah konsultasi anjlok.
Pengunjung situs merosot tajam.
Peningkatan layanan terlihat dari bertambahnya tiket.
Peningkatan kualitas layanan bulan ini mencapai sepuluh persen.
Kenaikan tertinggi terjadi pada Live Chat.
Tiket WhatsApp meningkat pesat.
Kunjungan tatap muka kembali meningkat.
Ratusan pemda mengajukan pertanyaan.
Ribuan tiket masuk setiap minggu.
Puluhan keluhan diterima.
Lima belas pemda hadir.
Tiga kanal tidak melayani.
Tidak kurang dari seribu pengguna dilayani.
Hanya tujuh tiket yang tersisa.
Kedua kanal itu naik.
Kanal telepon paling sedikit dipakai.
Email menempati peringkat kedua.
Telepon berada di posisi ketiga.
Jumlah tiket lebih banyak daripada bulan lalu.
Jumlah tiket lebih sedikit daripada tahun lalu.
Waktu tanggap semakin cepat.
Waktu tanggap makin lama.
Angka ini merupakan rekor.
Permintaan tumbuh 12 persen.
Pertumbuhan tiket melambat.
Tiket menyusut menjadi ratusan.
Angka kepuasan merangkak naik.
Untuk pertama kalinya tiket menembus dua ribu.
Tiket bertambah 300 dibanding Juni.
Selisihnya 392 tiket.
Jumlahnya tidak berubah.
Jumlahnya sama dengan bulan lalu.
Keluhan menurun setelah program peningkatan kapasitas.
Upaya peningkatan layanan menaikkan jumlah tiket.
Rata-rata harian 55 tiket.
Setengah dari tiket sudah selesai.
Tiket terendah terjadi pada hari Minggu.
Pemda terbesar pengaju pertanyaan ialah Brebes.
Permintaan memuncak pada tanggal lima belas.
Tren tiket terus menanjak.
Terjadi peningkatan kualitas layanan.
Peningkatan mutu layanan terlihat nyata.
Ada penambahan pengguna baru.
Pengguna baru terus bertambah.
Antrean berkurang setelah penambahan agen.
Tiket bulan ini melampaui bulan lalu dengan selisih tiga ratus.
Kanal Live Chat mengalami kenaikan.
Telepon mengalami penurunan.
Hanya satu pemda dapat dilayani.
Dua puluh satu tiket dapat dijawab.
Satu juta orang dapat dilayani.
Tiket paling ramai pada hari Senin.
Hari tersepi ialah Minggu.
Jumlahnya tetap.
Permintaan relatif konstan.
Waktu tunggu lebih lama.
Peringkat pertama ditempati DAU.
Topik terpopuler ialah DBH.
Seluruh tiket naik kelas menjadi prioritas.
Tercatat lonjakan pada akhir bulan.
Kenaikan gaji terjadi di tiga daerah.
Kurang dari separuh pengguna puas.
Delapan dari sepuluh pengguna puas.
Angka pengaduan kian rendah.
Terdapat perluasan jangkauan sebesar itu.
Kunjungan naik-turun sepanjang bulan.
Jumlah pertanyaan menipis.
Tiket teramai tercatat pada awal bulan.
Lebih dari satu juta orang berkunjung.
Kunjungan menjadi yang tertinggi tahun ini.
"""
# They lean on what proves elsewhere: counters, rules, times, names; or say much without a number.
LEANING = """
Jumlah tiket pada tahap 45 selesai.
Bagian 300 dari tiket berasal dari Papua.
Kelas 500 tiket.
Tahap 2 tiket masih terbuka.
Rata-ratanya jam 12.30 menit.
Nomor 552 daerah.
Surat 1.707 tiket masuk.
Surat 56 dibalas.
Peraturan 99% selesai.
Gambar 56 persen.
Gambar 56% pengguna.
Tabel 900 tiket.
Halaman 1234 kali dibuka.
Lampiran 3x lipat.
Pasal 5 keluhan diterima.
Sejak 2000 tiket masuk.
Awal 1950 pengguna terdaftar.
Pukul 99.99 tiket.
Triwulan 9 selesai.
Nyaris seluruh tiket selesai.
Hampir semua pengguna puas.
Mayoritas pemda bertanya lewat WhatsApp.
Sebagian kecil pengguna mengeluh.
Segelintir tiket terlambat.
Minoritas pengguna tidak puas.
WhatsApp mendominasi.
Pertanyaan didominasi DAU.
Tiket melebihi bulan lalu.
Tiket melampaui target.
Kepuasan di atas rata-rata.
Penyelesaian di bawah target.
Puncak kunjungan pada Senin.
Kunjungan beribu-ribu.
Sekian persen tiket selesai.
Kunjungan se-pertiga bulan lalu.
Tiket setara bulan lalu.
Tiket sebanyak bulan lalu.
Tren positif terlihat.
"""
