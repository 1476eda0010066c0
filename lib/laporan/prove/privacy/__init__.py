"""Holds a month's finished files against the personal data of its raw exports."""

from laporan.prove.privacy.finished import parts_of
from laporan.prove.privacy.leaks import Finder
from laporan.prove.privacy.privacy_month import Privacy, check_privacy, finder_of
