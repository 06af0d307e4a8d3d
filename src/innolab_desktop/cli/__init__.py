"""The ``innolab`` command: every use case without a screen.

May import ``services`` and below; vaults are opened through ``gate``, which
``innolab_desktop.command`` fills. Never imports PySide6.
"""
