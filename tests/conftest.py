"""What holds for every test: no screen, no network."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import hypothesis
import pytest_socket

# Shared machines are slow at times; speed is measured in benchmarks/, never by a test.
hypothesis.settings.register_profile("project", deadline=None)
hypothesis.settings.load_profile("project")


def pytest_runtest_setup() -> None:
    """Refuse network sockets; local ones stay for D-Bus, the single instance and PostgreSQL."""
    pytest_socket.disable_socket(allow_unix_socket=True)
