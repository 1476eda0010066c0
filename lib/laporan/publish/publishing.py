"""``laporan publish``: a month's finished files into the site, as a version that stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.prove.privacy import finder_of
from laporan.publish.again import Maker, hold, make_again
from laporan.publish.by_corrections import reason_of_corrections
from laporan.publish.changes import Change, find_changes, format_changes, label_of
from laporan.publish.disk import build_tree, remove_tree
from laporan.publish.editions_again import hold_editions
from laporan.publish.gate import (
    require_fit,
    require_private_reason,
    require_private_site,
    require_proven,
    require_same_editions,
)
from laporan.publish.issue import Issue, read_issue
from laporan.publish.issues import CHANGES, Archive, Version, read_archive
from laporan.publish.published_editions import edition_news, kinds_of, told_kinds
from laporan.publish.site import site_files
from laporan.publish.site_page import inert
from laporan.publish.sums import FILE as SUMS
from laporan.publish.sums import format_sums, sum_of
from laporan.publish.swap import beside, install, recover
from laporan.publish.verify import damaged_files, misfit_files
from laporan.render.output import month_locks

# A publication takes a second; a lock held for longer is a process that hangs.
LOCK_SECONDS = 600
_SHOWN = 5


@dataclass(frozen=True)
class Outcome:
    """What publishing did.

    Attributes
    ----------
    version
        The version that holds now.
    is_new
        False if the figures had been published before; then the site is as it was.
    changes
        What the new version corrects.
    """

    version: Version
    is_new: bool
    changes: Sequence[Change] = ()

    @property
    def standing(self) -> Outcome:
        """What publishing the same once more would come to."""
        return Outcome(self.version, is_new=False)

    def __str__(self) -> str:
        """Tell it in one line."""
        version = self.version
        name = f"Laporan {version.bulan.label} versi {version.nomor}"
        if not self.is_new:
            return f"{name} sudah terbit dengan angka yang sama; situs tidak berubah."
        kinds = kinds_of({file.name for file in version.files})
        beside = f" bersama {told_kinds(kinds)}" if kinds else ""
        if not self.changes:
            return f"{name} terbit{beside}."
        return f"{name} terbit{beside} dengan ralat {angka(len(self.changes))} angka."


def publish_month(
    project: Project,
    bulan: Bulan,
    site: Path,
    alasan: str | None,
    *,
    without_bytes: bool = False,
    make: Maker | None = None,
) -> Outcome:
    """Publish a month's finished files.

    Parameters
    ----------
    site
        The site's folder; it is made if there is none.
    alasan
        Why published figures are corrected; where corrections of the exports alone are new, their
        reasons if None.
    without_bytes
        Whether a month is published whose engine is not here; its page says so.
    make
        What makes the month again; :func:`make_again` if None.

    Raises
    ------
    LaporanError
        If the files are not fit, or not what the raw exports give, figures change without a
        reason, or the site can't be written. Then the site is as it was.
    """
    folder = project.output(bulan)
    with month_locks(project, bulan):
        issue = read_issue(folder, bulan)
    # What needs no look at the data is told at once; add_issue asks the site once more.
    with _site_lock(site):
        recover(site)
        _, before, changes = _compare(site, issue)
        published, alasan = _published(before, issue, changes, alasan)
    if published:
        return published
    finder = finder_of(project, bulan)
    require_private_reason(alasan or "", finder)
    require_fit(project, bulan)
    held = hold(issue.files, (make or make_again)(project, issue.trace, issue.files))
    require_proven(held, bulan, without_bytes=without_bytes)
    require_same_editions(hold_editions(project, bulan), bulan)
    with month_locks(project, bulan):
        if read_issue(folder, bulan) != issue:
            raise LaporanError(
                f"Berkas di {folder} berganti selagi diperiksa. Situs tidak berubah; ulangilah."
            )
    return add_issue(
        site,
        replace(issue, by_bytes=held.by_bytes),
        alasan,
        datetime.now(ZoneInfo("Asia/Jakarta")),
        lambda files: require_private_site(files, finder),
        str(load_settings(project.settings_file, bulan)["penerbitan"]["alamat_situs"]).strip(),
    )


def add_issue(
    site: Path,
    issue: Issue,
    alasan: str | None,
    waktu: datetime,
    inspect: Callable[[Mapping[str, bytes]], None] | None = None,
    alamat: str = "",
) -> Outcome:
    """Put an issue into a site: the old site stands until the new one is whole.

    Parameters
    ----------
    waktu
        When it is published.
    inspect
        Raises if what publishing writes beside the issue's own files must not leave; they have
        been looked at before.
    alamat
        The site's address, where that is known.

    Raises
    ------
    LaporanError
        As :func:`publish_month`.
    """
    with _site_lock(site):
        recover(site)
        archive, before, changes = _compare(site, issue)
        published, alasan = _published(before, issue, changes, alasan)
        if published:
            return published
        version, files = _next_version(issue, before, changes, alasan, waktu)
        pages = site_files(archive.with_version(version), version, alamat)
        if inspect:
            own = {f"{version.folder}/{name}" for name in issue.files}
            inspect({name: files[name] for name in files.keys() - own} | pages)
        new = beside(site, "baru")
        try:
            build_tree(new, site, {**files, **pages})
            install(site)
        finally:
            remove_tree(new)
        return Outcome(version, is_new=True, changes=changes)


def _compare(site: Path, issue: Issue) -> tuple[Archive, Version | None, Sequence[Change]]:
    """Give what a site holds, the version that an issue follows, and what it changes in that."""
    archive = read_archive(site)
    before = archive.latest(issue.bulan)
    _require_whole(site, archive, before)
    return archive, before, find_changes(before.figures, issue.figures) if before else ()


def _published(
    before: Version | None, issue: Issue, changes: Sequence[Change], alasan: str | None
) -> tuple[Outcome | None, str | None]:
    """Give what there is already, if an issue changes no figure of it; else why it does.

    Raises
    ------
    LaporanError
        If it changes some and nobody says why.
    """
    if before is None:
        return None, alasan
    news = edition_news(before.files, issue.files)
    if not changes and not news:
        return Outcome(before, is_new=False), alasan
    alasan = alasan or (None if changes else news.reason) or reason_of_corrections(before, issue)
    if alasan is None:
        raise LaporanError(_demand(before, changes, news.changed))
    return None, alasan


def _next_version(
    issue: Issue, before: Version | None, changes: Sequence[Change], alasan: str | None,
    waktu: datetime,
) -> tuple[Version, dict[str, bytes]]:  # fmt: skip
    files = dict(issue.files)
    if changes:
        files[CHANGES] = format_changes(changes)
    version = Version(
        bulan=issue.bulan,
        nomor=before.nomor + 1 if before else 1,
        terbit=waktu.replace(microsecond=0),
        alasan=inert(alasan) if before else None,
        jumlah_ralat=len(changes),
        contoh=issue.trace.contoh,
        tanpa_bukti_bita=not issue.by_bytes,
        files=tuple(sum_of(name, content) for name, content in sorted(files.items())),
        listed=None,
        read=issue.files.__getitem__,
    )
    files[SUMS] = format_sums(version.files)
    return version, {f"{version.folder}/{name}": content for name, content in files.items()}


def _demand(before: Version, changes: Sequence[Change], kinds: Sequence[Jenis]) -> str:
    lines = [f"- angka {told_kinds(kinds)}"] if kinds else []
    for change in changes[:_SHOWN]:
        old, new = change.texts()
        figure = change.figure
        lines.append(f"- {inert(label_of(figure))}, {figure.bulan}: {old} menjadi {new}")
    more = len(changes) - _SHOWN
    lines += [f"… dan {angka(more)} lagi"] if more > 0 else []
    count = f"{angka(len(changes))} angkanya" if changes else "sebagian edisinya"
    return (
        f"Laporan {before.bulan.label} versi {before.nomor} sudah terbit, dan {count} kini lain:\n"
        + "\n".join(lines)
        + "\nSitus tidak berubah. Untuk menerbitkannya sebagai ralat, sebutkan sebabnya: "
        f'laporan publish {before.bulan} --alasan "…".'
    )


def _require_whole(site: Path, archive: Archive, before: Version | None) -> None:
    """Refuse to build upon a damaged site: the version to be replaced is read, the rest sized up.

    Reading all of it is what ``laporan verify`` does.
    """
    damaged = [*misfit_files(site, archive), *(damaged_files(site, [before]) if before else [])]
    if damaged:
        raise LaporanError(
            f"Situs {site} tidak lagi sebagaimana terbit: {'; '.join(damaged[:_SHOWN])}. "
            "Pulihkan dari salinannya sebelum menerbitkan yang baru."
        )


@contextmanager
def _site_lock(site: Path) -> Iterator[None]:
    lock = FileLock(beside(site, "kunci"), timeout=LOCK_SECONDS)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with lock:
            yield
    except Timeout as error:
        raise LaporanError(
            "Situs sedang ditulis oleh proses lain yang tidak kunjung selesai. "
            "Hentikan proses itu, lalu ulangi."
        ) from error
    except OSError as error:
        raise LaporanError(
            f"Situs {site} tidak dapat ditulisi: {error.strerror or error}. Situs tetap utuh. "
            "Periksa izin dan sisa ruangnya, lalu ulangi; atau pilih folder lain dengan --situs."
        ) from error
