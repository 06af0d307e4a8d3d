"""PDF reports: tagged, with embedded fonts.

May import ``services`` and below, and ReportLab.
"""
