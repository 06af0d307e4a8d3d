"""Where the prescriptions of IT are read: a file, and the registry of Windows.

Everything read here is untrusted: bounded in size, and judged by ``domain.policy``.
"""
