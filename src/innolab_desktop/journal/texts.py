"""Long texts that merge by character: one small wrapper around pycrdt.

Positions never come from outside: the new text is compared with the old one, so that the UTF-8
offsets of Yjs stay in here. A document lives for one operation only.

Source: ``docs/formats/commit.md``, section Texts.
"""

from __future__ import annotations

from contextlib import contextmanager
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal.stand_ins import keep_missing, missing_spans, stand_ins
from innolab_desktop.journal.text_update import pieces, plain_beginning, refuse_empty_promises

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from pycrdt import Doc, Text

    from innolab_desktop.journal.operations import TextReset
    from innolab_desktop.journal.text_update import Span

NO_CHANGE: Final = b"\x00\x00"
"""The update that changes nothing: says that a person looked at a merged text."""

_NO_PIECES: Final = b"\x00"

_CLIENT_BITS: Final = (1 << 53) - 1
_DIFF_LIMIT: Final = 4000
_PANIC: Final = "PanicException"
"""What the library raises when its own assumptions fail. It cannot be imported, and is no
``Exception``: nothing that handles refused input would see it."""


def result_hash(text: str) -> bytes:
    """Return the hash of a text after an operation."""
    return sha256(b"text1" + text.encode()).digest()


def seed_client(record: bytes, field: str, generation: int, text: str) -> int:
    """Return the client id of a field's first update: the same text gives the same bytes."""
    digest = sha256(
        b"seed1" + record + field.encode() + generation.to_bytes(4, "big") + text.encode()
    ).digest()
    return int.from_bytes(digest, "big") & _CLIENT_BITS


def seed(reset: TextReset) -> bytes:
    """Return the update that a new generation of a text begins with."""
    client = seed_client(reset.record, reset.field, reset.generation, reset.text)
    return MergeText(client=client).edit_to(reset.text)


def text_of(state: bytes) -> str:
    """Return the text that *state*, merged updates, makes.

    Raises:
        FormatError: it is no update of a text.
    """
    beginning = plain_beginning(state)  # a fifth of the work
    return str(MergeText(state)) if beginning is None else beginning


class MergeText:
    """A text and its history, made of *updates*.

    Raises:
        FormatError: an update is not one.
    """

    def __init__(self, *updates: bytes, client: int = 1) -> None:
        self._client = client
        self._doc, self._text = self._new_document()
        self._known: tuple[bytes, ...] = ()
        self._missing: tuple[Span, ...] = ()
        if updates:
            self.apply(*updates)

    def __str__(self) -> str:
        return str(self._text)

    def apply(self, *updates: bytes) -> None:
        """Merge *updates*; one that arrives twice or too early does no harm.

        A document that gets updates too early, one by one, may lose some of them for good, and one
        that holds something already may order others otherwise. All that is known, merged into
        one update for an empty document, gives one text. What stands on missing characters shows
        at the end until they come.

        Raises:
            FormatError: one of *updates* is not one.
        """
        for update in updates:
            refuse_empty_promises(update)
        if self._known:
            self._doc, self._text = self._new_document()
        self._known = (merge(*self._known, *updates),)
        with _refusing():
            self._doc.apply_update(self._known[0])
            self._stand_in()

    def edit_to(self, text: str) -> bytes:
        """Change the text to *text* and return the update that does it.

        Raises:
            FormatError: the client has written already, behind a gap.
        """
        with _refusing():
            before = self._doc.get_state()
            current = str(self._text)
            for start, end, replacement in reversed(_differences(current, text)):
                first = len(current[:start].encode())
                last = first + len(current[start:end].encode())
                if last > first:
                    del self._text[first:last]
                if replacement:
                    self._text.insert(first, replacement)
            written = self._doc.get_update(before)
        if str(self._text) != text:
            raise FormatError("text_update_invalid")
        update = keep_missing(written, self._missing)
        self._known = (merge(*self._known, update),)
        return update

    def _new_document(self, client: int | None = None) -> tuple[Doc[Text], Text]:
        from pycrdt import Doc, Text  # noqa: PLC0415 - a fifth of the start; most saves need none

        document: Doc[Text] = Doc(client_id=self._client if client is None else client)
        return document, document.get("t", type=Text)

    def _stand_in(self) -> None:
        """Show what the library keeps back because something that it stands on is not here."""
        from pycrdt import get_update  # noqa: PLC0415 - as above

        (known,) = self._known
        self._missing = ()
        if get_update(known, self._doc.get_state())[:1] != _NO_PIECES:
            self._missing = missing_spans(known)
            self._doc.apply_update(stand_ins(self._missing, self._end()))

    def _end(self) -> tuple[int, int] | None:
        """Return the last character of the text: the one that something appended stands beside.

        The library tells places in bytes where it counts in UTF-16 units.
        """
        if not str(self._text):
            return None
        taken = {piece.client for piece in pieces(self._known[0])}
        nobody = next(client for client in count(1) if client not in taken)
        document, text = self._new_document(nobody)
        document.apply_update(self._known[0])
        before = document.get_state()
        text.insert(len(str(text).encode()), ".")
        appended = [p for p in pieces(document.get_update(before)) if p.client == nobody]
        return appended[0].beside[0]


