"""Reports pass PDF/UA-1, and veraPDF finds what is wrong with an untagged file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from reports.sample_sheets import VALUES, mission_sheet, variant
from reports.test_hostile_text import MARKUP, UNPRINTABLE

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.reports.printer import PdfPrinter
    from innolab_desktop.services.reporting import Sheet
    from reports.vera_pdf import VeraPdf

LONG = "\n\n".join(f"Absatz {n}: {'Wort ' * 150}" for n in range(8))
HOSTILE = " ".join((*MARKUP, UNPRINTABLE))
SHEETS: dict[str, Sheet] = {
    "usual": mission_sheet(),
    "empty": mission_sheet({}, {}),
    "conflicts": mission_sheet(
        conflicts={"status": (variant("binding"), variant("draft"))},
        merged=frozenset({"vision"}),
        unknown={"future_field": ("Zukunft", None)},
    ),
    "long": mission_sheet(
        {**VALUES, "challenge": LONG},
        {
            "milestone": tuple(
                {"title": f"Schritt {n}", "due_date": "2026-06-30"} for n in range(90)
            )
        },
    ),
    "hostile": mission_sheet(
        dict.fromkeys([*VALUES, "commitment_level"], HOSTILE),
        {
            "milestone": ({"title": HOSTILE[:150], "due_date": HOSTILE[:99]},),
            "smart_goal": ({"statement": HOSTILE, "criterion": HOSTILE, "due_date": HOSTILE},),
        },
    ),
    "endless": mission_sheet({**VALUES, "title": "W" * 9_000, "fields_of_action": ("x" * 9_000,)}),
}


def test_reports_pass(printer: PdfPrinter, tmp_path: Path, vera_pdf: VeraPdf) -> None:
    for name, sheet in SHEETS.items():
        printer.print_report("mission_profile", sheet, tmp_path / f"{name}.pdf")
    printer.print_report("record_sheet", SHEETS["usual"], tmp_path / "record_sheet.pdf")
    files = sorted(tmp_path.iterdir())

    report = vera_pdf.check(*files).splitlines()

    assert len(report) == len(files) == len(SHEETS) + 1, report
    assert all(line.startswith("PASS ua1 checks=") for line in report)


def test_a_plain_file_fails(tmp_path: Path, vera_pdf: VeraPdf) -> None:
    target = tmp_path / "plain.pdf"
    with target.open("wb") as file:
        canvas = Canvas(file)
        canvas.drawString(100, 700, "Missionssteckbrief")
        canvas.save()

    report = vera_pdf.check(target)

    assert report.startswith("FAIL ua1")
    for rule in ("6.2-1", "7.1-3", "7.1-8", "7.21.4.1-1"):
        assert f"  {rule} " in report
