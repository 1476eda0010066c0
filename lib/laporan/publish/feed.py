"""The Atom feed (RFC 4287): an entry a version, the newest first."""

from __future__ import annotations

import uuid

from lxml import etree

from laporan.dasar import indonesian
from laporan.publish.issues import FEED, PAGE, Archive, Version
from laporan.publish.site_page import TITLE, inert

_NAMESPACE = "http://www.w3.org/2005/Atom"
_EMPTY = f'<feed xmlns="{_NAMESPACE}" xml:lang="id"/>'
_AUTHOR = "Direktorat Jenderal Perimbangan Keuangan"
# Addresses differ from copy to copy; what an entry is called must not.
_IDS = uuid.uuid5(uuid.NAMESPACE_DNS, "laporan-layanan-informasi.djpk.kemenkeu.go.id")


def feed(archive: Archive) -> bytes:
    """Write the feed; its links are relative, as the site may lie anywhere."""
    versions = sorted(archive.versions, key=lambda version: version.terbit, reverse=True)
    root = etree.fromstring(_EMPTY)
    _add(root, "title", TITLE)
    _add(root, "id", _IDS.urn)
    _add(root, "updated", versions[0].terbit.isoformat())
    _add(_add(root, "author"), "name", _AUTHOR)
    _add(root, "link", rel="self", href=FEED, type="application/atom+xml")
    _add(root, "link", rel="alternate", href=PAGE, type="text/html")
    for version in versions:
        _add_entry(root, version)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _add_entry(root: etree._Element, version: Version) -> None:
    title = f"Laporan {version.bulan.label}, versi {version.nomor}"
    summary = f"Laporan layanan informasi DJPK {version.bulan.label} terbit."
    if version.alasan is not None:
        title = f"RALAT: {title}" if version.jumlah_ralat else title
        corrected = indonesian.angka(version.jumlah_ralat)
        told = f"{corrected} angka diralat" if version.jumlah_ralat else "Angkanya sama"
        summary = f"{told}. Alasan: {inert(version.alasan)}"
    if version.contoh:
        summary += " Terbitan ini bertumpu pada data contoh."
    entry = _add(root, "entry")
    _add(entry, "title", title)
    _add(entry, "id", uuid.uuid5(_IDS, version.folder).urn)
    _add(entry, "published", version.terbit.isoformat())
    _add(entry, "updated", version.terbit.isoformat())
    _add(entry, "link", rel="alternate", href=f"{version.folder}/{PAGE}", type="text/html")
    _add(entry, "summary", summary)


def _add(
    parent: etree._Element, name: str, content: str | None = None, **attributes: str
) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    child.text = content
    return child
