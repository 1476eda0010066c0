"""The one place where the sample touches the disk; it never overwrites a real export."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from laporan.dasar.errors import LaporanError

MARK = "CONTOH"
MARK_TEXT = (
    "Isi folder ini data contoh buatan `laporan sample`, bukan ekspor sungguhan.\n"
    "Berkas yang ditulis:\n"
)


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier sample.

    Raises
    ------
    LaporanError
        If a file is there that no earlier sample wrote.
    """
    if not folder.exists():
        return
    known = {*_written(folder), MARK}
    strange = sorted(path.name for path in folder.iterdir() if path.name not in known)
    if strange:
        raise LaporanError(
            f"{folder} sudah berisi berkas yang bukan data contoh: {', '.join(strange[:5])}"
            f"{', …' if len(strange) > 5 else ''}. Data contoh tidak ditulis di atasnya. "
            "Pakailah folder lain dengan --data, atau pindahkan berkas itu."
        )


def write_folder(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write the files of a month, in place of those of an earlier sample."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _written(folder):
            (folder / name).unlink(missing_ok=True)
        # The mark comes first: a half-written folder must not pass for real exports.
        mark = MARK_TEXT + "".join(f"- {name}\n" for name in sorted(files))
        return [
            write_file(folder / name, content)
            for name, content in [(MARK, mark.encode()), *sorted(files.items())]
        ]
    except OSError as error:
        raise LaporanError(
            f"Data contoh tidak dapat ditulis ke {folder}: {error.strerror}. "
            "Periksa izin folder itu, atau pakailah folder lain dengan --data."
        ) from error


def write_file(path: Path, content: bytes) -> Path:
    """Write one file and give its path."""
    path.write_bytes(content)
    return path


def _written(folder: Path) -> list[str]:
    """Give the names that an earlier sample wrote down in its mark."""
    mark = folder / MARK
    if not mark.is_file():
        return []
    lines = mark.read_text("utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith("- ") and "/" not in line]
