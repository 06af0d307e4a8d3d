"""Asks for known weaknesses of everything that is shipped, and fails when it could not ask.

``pip-audit`` ends well when it is offline and skipped every package; this does not.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
NOT_ASKED: Final = 2
FOUND: Final = 1
_PATIENCE_S: Final = 900.0
_PIN: Final = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def judge(output: str, expected: set[str]) -> tuple[int, list[str]]:
    """Return exit code and sentences for the JSON that the auditor printed.

    Args:
        output: of ``pip-audit --format json``; anything at all if it failed.
        expected: the packages that must have been asked about.
    """
    try:
        dependencies: list[dict[str, Any]] = list(json.loads(output)["dependencies"])
    except (ValueError, KeyError, TypeError):
        return NOT_ASKED, ["The audit could not be made (offline?). Nothing was checked."]
    skipped = [item["name"] for item in dependencies if "skip_reason" in item]
    asked = {item["name"].lower() for item in dependencies if "skip_reason" not in item}
    lines = [f"skipped, so not checked: {name}" for name in skipped]
    lines += [f"not asked about: {name}" for name in sorted(expected - asked - set(skipped))]
    if not expected:
        lines.append("No package to ask about was found.")
    if lines:
        return NOT_ASKED, lines
    lines = [
        f"{item['name']} {item['version']}: {weakness['id']}, mended in "
        f"{', '.join(weakness['fix_versions']) or 'no version yet'}"
        for item in dependencies
        for weakness in item["vulns"]
    ]
    return (FOUND, lines) if lines else (0, [f"No known weakness in {len(asked)} packages."])


def main() -> int:
    """Run the auditor named on the command line on ``requirements.lock``."""
    lock = ROOT / "requirements.lock"
    auditor = sys.argv[1:] or ["pip-audit"]
    options = ["--strict", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    try:
        ended = subprocess.run(  # noqa: S603 - the auditor that the Makefile names
            [*auditor, *options, "--requirement", str(lock)],
            check=False, capture_output=True, text=True, timeout=_PATIENCE_S,
        )  # fmt: skip
        output = ended.stdout
    except (OSError, subprocess.TimeoutExpired):
        output = ""
    here = {pin for pin in _PIN.findall(lock.read_text(encoding="utf-8")) if _applies(lock, pin)}
    code, lines = judge(output, here)
    print("\n".join(lines))
    return code


def _applies(lock: Path, name: str) -> bool:
    """Tell whether a pin has no condition: others may be for another system."""
    text = lock.read_text(encoding="utf-8")
    return re.search(rf"^{re.escape(name)}==[^ ]+ ;", text, re.MULTILINE) is None


if __name__ == "__main__":
    sys.exit(main())
