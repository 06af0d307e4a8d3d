"""Material for the measurements: vaults, and bundles of many commits with real signatures."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final

from innolab_desktop import bootstrap
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import salts, signed_tip
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Draft, Origin, Position, Tip, log_id, write
from innolab_desktop.journal.operations import Create, Genesis, Operation, Set, TextEdit
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.journal.texts import MergeText, result_hash, seed_client
from innolab_desktop.keys import device_keys
from innolab_desktop.services.exchange_models import Outgoing
from innolab_desktop.services.spaces import space_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.keys.device_keys import DeviceKeys
    from innolab_desktop.services.session import Session

PASSPHRASE: Final = "nur zum Messen"
FLOOR_KIB: Final = 64 * 1024
_WORDS: Final = [
    "Die",
    "Verwaltung",
    "hat",
    "über",
    "den",
    "Antrag",
    "beraten",
    "Rückfragen",
    "zur",
    "Zuständigkeit",
    "sind",
    "offen",
    "das",
    "Bürgerbüro",
    "meldet",
    "sich",
    "bis",
    "Freitag",
    "Öffnungszeiten",
    "Straße",
    "Gespräch",
    "Führungskräfte",
    "Fortbildung",
    "Maßnahme",
    "überprüft",
]
ADDITION: Final = "Neu: "
SMALL_CHARACTERS: Final = 180
"""The words of a record of about 300 bytes."""
_FIELDS: Final = ("title", "next_step", "review_role", "next_step_role")
_START_MS: Final = 1_790_000_000_000


@dataclass
class Municipality:
    """One official's device and the space it shares with the vault that is measured."""

    keys: DeviceKeys
    card: SignedCard
    space: bytes
    log: bytes
    random: Random
    commits: list[Commit]
    records: list[bytes]
    heads: dict[tuple[bytes, str], bytes]
    first_unsent: int = 0
    texts: dict[bytes, MergeText] = field(default_factory=dict[bytes, MergeText])


def new_vault(folder: Path, name: str = "Koordination") -> Session:
    """Return a fresh vault with the cheapest allowed passphrase slot."""
    owner = bootstrap.NewOwner(name, "Musterstadt", "Amt", "coordinator")
    return bootstrap.create_vault(folder, owner, PASSPHRASE, memory_kib=FLOOR_KIB)


def text(random: Random, length: int) -> str:
    """Return German-looking text of about *length* characters."""
    words: list[str] = []
    size = 0
    while size < length:
        word = random.choice(_WORDS)
        words.append(word)
        size += len(word) + 1
    return " ".join(words)


class Vocabulary:
    """Words as unequal as those of a language: the n-th is n times as rare as the first."""

    def __init__(self, size: int) -> None:
        syllables = [a + b for a in "bdfghklmnprstvwz" for b in ("a", "ei", "ü", "or", "in", "e")]
        random = Random(size)
        self.words = list(
            dict.fromkeys("".join(random.choices(syllables, k=3)) for _ in range(size))
        )
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def text(self, random: Random, length: int) -> str:
        """Return text of about *length* characters."""
        count = length // 8
        return " ".join(random.choices(self.words, cum_weights=self._weights, k=count))


def new_municipality(number: int, receiver: Session) -> Municipality:
    """Return a device whose space has the vault of *receiver* as second member."""
    keys, secret = device_keys.generate(secrets.token_bytes)
    card = device_keys.make_card(
        secret,
        person=secrets.token_bytes(16),
        name=f"Person {number}",
        municipality=f"Kommune {number}",
        department="Amt",
        role="official",
        alias=secrets.token_bytes(8),
        created_ms=_START_MS,
        is_demo=False,
    )
    nonce = secrets.token_bytes(16)
    space = space_id(keys.device, nonce)
    own = receiver.vault.people.own_card()
    genesis = Genesis(
        nonce,
        "coordination",
        f"Raum {number}",
        ((card.encoded(), "founder"), (own.encoded(), "coordinator")),
    )
    incarnation = secrets.token_bytes(8)
    log = log_id(keys.device, space, incarnation)
    random = Random(number)
    found = Municipality(keys, card, space, log, random, [], [], {})
    origin = Origin(space, keys.device, incarnation)
    _append(found, [Draft(genesis)], Position(log, 1, None, origin))
    receiver.vault.people.add_card(card, cards.digits(card.card), is_introduced=False)
    return found


def _short(random: Random) -> str:
    return text(random, 40)


