"""Where the project lies that is tested: that of these tests, whichever folder is worked in."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
