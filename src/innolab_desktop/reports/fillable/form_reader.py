"""Has filled forms read by another process, and trusts nothing that it says."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Final, cast

from innolab_desktop.domain.errors import FormError
from innolab_desktop.reports.fillable.extraction import (
    ENCRYPTED,
    FOREIGN,
    MAX_FILE_BYTES,
    MAX_OUTPUT_BYTES,
    TOO_LARGE,
)
from innolab_desktop.reports.fillable.field_names import KIND, PREFIX, TICK, VERSION
from innolab_desktop.services.paper_forms import FilledForm

READ_FORM: Final = "--read-form"
"""With it, the installed program ``innolab`` does nothing but read one form."""

_LONGEST_S: Final = 30.0
_LARGEST_VERSION_DIGITS: Final = 6


class FilledFormReader:
    """Fills the port ``FormReader``.

    Args:
        longest_s: how long reading may take.
    """

    def __init__(self, longest_s: float = _LONGEST_S) -> None:
        self._longest_s = longest_s

    def read(self, source: Path) -> FilledForm:
        """Return what stands in a filled form.

        Raises:
            FormError: it cannot be read, is none of ours, or is more than a form may be.
        """
        return form_of(self._extract(_content(source)))

    def _extract(self, content: bytes) -> bytes:
        try:
            ended = subprocess.run(  # noqa: S603 - this program itself
                _command(),
                input=content,
                capture_output=True,
                timeout=self._longest_s,
                check=False,
                creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
            )
        except subprocess.TimeoutExpired:
            raise FormError("form_takes_too_long") from None
        except OSError as failure:
            raise FormError("form_reader_missing") from failure
        if ended.returncode < 0:  # it ran out of the time that the system gives it
            raise FormError("form_takes_too_long")
        if ended.returncode or len(ended.stdout) > MAX_OUTPUT_BYTES:
            raise FormError("form_too_large")
        return ended.stdout


def form_of(said: bytes) -> FilledForm:
    """Return the form that the other process read.

    Raises:
        FormError: it refused the file, or the file is no form of ours.
    """
    try:
        found: object = json.loads(said)
    except (ValueError, RecursionError):
        raise FormError("form_damaged") from None
    told = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    code = told.get("error")
    if isinstance(code, str):
        raise _refusal(code)
    answers = _texts(told.get("answers"))
    kind, version = answers.get(KIND, ""), answers.get(VERSION, "")
    is_number = version.isascii() and version.isdigit()
    if not kind or not is_number or len(version) > _LARGEST_VERSION_DIGITS:
        raise FormError("form_not_ours")
    return FilledForm(kind, int(version), dict(_by_field(answers)))


def _refusal(code: str) -> FormError:
    """Return the error of a code that the other process gave."""
    if code == ENCRYPTED:
        return FormError("form_encrypted")
    if code == TOO_LARGE:
        return FormError("form_too_large")
    if code == FOREIGN:
        return FormError("form_not_ours")
    return FormError("form_damaged")


def _texts(told: object) -> dict[str, str]:
    if not isinstance(told, dict):
        return {}
    pairs = cast("dict[object, object]", told).items()
    return {
        name: value for name, value in pairs if isinstance(name, str) and isinstance(value, str)
    }


def _by_field(answers: dict[str, str]) -> dict[str, str | tuple[str, ...]]:
    """Return the answers by the ids of fields, boxes of one field together."""
    found: dict[str, str | tuple[str, ...]] = {}
    for name, value in answers.items():
        if not name.startswith(PREFIX):
            continue
        field, tick, choice = name.removeprefix(PREFIX).partition(TICK)
        if not tick:
            found[field] = value
            continue
        before = found.get(field, ())
        ticked = before if isinstance(before, tuple) else ()
        found[field] = (*ticked, choice) if value else ticked
    return found


def _content(source: Path) -> bytes:
    """Return the bytes of a regular file, and of nothing else.

    Raises:
        FormError: it cannot be read, or is larger than any form.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(source, flags), "rb") as file:  # noqa: PTH123 - of a descriptor
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FormError("form_file_unreadable", file=source.name)
            if status.st_size > MAX_FILE_BYTES:
                raise FormError("form_too_large")
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as failure:
        raise FormError("form_file_unreadable", file=source.name) from failure


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        program = (
            Path(sys.executable)
            .with_name("innolab")
            .with_suffix(".exe" if sys.platform == "win32" else "")
        )
        return [str(program), READ_FORM]
    return [sys.executable, "-m", "innolab_desktop.reports.fillable.extraction"]
