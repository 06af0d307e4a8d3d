"""What stands in an update of a long text, and what is refused before it is merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal.operations import TextEdit, decode_bodies, encode_body
from innolab_desktop.journal.text_update import inserted_pieces, plain_beginning, refuse_malformed
from innolab_desktop.journal.texts import NO_CHANGE, MergeText, result_hash, text_of

WRITTEN = st.lists(st.text("aäß€😀 \n", max_size=12), min_size=1, max_size=5)
NOTHING_GONE = bytes((1, 1, 7, 0, 0, 0, 0))
"""Author 7 announces one piece, a gap of no length."""
MANY_NOTHINGS = bytes((26, 202, 0, 0, 0, 0, 1)) + bytes(400)
"""Found by fuzzing: the library divides by nought."""


@given(WRITTEN)
def test_everything_written_here_is_well_formed(versions: list[str]) -> None:
    text = MergeText(client=7)
    for version in versions:
        update = text.edit_to(version)
        refuse_malformed(update)
        text = MergeText(*text._known, update, client=8 + len(version))
        refuse_malformed(text._known[0])
    assert str(text) == versions[-1]


@given(st.text("aäß€😀 \n", min_size=1), st.integers(0, 2**53 - 1), st.data())
def test_a_plain_beginning_reads_as_the_library_reads_it(
    written: str, client: int, data: st.DataObject
) -> None:
    update = MergeText(client=client).edit_to(written)
    assert plain_beginning(update) == text_of(update) == written
    at = data.draw(st.integers(0, len(update) - 1))
    other = bytes((data.draw(st.integers(0, 255)),))
    for altered in (
        update[:at] + other + update[at + 1 :],
        update[:at] + other + update[at:],
        update[:at] + update[at + 1 :],
    ):
        try:
            refuse_malformed(altered)
        except FormatError:
            continue
        assert text_of(altered) == str(MergeText(altered))


@pytest.mark.parametrize(
    ("end", "shown"),
    [
        (b"\0", "abc"),
        (bytes((1, 7, 1, 0, 1)), "bc"),
        (bytes((1, 7, 1, 1, 2)), "a"),
        (bytes((1, 7, 1, 0, 3)), ""),
    ],
)
def test_what_takes_something_away_again_is_no_plain_beginning(end: bytes, shown: str) -> None:
    update = MergeText(client=7).edit_to("abc")[:-1] + end
    refuse_malformed(update)
    assert plain_beginning(update) == (shown if end == b"\0" else None)
    assert text_of(update) == str(MergeText(update)) == shown


@given(WRITTEN.filter(lambda versions: len(versions) > 1))
def test_what_goes_on_is_no_plain_beginning(versions: list[str]) -> None:
    text = MergeText(client=7)
    updates = [text.edit_to(f"{number}{version}") for number, version in enumerate(versions)]
    assert plain_beginning(updates[0]) == f"0{versions[0]}"
    assert plain_beginning(updates[-1]) is None
    assert plain_beginning(text._known[0]) is None
    assert text_of(text._known[0]) == str(text)


def test_no_change_is_well_formed() -> None:
    refuse_malformed(NO_CHANGE)
    assert inserted_pieces(NO_CHANGE) == ()


@pytest.mark.parametrize("cut", [1, 2, 5, -1])
def test_part_of_an_update_or_more_than_one(cut: int) -> None:
    update = MergeText(client=7).edit_to("Öffnungszeiten prüfen")
    with pytest.raises(FormatError):
        refuse_malformed(update[:cut])
    with pytest.raises(FormatError):
        refuse_malformed(update + update[:cut])


@pytest.mark.parametrize(
    "update",
    [
        NOTHING_GONE,
        MANY_NOTHINGS,
        bytes((1, 0, 7, 0, 0)),  # an author without a piece
        bytes((2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)),  # an author twice
        bytes((1, 1, 7, 0, 4, 1, 1, 116, 0, 0)),  # an empty string
    ],
)
def test_what_nobody_writes(update: bytes) -> None:
    with pytest.raises(FormatError, match="text_update_invalid"):
        refuse_malformed(update)
    edit = TextEdit(bytes(16), "vision", 0, update, result_hash(""))
    with pytest.raises(FormatError, match="text_update_invalid"):
        decode_bodies([encode_body(edit, bytes(16))])


def test_a_panic_of_the_library_is_told_as_what_it_is() -> None:
    with pytest.raises(FormatError, match="text_update_invalid"):
        MergeText(MANY_NOTHINGS)


def test_what_stands_below_a_piece_is_refused() -> None:
    """A text has no parts of its own; below a string, the library panics once that is there."""
    with pytest.raises(FormatError):
        refuse_malformed(bytes.fromhex("010108000400070202616200"))
