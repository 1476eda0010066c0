"""What lies there against the same month made again: byte by byte, and told where it differs."""

from laporan.prove.same.compare_files import compare_file, compare_files
from laporan.prove.same.compare_said import compare_said
from laporan.prove.same.difference import Difference
