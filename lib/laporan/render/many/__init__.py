"""Many months at once: what is done of each, in which order, by whom."""
