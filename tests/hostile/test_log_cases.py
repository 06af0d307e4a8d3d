"""Cases 49 to 64 of the catalogue: what members write that the program never would."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile.workshop import Workshop
from innolab_desktop.domain.errors import Cancelled, FormatError, RecordError
from innolab_desktop.journal import cbor
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.operations import Create, Erase, MemberAdd, Set
from innolab_desktop.services.changes import CancelToken
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hostile.conftest import Target
    from innolab_desktop.services.session import Session
    from vaults import Pair

RECORD = b"\x07" * 16
CREATE = Create(RECORD, "mission", 1, None, "")
WORD = "Unterlassungsklage"


def title(text: str) -> Set:
    return Set(RECORD, "title", text)


def test_case_049_wrong_signature_of_a_log_refuses_everything(
    target: Target, workshop: Workshop
) -> None:
    good, bad = workshop.log([CREATE, title("gut")])[0], workshop.log([title("schlecht")])[0]
    forged = bytearray(workshop.tip(bad))
    forged[-1] ^= 1
    mail = workshop.bundle(good, bad, tips=[workshop.tip(good), bytes(forged)])
    target.refuses(mail, "bundle_signature_wrong")


def test_case_050_gap(ben: Target, forgery: Workshop) -> None:
    first, second, third = forgery.log([CREATE], [title("zwei")], [Set(RECORD, "code", "drei")])
    assert ben.read(forgery.bundle(first)) == [("applied", "")]
    ben.holds(forgery.bundle(third), "commits_held")
    assert ben.session.vault.records.counts().held == 1
    assert ben.read(forgery.bundle(second)) == [("applied", "")]
    assert ben.session.records.open(RECORD).values["code"] == "drei"


@pytest.mark.parametrize("seq", [2, 4, 9])
def test_case_050_numbers_that_do_not_follow(
    ben: Target, forgery: Workshop, tmp_path: Path, seq: int
) -> None:
    """What waits is not forwarded, and stops nothing that Ben sends."""
    first, second = forgery.log([CREATE], [title("zwei")])
    jumped = forgery.follow(second, seq, [title("weit")])
    assert ben.read(forgery.bundle(first, second, jumped)) == [("applied", "")]
    assert ben.session.vault.records.counts().held == 1
    assert ben.session.records.open(RECORD).values["title"] == "zwei"
    ben.session.records.save(RECORD, {"title": "drei"})
    assert ben.session.exporting.run(forgery.space, tmp_path / "on").files[0].commits


def test_case_051_fork(ben: Target, forgery: Workshop) -> None:
    start = forgery.origin()
    branches = [forgery.log([CREATE], [title(text)], origin=start) for text in ("eins", "zwei")]
    assert branches[0][0] == branches[1][0]
    for branch in branches:
        assert ben.read(forgery.bundle(*branch)) == [("applied", "")]
    shown = ben.session.records.open(RECORD).conflicts["title"]
    assert {variant.value for variant in shown} == {"eins", "zwei"}, "both are kept"
    assert [n.code for n in ben.session.notices.all()] != [], "and people hear of it"


def test_case_052_wrong_predecessor(ben: Target, forgery: Workshop) -> None:
    (first,) = forgery.log([CREATE])
    stray = forgery.raw(b"body", key2=first.log, key3=2, key4=bytes(32))
    header: Any = cbor.decode(stray.header)
    del header[9]
    body = forgery.log([title("fremd")])[0].bodies[0]
    assert body is not None
    header[7] = [[hashlib.sha256(b"op1" + body).digest(), len(body), []]]
    second = type(stray)(first.log, 2, cbor.encode(header), (body,))
    assert ben.read(forgery.bundle(first, second)) == [("applied", "")]
    assert "title" not in ben.session.records.open(RECORD).values
    assert ben.session.vault.records.counts().held == 1


def test_case_053_author_is_no_member(ben: Target, forgery: Workshop, pair: Pair) -> None:
    clara = open_vault(pair.clara)
    own = type(forgery)(clara, ben.session, pair.space)
    (forged,) = own.log([CREATE])
    ben.holds(own.bundle(forged), "sender_not_member")
    relayed = forgery.bundle(forged, tips=[own.tip(forged)])
    ben.holds(relayed, "commits_held")
    clara.close()


class Group:
    """Anna founds a Fallgruppe with Ben and Clara and writes a mission there."""

    def __init__(self, ben: Target, anna: Session, clara: Session, folder: Path) -> None:
        people = [ben.session.info.person_id, clara.info.person_id]
        self.folder, self.anna = folder, anna
        self.space = anna.spaces.create("Gruppe", "case_group", people).id
        self.mission = anna.records.new("mission", {"title": "Annas"}, space=self.space).record
        (sent,) = anna.exporting.run(self.space, folder / "post").files
        assert ben.read(sent.path) == [("applied", "")]
        self.from_ben = Workshop(ben.session, anna, self.space)

    def hand_to_anna(self, *operations: Any) -> None:
        """Let a changed program of Ben's send what his role does not allow."""
        path = self.folder / "forged.ilpaket"
        path.write_bytes(self.from_ben.bundle(*self.from_ben.log(operations)))
        self.anna.importing.run([path])


