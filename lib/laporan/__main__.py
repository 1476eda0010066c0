"""``python -m laporan``."""

from laporan.cli import main

main()
