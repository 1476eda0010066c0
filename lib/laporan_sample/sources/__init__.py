"""The writer of each source's exports, in the module of its name: ``write_tiket``."""
