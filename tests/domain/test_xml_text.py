"""What XML can hold, and nothing that misleads."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.xml_text import xml_text


def test_marks_of_reordering_are_written_out() -> None:
    assert xml_text("Rechnung\u202efdp.exe") == "Rechnung[U+202E]fdp.exe"
    assert xml_text("a\r\nb\x0bc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert xml_text("a\x00\x1b\ufffe\ud800b\tc") == "ab\tc"


@given(st.text(st.characters()))
def test_any_text_comes_back_from_xml(text: str) -> None:
    element = ET.Element("a")
    element.text = xml_text(text)
    data = ET.tostring(element, encoding="utf-8")
    assert (ET.fromstring(data).text or "") == xml_text(text)  # noqa: S314 - our own
    assert xml_text(xml_text(text)) == xml_text(text)
