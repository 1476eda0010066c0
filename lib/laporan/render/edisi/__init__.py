"""Editions, from their executed notebook to a folder of pages and papers."""
