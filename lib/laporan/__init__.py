"""The monthly report of DJPK's information services."""

from importlib.metadata import version

__version__ = version("laporan")
