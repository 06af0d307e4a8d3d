from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject
from reportlab.platypus import Spacer

from innolab_desktop import paths
from innolab_desktop.reports.tagging.document import PageFrame, TaggedDocument
from innolab_desktop.reports.tagging.flowables import Figure, TaggedList, TaggedParagraph
from innolab_desktop.reports.tagging.metadata import DocumentMetadata
from innolab_desktop.reports.tagging.table import tagged_table
from innolab_desktop.reports.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf.generic import PdfObject
    from reportlab.platypus import Flowable

    from reports.vera_pdf import VeraPdf

TYPOGRAPHY = Typography(paths.resources_dir() / "fonts")
BODY = TYPOGRAPHY.styles.body


def build(story: list[Flowable]) -> bytes:
    frame = PageFrame(
        footer="Fußzeile",
        footer_style=TYPOGRAPHY.styles.footer,
        side_margin=60,
        top_margin=60,
        bottom_margin=60,
    )
    metadata = DocumentMetadata(
        title="Titel & <Rest>", author="Stadt", subject="Prüfung", language="de-DE"
    )
    buffer = BytesIO()
    TaggedDocument(metadata, frame, page_label="{number}/{count}").write(story, buffer)
    return buffer.getvalue()


@dataclass(frozen=True)
class Element:
    """A structure element as it is read back."""

    role: str
    alternative: str
    scope: str
    pages: tuple[str, ...]


def elements(pdf: bytes) -> list[Element]:
    """Return all structure elements in reading order."""
    return list(walk(pypdf.PdfReader(BytesIO(pdf)).root_object["/StructTreeRoot"].get_object()))


def walk(node: PdfObject | None) -> Iterator[Element]:
    assert isinstance(node, DictionaryObject)
    children = node.get("/K")
    assert isinstance(children, ArrayObject)
    contents = [child.get_object() for child in children]
    if "/S" in node:
        attributes = node.get("/A", DictionaryObject())
        pages = (str(c.raw_get("/Pg")) for c in contents if "/MCID" in c)
        yield Element(
            str(node["/S"])[1:],
            str(node.get("/Alt", "")),
            str(attributes.get("/Scope", ""))[1:],
            tuple(pages),
        )
    for child in contents:
        if "/S" in child or "/K" in child:
            yield from walk(child)


def roles(pdf: bytes) -> list[str]:
    return [element.role for element in elements(pdf)]


def paragraph(text: str, role: str = "P") -> TaggedParagraph:
    return TaggedParagraph(text, BODY, role=role)


def table(rows: int) -> Flowable:
    cells = [[[paragraph(f"{row}.{column}")] for column in range(2)] for row in range(rows)]
    return tagged_table(cells, column_widths=[100, 100], style=[], header_rows=1, row_headers=True)


def test_headings_and_paragraphs_in_reading_order() -> None:
    pdf = build([paragraph("Titel", "H1"), paragraph("Text"), paragraph("Teil", "H2")])

    assert roles(pdf) == ["Document", "H1", "P", "H2"]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    pdf = build([paragraph("Wort " * 3_000)])

    assert roles(pdf) == ["Document", "P"]
    pages = elements(pdf)[1].pages
    assert len(set(pages)) == len(pages) > 1


def test_words_stay_apart_at_line_ends() -> None:
    text = pypdf.PdfReader(BytesIO(build([paragraph("Wort " * 100)]))).pages[0].extract_text()

    assert text.split().count("Wort") == 100


def test_header_cells_name_their_scope() -> None:
    found = elements(build([table(2)]))

    assert [element.role for element in found].count("TR") == 2
    assert [e.scope for e in found if e.role == "TH"] == ["Column", "Column", "Row"]


def test_a_long_table_is_one_element_with_one_header() -> None:
    found = roles(build([table(120)]))

    assert found.count("Table") == 1
    assert found.count("TR") == 120


def test_a_list_over_two_pages_is_one_element() -> None:
    points = [("•", f"Punkt {n}") for n in range(100)]
    found = roles(build([TaggedList(points, BODY)]))

    assert found.count("L") == 1
    assert found.count("LI") == found.count("LBody") == 100


def test_a_figure_has_words(tmp_path: Path, vera_pdf: VeraPdf) -> None:
    pdf = build([paragraph("Titel", "H1"), Figure(Spacer(100, 50), "Ein leeres Feld.")])
    target = tmp_path / "figure.pdf"
    target.write_bytes(pdf)

    (figure,) = (element for element in elements(pdf) if element.role == "Figure")
    assert figure.alternative == "Ein leeres Feld."
    assert vera_pdf.check(target).startswith("PASS ua1")
    with pytest.raises(ValueError, match="alternative"):
        Figure(Spacer(1, 1), " ")
