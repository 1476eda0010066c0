"""What an issue must pass before it is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.measure import read_ukuran, violated_identities
from laporan.prove.privacy import Finder, check_privacy, parts_of
from laporan.publish.again import WITHOUT_BYTES, Held
from laporan.publish.editions_again import HeldEditions
from laporan.publish.published_editions import command
from laporan.publish.verify import verify_issue
from laporan.render.checking import examine

_SHOWN = 10

# Finds what stands in the way of publishing, in Indonesian; raises what stops it from looking.
Gate = Callable[[Project, Bulan], Sequence[str]]


def require_fit(project: Project, bulan: Bulan) -> None:
    """Refuse a finished month that its inputs, the checks or the audit speak against.

    Raises
    ------
    LaporanError
        With what was found.
    """
    for what, gate in GATES.items():
        found = gate(project, bulan)
        if found:
            raise LaporanError(
                f"Laporan {bulan.label} tidak diterbitkan: {what}:\n{_list(found)}\n"
                f"Situs tidak berubah. Perbaikilah, jalankan laporan render {bulan}, lalu ulangi."
            )


def require_proven(held: Held, bulan: Bulan, *, without_bytes: bool) -> None:
    """Refuse a report that says what nothing proves, and files that exports do not give.

    Parameters
    ----------
    held
        The files, held against the month made again.
    without_bytes
        Whether somebody answers for files whose engine is not here.

    Raises
    ------
    LaporanError
        With what is not proven, the places at which files differ, or what is not here.
    """
    if held.said.unproven:
        raise LaporanError(
            f"Laporan {bulan.label} tidak diterbitkan: ada yang tidak terbukti:\n"
            f"{_list([*map(str, held.said.unproven)])}\nSitus tidak berubah. Betulkanlah, beri "
            f"kunci atau sumber, jalankan laporan render {bulan}, lalu ulangi."
        )
    if held.differences:
        found = [*map(str, held.differences), *held.unstable]
        raise LaporanError(
            f"Laporan {bulan.label} tidak diterbitkan: berkasnya lain dari yang dihasilkan ekspor "
            f"mentahnya:\n{_list(found)}\nSitus tidak berubah. Jalankan laporan render {bulan}, "
            "lalu ulangi."
        )
    if not held.by_bytes and not without_bytes:
        raise LaporanError(
            f"Laporan {bulan.label} tidak diterbitkan: {WITHOUT_BYTES}. Teks, tanda, dan gambarnya "
            "sama. Situs tidak berubah. Susunlah ulang dengan penyusun yang ada di sini "
            f"(laporan render {bulan}), atau terbitkan dengan --tanpa-bukti-bita: lamannya akan "
            "menyebutnya."
        )


def require_same_editions(held: Sequence[HeldEditions], bulan: Bulan) -> None:
    """Refuse editions that exports do not give.

    Raises
    ------
    LaporanError
        With the places at which files differ.
    """
    for each in held:
        if each.differences:
            raise LaporanError(
                f"Laporan {bulan.label} tidak diterbitkan: {each.report(bulan)}\nSitus tidak "
                f"berubah. Jalankan {command(each.jenis, bulan)}, atau hapus foldernya, lalu "
                "ulangi."
            )


def require_private_reason(alasan: str, finder: Finder) -> None:
    """Refuse a reason that tells of a person: everyone reads it.

    Raises
    ------
    LaporanError
        With the kinds of what was found, and nothing of it.
    """
    kinds = finder.kinds(alasan)
    if kinds:
        raise LaporanError(
            f"Alasan ralat memuat data pribadi: {'; '.join(kinds)}. Alasan dicetak di laman, "
            "indeks, dan umpan. Situs tidak berubah. Tulislah alasannya tanpa nama, alamat, dan "
            "nomor orang, lalu ulangi; yang bukan data pribadi disebut di pengaturan "
            "[data_pribadi] bukan_pribadi."
        )


def require_private_site(files: Mapping[str, bytes], finder: Finder) -> None:
    """Refuse what publishing itself would write, if it tells of a person.

    Parameters
    ----------
    files
        Content by path within the site.

    Raises
    ------
    LaporanError
        With where it was found.
    """
    found = [
        str(leak)
        for name, content in files.items()
        for leak in finder.find(name, parts_of(name, content))
    ]
    if found:
        raise LaporanError(
            f"Situs tidak berubah: yang akan ditulis ke dalamnya memuat data pribadi:\n"
            f"{_list(found)}\nPerbaikilah, atau sebutkan yang bukan data pribadi di pengaturan "
            "[data_pribadi] bukan_pribadi, lalu ulangi."
        )


def _list(found: Sequence[str]) -> str:
    shown = "\n".join(f"- {text}" for text in found[:_SHOWN])
    more = len(found) - _SHOWN
    return shown + (f"\n… dan {angka(more)} lagi" if more > 0 else "")


def _inputs(project: Project, bulan: Bulan) -> Sequence[str]:
    result = verify_issue(project.output(bulan), project)
    return [*result.wrong, *result.unchecked]


def _editions(project: Project, bulan: Bulan) -> Sequence[str]:
    found = []
    for jenis in JENIS.values():
        folder = project.editions(bulan, jenis.nama)
        if (folder / JEJAK).is_file():
            result = verify_issue(folder, project)
            found += [
                f"{jenis.label}: {text} ({command(jenis, bulan)} membuatnya lagi)"
                for text in (*result.wrong, *result.unchecked)
            ]
    return found


def _checks(project: Project, bulan: Bulan) -> Sequence[str]:
    strict = load_settings(project.settings_file, bulan)["penerbitan"]["tegas"]
    told = examine(project, bulan).temuan
    found = [each for each in told if each.menghentikan or (strict and each.menahan)]
    violations = violated_identities(read_ukuran(project.output(bulan) / UKURAN), bulan)
    return [*map(str, found), *(str(each) for each in violations if each.identity.ours)]


def _privacy(project: Project, bulan: Bulan) -> Sequence[str]:
    return [str(leak) for leak in check_privacy(project, bulan).leaks]


GATES: dict[str, Gate] = {
    "berkasnya tidak cocok dengan masukannya": _inputs,
    "edisinya usang": _editions,
    "pemeriksaan datanya gagal": _checks,
    "ada data pribadi di luar data/raw/": _privacy,
}
