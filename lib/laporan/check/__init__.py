"""Checks across sources and months."""

from laporan.check.whole_month import CheckedMonth, check_month, check_sources
