"""The files of the site that are made from the archive: pages, index, feed, style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from laporan.dasar.bulan import Bulan
from laporan.publish.feed import feed
from laporan.publish.index_page import archive_page
from laporan.publish.issue_page import month_page, version_page
from laporan.publish.issues import FEED, INDEX, PAGE, Archive, Version, format_index
from laporan.publish.site_page import STYLE, TITLE, style
from laporan.render.jejak import code_version


@cache
def code() -> str:
    """Give the digest of the code that is installed here."""
    return str(code_version()["sha256"])


def site_files(archive: Archive, version: Version, alamat: str = "") -> dict[str, bytes]:
    """Make those that a new version changes, by path within the site.

    That is its own page, the page of the one that it replaces, its month's, and what lists all
    issues; of a month's first version also the pages of the months beside, which lead to it. Where
    other code made the pages, or for another address of the site, all are made anew: they share one
    style and one address.
    """
    old = archive
    archive = replace(archive.written_by(code()), alamat=alamat)
    same = (old.kode, old.alamat) == (archive.kode, alamat)
    before = archive.before(version)
    changed = [version, before] if same else archive.versions
    beside = () if before else archive.beside(version.bulan)
    return {
        **_pages(archive, [each for each in changed if each], beside),
        PAGE: archive_page(archive),
        INDEX: format_index(archive, TITLE),
        FEED: feed(archive),
        STYLE: style(),
    }


def _pages(
    archive: Archive, versions: Iterable[Version], beside: Iterable[Bulan | None]
) -> dict[str, bytes]:
    pages = {f"{each.folder}/{PAGE}": version_page(archive, each) for each in versions}
    months = {each.bulan for each in versions} | {month for month in beside if month}
    return pages | {f"{bulan}/{PAGE}": month_page(archive, bulan) for bulan in months}
