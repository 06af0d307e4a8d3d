"""The structure tree: what is a heading, a paragraph, a table, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of a page's drawing instructions, by its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class FormField:
    """A form field, which lies over a page instead of being drawn on it."""

    page: int
    widget: PDFDictionary


class IndirectDictionary(PDFDictionary):
    """A dictionary that is always written as an object of its own."""

    __RefOnly__ = 1


class _IndirectArray(PDFArray):
    """An array that is always written as an object of its own."""

    __RefOnly__ = 1


@dataclass(eq=False, slots=True)
class StructureElement:
    """One element of the tree.

    Attributes:
        role: standard structure type, for example ``H1``, ``P``, ``TD``.
        alternative: text that stands for a picture.
        attributes: PDF attributes of the element, for example the scope of a header cell.
    """

    role: str
    alternative: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict[str, object])
    children: list[StructureElement | MarkedContent | FormField] = field(
        default_factory=list["StructureElement | MarkedContent | FormField"]
    )
    dictionary: PDFDictionary = field(default_factory=lambda: IndirectDictionary({}))


PageElements: TypeAlias = "Sequence[Sequence[StructureElement]]"
"""For each page the elements that own its marked contents, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class StructureTree:
    """The finished tree with what it points to.

    Attributes:
        page_references: the page objects by page number, counted from 1.
        form_fields: each with the element that it belongs to.
    """

    root: StructureElement
    page_elements: PageElements
    page_references: Mapping[int, PDFObjectReference]
    form_fields: Sequence[tuple[FormField, StructureElement]] = ()

    def build(self, document: PDFDocument) -> PDFObject:
        """Return the structure tree root for the catalogue of *document*."""
        root = IndirectDictionary({"Type": PDFName("StructTreeRoot")})
        top = self._build_element(document, self.root, document.Reference(root))
        parents: list[object] = []
        for number, elements in enumerate(self.page_elements):
            owners = _IndirectArray([document.Reference(e.dictionary) for e in elements])
            parents += [number, document.Reference(owners)]
        for number, (form_field, element) in enumerate(self.form_fields, len(self.page_elements)):
            form_field.widget["StructParent"] = number
            parents += [number, document.Reference(element.dictionary)]
        numbers = IndirectDictionary({"Nums": PDFArray(parents)})
        root["K"] = PDFArray([top])
        root["ParentTree"] = document.Reference(numbers)
        root["ParentTreeNextKey"] = len(self.page_elements) + len(self.form_fields)
        return root

    def _build_element(
        self, document: PDFDocument, element: StructureElement, parent: PDFObjectReference
    ) -> PDFObjectReference:
        own = element.dictionary
        reference = document.Reference(own)
        own["Type"], own["S"], own["P"] = PDFName("StructElem"), PDFName(element.role), parent
        if element.alternative:
            own["Alt"] = PDFString(element.alternative)
        if element.attributes:
            own["A"] = PDFDictionary(element.attributes)
        own["K"] = PDFArray(
            [
                self._build_element(document, child, reference)
                if isinstance(child, StructureElement)
                else self._content_reference(document, child)
                for child in element.children
            ]
        )
        return reference

    def _content_reference(
        self, document: PDFDocument, content: MarkedContent | FormField
    ) -> PDFDictionary:
        page = self.page_references[content.page]
        if isinstance(content, FormField):
            widget = document.Reference(content.widget)
            return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": widget})
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": content.number})
