"""An audit's verdict and a publication, good as long as all that was looked at stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from laporan.cli.as_needed import tell_beginning, tell_unchanged
from laporan.cli.known_reports import engine_files
from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import UKURAN, made_files
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.store.freshness import needed_months
from laporan.store.unchanged import Done, Records


def audit_once(project: Project, month: Bulan, again: bool) -> Done:
    """Audit a month, if its inputs, or any file made of them, are others than at its last audit."""
    check_folder(project.raw(month))
    records = Records(project)
    basis = _basis(records, project, month)
    done = None if again else records.recall(f"{month}.audit", basis)
    if done:
        tell_unchanged("Audit", {month: done})
    else:
        tell_beginning(f"Audit {month.label}")
        from laporan.prove.privacy import check_privacy
        from laporan.publish.again import hold_month
        from laporan.publish.editions_again import hold_editions

        held, editions = hold_month(project, month), hold_editions(project, month)
        privacy = check_privacy(project, month)
        reports = [held.report(month), *(each.report(month) for each in editions)]
        told = "\n".join([*reports, privacy.report(month)])
        refused = (
            _UNPROVEN if held.said.unproven else "",
            _OTHER if held.differences else "",
            _OTHER_EDITIONS if any(each.differences for each in editions) else "",
            _PRIVATE if privacy.leaks else "",
        )
        done = Done([], told, "\n".join(filter(None, refused)))
        records.remember(f"{month}.audit", basis, done)
    return done


_UNPROVEN = (
    "Ada yang tidak terbukti. Betulkanlah selnya, beri kunci atau sumber, lalu buatlah ulang "
    "laporannya: laporan render."
)
_OTHER = (
    "Berkasnya lain dari yang dihasilkan ekspor mentahnya. Buatlah ulang laporannya: "
    "laporan render."
)
_OTHER_EDITIONS = (
    "Edisinya lain dari yang dihasilkan ekspor mentahnya. Buatlah ulang edisinya: laporan render "
    "dengan --edisi, atau hapus foldernya."
)
_PRIVATE = (
    "Ada data pribadi di luar data/raw/. Jangan bagikan berkas yang disebut di atas. Buatlah "
    "ulang: laporan render; kosongkan keluaran notebook. Nama orang yang diketik di suatu daftar, "
    "misalnya di Topik, hapuslah dari situ. Bila yang ditemukan bukan data pribadi, sebutkan di "
    "pengaturan [data_pribadi] bukan_pribadi."
)


def publish_once(
    project: Project,
    months: Sequence[Bulan],
    site: Path,
    alasan: str | None,
    *,
    without_bytes: bool,
    again: bool,
) -> Iterator[str]:
    """Publish the months that the site doesn't hold as they lie there.

    Yields
    ------
    str
        What came of each month.
    """
    records, bases = Records(project), dict[Bulan, str]()
    published: dict[Bulan, str] = {}
    for month in months:
        bases[month] = _basis(records, project, month, site)
        done = None if again else records.recall(f"{month}.publish", bases[month])
        if done:
            tell_unchanged("Terbitan", {month: done})
            yield done.text
            continue
        tell_beginning(f"Terbitan {month.label}")
        from laporan.publish.publishing import publish_month

        outcome = publish_month(project, month, site, alasan, without_bytes=without_bytes)
        published[month] = str(outcome.standing)
        yield str(outcome)
    # Each publication changes the site's pages: what they are is known after the last one.
    files = sorted(path for path in site.rglob("*") if path.is_file()) if published else []
    for month, text in published.items():
        records.remember(f"{month}.publish", bases[month], Done(files, text))


def _basis(records: Records, project: Project, month: Bulan, *choices: object) -> str:
    """Digest a month's inputs and all that was made of them, as it lies there now."""
    made = [path for _, path in made_files(project, month, needed_months(project, month))]
    besides = (*made, *engine_files("quarto"), project.printed_before(month, UKURAN))
    return records.basis(*choices, besides=besides)
