"""Use cases and the ports (Protocols) that adapters fill.

May import ``formdefs``, ``journal`` and ``domain``. Knows no SQL, no Qt, no file format.
"""
