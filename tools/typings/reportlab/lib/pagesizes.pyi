"""The part of ReportLab that the reports use (the package carries no types)."""

A4: tuple[float, float]
