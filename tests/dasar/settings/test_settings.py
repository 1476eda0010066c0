"""Settings: what is refused, with the place, what stands there and what is allowed."""

import pytest

from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings


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
    "no TOML": "[tiket\npemda_tercetak = 6\n",
    "cut off": "[tiket]\nkanal = [",
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
