"""The part of ReportLab that the reports use (the package carries no types)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import BinaryIO

class PDFObject:
    __RefOnly__: int
    def format(self, document: PDFDocument) -> bytes: ...

class PDFObjectReference(PDFObject): ...

class PDFName(PDFObject):
    def __init__(self, data: str) -> None: ...

class PDFString(PDFObject):
    def __init__(self, s: str) -> None: ...

class PDFArray(PDFObject):
    def __init__(self, sequence: Sequence[object]) -> None: ...

class PDFDictionary(PDFObject):
    def __init__(self, dict: Mapping[str, object]) -> None: ...
    def __setitem__(self, name: str, value: object) -> None: ...

class PDFStreamFilter: ...

PDFZCompress: PDFStreamFilter

class PDFStream(PDFObject):
    def __init__(
        self, dictionary: PDFDictionary, content: str | bytes, filters: Sequence[PDFStreamFilter]
    ) -> None: ...

class PDFCatalog(PDFObject):
    __NoDefault__: list[str]
    AcroForm: PDFObject
    StructTreeRoot: PDFObject
    MarkInfo: PDFObject
    Metadata: PDFObject

class PDFPage(PDFCatalog):
    StructParents: int
    Tabs: PDFName

class PDFInfo:
    producer: str

class TimeStamp:
    datetime: datetime

class PDFDocument:
    Catalog: PDFCatalog
    info: PDFInfo
    _timeStamp: TimeStamp
    def Reference(self, object: PDFObject) -> PDFObjectReference: ...
    def thisPageRef(self) -> PDFObjectReference: ...
    def SaveToFile(self, filename: BinaryIO, canvas: object) -> None: ...

class XMP(PDFObject):
    def __init__(self, *, creator: Callable[[PDFDocument], bytes]) -> None: ...
