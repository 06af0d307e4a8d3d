"""What stands in for the characters of a text that are not here.

Whatever somebody wrote stands beside characters that others wrote before. Are these lost, or still
on their way, the library keeps what stands on them back, for ever if need be. So that it shows all
the same, nothing visible takes their place, at the end of the text. That is done while reading and
never written down: once the characters come, they stand where they belong.

Source: the encoding of Yjs updates, version 1, and ``docs/formats/commit.md``, section Texts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.text_update import Span, pieces, split_deletions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DELETED: Final = 1
_HAS_ORIGIN: Final = 0x80
_NAMED_PARENT: Final = b"\x01\x01t"
_NO_DELETIONS: Final = b"\x00"
_MAX_CLOCK: Final = 1 << 30
"""Nobody wrote that much; the library counts to four times as many."""


def missing_spans(update: bytes) -> tuple[Span, ...]:
    """Return what the pieces of *update* stand on and none of them holds, one span a client.

    Raises:
        FormatError: it is no update of a plain text.
    """
    here: defaultdict[int, list[Span]] = defaultdict(list)
    ends: defaultdict[int, int] = defaultdict(int)
    for piece in pieces(update):
        if not piece.is_skipped and piece.clock < _MAX_CLOCK:
            here[piece.client].append(Span(piece.client, piece.clock, piece.length))
            ends[piece.client] = max(ends[piece.client], piece.clock + piece.length)
        for client, clock in piece.beside:
            if clock < _MAX_CLOCK:
                ends[client] = max(ends[client], clock + 1)
    found = (_first_gap(client, ends[client], here[client]) for client in sorted(ends))
    return tuple(span for span in found if span.length)


def stand_ins(missing: Sequence[Span], end: tuple[int, int] | None) -> bytes:
    """Return the update that puts something deleted in the place of what is *missing*.

    Args:
        missing: what :func:`missing_spans` found.
        end: the last character of the text, if it has one. What stands in comes after it.
    """
    parts = [_number(len(missing))]
    before = end
    for span in missing:
        place = _NAMED_PARENT
        if before is not None:
            place = _number(before[0]) + _number(before[1])
        info = _DELETED | (_HAS_ORIGIN if before is not None else 0)
        parts += [_number(1), _number(span.client), _number(span.clock)]
        parts += [bytes((info,)), place, _number(span.length)]
        before = (span.client, span.clock + span.length - 1)  # one after the other, as they come
    return b"".join(parts) + _NO_DELETIONS


def keep_missing(update: bytes, missing: Sequence[Span]) -> bytes:
    """Return *update* without deleting what is *missing*: its author saw only what stood in.

    Raises:
        FormatError: it is no update of a plain text.
    """
    if not missing:
        return update
    held, deleted = split_deletions(update)
    gaps = {span.client: span for span in missing}
    kept: defaultdict[int, list[Span]] = defaultdict(list)
    for span in deleted:
        for rest in _beside(span, gaps.get(span.client)):
            kept[span.client].append(rest)
    parts = [held, _number(len(kept))]
    for client, spans in kept.items():
        parts += [_number(client), _number(len(spans))]
        parts += [_number(span.clock) + _number(span.length) for span in spans]
    return b"".join(parts)


def _first_gap(client: int, end: int, here: Iterable[Span]) -> Span:
    """Return what is missing first below *end*, of no length if nothing is."""
    reached = 0
    for span in sorted(here):
        if span.clock > reached:
            return Span(client, reached, span.clock - reached)
        reached = max(reached, span.clock + span.length)
    return Span(client, reached, end - reached)


def _beside(span: Span, gap: Span | None) -> Iterable[Span]:
    """Yield the parts of *span* outside of *gap*."""
    if gap is None:
        yield span
        return
    end, gap_end = span.clock + span.length, gap.clock + gap.length
    if span.clock < gap.clock:
        yield Span(span.client, span.clock, min(end, gap.clock) - span.clock)
    if end > gap_end:
        first = max(span.clock, gap_end)
        yield Span(span.client, first, end - first)


def _number(value: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first."""
    found = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - what seven bits hold
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
