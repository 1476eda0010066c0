"""Places in which a number is a date, a time, a counter or the number of a rule, and no figure."""

from __future__ import annotations

import re

from laporan.dasar.bulan import NAMA_BULAN
from laporan.measure import INDIKATOR

_ORDINAL = "pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh"
_COUNTED = (
    "pertemuan|rapat|sesi|hari|minggu|pekan|bulan|semester|triwulan|tahap|gelombang|angkatan|edisi"
    "|seri|poin|butir|langkah|cara|alasan|bagian|kolom|baris|pilihan|contoh|hal|pihak"
)
_MONTH = "|".join((*NAMA_BULAN, *(name[:3] for name in NAMA_BULAN), "Agt"))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"{_YEAR}(?:[-/–]{_YEAR})?"
_ROMAN = r"[IVX]+"
_DATED = (
    rf"(?:{_DAY}(?: ?(?:-|–|s\.d\.|sampai) ?{_DAY})? )?(?:{_MONTH})(?: {_YEAR})?\b",
    rf"{_YEAR}-(?:0[1-9]|1[0-2])(?:-{_DAY})?\b",
    rf"{_DAY}/{_DAY}/{_YEAR}\b",
    rf"(?:tahun|TA|T\.A\.|anggaran) {_YEARS}\b",
)
_RULES = (
    "pasal|uu|pp|pmk|kmk|perpres|inpres|keppres|permendagri|kepmendagri|kepmen|permen|perdirjen"
    "|kepdirjen|peraturan|keputusan|undang-undang"
)
# The number of a letter holds more than digits: S-12/PK/2023.
_LETTER = r"(?=[\w./-]*(?:\d[/-]|[/-]\d))[\w.-]*\d[\w./-]*"
_COUNTERS = (
    rf"(?:sejak|periode|akhir|awal) {_YEARS}",
    r"(?:pukul|jam) (?:[01]?\d|2[0-3])[.:][0-5]\d",
    r"(?:semester|triwulan|kuartal) \(?(?:[1-4]|IV|I{1,3})",
    r"(?:Tabel|Gambar|halaman|hlm\.) ?\d{1,3}",
    r"(?:tahap|kelas|bab|gelombang|angkatan|golongan|eselon|lampiran|bagian|jilid|potret) "
    rf"\(?(?:{_ROMAN}|1?\d)",
    rf"(?:pasal|ayat|huruf|diktum) \(?(?:{_ROMAN}|\d{{1,3}})",
    rf"(?:nomor|no\.|surat|dinas|{_RULES}) (?:(?:nomor|no\.) )?{_LETTER}(?: tahun {_YEAR})?",
    rf"(?:nomor|no\.|(?:{_RULES})(?: (?:nomor|no\.))?) \d{{1,4}}(?: tahun {_YEAR})?",
)
# Behind a counter's number it would be so many of them.
_COUNTABLE = (
    "daerah|kabupaten|kota|provinsi|pengguna|keluhan|pertanyaan|surat|panggilan|dokumen|berkas"
    "|peserta|responden|buah|jam|detik|rupiah|lipat|survei|ratus|ribu|juta|miliar|triliun|poin"
    "|pengikut|pegawai|agen"
)
_MEASURED = {each.satuan.split()[0] for each in INDIKATOR.values() if each.satuan}
_UNITS = "|".join((_COUNTABLE, *sorted(_MEASURED - {"nomor", "arah", "skala"})))
_OF_NOTHING = rf"(?![\w/])(?![.,]\d)(?! ?[%‰×]| ?x\b| (?:{_UNITS})\b)"
PLACES = re.compile(
    rf"\b(?:{'|'.join(_DATED)})"
    rf"|\b(?:{'|'.join(_COUNTERS)}){_OF_NOTHING}"
    # Ordinals that number meetings, weeks or arguments; of one that ranks, "urutan pertama" tells.
    rf"|\b(?:{_COUNTED}) (?:yang )?(?:{_ORDINAL})\b|(?:^|(?<=[.;:] ))(?:{_ORDINAL}),"
    r"|\bkedua (?:belah )?(?:pihak|instansi|daerah|hal|dokumen)\b"
    r"|\bhttps?://\S+|\bwww\.\S+|\b[\w.+-]+@[\w.-]+\w",
    re.IGNORECASE,
)
# A name that is a figure by itself, such as a class of age: "1–3 hari", "lebih dari 31 hari".
SPAN = re.compile(
    rf"(?:(?:sampai|lebih dari|kurang dari|di atas|di bawah) )?\d+(?:[-–]\d+)? (?:{_UNITS})"
)
