"""Forms as PDF files that people fill in elsewhere: written here, and read again with care.

``pypdf`` runs only in :mod:`.extraction`, a process of its own with limits.
"""
