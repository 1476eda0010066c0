"""The first page: what happened and what it means, the key figures, and what to expect."""

from laporan.sections.muka.kartu import cards_muka
from laporan.sections.muka.outlook import sentence_perkiraan
from laporan.sections.muka.pernyataan import sentence_pernyataan
from laporan.sections.muka.usul import sentence_usul
