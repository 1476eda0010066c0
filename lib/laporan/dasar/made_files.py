"""The names of files that are made of a month beside the report itself."""

UKURAN, MUTU, JEJAK = "ukuran.csv", "mutu.html", "jejak.json"
# What was said and how much of it is proven, until ``jejak.json`` takes it in.
SAID = "terbukti.json"
# What the figures of analysts' cells are, until the page explains them.
OWN_FIGURES = "analis.json"
RESULTS = (UKURAN, MUTU, SAID, OWN_FIGURES)
