"""Import and export between real vaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import Cancelled, RecordError
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.commit import Draft, Origin, Position
from innolab_desktop.journal.operations import Create, Genesis, Set
from innolab_desktop.services.changes import CancelToken
from innolab_desktop.services.exchange_models import Outgoing
from innolab_desktop.services.spaces import space_id
from services.forger import Forger, Impostor
from vaults import open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


def send(session: Session, space: bytes, folder: Path) -> Path:
    (file,) = session.exporting.run(space, folder).files
    return file.path


def statuses(session: Session, *paths: Path) -> list[tuple[str, str]]:
    return [(b.status, b.code) for b in session.importing.run(paths).bundles]


# --- the usual way --------------------------------------------------------------------------


def test_a_preview_changes_nothing_and_tells_the_truth(ben: Session, pair: Pair) -> None:
    before = rows(ben)
    preview = ben.importing.preview([pair.bundle])
    assert rows(ben) == before
    assert not (pair.ben / "backups").exists()
    assert ben.importing.run([pair.bundle]) == preview
    assert preview.bundles[0].status == "applied"
    assert ben.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    assert rows(ben) != before


def test_a_replay_and_the_own_bundle_change_nothing(
    ben: Session, anna: Session, pair: Pair
) -> None:
    statuses(ben, pair.bundle)
    before = rows(ben)
    assert statuses(ben, pair.bundle) == [("unchanged", "")]
    assert rows(ben) == before
    assert statuses(anna, pair.bundle) == [("unchanged", "")]


def test_one_backup_an_hour(ben: Session, pair: Pair) -> None:
    for _ in range(3):
        ben.importing.run([pair.bundle])
    assert len(list((pair.ben / "backups").iterdir())) == 1


def test_a_stopped_import_changes_nothing(ben: Session, pair: Pair) -> None:
    before = rows(ben)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ben.importing.run([pair.bundle], cancel=token)
    assert rows(ben) == before


def test_an_import_goes_on_past_rejected_files(ben: Session, pair: Pair, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.ilpaket").write_bytes(b"no bundle")
    (inbox / "b.ilpaket").write_bytes(pair.bundle.read_bytes()[:-1])
    (inbox / "c.ilpaket").write_bytes(pair.bundle.read_bytes())
    (inbox / "d.ilpaket").mkdir()
    (inbox / "notes.txt").write_text("not asked for")
    report = ben.importing.run([inbox])
    assert not report.is_clean
    assert [(b.status, b.code) for b in report.bundles] == [
        ("rejected", "bundle_not_a_bundle"),
        ("rejected", "bundle_damaged"),
        ("applied", ""),
        ("rejected", "file_unreadable"),
    ]


def test_a_sample_of_mutants_leaves_every_table_as_it_was(
    ben: Session, pair: Pair, tmp_path: Path
) -> None:
    good = pair.bundle.read_bytes()
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number, at in enumerate(range(0, len(good), len(good) // 150)):
        mutant = bytearray(good)
        mutant[at] ^= 1 << number % 8
        (inbox / f"{number:03}.ilpaket").write_bytes(mutant)
    before = rows(ben)
    report = ben.importing.run([inbox])
    assert {b.status for b in report.bundles} == {"rejected"}
    assert rows(ben) == before


def test_two_people_at_once_make_an_abweichung(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    anna.records.save(pair.mission, {"title": "Annas Titel"})
    ben.records.save(pair.mission, {"title": "Bens Titel"})
    for one, other in ((anna, ben), (ben, anna)):
        statuses(other, send(one, pair.space, tmp_path / "mail"))
    for session in (anna, ben):
        found = session.records.open(pair.mission).conflicts["title"]
        assert {variant.value for variant in found} == {"Annas Titel", "Bens Titel"}
        with pytest.raises(RecordError) as failure:
            session.records.save(pair.mission, {"title": "Drüber"})
        assert failure.value.code == "field_in_conflict"
    ben.conflicts.resolve(pair.mission, "title", "Gemeinsam")
    statuses(anna, send(ben, pair.space, tmp_path / "mail"))
    assert anna.records.open(pair.mission).values["title"] == "Gemeinsam"
    assert anna.conflicts.records() == ()


def test_deleted_and_edited_waits_for_a_person(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    anna.records.delete(pair.mission)
    ben.records.save(pair.mission, {"title": "Noch gebraucht"})
    statuses(anna, send(ben, pair.space, tmp_path / "mail"))
    assert "_deleted" in anna.records.open(pair.mission).conflicts
    anna.conflicts.resolve(pair.mission, "_deleted", value=False)
    kept = anna.records.open(pair.mission)
    assert (kept.deleted, kept.conflicts) == (False, {})
    assert kept.values["title"] == "Noch gebraucht"


# --- strangers and false friends ------------------------------------------------------------


def test_an_unknown_sender_is_held_until_the_card_comes(pair: Pair, tmp_path: Path) -> None:
    stranger, ben = open_vault(pair.stranger), open_vault(pair.ben)
    space = stranger.spaces.create("Neu", "tandem", [ben.info.person_id])
    stranger.records.new("mission", {"title": "Von außen"}, space=space.id)
    mail = send(stranger, space.id, tmp_path / "mail")
    assert statuses(ben, mail) == [("held", "sender_unknown")]
    assert [s.type for s in ben.spaces.all()] == ["private"]
    stranger.contacts.write_card(tmp_path / "stranger.ilkarte")
    ben.contacts.add(tmp_path / "stranger.ilkarte")
    assert [b.status for b in ben.importing.retry_waiting().bundles] == ["applied"]
    assert [hit.title for hit in ben.search("außen")] == ["Von außen"]
    assert ben.desk.waiting() == ()
    stranger.close()
    ben.close()


def test_nobody_writes_in_anothers_name(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    forger = Forger(anna)
    record = b"\x01" * 16
    forged = forger.commit(ben.info.device, pair.space, Create(record, "mission", 1, None, ""))
    before = rows(ben)
    mail = forger.mail(ben, pair.space, tmp_path / "a.ilpaket", forged)
    assert statuses(ben, mail) == [("rejected", "bundle_signature_wrong")]
    assert rows(ben) == before


def test_a_manifest_signed_by_another_key_is_refused(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    clara = open_vault(pair.clara)
    forger = Forger(clara)
    forger.export._files._identity = Impostor(anna.info.device, forger.export._files._identity)
    before = rows(ben)
    mail = forger.mail(ben, pair.space, tmp_path / "a.ilpaket")
    assert statuses(ben, mail) == [("rejected", "bundle_signature_wrong")]
    assert rows(ben) == before
    clara.close()


def test_only_members_write(anna: Session, ben: Session, pair: Pair, tmp_path: Path) -> None:
    statuses(ben, pair.bundle)
    clara = open_vault(pair.clara)
    forger = Forger(clara)
    forged = forger.commit(clara.info.device, pair.space, Create(bytes(16), "mission", 1, None, ""))
    mail = forger.mail(ben, pair.space, tmp_path / "a.ilpaket", forged)
    assert statuses(ben, mail) == [("held", "sender_not_member")]
    relayed = Forger(anna).mail(ben, pair.space, tmp_path / "b.ilpaket", forged)
    assert statuses(ben, relayed) == [("held", "commits_held")]
    assert ben.vault.records.counts().records == 1
    clara.close()


def test_nobody_founds_a_space_in_anothers_name(pair: Pair, tmp_path: Path) -> None:
    clara, ben = open_vault(pair.clara), open_vault(pair.ben)
    forger = Forger(clara)
    (anna_card,) = clara.vault.people.signed_cards(
        next(c.id for c in clara.contacts.all() if c.name == "Anna Weiß")
    )
    members = (
        (anna_card.encoded(), "founder"),
        (forger.own.encoded(), "member"),
        (ben.vault.people.own_card().encoded(), "member"),
    )
    nonce = b"\x05" * 16
    space = space_id(anna_card.card.device, nonce)
    genesis = Genesis(nonce, "tandem", "Von Anna?", members)
    commit = forger.commit(anna_card.card.device, space, genesis)
    before = ben.spaces.all()
    recipient = ben.vault.people.own_card().card
    outgoing = Outgoing(space, (recipient,), {}, (), (commit,), clara.vault.journal.last_instant())
    (tmp_path / "a.ilpaket").write_bytes(forger.export._files.encode(outgoing))
    assert statuses(ben, tmp_path / "a.ilpaket") == [("held", "space_unknown")]
    assert ben.spaces.all() == before
    clara.close()
    ben.close()


HOSTILE = {
    "parent is no record": Set(b"\x09" * 16, "_parent", "zz"),
    "parent is a number": Set(b"\x09" * 16, "_parent", 5),
    "order is a list": Set(b"\x09" * 16, "_order", ("a", None)),
    "title is a number": Set(b"\x09" * 16, "title", 5),
    "title is a list": Set(b"\x09" * 16, "title", ("a", None)),
    "status is a boolean": Set(b"\x09" * 16, "status", value=True),
    "date is nonsense": Set(b"\x09" * 16, "review_date", "never"),
    "unknown field": Set(b"\x09" * 16, "later", -(2**63)),
    "empty field": Set(b"\x09" * 16, "", "x"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_values_of_a_member_are_shown_not_fatal(
    name: str, anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    forger = Forger(anna)
    create_ = Create(b"\x09" * 16, "mission", 1, None, "")
    commit = forger.commit(anna.info.device, pair.space, create_, HOSTILE[name])
    mail = forger.mail(ben, pair.space, tmp_path / "a.ilpaket", commit)
    assert statuses(ben, mail) == [("applied", "")]
    assert ben.records.open(b"\x09" * 16).kind == "mission"
    assert ben.records.history(b"\x09" * 16)


def test_five_thousand_field_names_are_refused(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    statuses(ben, pair.bundle)
    forger = Forger(anna)
    found: list[commits.Commit] = []
    for part in range(40):
        origin = Origin(pair.space, anna.info.device, part.to_bytes(8, "big"))
        names = [Set(b"\x09" * 16, f"f{part}_{i}", "x") for i in range(128)]
        found.append(
            commits.write(
                Position(origin.log, 1, None, origin),
                [Draft(operation) for operation in names],
                at=anna.vault.journal.last_instant(),
                person=anna.info.person_id,
                salts=[bytes(16)] * len(names),
            )
        )
    before = rows(ben)
    mail = forger.mail(ben, pair.space, tmp_path / "a.ilpaket", *found)
    assert statuses(ben, mail) == [("rejected", "field_names_exhausted")]
    assert rows(ben) == before
