"""What a page of the site has for a chat: a picture, a message, and what chats read of the page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.publish.issues import Version
from laporan.publish.site_page import TITLE, inert, section
from laporan.render.formats import FORMATS

PICTURE, MESSAGE = FORMATS["gambar"].file, FORMATS["whatsapp"].file
# As the picture's template has it.
_SIZE = {"og:image:width": "1200", "og:image:height": "675"}
# What chats show of a description.
_LONGEST = 200


def shared_section(version: Version, files: str) -> Iterator[HtmlElement]:
    """Show the picture and the message of a version that has them."""
    if not {PICTURE, MESSAGE} <= {file.name for file in version.files}:
        return
    alt = f"Halaman pertama laporan {version.bulan.label} sebagai gambar; pesan di bawah memuatnya."
    yield section(
        "Untuk dibagikan", "bagikan",
        E.p(E.img(CLASS("bagikan"), src=files + PICTURE, alt=alt)),
        E.pre(_message(version), CLASS("pesan"), tabindex="0"),
        E.p(
            E.a("Unduh gambarnya", href=files + PICTURE, download=_named(version, PICTURE)), " · ",
            E.a("Unduh pesannya", href=files + MESSAGE, download=_named(version, MESSAGE)),
        ),
    )  # fmt: skip


def open_graph(version: Version, site: str, page: str) -> Iterator[HtmlElement]:
    """Say of a page what chats show of it; nothing where nobody knows the site's address.

    Parameters
    ----------
    site
        The site's address, or nothing: chats don't follow relative ones.
    page
        The page's place within it.
    """
    if not site or PICTURE not in {file.name for file in version.files}:
        return
    root = f"{site.rstrip('/')}/"
    facts = {
        "og:type": "article",
        "og:locale": "id_ID",
        "og:title": f"{TITLE}, {version.bulan.label}",
        "og:description": inert(_message(version).replace("*", ""))[:_LONGEST],
        "og:url": f"{root}{page}",
        "og:image": f"{root}{version.folder}/{PICTURE}",
        **_SIZE,
        "og:image:alt": f"Halaman pertama laporan {version.bulan.label}",
    }
    yield from (E.meta({"property": name, "content": fact}) for name, fact in facts.items())
    yield E.meta(name="twitter:card", content="summary_large_image")


def _message(version: Version) -> str:
    return version.read(MESSAGE).decode("utf-8", "replace").strip()


def _named(version: Version, file: str) -> str:
    return file.replace(".", f"-{version.bulan}.")
