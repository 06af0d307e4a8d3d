"""Starts the window: ``innolab-desktop`` or ``python -m innolab_desktop``.

Nothing is imported here but what decides or protects: Qt comes with :mod:`innolab_desktop.window`.
"""

from __future__ import annotations

import gc
import sys

from innolab_desktop.process_hardening import harden_process


def main() -> int:
    """Run the window until it is closed, or the self-test if asked to."""
    if "--self-test" in sys.argv[1:]:
        from innolab_desktop import self_test  # noqa: PLC0415 - once in the life of an installation

        return self_test.main()
    harden_process()
    gc.disable()  # what a start makes is no garbage; the window lets it collect again
    from innolab_desktop import window  # noqa: PLC0415 - after the collector has stopped

    return window.run()


if __name__ == "__main__":
    sys.exit(main())
