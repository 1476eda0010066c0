"""The one step in which the old site becomes the new one.

A publication changes many files: an issue's, and the pages, index and feed that name it. There is
no order of single replacements in which every state between is the old site or the new one, so the
whole site is made beside the old one, flushed, and the two folders trade names in **one** call of
the system: ``renameat2(RENAME_EXCHANGE)`` on Linux, ``renamex_np(RENAME_SWAP)`` on macOS. Before
that call the old site is there, after it the new one, and links play no part, so that the folder
can be copied to a USB stick as it is.

Where the system or the file system has no such call, two renames do it: the old site out, the new
one in. Whoever is killed between them leaves no site for the moment, and never a mixture; the next
publication begins by putting the old one back.

What lies beside a site ``_situs``, all of it gone after a publication but the lock:

``._situs.kunci``
    Held while publishing, so that two at once come one after the other.
``._situs.baru``
    The new site while it is made, and the old one while it is taken away.
``._situs.lama``
    The old site between the two renames.
``._situs.buang``
    Rubbish: a name from which nothing is ever put back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from laporan.publish.disk import remove_tree, sync_folder

_NO_SUCH_CALL = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


def beside(site: Path, kind: str) -> Path:
    """Give the path beside a site that serves a purpose: ``baru``, ``lama``, ``buang``, ``kunci``.

    It is on the same file system, and no part of the site.
    """
    return site.with_name(f".{site.name}.{kind}")


def recover(site: Path) -> None:
    """Put back what a killed publication left in the air, and take away its rubbish."""
    old = beside(site, "lama")
    if old.exists() and not site.exists():
        old.rename(site)
        sync_folder(site.parent)
    _clear(site)


def install(site: Path) -> None:
    """Let the finished new site take the old one's place, and take the old one away."""
    new, old = beside(site, "baru"), beside(site, "lama")
    if not site.exists():
        new.rename(site)
    elif not exchange(new, site):
        _rename_both(new, site, old)
    sync_folder(site.parent)
    with suppress(OSError):  # the new site stands; the next publication clears what is left
        _clear(site)


def _clear(site: Path) -> None:
    old, rubbish = beside(site, "lama"), beside(site, "buang")
    remove_tree(rubbish)
    if old.exists():
        old.rename(rubbish)  # out of the name from which it could be put back, before it is less
        remove_tree(rubbish)
    remove_tree(beside(site, "baru"))


def exchange(one: Path, other: Path) -> bool:
    """Let two folders trade names in one step.

    Returns
    -------
    bool
        False if this system or file system can't; then nothing has changed.

    Raises
    ------
    OSError
        If it can and may not.
    """
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            call = ctypes.CDLL(None, use_errno=True).renameat2
            failed = call(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _EXCHANGE)
        elif sys.platform == "darwin":
            call = ctypes.CDLL(None, use_errno=True).renamex_np
            failed = call(*paths, _EXCHANGE)
        else:
            return False
    except AttributeError:  # a C library from before the call
        return False
    code = ctypes.get_errno()
    if failed and code not in _NO_SUCH_CALL:
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _rename_both(new: Path, site: Path, old: Path) -> None:
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
