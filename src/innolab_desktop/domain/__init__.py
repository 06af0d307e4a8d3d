"""Records, values, spaces and the rules of the method.

May import the standard library only. Holds no I/O, no clock and no randomness.
"""
