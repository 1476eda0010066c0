"""How fast consultations are answered and closed, and what is still open."""

from __future__ import annotations

import pandas as pd

from laporan.measure import INDIKATOR
from laporan.measure.angka import TIDAK_TERCATAT
from laporan.measure.keputusan.tunggakan import UMUR
from laporan.sections._phrases import NOTHING, join, paragraphs
from laporan.sections._sure import Known, find, interval, not_measured, why_not
from laporan.sections._table import MISSING, make_table
from laporan.sections._words import DESKPRO, caption
from laporan.sections.report import Report
from laporan.show import Angka, Display, Markdown, enumerate_parts, sentence, setting

# Each wait, and how it ends.
BALAS, SELESAI = ("balas", "dibalas"), ("selesai", "selesai")
MENIT = "1"  # decimals of minutes
LUAR = ("jam_layanan", "Luar")
# Who is waited for, in a sentence.
MENUNGGU = {"Agen": "agen", "Pengguna": "pengguna"}
MEDIAN, P90, BELUM = "balas.median_menit", "balas.p90_menit", "balas.belum"


def sentence_balas(lap: Report) -> Markdown:
    """Say how long the first reply took: by service hours, by the calendar, by the target."""
    if lap.angka(BELUM) is None:
        return not_measured(lap, MEDIAN, "waktu balasan")
    return paragraphs([_waited(lap, *BALAS), join(_by_calendar(lap), _on_time(lap, *BALAS))])


def sentence_selesai(lap: Report) -> Markdown:
    """Say how long it took until consultations were closed."""
    if lap.angka("selesai.belum") is None:
        return not_measured(lap, "selesai.median_menit", "waktu penyelesaian")
    return join(_waited(lap, *SELESAI), _on_time(lap, *SELESAI))


def table_balas(lap: Report) -> Display:
    """Set the channels side by side; what their base does not bear says so."""
    counted = lap.ukuran.kategori("konsultasi.jumlah", "kanal").drop(
        TIDAK_TERCATAT, errors="ignore"
    )
    names = [str(name) for name in counted.index if lap.angka(BELUM, "kanal", str(name))]
    if not names:
        return NOTHING
    columns = {key: [find(lap, key, "kanal", name) for name in names] for key in (MEDIAN, P90)}
    left = [lap.known(BELUM, "kanal", name) for name in names]
    return make_table(
        pd.DataFrame(
            {
                "kanal": names,
                "konsultasi": [each.n for each in left],
                **{key: [_cell(each) for each in column] for key, column in columns.items()},
                BELUM: [each.nilai for each in left],
            }
        ),
        name="balas",
        rowname="kanal",
        labels={
            "kanal": "Kanal", MEDIAN: "Median", P90: INDIKATOR[P90].nama,
            BELUM: INDIKATOR[BELUM].nama, "konsultasi": "Konsultasi",
        },
        integers=["konsultasi", BELUM],
        written=[MEDIAN, P90],
        figures={"konsultasi": [each.tepi["n"] for each in left], **columns, BELUM: left},
        caption=caption(
            Markdown("Balasan pertama menurut kanal."),
            sentence(
                "Menit jam layanan dari konsultasi dibuat sampai balasan pertama agen, {bulan}.",
                bulan=lap.bulan,
            ),
            DESKPRO,
        ),
    )  # fmt: skip


def sentence_tunggakan(lap: Report) -> Markdown:
    """Say what came, went, and is open, and for how long it has been."""
    now, come, gone = (lap.angka(f"tunggakan.{name}") for name in ("akhir", "masuk", "keluar"))
    if now is None or come is None or gone is None:
        return not_measured(lap, "tunggakan.akhir", "konsultasi yang terbuka")
    flow = sentence(
        "{masuk} konsultasi masuk dan {keluar} selesai pada {bulan}; **{akhir} terbuka** pada "
        "akhir bulan{tertua}.",
        masuk=come, keluar=gone, bulan=lap.bulan, akhir=now, tertua=_oldest(lap),
    )  # fmt: skip
    return join(_begun_with(lap), flow, _awaited(lap), _only_this_month(lap))


