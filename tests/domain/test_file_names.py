"""Names of files from others lose what makes them dangerous and keep what tells what they are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.file_names import LONGEST_NAME, clean_file_name, may_run


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("Vereinbarung März.pdf", "Vereinbarung März.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\System32\\x.txt", "x.txt"),
        ("C:x.txt", "C_x.txt"),
        ("\\\\server\\share\\a.txt", "a.txt"),
        ("note.txt:stream", "note.txt_stream"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("COM¹.log", "_COM¹.log"),
        ("NUL .txt", "_NUL.txt"),
        ("aux.", "_aux"),
        ("CLOCK$", "_CLOCK$"),
        ("bericht.txt. . ", "bericht.txt"),
        ("abc\u202efdp.exe", "abcfdp.exe"),
        ("a\u200bb\u2028c.txt", "abc.txt"),
        ("a\x00b\nc.txt", "abc.txt"),
        ("", "Anhang"),
        ("...", "Anhang"),
        ("u\u0308ber.txt", "über.txt"),
    ],
)
def test_names(given_name: str, expected: str) -> None:
    assert clean_file_name(given_name) == expected


def test_a_long_name_keeps_its_ending() -> None:
    cleaned = clean_file_name("ä" * 300 + ".pdf")
    assert len(cleaned) == LONGEST_NAME
    assert cleaned.endswith("ä.pdf")


@given(st.text(max_size=200))
def test_whatever_comes_is_one_plain_name(name: str) -> None:
    cleaned = clean_file_name(name)
    assert 0 < len(cleaned) <= LONGEST_NAME
    assert not set(cleaned) & set('<>:"/\\|?*\0\n')
    assert not any(unicodedata.category(sign) in {"Cf", "Cc"} for sign in cleaned)
    assert cleaned == cleaned.rstrip(". ")
    assert clean_file_name(cleaned) == cleaned


@pytest.mark.parametrize(
    "name", ["a.exe", "rechnung.pdf.EXE", "a.lnk", "a.docm", "a.svg", "x", ".x"]
)
def test_what_may_run_is_known(name: str) -> None:
    assert may_run(name)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.png", "a.exe.pdf", "a.txt"])
def test_what_is_only_read_is_known(name: str) -> None:
    assert not may_run(name)
