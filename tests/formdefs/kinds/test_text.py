from __future__ import annotations

from formdefs.examples import EXAMPLES
from innolab_desktop.formdefs.kinds import KINDS

TEXT, LONG = KINDS["text"], KINDS["long_text"]


def test_text_becomes_one_clean_line() -> None:
    field = EXAMPLES["text"]
    assert TEXT.parse(field, "  Bürger\tamt\r\nMitte\x00\x07 ") == "Bürger amt Mitte"
    assert TEXT.parse(field, "Bu\u0308rger") == "Bürger"


def test_long_text_keeps_its_lines() -> None:
    field = EXAMPLES["long_text"]
    assert LONG.parse(field, "eins\r\nzwei\rdrei\u2028vier\x00") == "eins\nzwei\ndrei\nvier"
    assert LONG.parse(field, "eins\n\nzwei\n") == "eins\n\nzwei"


def test_control_characters_are_refused() -> None:
    for kind, bad in ((TEXT, "a\nb"), (TEXT, "a\x00"), (LONG, "a\tb"), (LONG, "\x00")):
        problem = kind.check(EXAMPLES[kind.name], bad)
        assert problem is not None
        assert problem.code == "value_control_character"
    assert LONG.check(EXAMPLES["long_text"], "a\nb") is None


def test_length_is_counted_in_characters() -> None:
    field = EXAMPLES["text"]
    assert TEXT.check(field, "ü" * 40) is None
    problem = TEXT.check(field, "ü" * 43)
    assert problem is not None
    assert problem.code == "value_too_long"
    assert problem.params == {"maximum": 40, "excess": 3}


def test_text_is_found_by_its_words() -> None:
    assert LONG.search_text(EXAMPLES["long_text"], "Leichte Sprache") == "Leichte Sprache"
