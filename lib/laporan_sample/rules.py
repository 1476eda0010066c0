"""Regulations behind topics, and deadlines, for editions: in the analysts' settings, made up."""

from __future__ import annotations

from pathlib import Path

from laporan.dasar.settings import load_settings
from laporan_sample.folder import write_file

FILE = "pengaturan.toml"
_HEAD = """\
# Contoh buatan `laporan sample`, bukan peraturan dan tenggat sebenarnya: gantilah dengan yang
# berlaku, atau hapus berkas ini. Edisi yang memakainya menyatakan bahwa itu contoh.
"""
# What an edition says of a topic without regulations is to be seen, too.
_WITHOUT = "SHSR"
# Topics that rest on two.
_TWO = ("DAU", "DAK Fisik", "Dana Desa")
_DEADLINES = (
    "Laporan Contoh realisasi triwulan: tanggal 14 bulan sesudah triwulannya berakhir",
    "Laporan Contoh syarat salur: tanggal 20 setiap bulan",
)


def write_rules(data: Path) -> tuple[list[Path], list[Path]]:
    """Write the settings of editions, but never over settings that analysts keep.

    Parameters
    ----------
    data
        The folder that the raw exports' folder lies in.

    Returns
    -------
    tuple of list of Path
        What was written, and what was left as it is.
    """
    path, content = data / FILE, _text().encode()
    # Also what is named alike: beside it, the settings would be refused.
    kept = [each for each in data.glob(f"{path.stem}*") if each != path or _differs(path, content)]
    return ([], sorted(kept)) if kept else ([write_file(path, content)], [])


def _differs(path: Path, content: bytes) -> bool:
    return path.is_symlink() or not path.is_file() or path.read_bytes() != content


def _text() -> str:
    topics = [topic for topic in load_settings()["tiket"]["topik_teknis"] if topic != _WITHOUT]
    deadlines = "".join(f'  "{text}",\n' for text in _DEADLINES)
    rules = "".join(f'"{topic}" = [{", ".join(_rules(topic))}]\n' for topic in topics)
    return f"{_HEAD}\n[edisi]\ntenggat = [\n{deadlines}]\n\n[peraturan]\n{rules}"


def _rules(topic: str) -> list[str]:
    """Name regulations as long as real ones are, of which each tells that it is none."""
    told = [f"Peraturan Contoh Nomor 1 tentang Pengelolaan {topic}"]
    if topic in _TWO:
        told.append(f"Peraturan Contoh Nomor 2 tentang Penyaluran dan Pelaporan {topic}")
    return [f'"{text}"' for text in told]
