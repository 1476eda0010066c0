"""What editions say: numbers with their keys, regulations of the settings, to everyone."""

import re
from dataclasses import replace

import pytest
from bulan_contoh import JULI, JUNI

from laporan.dasar.arah import find_arah
from laporan.dasar.bilangan import find_bilangan
from laporan.dasar.bulan import NAMA_BULAN
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings
from laporan.measure.angka import figures_of
from laporan.sections import edisi as e
from laporan.sections.edisi.edition import MIME
from laporan.show.runs import run_text, runs
from laporan_sample import write_rules

RULES = {"DAU": ["Peraturan Contoh Nomor 1 tentang Contoh"]}


@pytest.fixture(scope="module")
def contoh(lap_kosong, contoh):
    """July's report with June beside it."""
    months = {
        month: replace(lap_kosong.bersih, bulan=month, tables=tables)
        for month, tables in contoh.items()
    }
    return replace(lap_kosong, bersih=months[JULI], bulan_lain={JUNI: months[JUNI]}, contoh=(JULI,))


@pytest.fixture(scope="module")
def provinsi(contoh, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(tmp_path_factory.mktemp("data")))
        figures = e.ukur(contoh, "provinsi")
    return figures, e.susun(contoh, figures)


@pytest.fixture(scope="module")
def pemda(contoh, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(tmp_path_factory.mktemp("data")))
        figures = e.ukur(contoh, "pemda")
    return figures, e.susun(contoh, figures)


def pieces(told):
    """Give all runs of something that is filled into a template."""
    match told:
        case {"teks": str(), "kunci": str()}:
            yield told
        case dict():
            for each in told.values():
                yield from pieces(each)
        case list() | tuple():
            for each in told:
                yield from pieces(each)


def said(edition):
    """Read an edition as a reader does; the parts by their headings."""
    parts = [
        part
        for sheet in edition["halaman"]
        for column in (sheet["muka"], sheet["kiri"], sheet["kanan"])
        for part in column
    ]
    return {part["judul"]: " ".join(lines(part["isi"])) for part in parts}


def lines(told):
    """Give the texts that are set apart from each other."""
    match told:
        case [{"teks": str(), "kunci": str()}, *_]:
            yield run_text(told)
        case dict():
            for each in told.values():
                yield from lines(each)
        case list():
            for each in told:
                yield from lines(each)


def edition_of(editions, name):
    return next(each for each in editions.record()["edisi"] if each["nama"] == name)


def test_each_province_and_each_region_has_an_edition(provinsi, pemda):
    assert len(provinsi[1].editions) == 38
    assert len(pemda[1].editions) == 552
    files = [each.berkas for each in pemda[1].editions]
    assert len(set(files)) == 552
    assert files == sorted(files)
    assert "15-prov-jambi" in files


@pytest.mark.parametrize("kind", ["provinsi", "pemda"])
def test_each_number_carries_its_key(kind, request):
    figures, editions = request.getfixturevalue(kind)
    known = {}
    for each in figures_of(figures.ukuran.tabel):
        for figure in (each, *each.tepi.values()):
            known[figure.token] = {figure.text(spec) for spec in ("", "1", "0")}
    count = 0
    for edition in editions.record()["edisi"]:
        for piece in pieces(edition):
            if piece["kunci"].startswith("pengaturan:"):
                continue
            if piece["kunci"]:
                count += 1
                assert piece["teks"] in known[piece["kunci"]]
            else:
                rest = piece["teks"].replace(edition["nama"], "")
                rest = re.sub(rf"({'|'.join(NAMA_BULAN)}) \d{{4}}", "", rest)
                assert not [*find_bilangan(rest), *find_arah(rest)], piece["teks"]
    assert count > 38 * 10


def test_who_never_asked_is_invited(pemda):
    figures, editions = pemda
    silent = [each for each in editions.editions if each.undangan]
    assert silent
    assert all(figures.known("edisi.tiket", each.nama).nilai == 0 for each in silent)
    told = said(edition_of(editions, silent[0].nama))
    assert "silakan hubungi kami" in told[""]
    assert "0811-150420-7" in told["Kanal dan jam layanan"]
    assert "08.00 sampai sebelum 16.00 WIB" in told["Kanal dan jam layanan"]
    assert not {"Yang ditanyakan", "Yang masih terbuka"} & set(told)
    assert "DAU" in told["Yang ditanyakan seluruh Indonesia"]


def test_what_all_ask_fills_the_column_of_who_asked_little(provinsi, pemda):
    beside = set()
    for figures, editions in (provinsi, pemda):
        for each in editions.record()["edisi"]:
            if each["undangan"]:
                continue
            few = len(figures.topics(each["nama"])) <= 6
            beside.add(few)
            first = each["halaman"][0]
            for name, there in (("kiri", few), ("kanan", not few)):
                heads = {part["judul"] for part in first[name]}
                assert ("Yang ditanyakan seluruh Indonesia" in heads) == there, each["nama"]
    assert beside == {True, False}


def test_what_is_beside_no_median_has_its_unit(pemda):
    figures, editions = pemda
    name = next(
        each.nama
        for each in editions.editions
        if not each.undangan and figures.angka("edisi.balas_median", each.nama) is None
    )
    told = said(edition_of(editions, name))
    country = figures.known("edisi.balas_median").text("1")
    assert f"belum cukup data; Indonesia {country} menit layanan" in told[""]
    closed = figures.known("edisi.selesai_median").text("1")
    assert f"seluruh Indonesia {closed} menit layanan." in told["Seberapa cepat dijawab"]


