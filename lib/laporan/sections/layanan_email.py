"""The two mailboxes: what each is for, and who looks after it."""

from __future__ import annotations

from laporan.sections.report import Report
from laporan.show import Markdown, bullets, sentence


def sentence_layanan_email(lap: Report) -> Markdown:
    """Introduce the mailboxes, as the settings have them."""
    intro = sentence("Surat elektronik kepada DJPK mempunyai alamat yang berbeda menurut isinya:")
    items = bullets(
        sentence(
            "**{name}** ({address}) menampung {content}. Dikelola oleh {keeper}.",
            name=box["nama"],
            address=box["alamat"],
            content=box["isi"],
            keeper=box["pengelola"],
        )
        for box in lap.settings["kotak_surat"]
    )
    return Markdown(f"{intro.text}\n\n{items.text}")
