from __future__ import annotations

import contextlib
import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import texts
from innolab_desktop.journal.text_update import inserted_pieces, split_deletions
from innolab_desktop.journal.texts import NO_CHANGE, MergeText, is_rewritten, merge

ALPHABET = [*"abc äöüß€\n„“–", "😀", "e\u0301", "👩\u200d👩\u200d👧", "\u202e"]
RECORD = bytes(16)
WRITTEN = st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join)


def edited(random: Random, text: str) -> str:
    """Return *text* with a few random changes, as a person would make them."""
    for _ in range(random.randint(1, 3)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice([0, 0, 1, 3]))
        new = "".join(random.choice(ALPHABET) for _ in range(random.randint(0, 5)))
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("seed", range(60))
def test_three_devices_end_with_the_same_text(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a repeatable history
    start = MergeText(client=texts.seed_client(RECORD, "t", 0, "Größe: 5 €"))
    updates = [start.edit_to("Größe: 5 €")]
    devices = [MergeText(*updates, client=100 + i) for i in range(3)]
    mails: list[list[bytes]] = [[], [], []]
    for _ in range(12):
        sender = random.randrange(3)
        update = devices[sender].edit_to(edited(random, str(devices[sender])))
        updates.append(update)
        for other in {0, 1, 2} - {sender}:
            mails[other].append(update)
        receiver = random.randrange(3)
        random.shuffle(mails[receiver])
        for mail in mails[receiver][: random.randint(0, 3)]:
            devices[receiver].apply(mail)
    for device, late in zip(devices, mails, strict=True):
        for mail in late:
            device.apply(mail)
    assert len({str(device) for device in devices}) == 1
    random.shuffle(updates)
    assert str(MergeText(*updates)) == str(devices[0])
    assert str(MergeText(merge(*updates))) == str(devices[0])


@given(WRITTEN, WRITTEN)
@settings(max_examples=300)
def test_an_edit_makes_exactly_the_new_text(old: str, new: str) -> None:
    text = MergeText(client=7)
    first = text.edit_to(old)
    second = text.edit_to(new)
    assert str(text) == new
    assert str(MergeText(first, second)) == new
    assert str(MergeText(second, first)) == new, "an update that comes too early waits"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Übergröße", "Übergrößen"),
        ("äöü", "äXöü"),
        ("a😀b", "a😀!b"),
        ("😀😁", "😁"),
        ("5 € für Süßes", "6 € für Saures"),
        (unicodedata.normalize("NFD", "äöü"), "äöü"),
        ("", "ß"),
        ("ß", ""),
        ("x" * 5000, "y" * 5000),
    ],
)
def test_offsets_count_characters_not_bytes(old: str, new: str) -> None:
    mine = MergeText(client=1)
    base = mine.edit_to(old)
    other = MergeText(base, client=2)
    edit = mine.edit_to(new)
    addition = other.edit_to(old + " – Ende")
    mine.apply(addition)
    other.apply(edit)
    assert str(mine) == str(other)
    assert str(mine).endswith("– Ende")


def test_the_same_first_text_gives_the_same_bytes() -> None:
    def first(text: str, generation: int = 0) -> bytes:
        client = texts.seed_client(RECORD, "challenge", generation, text)
        return MergeText(client=client).edit_to(text)

    assert first("Gleich") == first("Gleich")
    assert first("Gleich") != first("Gleich", 1)
    assert str(MergeText(first("Gleich"), first("Gleich"))) == "Gleich"
    assert 0 <= texts.seed_client(RECORD, "challenge", 0, "x") < 2**53


def test_a_pending_part_survives_a_merge() -> None:
    text = MergeText(client=3)
    updates = [text.edit_to(stand) for stand in ("a", "ab", "abc")]
    early = merge(updates[2], updates[1])
    assert str(MergeText(early)) == "bc"
    assert str(MergeText(merge(early, updates[0]))) == "abc"


def test_an_update_without_a_change_changes_nothing() -> None:
    text = MergeText(client=3)
    first = text.edit_to("so")
    assert str(MergeText(merge(first, NO_CHANGE))) == "so"
    assert text.edit_to("so") == NO_CHANGE


GARBAGE = [b"", b"\0", b"\xff" * 40, b"\x01", b"\x01\x01", bytes(range(256)), b"\x00\x00\x00"]


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_refused_or_harmless(garbage: bytes) -> None:
    for updates in ((garbage,), (NO_CHANGE, garbage)):
        with contextlib.suppress(FormatError):
            assert str(MergeText(*updates)) == ""