def table_tunggakan(lap: Report) -> Display:
    """List how long what is open has been."""
    ages = lap.ukuran.kategori("tunggakan.akhir", "umur")
    now = lap.angka("tunggakan.akhir")
    if ages.empty or now is None or now.nilai == 0:
        return NOTHING
    figures = [lap.known("tunggakan.akhir", "umur", name) for name in UMUR if name in ages.index]
    return make_table(
        pd.DataFrame(
            {"umur": [each.kategori for each in figures], "n": [each.nilai for each in figures]}
        ),
        name="tunggakan",
        rowname="umur",
        labels={"umur": "Umur", "n": "Konsultasi"},
        integers=["n"],
        totals={"n": sum(each.nilai for each in figures)},
        figures={"n": figures},
        total_figures={"n": now},
        caption=caption(
            sentence("{akhir} konsultasi terbuka pada akhir {bulan}.", akhir=now, bulan=lap.bulan),
            Markdown("Umurnya dalam hari kalender sejak dibuat."),
            DESKPRO,
        ),
    )


def _waited(lap: Report, kunci: str, ended: str) -> Markdown:
    left = lap.known(f"{kunci}.belum")
    times = enumerate_parts(_time(lap, f"{kunci}.{name}") for name in ("median_menit", "p90_menit"))
    counted = sentence(
        "{belum} dari {n} konsultasi belum {ended} pada akhir {bulan}.",
        belum=left, n=left.tepi["n"], ended=ended, bulan=lap.bulan,
    )  # fmt: skip
    return join(Markdown(f"{times.text[:1].upper()}{times.text[1:]}."), counted)


def _time(lap: Report, indikator: str) -> Markdown:
    known, figure = INDIKATOR[indikator], lap.angka(indikator)
    name = known.nama[:1].lower() + known.nama[1:]
    if figure is None:
        return sentence(
            "{nama} tidak dihitung karena {alasan}", nama=name, alasan=why_not(lap, indikator)
        )
    return sentence("{nama} **{menit:1} {satuan}**", nama=name, menit=figure, satuan=figure.satuan)


def _by_calendar(lap: Report) -> Markdown:
    """Say what those waited who wrote at night or on a holiday."""
    served, felt = lap.angka(MEDIAN, *LUAR), lap.angka("balas.median_menit_kalender", *LUAR)
    if served is None or felt is None:
        return sentence(
            "Waktu tunggu yang masuk di luar jam layanan tidak dihitung: {alasan}.",
            alasan=why_not(lap, MEDIAN, *LUAR),
        )
    return sentence(
        "Yang masuk di luar jam layanan menunggu dengan median {layanan:1} menit layanan; menurut "
        "kalender, dengan malam dan hari liburnya, **{kalender:0} menit**.",
        layanan=served, kalender=felt,
    )  # fmt: skip


def _on_time(lap: Report, kunci: str, ended: str) -> Markdown:
    share, target = lap.angka(f"{kunci}.dalam_sasaran"), f"{kunci}_menit"
    if share is None:
        reason = why_not(lap, f"{kunci}.dalam_sasaran")
        return sentence("Yang {ended} dalam sasaran {reason}.", ended=ended, reason=reason)
    return sentence(
        "**{bagian}**{selang} dari {n} konsultasi yang jatuh tempo {ended} dalam sasaran {menit} "
        "menit layanan.",
        bagian=share, selang=interval(share), n=share.tepi["n"], ended=ended,
        menit=setting(str(lap.settings["sasaran"][target]), f"sasaran.{target}"),
    )  # fmt: skip


def _cell(known: Known) -> str:
    if known is None:
        return MISSING
    return known.text(MENIT) if isinstance(known, Angka) else known.text()


def _oldest(lap: Report) -> Markdown:
    oldest = lap.angka("tunggakan.tertua")
    return sentence(", yang tertua berumur {hari:0} hari", hari=oldest) if oldest else NOTHING


def _begun_with(lap: Report) -> Markdown | None:
    before = lap.angka("tunggakan.awal")
    if before is None:
        return None
    return sentence("{awal} konsultasi terbuka pada awal {bulan}.", awal=before, bulan=lap.bulan)


def _awaited(lap: Report) -> Markdown | None:
    waited = [
        sentence("{n} menunggu {siapa}", n=figure, siapa=who)
        for name, who in MENUNGGU.items()
        if (figure := lap.angka("tunggakan.akhir", "menunggu", name)) and figure.nilai
    ]
    if not waited:
        return None
    return sentence("Di antaranya {siapa}.", siapa=enumerate_parts(waited))


def _only_this_month(lap: Report) -> Markdown | None:
    if "belum_selesai" in lap.tables:
        return None
    return Markdown(
        "Hanya konsultasi yang dibuat bulan ini yang terhitung: ekspor yang belum selesai tidak "
        "diserahkan, sehingga yang dibuat sebelumnya tidak terlihat."
    )
