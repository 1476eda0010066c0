"""Plain statistics on numbers: what they are of is not known here.

SciPy is loaded where a quantile is asked for, and not before.
"""
