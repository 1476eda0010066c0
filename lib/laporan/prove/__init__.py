"""What a finished month says, held against its figures, and against the persons in its exports."""
