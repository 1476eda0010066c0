"""From tables of text to cleaned tables, with an account of every row."""
