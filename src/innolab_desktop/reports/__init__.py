"""PDF reports: tagged for screen readers, with embedded fonts.

A report is a function that turns a ``Sheet`` into flowables (``mission_profile.py``); ``registry``
lists them, ``printer`` is the adapter, ``tagging`` knows PDF/UA. May import ``services`` and below,
and ReportLab.
"""
