"""Everything Qt. Here Qt begins.

May import ``services`` and below. Knows no SQL and no cryptography.
"""
