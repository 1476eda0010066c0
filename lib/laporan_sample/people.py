"""People who plainly do not exist."""

from __future__ import annotations

AGENTS = tuple(f"Agen Contoh {letter}" for letter in "ABCDEFG")


def user_name(number: int) -> str:
    """Give a user's name."""
    return f"Pengguna Contoh {number:04d}"


def user_email(number: int) -> str:
    """Give an e-mail address in a domain that is reserved for examples."""
    return f"contoh{number:04d}@example.com"


def user_phone(number: int) -> str:
    """Give a telephone number that no network hands out."""
    return f"620000{number:06d}"
