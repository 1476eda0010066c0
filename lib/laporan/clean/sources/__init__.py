"""The cleaner of each source, in the module of its name: ``clean_tiket``."""
