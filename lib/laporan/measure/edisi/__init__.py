"""Figures of editions: of each region over its months, beside those of the whole country."""
