"""Keeps the memory of this process off the disk and away from other programs of the account.

What a crashed program leaves behind is a copy of its memory: keys and texts in clear.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4
_SEM_FAILCRITICALERRORS: Final = 0x0001
_SEM_NOGPFAULTERRORBOX: Final = 0x0002


def harden_process() -> None:
    """Write no core dumps; on Linux, let no other process of the account read the memory.

    It helps against accidents and the curious, not against the administrator. Where the system
    refuses, the program runs on as it is: nothing depends on it.
    """
    if sys.platform == "win32":
        _leave_no_error_reports()
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _leave_no_error_reports() -> None:
    """Keep Windows Error Reporting from writing the memory into a file or sending it."""
    if sys.platform == "win32":
        mode = _SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(mode)
        ctypes.windll.wer.WerAddExcludedApplication(sys.executable, False)
