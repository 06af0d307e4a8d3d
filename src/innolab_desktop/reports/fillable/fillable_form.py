"""The form of one kind of record, to be filled in elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from reportlab.platypus import Flowable

from innolab_desktop.domain.xml_text import xml_text
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.reports.fillable.field_names import KIND, PREFIX, TICK, VERSION
from innolab_desktop.reports.fillable.widgets import FONT_SIZE, LINE_HEIGHT, Box, WidgetMaker
from innolab_desktop.reports.tagging.flowables import tagged_canvas
from innolab_desktop.services.paper_forms import can_be_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.pdfbase.pdfdoc import PDFDictionary

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.reports.fillable.form_font import FormFont
    from innolab_desktop.reports.tagging.canvas import TaggedCanvas
    from innolab_desktop.services.reporting import Sheet

    Maker: TypeAlias = Callable[[TaggedCanvas, Box], PDFDictionary]

_TICK_SIZE: Final = 12
_ONE_LINE: Final = 20
_LONG_LINES, _MOST_LINES = 5, 30
_CHARACTERS_PER_LINE: Final = 85
_AFTER: Final = 6
_CAPTION_INDENT: Final = 20
_BETWEEN: Final = 3


class InputField(Flowable):
    """The place of a form field.

    Args:
        make: makes the field for its place.
        label: what it asks for; the element of a screen reader.

    Units: points.
    """

    def __init__(self, make: Maker, label: str, height: float) -> None:
        super().__init__()
        self._make = make
        self._label = label
        self._field_height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width."""
        self.width, self.height = aW, self._field_height + _AFTER
        return self.width, self.height

    def draw(self) -> None:
        """Put the field on the page."""
        self._put(self.width, _AFTER)

    def _put(self, width: float, above: float) -> None:
        canvas = tagged_canvas(self)
        left, bottom = canvas.absolutePosition(0, above)
        box = Box(left=left, bottom=bottom, width=width, height=self._field_height)
        canvas.form_field(self._make(canvas, box), self._label)


class TickField(InputField):
    """A box to tick, with its caption beside it."""

    def __init__(self, make: Maker, label: str, caption: Flowable) -> None:
        super().__init__(make, label, _TICK_SIZE)
        self._caption = caption

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Take the height of the caption."""
        _, height = self._caption.wrap(aW - _CAPTION_INDENT, aH)
        self.width, self.height = aW, max(height, _TICK_SIZE) + _BETWEEN
        return self.width, self.height

    def draw(self) -> None:
        """Put the box and its caption on the page."""
        self._put(_TICK_SIZE, self.height - _TICK_SIZE - 1)
        canvas = tagged_canvas(self)
        self._caption.drawOn(canvas, _CAPTION_INDENT, _BETWEEN)


class InputForm:
    """The sections of a form with a field for each answer.

    Args:
        font: of what is typed.
        form: what is asked for.
        sheet: what is in it already.
    """

    def __init__(self, font: FormFont, form: FormDefinition, sheet: Sheet) -> None:
        self._font = font
        self._form = form
        self._values = sheet.record.values
        self._maker: WidgetMaker | None = None

    def flowables(self, blocks: Blocks, subtitle: str, how_to: str) -> Iterator[Flowable]:
        """Yield the whole form."""
        form = self._form
        title = form.title_of(self._values)
        yield from blocks.title(form.label, title or form.label, subtitle)
        yield from blocks.note(how_to)
        for section in form.sections:
            fields = [entry for entry in section.entries if can_be_filled(entry, form)]
            if fields:
                yield from blocks.section(section.label)
            for field in fields:
                yield from self._question(blocks, field)

    def finish(self, canvas: TaggedCanvas) -> None:
        """Name all fields, and what form this is."""
        widgets = self._widgets(canvas)
        widgets.hidden_field(KIND, self._form.id)
        widgets.hidden_field(VERSION, str(self._form.version))
        canvas.name_form(widgets.acro_form())

    def _widgets(self, canvas: TaggedCanvas) -> WidgetMaker:
        if self._maker is None:
            document = canvas.document
            self._maker = WidgetMaker(document, self._font.embed(document))
        return self._maker

    def _question(self, blocks: Blocks, field: FieldDefinition) -> Iterator[Flowable]:
        unit = f" ({field.unit})" if field.unit else ""
        yield blocks.label(field.label + unit)
        value, name = self._values.get(field.id), PREFIX + field.id
        if field.kind in ("multi_choice", "checklist"):
            yield from self._ticks(blocks, field, value)
        elif options := _options(field):
            shown = xml_text(KINDS[field.kind].format(field, value))
            yield InputField(
                lambda canvas, box: self._widgets(canvas).choice_field(
                    name, field.label, shown, box, options
                ),
                field.label,
                _ONE_LINE,
            )
        else:
            yield self._line(field, xml_text(KINDS[field.kind].format(field, value)))

    def _line(self, field: FieldDefinition, shown: str) -> Flowable:
        is_long = field.kind == "long_text"
        needed = shown.count("\n") + len(shown) // _CHARACTERS_PER_LINE + 1
        lines = min(max(needed, _LONG_LINES), _MOST_LINES)
        return InputField(
            lambda canvas, box: self._widgets(canvas).text_field(
                PREFIX + field.id, field.label, shown, box, is_long=is_long
            ),
            field.label,
            lines * LINE_HEIGHT + FONT_SIZE if is_long else _ONE_LINE,
        )

    def _ticks(self, blocks: Blocks, field: FieldDefinition, value: Value) -> Iterator[Flowable]:
        ticked = referenced_ids(value)
        for choice in field.active_choices:
            label = f"{field.label}: {choice.label}"
            name = f"{PREFIX}{field.id}{TICK}{choice.id}"

            make = partial(self._tick, name, label, choice.id in ticked)

            yield TickField(make, label, blocks.caption(choice.label))

    def _tick(
        self,
        name: str,
        label: str,
        is_ticked: bool,  # noqa: FBT001 - of a partial
        canvas: TaggedCanvas,
        box: Box,
    ) -> PDFDictionary:
        return self._widgets(canvas).tick_box(name, label, box, is_ticked=is_ticked)


def _options(field: FieldDefinition) -> tuple[str, ...]:
    """Return the answers that a field offers; none where people write freely."""
    if field.kind == "yes_no":
        return tuple(KINDS[field.kind].format(field, answer) for answer in (True, False))
    if field.kind == "choice":
        return tuple(choice.label for choice in field.active_choices)
    if field.kind == "scale" and field.choices:
        steps = (int(choice.id) for choice in field.active_choices)
        return tuple(KINDS[field.kind].format(field, step) for step in steps)
    return ()
