"""Display objects: sentences, charts, tables and cards, and the look they share."""

from laporan.measure.angka import Angka
from laporan.show.captioned_table import Table
from laporan.show.cards import Card, cards
from laporan.show.chart import Chart
from laporan.show.display import Blocks, Display, Markdown, blocks, box
from laporan.show.keyed import Gerak, jumlah, puncak, selisih
from laporan.show.markup import escape, plain
from laporan.show.origin import (
    accounted,
    file_origin,
    quoted,
    row_origin,
    ruled,
    setting,
    setting_origin,
)
from laporan.show.pane import PAGE, PHONE, Pane, quiet
from laporan.show.sentence import bullets, enumerate_parts, sentence
from laporan.show.sparkline import Sparkline
