"""How far somebody came with a release: as values of a draft, and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from innolab_desktop.services.release_plan import ReleaseChoices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.release_plan import Accepted, FieldKey

Decision: TypeAlias = Literal["change", "keep", ""]
"""What was ticked about words; nothing, if only other words were typed."""

_SPACE: Final = "space"
_FIELDS: Final = "fields"
_CHILDREN: Final = "children"
_LEFT_OUT: Final = "left_out"
_WORDING: Final = "wording"
_ACCEPTED: Final = "accepted"
_ABOUT: Final = "about"
_ANSWERS: Final = "answers"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered about words that were found, and has not taken over yet.

    Attributes:
        instead: the words to write instead.
    """

    decision: Decision
    instead: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is ticked.

    Attributes:
        left_out: children that were released before and shall not be this time.
    """

    fields: frozenset[FieldKey] = frozenset()
    children: frozenset[RecordId] = frozenset()
    left_out: frozenset[RecordId] = frozenset()


@dataclass(frozen=True, slots=True)
class BegunRelease:
    """A release that is not done.

    Attributes:
        space: where to; what was decided was decided for its readers.
        decided: what was taken over about the words, and about which texts.
        answers: what was not taken over yet.
    """

    space: SpaceId
    ticks: Ticks = Ticks()
    decided: ReleaseChoices = field(default_factory=ReleaseChoices)
    answers: Mapping[Accepted, Answer] = field(default_factory=dict["Accepted", Answer])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ticked, decided or typed."""
        return not (self.decided.decided or self.answers) and self.ticks == Ticks()

    def as_values(self) -> dict[str, Value]:
        """Return it for a draft; what is about words is named by field and record.

        An erasure finds what it has to take along by these names.
        """
        values: dict[str, Value] = {
            _SPACE: self.space.hex(),
            _FIELDS: tuple(sorted(_named(key) for key in self.ticks.fields)),
            _CHILDREN: tuple(sorted(child.hex() for child in self.ticks.children)),
            _LEFT_OUT: tuple(sorted(child.hex() for child in self.ticks.left_out)),
        }
        for key, text in self.decided.wording.items():
            values[f"{_WORDING}:{_named(key)}"] = text
        for record, name, words in sorted(self.decided.accepted):
            place = f"{_ACCEPTED}:{_named((record, name))}"
            values[place] = (*_texts(values.get(place)), words)
        for (record, name, words), answer in self.answers.items():
            place = f"{_ANSWERS}:{_named((record, name))}"
            values[place] = (*_texts(values.get(place)), words, answer.decision, answer.instead)
        for key in self.decided.decided | {(record, name) for record, name, _ in self.answers}:
            writes = self.decided.about.get(key, ())
            values[f"{_ABOUT}:{_named(key)}"] = tuple(write.hex() for write in writes)
        return values


def begun_release(values: Mapping[str, Value]) -> BegunRelease:
    """Return what a draft tells of a release."""
    ticks = Ticks(
        frozenset(_key(name) for name in _texts(values.get(_FIELDS))),
        frozenset(map(bytes.fromhex, _texts(values.get(_CHILDREN)))),
        frozenset(map(bytes.fromhex, _texts(values.get(_LEFT_OUT)))),
    )
    wording: dict[FieldKey, str] = {}
    accepted: set[Accepted] = set()
    about: dict[FieldKey, tuple[bytes, ...]] = {}
    answers: dict[Accepted, Answer] = {}
    for name, value in values.items():
        what, _, place = name.partition(":")
        if what == _WORDING:
            wording[_key(place)] = str(value)
        elif what == _ACCEPTED:
            accepted |= {(*_key(place), words) for words in _texts(value)}
        elif what == _ABOUT:
            about[_key(place)] = tuple(map(bytes.fromhex, _texts(value)))
        elif what == _ANSWERS:
            answers |= _answers(_key(place), _texts(value))
    decided = ReleaseChoices(wording=wording, accepted=frozenset(accepted), about=about)
    return BegunRelease(bytes.fromhex(str(values[_SPACE])), ticks, decided, answers)


def _answers(key: FieldKey, told: tuple[str, ...]) -> dict[Accepted, Answer]:
    triples = zip(told[::3], told[1::3], told[2::3], strict=True)
    return {
        (*key, words): Answer(cast("Decision", decision), instead)
        for words, decision, instead in triples
    }


def _named(key: FieldKey) -> str:
    record, name = key
    return f"{name}:{record.hex()}"


def _key(named: str) -> FieldKey:
    name, _, record = named.partition(":")
    return bytes.fromhex(record), name


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()
