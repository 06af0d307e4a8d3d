"""Tagged PDF (PDF/UA-1) on ReportLab: what screen readers need, without post-processing.

A flowable of this package opens a structure element around what it draws; page furniture and
decoration are marked as artifacts. Uses only hooks that ReportLab has. May import ReportLab only.
"""
