"""Synthetic exports in the formats of the real ones, to show and test the report with."""

from laporan_sample.lists import write_lists
from laporan_sample.rules import write_rules
from laporan_sample.write import DEFAULT_SEED, write_sample
