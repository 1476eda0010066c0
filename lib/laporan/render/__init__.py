"""From the executed report to finished files, by Quarto or by the embedded engine."""
