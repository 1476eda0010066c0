"""Every file of the site that is made from the archive: pages, index, feed, style."""

from __future__ import annotations

from laporan.publish.feed import feed
from laporan.publish.index_page import archive_page
from laporan.publish.issue_page import month_page, version_page
from laporan.publish.issues import FEED, INDEX, PAGE, Archive, format_index
from laporan.publish.key_figures import KEY_FIGURES
from laporan.publish.site_page import STYLE, TITLE, style


def site_files(archive: Archive) -> dict[str, bytes]:
    """Make them all anew, by path within the site; the issues' own files are not among them."""
    pages = {f"{bulan}/{PAGE}": month_page(archive, bulan) for bulan in archive.months}
    for version in archive.versions:
        pages[f"{version.folder}/{PAGE}"] = version_page(archive, version)
    return {
        **pages,
        PAGE: archive_page(archive),
        INDEX: format_index(archive, TITLE, [key.indikator for key in KEY_FIGURES]),
        FEED: feed(archive),
        STYLE: style(),
    }
