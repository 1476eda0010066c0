"""What the report says, proven once in the executed document before any format is made."""