def add_commits(
    municipality: Municipality,
    count: int,
    *,
    texts: int = 0,
    new_records: float = 0.33,
    write_value: Callable[[Random], str] = _short,
) -> None:
    """Write *count* commits of three fields, *texts* of them with a long text of 2 kB."""
    random = municipality.random
    every = count // texts if texts else 0
    for index in range(count):
        has_text = bool(every) and index % every == 0
        drafts: list[Draft] = []
        if not municipality.records or random.random() < new_records:
            record = (_START_MS + len(municipality.commits)).to_bytes(6, "big") + random.randbytes(
                10
            )
            municipality.records.append(record)
            drafts.append(Draft(Create(record, "mission", 1, None, "")))
        record = random.choice(municipality.records[-250:])
        for name in random.sample(_FIELDS, 3):
            if has_text:
                has_text = False
                drafts.append(_draft(municipality, record, "vision", text(random, 2000)))
            else:
                drafts.append(_draft(municipality, record, name, write_value(random)))
        _append(municipality, drafts)


def add_small_records(
    municipality: Municipality, count: int, write_text: Callable[[Random, int], str]
) -> None:
    """Write *count* records of about 300 bytes, one commit each: a number and some words."""
    random = municipality.random
    for index in range(count):
        record = (_START_MS + index).to_bytes(6, "big") + random.randbytes(10)
        municipality.records.append(record)
        drafts = [
            Draft(Create(record, "mission", 1, None, "")),
            Draft(Set(record, "title", f"n{index}")),
            Draft(Set(record, "next_step", write_text(random, SMALL_CHARACTERS))),
        ]
        _append(municipality, drafts)


def change_every_record(municipality: Municipality) -> None:
    """Write one commit for each record that sets three of its fields."""
    for record in municipality.records:
        names = municipality.random.sample(_FIELDS, 3)
        _append(
            municipality,
            [_draft(municipality, record, name, text(municipality.random, 40)) for name in names],
        )


def add_records_with_text(
    municipality: Municipality,
    count: int,
    characters: int,
    write_text: Callable[[Random, int], str] = text,
) -> None:
    """Write *count* records, one commit each: a title and a long text."""
    random = municipality.random
    for index in range(count):
        record = (_START_MS + index).to_bytes(6, "big") + random.randbytes(10)
        municipality.records.append(record)
        merge = MergeText(client=seed_client(record, "vision", 0, ""))
        first = write_text(random, characters)
        update = merge.edit_to(first)
        municipality.texts[record] = merge
        drafts = [
            Draft(Create(record, "mission", 1, None, "")),
            Draft(Set(record, "title", write_text(random, 40))),
            Draft(TextEdit(record, "vision", 0, update, result_hash(first))),
        ]
        _append(municipality, drafts)


def edit_every_record(municipality: Municipality) -> None:
    """Change every record with a text, one commit each: a field and the text."""
    for record, merge in municipality.texts.items():
        longer = ADDITION + str(merge)
        edit = TextEdit(record, "vision", 0, merge.edit_to(longer), result_hash(longer))
        preds = (municipality.heads[record, "vision"],)
        step = Set(record, "next_step", text(municipality.random, 40))
        _append(municipality, [Draft(step), Draft(edit, preds)])


def bundle(municipality: Municipality, receiver: Session, target: Path) -> Path:
    """Write the commits since the last bundle, signed and encrypted for *receiver*."""
    last = municipality.commits[-1]
    tip = Tip(last.seq, last.id)
    body = signed_tip.body_of(municipality.log, tip)
    signature = municipality.keys.sign(signed_tip.PREFIX + body)
    outgoing = Outgoing(
        space=municipality.space,
        recipients=(receiver.vault.people.own_card().card,),
        announced={municipality.log: (tip,)},
        signed_tips=(SignedTip(municipality.log, tip, body, signature),),
        commits=tuple(municipality.commits[municipality.first_unsent :]),
        created=last.at,
    )
    files = BundleFileAdapter(municipality.keys, secrets.token_bytes)
    files.store(files.encode(outgoing), target)
    municipality.first_unsent = len(municipality.commits)
    return target


def _draft(municipality: Municipality, record: bytes, name: str, value: str) -> Draft:
    key = (record, name)
    pred = municipality.heads.get(key)
    if pred is not None and municipality.random.random() < 0.02:  # noqa: PLR2004 - two in a hundred
        pred = None  # as if written without having seen the other value: an Abweichung
    operation: Operation = Set(record, name, value)
    if name == "vision":
        edited = MergeText(client=seed_client(record, name, 0, value))
        operation = TextEdit(record, name, 0, edited.edit_to(value), result_hash(value))
    return Draft(operation, () if pred is None else (pred,))


def _append(
    municipality: Municipality, drafts: list[Draft], position: Position | None = None
) -> None:
    if position is None:
        last = municipality.commits[-1]
        position = Position(municipality.log, last.seq + 1, last.id, None)
    commit = write(
        position,
        drafts,
        at=Instant(_START_MS + position.seq * 1000, 0),
        person=municipality.card.card.person,
        salts=salts.spread(
            municipality.random.randbytes(salts.SEED_BYTES), len(drafts), position.log, position.seq
        ),
    )
    municipality.commits.append(commit)
    for index, draft in enumerate(drafts):
        if isinstance(draft.operation, Set | TextEdit):
            municipality.heads[draft.operation.record, draft.operation.field] = commit.op_id(index)
