"""Reads the answers of a filled form in a process of its own: bytes in, plain JSON out.

Only names and values of form fields are looked at. What else a PDF file may hold (scripts,
actions, attachments, pictures, metadata) is never touched. The process has little memory and
little time, and nothing else to lose: it knows no vault.
"""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast

from innolab_desktop.reports.fillable.field_names import TICK

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMORY_BYTES: Final = 1 << 30
MOST_CPU_S: Final = 20
MAX_FILE_BYTES: Final = 20 << 20
MAX_OUTPUT_BYTES: Final = 4 << 20

ENCRYPTED: Final = "form_encrypted"
DAMAGED: Final = "form_damaged"
TOO_LARGE: Final = "form_too_large"
FOREIGN: Final = "form_not_ours"

_MOST_FIELDS: Final = 2_000
_DEEPEST: Final = 8
_LONGEST_NAME: Final = 200
_LONGEST_VALUE: Final = 200_000
_OFF: Final = ("", "/Off")


class RefusedError(Exception):
    """The file is not read; the argument is the code of the error."""


def answers_in(data: bytes) -> dict[str, str]:
    """Return the value of each form field by its name; ticked boxes have a value, others none.

    Raises:
        RefusedError: it is encrypted, damaged, too large, or no form.
    """
    if len(data) > MAX_FILE_BYTES:
        raise RefusedError(TOO_LARGE)
    try:
        return dict(_answers(data))
    except RefusedError:
        raise
    except MemoryError:
        raise RefusedError(TOO_LARGE) from None
    except (Exception, RecursionError):  # noqa: BLE001 - whatever a reader of hostile files raises
        raise RefusedError(DAMAGED) from None


def _answers(data: bytes) -> Iterator[tuple[str, str]]:
    from pypdf import PdfReader  # noqa: PLC0415 - slow, and only after the limits are set

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise RefusedError(ENCRYPTED)
    form = _dictionary(_dictionary(reader.trailer.get("/Root")).get("/AcroForm"))
    if not form:
        raise RefusedError(FOREIGN)
    yield from _walk(form.get("/Fields"), "", 0, set())


def _walk(kids: object, above: str, depth: int, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Yield the fields below *kids*.

    Raises:
        RefusedError: they are nested or numerous beyond any form.
    """
    if depth > _DEEPEST:
        raise RefusedError(DAMAGED)
    for kid in _array(kids):
        field = _dictionary(kid)
        if not field:
            continue
        if id(field) in seen or len(seen) > _MOST_FIELDS:
            raise RefusedError(DAMAGED)
        seen.add(id(field))
        part = _text(field.get("/T"))[:_LONGEST_NAME]
        name = f"{above}.{part}" if above and part else above or part
        value = _value(field)
        if name and value is not None:
            yield name, value
        yield from _walk(field.get("/Kids"), name, depth + 1, seen)


def _value(field: dict[str, object]) -> str | None:
    """Return what stands in a field; None for what has no text, as a stream or an action."""
    value = _resolved(field.get("/V"))
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return None
    text = str(value)[:_LONGEST_VALUE]
    return "" if TICK in _text(field.get("/T")) and text in _OFF else text


def _text(value: object) -> str:
    found = _resolved(value)
    return str(found) if isinstance(found, str) else ""


def _array(value: object) -> list[object]:
    found = _resolved(value)
    return cast("list[object]", found) if isinstance(found, list) else []


def _dictionary(value: object) -> dict[str, object]:
    found = _resolved(value)
    return cast("dict[str, object]", found) if isinstance(found, dict) else {}


def _resolved(value: object) -> object:
    """Return what a reference points to."""
    find = getattr(value, "get_object", None)
    return value if find is None else find()


def answer_for(data: bytes) -> bytes:
    """Return what this process says about a file."""
    try:
        said: dict[str, object] = {"answers": answers_in(data)}
    except RefusedError as refusal:
        said = {"error": str(refusal)}
    encoded = json.dumps(said).encode("ascii")
    if len(encoded) > MAX_OUTPUT_BYTES:
        return json.dumps({"error": TOO_LARGE}).encode("ascii")
    return encoded


def limit_process() -> None:
    """Take away memory and time; on Windows, the parent's clock is the only limit."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))


def main() -> int:
    """Read a file from standard input and write what is in its fields."""
    limit_process()
    os.environ.clear()
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    sys.stdout.buffer.write(answer_for(data))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
