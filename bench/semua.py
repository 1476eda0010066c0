"""All ratios of speed in one run: ``python bench/semua.py [PUTARAN]``.

Quarto's are left out where it isn't installed.
"""

from __future__ import annotations

import sys

import banyak_bulan
import edisi
import periksa
import quarto
import render_dingin
import satu_sel
import tidak_berubah
from ukur import machine


def main(rounds: int = 3) -> None:
    """Measure one after the other, and print what each is measured on."""
    for each in (tidak_berubah, satu_sel, periksa, render_dingin, quarto, banyak_bulan, edisi):
        print(f"\n{(each.__doc__ or '').partition(':')[0]} [{machine()}]", flush=True)
        each.main(rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