def test_what_is_too_little_is_said_so_and_not_shown(provinsi):
    figures, editions = provinsi
    told = said(edition_of(editions, "Prov. Sulawesi Barat"))
    assert figures.angka("edisi.balas_median", "Prov. Sulawesi Barat") is None
    assert "belum cukup untuk dihitung (perlu 20)" in told["Seberapa cepat dijawab"]
    assert "–" in told[""]
    many = said(edition_of(editions, "Prov. Jawa Timur"))
    assert "datang dengan median 13,4 menit layanan" in many["Seberapa cepat dijawab"]


def test_a_region_stands_beside_the_country_and_not_beside_others(provinsi):
    _, editions = provinsi
    for edition in editions.record()["edisi"]:
        others = {each.nama for each in editions.editions} - {edition["nama"]}
        text = run_text(pieces(edition["halaman"])).replace(edition["nama"], "")
        assert not [name for name in others if name in text]
        assert "peringkat" not in text.replace("tidak diperingkatkan", "")


def test_it_says_over_how_many_months_it_speaks(provinsi, pemda):
    both = said(edition_of(pemda[1], "Prov. Jambi"))["Cara membaca"]
    assert "berbicara tentang 2 dari 12 bulan terakhir (Juni 2023 dan Juli 2023)" in both
    one = said(edition_of(provinsi[1], "Prov. Jambi"))["Cara membaca"]
    assert "berbicara tentang Juli 2023" in one


def test_regulations_and_deadlines_are_those_of_the_settings(contoh, provinsi):
    figures, editions = provinsi
    without = said(edition_of(editions, "Prov. Jawa Timur"))
    assert "belum dicantumkan" in without["Peraturan di baliknya"]
    assert "Peraturan Contoh" not in without["Peraturan di baliknya"]
    assert "Surat Masuk" not in without["Peraturan di baliknya"]
    assert "belum dicantumkan" in without["Tenggat"]
    tenggat = {**contoh.settings["edisi"], "tenggat": ["Laporan Contoh: 14 Juli 2023"]}
    settings = {
        **contoh.settings, "peraturan": RULES, "edisi": tenggat, "sasaran": {"balas_menit": 30},
    }  # fmt: skip
    told = said(
        edition_of(e.susun(replace(contoh, settings=settings), figures), "Prov. Jawa Timur")
    )
    assert RULES["DAU"][0] in told["Peraturan di baliknya"]
    assert "DBH" in told["Peraturan di baliknya"].partition("Peraturan tentang")[2]
    assert told["Tenggat"].startswith("Laporan Contoh: 14 Juli 2023")
    assert "balasan pertama: dalam 30 menit" in told["Tenggat"]


def test_the_countrys_regulations_are_told_as_such(pemda):
    """Whose topics are all merged is not said to have asked about those of the country."""
    figures, editions = pemda
    own, others = set(), set()
    for edition in editions.record()["edisi"]:
        if not edition["undangan"]:
            told = said(edition)["Peraturan di baliknya"]
            as_such = "ditanyakan seluruh Indonesia" in told
            (own if figures.topics(edition["nama"]) else others).add(as_such)
    assert (own or {False}, others) == ({False}, {True})


def test_made_up_data_say_so(provinsi):
    made_up = {each.contoh for each in provinsi[1].editions}
    assert made_up == {"Data contoh (Juli 2023), bukan data sebenarnya"}


@pytest.mark.parametrize("missing", [False, True])
def test_made_up_rules_say_so(contoh, provinsi, tmp_path, missing):
    write_rules(tmp_path)
    settings = load_settings(tmp_path / "pengaturan.toml")
    if missing:
        settings = {**settings, "peraturan": {}, "edisi": {**settings["edisi"], "tenggat": []}}
    lap = replace(contoh, settings=settings, contoh=())
    made_up = {each.contoh for each in e.susun(lap, provinsi[0]).editions}
    assert made_up == {"" if missing else "Peraturan dan tenggat contoh, bukan yang sebenarnya"}


def test_the_notebook_hands_on_json_and_shows_a_table(provinsi, monkeypatch):
    editions = provinsi[1]
    monkeypatch.delenv("LAPORAN_MARKDOWN", raising=False)
    monkeypatch.delenv("QUARTO_EXECUTE_INFO", raising=False)
    assert "Prov. Jambi" in editions._repr_mimebundle_()["text/html"]
    monkeypatch.setenv("LAPORAN_MARKDOWN", "1")
    assert editions._repr_mimebundle_()[MIME]["label"] == "Edisi provinsi"


def test_a_bare_number_can_not_be_said():
    with pytest.raises(TypeError, match="can't stand in a sentence"):
        runs("{n} tiket", n=3)


def test_a_regulation_of_no_topic_is_refused(tmp_path):
    file = tmp_path / "pengaturan.toml"
    file.write_text('[peraturan]\n"Dana Dessa" = ["Peraturan Contoh"]\n', "utf-8")
    with pytest.raises(LaporanError, match="menyebut topik 'Dana Dessa', yang tidak ada"):
        load_settings(file)