@pytest.fixture
def clara(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.clara)
    yield session
    session.close()


@pytest.fixture
def group(ben: Target, anna: Session, clara: Session, tmp_path: Path) -> Group:
    return Group(ben, anna, clara, tmp_path)


def test_case_054_roles_are_given_by_who_may(
    group: Group, ben: Target, anna: Session, pair: Pair
) -> None:
    """A plain member makes himself the founder and brings somebody in."""
    stranger = open_vault(pair.stranger)
    theirs = stranger.vault.people.own_card().encoded()
    stranger.close()
    own = ben.session.vault.people.own_card().encoded()
    before = anna.spaces.get(group.space).members
    group.hand_to_anna(MemberAdd(own, "founder"), MemberAdd(theirs, "member"))
    assert anna.spaces.get(group.space).members == before


def test_case_055_commit_of_another_space(target: Target, workshop: Workshop) -> None:
    (stray,) = workshop.log([CREATE], origin=workshop.origin(space=b"\x05" * 16))
    target.refuses(workshop.bundle(stray), "commit_of_other_space")


def test_case_055_commit_that_goes_on_with_a_log_of_another_space(
    anna: Session, ben: Target, forgery: Workshop, tmp_path: Path
) -> None:
    other = anna.spaces.create("Zweites", "tandem", [ben.session.info.person_id])
    (file,) = anna.exporting.run(other.id, tmp_path / "post").files
    assert ben.read(file.path) == [("applied", "")]
    anna.records.new("mission", {"title": "Dort"}, space=other.id)
    (log,) = anna.vault.journal.logs(other.id)
    store: Any = anna.vault
    with store.transaction() as connection:
        raws = connection.exec_driver_sql("SELECT raw FROM entry").scalars().all()
    stray = max((c for c in commits.decode_stored(raws) if c.log == log.log), key=lambda c: c.seq)
    ben.refuses(forgery.bundle(stray), "commit_of_other_space")


def test_case_056_clock_ten_years_ahead(ben: Target, forgery: Workshop) -> None:
    ms, counter = forgery.instant()
    future = (ms + 10 * 365 * 86_400_000, counter)
    (early,) = forgery.log([CREATE, title("aus der Zukunft")], at=future)
    assert ben.read(forgery.bundle(early)) == [("applied", "")]
    ben.session.records.save(RECORD, {"title": "von heute"})
    assert ben.session.records.open(RECORD).values["title"] == "von heute", "time decides nothing"
    written = ben.session.vault.journal.last_instant()
    assert written.ms < ms + 365 * 86_400_000, "the own clock does not follow"


def test_case_057_erasure_by_somebody_who_may_not(group: Group, ben: Target, anna: Session) -> None:
    """Ben's program refuses; what a changed program of his writes is not followed."""
    with pytest.raises(RecordError, match="erasure_not_allowed"):
        ben.session.erasing.erase(group.mission, "request")
    group.hand_to_anna(Erase((group.mission + b"\xff",), "request", group.mission))
    assert anna.records.open(group.mission).values["title"] == "Annas"


def test_case_058_erasure_of_an_own_entry(ben: Target, anna: Session, pair: Pair) -> None:
    anna.records.save(pair.mission, {"title": WORD})
    (sent,) = anna.exporting.run(pair.space, pair.anna.parent / "one").files
    ben.read(sent.path)
    assert ben.session.search(WORD) != ()
    anna.erasing.erase(pair.mission, "request")
    (sent,) = anna.exporting.run(pair.space, pair.anna.parent / "two").files
    assert ben.read(sent.path) == [("applied", "")]
    assert ben.session.search(WORD) == ()
    database: Any = ben.session.vault
    with database.transaction() as connection:
        raws = connection.exec_driver_sql("SELECT raw FROM entry").scalars().all()
    assert all(WORD.encode() not in raw for raw in raws)
    assert len(commits.decode_stored(raws)) == len(raws), "every header and hash still fits"


def test_case_059_what_comes_after_its_erasure(ben: Target, anna: Session, pair: Pair) -> None:
    anna.records.save(pair.mission, {"title": WORD})
    (old,) = anna.exporting.run(pair.space, pair.anna.parent / "one").files
    anna.erasing.erase(pair.mission, "request")
    (new,) = anna.exporting.run(pair.space, pair.anna.parent / "two").files
    for mail in (new.path, old.path):
        ben.read(mail)
    database: Any = ben.session.vault
    with database.transaction() as connection:
        for table in ("entry", "held"):
            raws = connection.exec_driver_sql(f"SELECT raw FROM {table}").scalars().all()  # noqa: S608 - one of two
            assert all(WORD.encode() not in raw for raw in raws), table
    assert ben.session.search(WORD) == ()


