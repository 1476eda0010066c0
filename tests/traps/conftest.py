"""A month's folder that is filled with exports of the real shape, read and cleaned."""

import shutil
from pathlib import Path

import pytest

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings
from laporan.read.reader import read_source

FIXTURES = Path(__file__).parent / "fixtures"


class Folder:
    """A month's raw exports."""

    def __init__(self, path):
        self.path = path
        self.bulan = Bulan(2023, 7)

    @staticmethod
    def text(fixture):
        return (FIXTURES / fixture).read_bytes().decode()

    def put(self, **fixtures):
        """Copy fixtures: ``tiket_1="deskpro-1.csv"`` becomes ``tiket-1.csv``."""
        for name, fixture in fixtures.items():
            target = self.path / (name.replace("_", "-") + Path(fixture).suffix)
            shutil.copyfile(FIXTURES / fixture, target)
        return self

    def write(self, name, content):
        raw = content if isinstance(content, bytes) else content.encode()
        (self.path / name).write_bytes(raw)
        return self

    def read(self, source):
        return read_source(self.path, source)

    def warnings(self, source):
        return [text for table in self.read(source) for text in table.peringatan]

    def clean(self, source):
        return cleaner(source)(self.read(source), self.bulan, load_settings())

    def account(self, source):
        """Give each file's rows (in, taken, rejected, excluded), and the rules that left out."""
        cleaned = self.clean(source)
        rules = cleaned.dikecualikan[["berkas", "aturan", "jumlah"]]
        return (
            {name: counts for name, *counts in cleaned.berkas.itertuples(index=False)},
            list(rules.itertuples(index=False, name=None)),
        )

    def refusal(self, source):
        """Give the message with which the source is refused."""
        with pytest.raises(LaporanError) as caught:
            self.clean(source)
        return str(caught.value)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)
