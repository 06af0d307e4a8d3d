"""The bundle file: container, codec, crypto, reader and writer.

May import ``services`` and below, cryptography and zstandard.
"""
