"""A ReportLab canvas that writes the structure tree while others draw on it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFName, PDFObject, PDFPage
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from innolab_desktop.reports.tagging.structure import (
    FormField,
    MarkedContent,
    StructureElement,
    StructureTree,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from typing import BinaryIO

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

    from innolab_desktop.reports.tagging.metadata import DocumentMetadata

_JOINING_ENDS = " -\u00ad\u2010/"


class _SpacedText(PDFTextObject):
    """Text whose lines end with a blank.

    ReportLab drops it, and readers of the structure tree would join two words.
    """

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        if TStar and text and text[-1] not in _JOINING_ENDS:
            text += " "
        super()._textOut(text, TStar)


class TaggedCanvas(Canvas):
    """A canvas on which everything drawn belongs to a structure element or is an artifact.

    Args:
        filename: what the document is written to.
        metadata: title, author and language of the document.
        before_save: called after the last page, when the number of pages is known.
        options: what :class:`reportlab.pdfgen.canvas.Canvas` takes.
    """

    def __init__(
        self,
        filename: BinaryIO,
        *,
        metadata: DocumentMetadata,
        before_save: Callable[[TaggedCanvas], None],
        **options: object,
    ) -> None:
        self._metadata = metadata
        self._before_save = before_save
        self._root = StructureElement("Document")
        self._open = [self._root]
        self._is_marking = False
        self._current_page: list[StructureElement] = []
        self._page_elements: list[list[StructureElement]] = []
        self._page_references: dict[int, PDFObjectReference] = {}
        self._form_fields: list[tuple[FormField, StructureElement]] = []
        super().__init__(filename, **{**options, "lang": metadata.language, "pdfVersion": (1, 7)})
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return len(self._page_elements)

    @contextmanager
    def group(
        self,
        role: str,
        *,
        attributes: Mapping[str, object] | None = None,
        resumed: StructureElement | None = None,
    ) -> Generator[StructureElement]:
        """Open an element that holds other elements; *resumed* continues one after a page break."""
        element = resumed or self._append(StructureElement(role, attributes=attributes or {}))
        self._open.append(element)
        try:
            yield element
        finally:
            self._open.pop()

    @contextmanager
    def tag(
        self,
        role: str,
        *,
        alternative: str = "",
        attributes: Mapping[str, object] | None = None,
        resumed: StructureElement | None = None,
    ) -> Generator[StructureElement]:
        """Open an element for what is drawn; *resumed* continues one after a page break."""
        element = resumed or self._append(StructureElement(role, alternative, attributes or {}))
        if self._is_marking:
            yield element
            return
        number = len(self._current_page)
        element.children.append(MarkedContent(self._pageNumber, number))
        self._current_page.append(element)
        with self._marked(f"/{role} <</MCID {number}>> BDC"):
            yield element

    def form_field(self, widget: PDFDictionary, label: str) -> None:
        """Lay a form field over the page, as an element of its own."""
        self._addAnnotation(widget)
        element = self._append(StructureElement("Form", label))
        field = FormField(self._pageNumber, widget)
        element.children.append(field)
        self._form_fields.append((field, element))

    def name_form(self, form: PDFObject) -> None:
        """Say which fields make up the form of this document."""
        self._doc.Catalog.AcroForm = form

    @property
    def document(self) -> PDFDocument:
        """The document that objects are made in."""
        return self._doc

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Generator[None]:
        """Mark what is drawn as decoration that readers skip."""
        if self._is_marking:
            yield
            return
        with self._marked(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Generator[None]:
        self._code.append(operator)
        self._is_marking = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._is_marking = False

    def _append(self, element: StructureElement) -> StructureElement:
        self._open[-1].children.append(element)
        return element

    def beginText(  # noqa: N802 - ReportLab's name
        self, x: float = 0, y: float = 0, direction: str | None = None
    ) -> PDFTextObject:
        """Return a text object that keeps words apart at line ends."""
        return _SpacedText(self, x, y, direction=direction)

    def _setAnnotations(self, page: PDFObject) -> None:  # noqa: N802 - ReportLab's name
        super()._setAnnotations(page)
        if isinstance(page, PDFPage):  # and not a form that pages share
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = len(self._page_elements)
            page.Tabs = PDFName("S")
            self._page_elements.append(self._current_page)
            self._page_references[self._pageNumber] = self._doc.thisPageRef()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Finish the page."""
        super().showPage()
        self._current_page = []

    def save(self) -> None:
        """Write the file with its structure tree."""
        if self._code:
            self.showPage()
        self._before_save(self)
        tree = StructureTree(
            self._root, self._page_elements, self._page_references, self._form_fields
        )
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = tree.build(self._doc)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = XMP(creator=self._xmp)
        self._doc.SaveToFile(self._filename, self)

    def _xmp(self, document: PDFDocument) -> bytes:
        return self._metadata.as_xmp(
            created=document._timeStamp.datetime,  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the one moment that ReportLab writes into the file
            producer=str(document.info.producer),
        )
