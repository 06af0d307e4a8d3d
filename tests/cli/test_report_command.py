"""``report``: as PDF, or as a text document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_a_report_as_text_document(pair: Pair, tmp_path: Path) -> None:
    target = tmp_path / "t.docx"
    report = ("report", "mission_profile", pair.mission, "--out")
    assert pair.ada.ask(*report, target) == {"path": str(target), "pages": None}
    named = tmp_path / "steckbrief"
    pair.ada.ask(*report, named, "--format", "docx")
    assert {file.read_bytes()[:2] for file in (target, named)} == {b"PK"}
