"""Word and PowerPoint: their reference files, and what pandoc leaves undone in what it made."""
