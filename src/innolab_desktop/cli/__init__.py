"""The ``innolab`` command: every use case without a screen.

May import ``services`` and below. Never imports PySide6.
"""
