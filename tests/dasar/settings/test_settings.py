"""Settings: what is refused, with the place, what stands there and what is allowed."""

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings, settings_basis


@pytest.fixture
def load(tmp_path):
    def write(text, name="pengaturan.toml"):
        raw = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(raw)
        return load_settings(tmp_path / "pengaturan.toml")

    return write


def test_single_settings_override_the_defaults(load, tmp_path):
    settings = load('[tiket]\npemda_tercetak = 8\n[alias_wilayah]\n"Kab. Contoh" = "Kab. Brebes"\n')
    assert settings["tiket"]["pemda_tercetak"] == 8
    assert settings["tiket"]["topik_tercetak"] == load_settings()["tiket"]["topik_tercetak"]
    assert settings["alias_wilayah"] == {"Kab. Contoh": "Kab. Brebes"}
    assert load_settings(tmp_path / "tidak" / "ada.toml") == load_settings()


MONTHS = ("2023-08", "2023-09", "2024-01")
DATED = """
[[jam_layanan]]
hari = ["Senin"]
[[jam_layanan]]
sejak = "2024-01"
selesai = "18.00"
[[jam_layanan]]
sejak = "2023-09"
selesai = "17.00"
mulai = "07.30"
[layanan.media]
sejak = "2023-09"
Telepon = ["134"]
[[kotak_surat]]
sejak = "2023-09"
nama = "Satu"
alamat = "satu@contoh.go.id"
isi = "surat"
pengelola = "agen"
"""


def test_a_table_holds_from_its_month_on(load, tmp_path):
    latest = load(DATED)
    file, usual = tmp_path / "pengaturan.toml", load_settings()
    held = [load_settings(file, bulan) for bulan in map(Bulan.parse, MONTHS)]
    hours = [each["jam_layanan"] for each in held]
    assert [(each["mulai"], each["selesai"]) for each in hours] == [
        ("08.00", "16.00"), ("07.30", "17.00"), ("07.30", "18.00"),
    ]  # fmt: skip
    assert all(each["hari"] == ["Senin"] for each in hours)
    assert held[0]["layanan"] == usual["layanan"]
    assert held[1]["layanan"]["media"]["Telepon"] == ["134"]
    assert [len(each["kotak_surat"]) for each in held] == [2, 1, 1]
    assert latest == held[2]


def test_what_begins_later_does_not_bear_on_a_month(load, tmp_path):
    file = tmp_path / "pengaturan.toml"
    load(DATED)
    assert settings_basis(file, Bulan.parse("2023-09")) != settings_basis(file, Bulan(2023, 8))
    early = settings_basis(file, Bulan.parse("2023-08"))
    load('# lain\n[jam_layanan]\nhari=["Senin"]\n')
    assert settings_basis(file, Bulan.parse("2024-01")) == early
    assert settings_basis(tmp_path / "tidak ada.toml", Bulan(2023, 8)) == b""


def test_the_channels_that_are_told_of_are_the_analysts(load):
    told = load('[keterangan_kanal]\nTelegram = "Bot."\n')["keterangan_kanal"]
    assert told["Telegram"] == "Bot."
    assert "WhatsApp" in told


def test_a_target_is_there_where_it_is_set(load):
    assert load("[sasaran]\nbalas_menit = 30\n")["sasaran"] == {"balas_menit": 30}
    assert load_settings()["sasaran"] == {}
    later = load('[sasaran]\nsejak = "2099-01"\nselesai_menit = 480\n')
    assert later["sasaran"] == {"selesai_menit": 480}


REFUSED = {
    "typo": "[tiket]\npemda_tercetka = 6\n",
    "table": "[tikett]\npemda_tercetak = 6\n",
    "negative": "[tiket]\npemda_tercetak = -6\n",
    "zero months": "[pemeriksaan]\nminimum_bulan_pembanding = 0\n",
    "percent": "[pemeriksaan]\nditolak_menghentikan_persen = 5000\n",
    "text for a number": '[tiket]\npemda_tercetak = "6"\n',
    "numbers in a list": "[tiket]\nkanal = [1, 2]\n",
    "dates in a list": "[jam_layanan]\nlibur_tambahan = [2023-07-03]\n",
    "empty list": "[tiket]\nkanal = []\n",
    "twice": '[tiket]\nkanal = ["WhatsApp", "whatsapp"]\n',
    "zone": '[media_sosial]\nzona_waktu_meta = "Asia/Jakrata"\n',
    "blank": '[layanan]\nalamat = " "\n',
    "alias": '[alias_wilayah]\n"Kab. Pematang" = 5\n',
    "media": '[layanan.media]\nTelepon = "150420"\n',
    "mailbox": '[[kotak_surat]]\nnama = "Email"\n',
    "one column for two": '[kolom_tiket]\nkanal = "Topik"\n',
    "a topic of both kinds": '[tiket]\ntopik_lain = ["DAU", "Lainnya"]\n',
    "from no month": '[jam_layanan]\nsejak = "September"\n',
    "from a number": "[tiket]\nsejak = 2023\n",
    "from a month, without a table": 'sejak = "2023-09"\n',
    "wrong later": '[[tiket]]\n[[tiket]]\nsejak = "2099-12"\npemda_tercetak = 0\n',
    "unknown later": '[tiket]\nsejak = "2099-12"\npemda_tercetka = 6\n',
    "the same month twice": "[[tiket]]\npemda_tercetak = 5\n[[tiket]]\npemda_tercetak = 7\n",
    "no TOML": "[tiket\npemda_tercetak = 6\n",
    "cut off": "[tiket]\nkanal = [",
    "a target of another name": "[sasaran]\nbalas = 30\n",
    "a target of nothing": "[sasaran]\nbalas_menit = 0\n",
    "a target in words": '[sasaran]\nselesai_menit = "8 jam"\n',
    "UTF-16": "[tiket]\n".encode("utf-16"),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_no_report_can_be_made_with_is_refused(load, text, snapshot):
    with pytest.raises(LaporanError) as caught:
        load(text)
    assert str(caught.value) == snapshot


@pytest.mark.parametrize("name", ["pengaturan.toml.txt", "Pengaturan.toml", "pengaturan (1).toml"])
def test_a_file_that_is_not_read_for_its_name_is_told(load, name):
    with pytest.raises(LaporanError, match="dibaca dari berkas bernama"):
        load("[tiket]\n", name)


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    (tmp_path / "pengaturan.toml").mkdir()
    with pytest.raises(LaporanError, match="Ganti namanya, atau pindahkan"):
        load_settings(tmp_path / "pengaturan.toml")
