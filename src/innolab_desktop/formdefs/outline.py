"""The questions of a template as one text to write into, and back into the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition

_TEXTS: Final = frozenset({"text", "long_text"})


@dataclass(frozen=True, slots=True)
class Outline:
    """The questions that a form asks under one answer, for example those of a template.

    Attributes:
        field: the field whose answer brings the questions.
        choice: the answer.
        label: what the answer is called in the field.
        title: what the part of the form is called.
        questions: the fields, in reading order.
    """

    field: str
    choice: str
    label: str
    title: str
    questions: tuple[FieldDefinition, ...]

    @property
    def text(self) -> str:
        """The questions as headings, each with room below it."""
        return "\n\n".join(f"{question.label}\n" for question in self.questions)

    def read(self, text: str) -> tuple[str, Mapping[str, str]]:
        """Return what stands above the first question, and the answers by field.

        A line that begins with a question begins its answer. What is too long for its field stays
        with its question in the text, as does an answer to a question that was asked before.
        """
        known = {question.label: question for question in self.questions}
        free: list[str] = []
        answers: dict[str, str] = {}
        for heading, lines in _parts(text, known):
            question, answer = known.get(heading), "\n".join(lines).strip()
            if question is None or not answer:
                free.extend(lines if question is None else ())
                continue
            stored = answer if question.kind == "long_text" else " ".join(answer.split())
            if len(stored) > question.max_length or question.id in answers:
                free.extend(["", heading, *lines])
            else:
                answers[question.id] = stored
        return "\n".join(free).strip(), answers


def _parts(text: str, known: Mapping[str, FieldDefinition]) -> list[tuple[str, list[str]]]:
    parts: list[tuple[str, list[str]]] = [("", [])]
    longest_first = sorted(known, key=len, reverse=True)
    for line in text.splitlines():
        bare = line.strip()
        question = next((label for label in longest_first if bare.startswith(label)), None)
        if question is None:
            parts[-1][1].append(line)
        else:
            behind = bare.removeprefix(question).strip()
            parts.append((question, [behind] if behind else []))
    return parts


def outlines_of(form: FormDefinition) -> tuple[Outline, ...]:
    """Return the outlines that a form has: one per part that an answer brings."""
    found: list[Outline] = []
    for section in form.sections:
        field = form.field(section.show_if.field) if section.show_if else None
        if section.show_if is None or field is None:
            continue
        choice = field.choice(section.show_if.choice)
        questions = tuple(
            item for item in section.fields() if item.kind in _TEXTS and item.retired_in is None
        )
        if choice is not None and choice.retired_in is None and questions:
            found.append(Outline(field.id, choice.id, choice.label, section.label, questions))
    return tuple(found)
