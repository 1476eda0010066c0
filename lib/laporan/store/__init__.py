"""Cleaned months: how they are made, kept on the disk, and known to be out of date."""
