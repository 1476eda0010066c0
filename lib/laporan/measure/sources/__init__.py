"""The measures of each source, in the module of its name: ``series_tiket``, ``detail_tiket``."""