def test_case_060_mass_erasure_is_told(ben: Target, anna: Session, pair: Pair) -> None:
    """Here an erasure is final by law (Art. 17); it is announced in numbers, before and after."""
    goals = [
        anna.records.new("smart_goal", {"specific": f"Ziel {n}"}, parent=pair.mission).record
        for n in range(25)
    ]
    (sent,) = anna.exporting.run(pair.space, pair.anna.parent / "one").files
    ben.read(sent.path)
    assert {item.id for item in anna.erasing.plan(pair.mission).below} == set(goals)
    anna.erasing.erase(pair.mission, "request")
    (sent,) = anna.exporting.run(pair.space, pair.anna.parent / "two").files
    report = ben.session.importing.run([sent.path])
    assert len(report.bundles[0].arrival.erased) == 26
    assert len(ben.session.erasing.log()) >= 1


def test_case_061_unknown_operation(ben: Target, forgery: Workshop) -> None:
    later = cbor.encode([bytes(16), 99, RECORD, "Kenntnis von morgen"])
    known = forgery.log([CREATE])[0].bodies[0]
    assert known is not None
    assert ben.read(forgery.bundle(forgery.raw(known, later))) == [("applied", "")]
    assert ben.session.records.open(RECORD).kind == "mission"
    database: Any = ben.session.vault
    with database.transaction() as connection:
        raws = connection.exec_driver_sql("SELECT raw FROM entry").scalars().all()
    assert sum(later in raw for raw in raws) == 1, "kept byte by byte"


@pytest.mark.parametrize("change", ["flip", "cut", "longer", "swap", "empty"])
def test_case_062_body_and_header_do_not_fit(
    target: Target, workshop: Workshop, change: str
) -> None:
    one, two = workshop.log([CREATE, title("gut")])[0].bodies
    assert one is not None
    assert two is not None
    bodies = {
        "flip": (one, two[:-1] + bytes([two[-1] ^ 1])),
        "cut": (one, two[:-1]),
        "longer": (one, two + b"\0"),
        "swap": (two, one),
        "empty": (one, b""),
    }[change]
    raw = workshop.raw(one, two)
    altered = type(raw)(raw.log, raw.seq, raw.header, bodies)
    target.refuses(workshop.bundle(altered), "bundle_content_invalid")


@given(st.binary(min_size=1, max_size=60), st.binary(min_size=1, max_size=60))
def test_case_063_one_header_fits_one_body(one: bytes, other: bytes) -> None:
    start = commits.Origin(bytes(16), bytes(16), bytes(8))
    entries = [[commits.body_hash(one), len(one), []]]
    header = cbor.encode(
        {1: 1, 2: start.log, 3: 1, 5: [1, 0], 6: bytes(16), 7: entries, 8: 1, 9: [*start]}
    )
    if one == other:
        assert commits.decode(cbor.encode([header, [other]])).bodies == (one,)
    else:
        with pytest.raises(FormatError, match="commit_body_altered"):
            commits.decode(cbor.encode([header, [other]]))


@pytest.mark.parametrize("content", ["[" * 200_000, "5", "null", '{"values": []}', ""])
def test_a_fassung_that_cannot_be_read(ben: Target, forgery: Workshop, content: str) -> None:
    revision = b"\x09" * 16
    mail = forgery.log(
        [
            CREATE,
            title("eins"),
            Create(revision, "revision", 1, RECORD, ""),
            Set(revision, "content", content),
        ]
    )
    assert ben.read(forgery.bundle(*mail)) == [("applied", "")]
    with pytest.raises(RecordError, match="revision_damaged"):
        ben.session.revisions.content(revision)
    assert ben.session.erasing.plan(RECORD, "title").record.id == RECORD


class StopsSoon(CancelToken):
    """Somebody presses Abbrechen while a large package is being read."""

    def __init__(self, checks: int) -> None:
        super().__init__()
        self._checks = checks

    def raise_if_cancelled(self) -> None:
        self._checks -= 1
        if self._checks < 0:
            self.cancel()
        super().raise_if_cancelled()


@pytest.mark.parametrize("checks", [1, 2])
def test_case_064_many_tiny_entries_can_be_stopped(
    target: Target, workshop: Workshop, checks: int, tmp_path: Path
) -> None:
    many = workshop.log([CREATE], *([title(str(n))] for n in range(2000)))
    path = tmp_path / "many.ilpaket"
    path.write_bytes(workshop.bundle(*many, tips=[workshop.tip(many[-1])]))
    before = target.files()
    with pytest.raises(Cancelled):
        target.session.importing.run([path], cancel=StopsSoon(checks))
    assert target.files() == before
