"""The heart: commits, strict CBOR, hash chain, clock, registers, mergeable texts.

May import ``domain``, cbor2 and pycrdt. Does no I/O: bytes in, values out.
"""
