"""Measures to decide by: beside how many, how fast, how sure, how unusual, and why.

Each gives figures, and reasons for those that its base does not bear (`Tiada`).
"""
