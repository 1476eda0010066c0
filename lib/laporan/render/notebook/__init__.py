"""Execution of notebooks: one kernel for several of them, and the cleaning of months."""