def test_damaged_updates_are_refused_or_harmless() -> None:
    random = Random(4)  # noqa: S311 - a repeatable history
    text = MergeText(client=5)
    good = text.edit_to("Ein längerer Text über Öffnungszeiten 😀")
    refused = 0
    for _ in range(3000):
        damaged = bytearray(good)
        for _ in range(random.randint(1, 4)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        try:
            str(MergeText(merge(good, bytes(damaged))))
        except FormatError:
            refused += 1
    assert refused > 0


def test_a_document_of_another_shape_is_refused_or_harmless() -> None:
    doc = Doc()
    doc["t"] = Text("fremd")
    doc["x"] = Text("anders")
    assert str(MergeText(doc.get_update())) == "fremd"


@pytest.mark.parametrize("update", ["ffff9a73bd706e6e00", "fffffe7ffffffffe7fff", "0a00", ""])
def test_authors_that_are_only_announced_take_no_memory(update: str) -> None:
    for read in (MergeText, lambda data: merge(data, b"\0\0")):
        with pytest.raises(FormatError):
            read(bytes.fromhex(update))


def test_who_writes_in_a_place_that_is_taken_is_noticed() -> None:
    one, other = MergeText(client=7), MergeText(client=7)
    first, second, third = (one.edit_to(words) for words in ("Eins", "Eins zwei", "Eins zwei drei"))
    rivals = [other.edit_to(words) for words in ("Eins", "Eins zwei", "Eins zwei vier")]
    beside = MergeText(first, client=8).edit_to("Eins und")
    assert is_rewritten(merge(first, second, third), rivals[2:])
    assert is_rewritten(merge(first, third), rivals[2:])  # the second is missing: a gap
    assert not is_rewritten(merge(first, second), [third])
    assert not is_rewritten(merge(first, second, third), [beside])


@pytest.mark.parametrize(
    ("old", "new", "piece"),
    [
        ("an Anna", "an Amt Anna", "Amt "),
        ("Ämter öffnen", "Ämter Ähren öffnen", "Ähren "),
        ("q1ß q3ß", "q1ß q2ß q3ß", "q2ß "),
        ("Amt Anna", "Amt am Anna", "am "),
        ("ab", "ab ab", " ab"),
        ("schnel", "schnell", "l"),
        ("Amt Amt", "Amt Amt Amt", " Amt"),
        ("", "Anfang", "Anfang"),
    ],
)
def test_a_word_that_was_typed_is_its_authors_own(old: str, new: str, piece: str) -> None:
    begun = MergeText(client=1).edit_to(old)
    update = MergeText(begun, client=2).edit_to(new)
    assert inserted_pieces(update) == (piece,)
    assert str(MergeText(begun, update)) == new


@pytest.mark.parametrize(
    ("old", "new", "deleted"),
    [
        ("an Amt Anna", "an Anna", (3, 4)),
        ("q1 q2 q3", "q1 q3", (3, 3)),
        ("schnell", "schnel", (6, 1)),
    ],
)
def test_a_word_that_was_deleted_goes_as_a_whole(
    old: str, new: str, deleted: tuple[int, int]
) -> None:
    begun = MergeText(client=1).edit_to(old)
    ((client, *span),) = split_deletions(MergeText(begun, client=2).edit_to(new))[1]
    assert (client, tuple(span)) == (1, deleted)


@given(
    st.text("ab ä😀", max_size=12),
    st.integers(0, 12),
    st.integers(0, 3),
    st.text("ab ä😀", max_size=6),
    st.text("ab ä😀", max_size=12),
)
def test_pieces_that_moved_to_a_word_give_the_same_text(
    old: str, at: int, gone: int, typed: str, other: str
) -> None:
    for new in (old[:at] + typed + old[at + gone :], other, other + old + typed):
        begun = MergeText(client=1).edit_to(old)
        assert str(MergeText(begun, MergeText(begun, client=2).edit_to(new))) == new


def test_words_that_begin_alike_are_not_torn_apart() -> None:
    begun = MergeText(client=1).edit_to("Amt Anna")
    one = MergeText(begun, client=2).edit_to("Amt Amtmann Anna")
    other = MergeText(begun, client=3).edit_to("Amt Amsel Anna")
    merged = str(MergeText(begun, one, other)).split()
    assert sorted(merged) == ["Amsel", "Amt", "Amtmann", "Anna"]


def test_whoever_wrote_behind_a_gap_is_refused_as_writer() -> None:
    """Found by fuzzing: the library panics. Clients are drawn anew for each edit."""
    state = bytes.fromhex("010107ffffffffffff18001800")
    assert str(MergeText(state)) == ""
    with pytest.raises(FormatError):
        MergeText(state, client=7).edit_to("a")
    update = MergeText(state, client=8).edit_to("a")
    assert str(MergeText(state, update)) == "a"
