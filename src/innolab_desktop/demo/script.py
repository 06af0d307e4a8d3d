"""Reads the story of the demo: who takes part, and scene by scene what they do.

``resources/demo/story.toml`` explains its own grammar.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_RESERVED: Final = frozenset(("key", "kind", "parent", "space", "record"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the story and the folder of their vault."""

    key: str
    name: str
    municipality: str
    department: str
    role: str
    folder: str


@dataclass(frozen=True, slots=True)
class NewSpace:
    """A space that somebody founds."""

    key: str
    name: str
    type: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """A new record (with a kind), or changed fields of the record *key*.

    Attributes:
        values: what a person would type into each field; ``@key`` names another record.
    """

    key: str
    values: Mapping[str, str]
    kind: str = ""
    parent: str = ""
    space: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An Abweichung that somebody settles."""

    record: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A Fassung that somebody freezes."""

    record: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A bundle that somebody sends."""

    key: str
    space: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A bundle that reaches somebody."""

    mail: str
    who: str


@dataclass(frozen=True, slots=True)
class Print:
    """A report that somebody prints."""

    report: str
    record: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one person does on one day, and what reaches others of it, in this order."""

    day: date
    who: str
    tell: str
    space: NewSpace | None
    records: tuple[Writing, ...]
    changes: tuple[Writing, ...]
    decision: Decision | None
    revision: Revision | None
    mail: Mail | None
    deliveries: tuple[Delivery, ...]
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The whole story."""

    passphrase: str
    actors: tuple[Actor, ...]
    scenes: tuple[Scene, ...]


def read_script(path: Path) -> Script:
    """Return the story written in *path*.

    Raises:
        KeyError: something is missing in it.
        TypeError: something is in it that the grammar does not know.
    """
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    return Script(
        passphrase=story["passphrase"],
        actors=tuple(Actor(**actor) for actor in story["actor"]),
        scenes=tuple(_scene(scene) for scene in story["scene"]),
    )


def _scene(table: Mapping[str, Any]) -> Scene:
    return Scene(
        day=date.fromisoformat(table["day"]),
        who=table["who"],
        tell=table["tell"],
        space=_space(table["found"]) if "found" in table else None,
        records=tuple(_new(record) for record in table.get("new", ())),
        changes=tuple(_change(change) for change in table.get("change", ())),
        decision=Decision(**table["resolve"]) if "resolve" in table else None,
        revision=Revision(**table["freeze"]) if "freeze" in table else None,
        mail=Mail(**table["send"]) if "send" in table else None,
        deliveries=tuple(Delivery(**delivery) for delivery in table.get("arrive", ())),
        prints=tuple(Print(**entry) for entry in table.get("print", ())),
    )


def _space(table: Mapping[str, Any]) -> NewSpace:
    return NewSpace(table["key"], table["name"], table["type"], tuple(table["members"]))


def _new(table: Mapping[str, Any]) -> Writing:
    return Writing(
        key=table.get("key", ""),
        values=_values(table),
        kind=table["kind"],
        parent=table.get("parent", ""),
        space=table.get("space", ""),
    )


def _change(table: Mapping[str, Any]) -> Writing:
    return Writing(table["record"], _values(table))


def _values(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: cast("str", value) for name, value in table.items() if name not in _RESERVED}
