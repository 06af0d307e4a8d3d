"""The part of ReportLab that the reports use (the package carries no types)."""

trustedSchemes: list[str]
trustedHosts: list[str]