def merge(*updates: bytes) -> bytes:
    """Return *updates* as one; parts that wait for an earlier update are kept.

    Raises:
        FormatError: an update is not one.
    """
    if len(updates) == 1:
        return updates[0]
    for update in updates:
        refuse_empty_promises(update)
    from pycrdt import merge_updates  # noqa: PLC0415 - as above

    with _refusing():
        return merge_updates(*updates)


def is_rewritten(state: bytes, updates: Iterable[bytes]) -> bool:
    """Tell whether *updates* may write where the merged *state* has something already.

    Whoever draws a fresh client id writes nowhere else. Of two that stand in the same place the
    first one merged wins, so they must be merged in an order that does not depend on arrival.
    """
    from pycrdt import get_state, get_update  # noqa: PLC0415 - as above

    with _refusing():
        known = get_state(state)
        if get_update(state, known)[:1] != _NO_PIECES:
            return True  # something stands behind a gap, where nobody can tell
        return any(get_update(update, known) != update for update in updates)


@contextmanager
def _refusing() -> Generator[None]:
    """Tell a failure of the library as what it is: the update was none."""
    try:
        yield
    except (ValueError, RuntimeError) as failure:
        raise FormatError("text_update_invalid") from failure
    except BaseException as failure:
        if type(failure).__name__ != _PANIC:
            raise
        raise FormatError("text_update_invalid") from failure


def _differences(old: str, new: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) pieces of *old*, in order, that make it *new*."""
    found: list[tuple[int, int, str]] = []
    free = 0
    for start, end, replacement in _changed_characters(old, new):
        moved = 0
        if start == end or not replacement:
            moved = _steps_to_a_word(old, start, replacement or old[start:end], free)
        turn = len(replacement) - moved % len(replacement) if replacement else 0
        found.append((start - moved, end - moved, replacement[turn:] + replacement[:turn]))
        free = end
    return found


def _steps_to_a_word(old: str, start: int, piece: str, free: int) -> int:
    """Return how far left *piece* can begin so that it begins a word, without another result.

    Of "an Anna" and "an Amt Anna", "mt A" could have been inserted as well as "Amt ". Whoever takes
    characters of a neighbour for their own word has it torn apart by what comes in between.

    Args:
        old: the text before.
        start: where *piece* was inserted or deleted.
        piece: what it was.
        free: where the characters begin that no other piece takes.
    """
    for steps in range(start - free + 1):
        at = start - steps
        if at == 0 or old[at - 1].isspace() or piece[-steps % len(piece)].isspace():
            return steps
        if old[at - 1] != piece[-1 - steps % len(piece)]:
            return 0
    return 0


def _changed_characters(old: str, new: str) -> list[tuple[int, int, str]]:
    prefix = 0
    limit = min(len(old), len(new))
    while prefix < limit and old[prefix] == new[prefix]:
        prefix += 1
    suffix = 0
    while suffix < limit - prefix and old[-1 - suffix] == new[-1 - suffix]:
        suffix += 1
    old_middle, new_middle = old[prefix : len(old) - suffix], new[prefix : len(new) - suffix]
    if not old_middle or not new_middle or len(old_middle) + len(new_middle) > _DIFF_LIMIT:
        return [(prefix, prefix + len(old_middle), new_middle)] if old_middle != new_middle else []
    matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
    return [
        (prefix + i1, prefix + i2, new_middle[j1:j2])
        for operation, i1, i2, j1, j2 in matcher.get_opcodes()
        if operation != "equal"
    ]
