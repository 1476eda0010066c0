"""Indonesia's regions: official names, codes, provinces and time zones (see ``SUMBER.md``)."""

from laporan.dasar.regions.official_regions import Region, gazetteer
from laporan.dasar.regions.resolve import describe_unresolved, resolve, suggest
