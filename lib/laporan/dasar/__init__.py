"""What every room knows: months, numbers in words, errors, findings, folders, settings, regions."""
