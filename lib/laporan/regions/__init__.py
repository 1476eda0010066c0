"""Indonesia's regions: official names, codes, provinces and time zones (see ``SUMBER.md``)."""

from laporan.regions.resolve import describe_unresolved, resolve, suggest
from laporan.regions.table import Region, gazetteer

__all__ = ["Region", "describe_unresolved", "gazetteer", "resolve", "suggest"]
