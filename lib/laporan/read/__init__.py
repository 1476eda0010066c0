"""Raw exports into tables of text, whatever their encoding, separator or form."""
