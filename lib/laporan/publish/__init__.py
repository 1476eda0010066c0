"""Published issues: a static site of plain files, and the check of an issue against its inputs.

An issue is a month's finished files, under a version that never changes once it is published.
"""
