"""The story of the demo is true: lost mail heals, what is secret stays, one Abweichung waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.demo.stage import MAILS, REPORTS
from innolab_desktop.domain.errors import ContactError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from demo.played import Played
    from innolab_desktop.domain.records import Record

MISSION = "Ein Bürgerservice, in dem alle gut ankommen"
KEPT = ("tandem", "private")
LONG_ENOUGH_TO_BE_TELLING = 45


def texts(record: Record) -> set[str]:
    """Return the words that people wrote into a record."""
    return {
        value
        for value in record.values.values()
        if isinstance(value, str) and len(value) >= LONG_ENOUGH_TO_BE_TELLING
    }


def test_three_demo_vaults_that_open_with_the_printed_passphrase(played: Played) -> None:
    assert played.first == played.folder / "tresor-jana-albrecht"
    assert all(session.info.is_demo for session in played.sessions.values())
    assert [session.info.role for session in played.sessions.values()] == [
        "official",
        "official",
        "coordinator",
    ]
    departments = {session.info.department for session in played.sessions.values()}
    assert len(departments) == len(played.sessions)
    assert any(played.script.passphrase in sentence for sentence in played.sentences)


def test_every_vault_is_sound(played: Played) -> None:
    for session in played.sessions.values():
        counts = session.vault.journal.verify()
        assert counts.held == 0
        assert counts.conflicts == 1


def test_all_members_of_a_space_have_the_same(played: Played) -> None:
    seen: dict[bytes, dict[bytes, Record]] = {}
    shared = 0
    for actor, session in played.sessions.items():
        private = {space.id for space in session.spaces.all() if space.type == "private"}
        for record in played.records(actor):
            if record.space in private:
                continue
            first = seen.setdefault(record.space, {}).setdefault(record.id, record)
            assert (first.values, first.conflicts) == (record.values, record.conflicts)
            shared += first is not record
    assert shared > 80


def test_what_the_lost_mail_carried_arrived_with_the_next(played: Played) -> None:
    lost = next(scene.mail for scene in played.script.scenes if "verloren" in scene.tell)
    assert lost is not None
    delivered = {d.mail for scene in played.script.scenes for d in scene.deliveries}
    assert lost.key not in delivered
    for actor in ("jana", "rita"):
        mission = played.record(actor, "mission", MISSION)
        assert str(mission.values["mission_statement"]).startswith("Bis 30.06.2027")
        goals = played.sessions[actor].records.children(mission.id, "smart_goal")
        assert len(goals) == 3


def test_doubled_and_late_mail_brought_nothing_new(played: Played) -> None:
    deliveries = [(d.mail, d.who) for scene in played.script.scenes for d in scene.deliveries]
    assert len(deliveries) > len(set(deliveries))
    order = [mail for mail, who in deliveries if who == "deniz"]
    assert order.index("k9") < order.index("k8")
    assert sum("nichts Neues" in sentence for sentence in played.sentences) >= 2


def test_importing_all_mail_again_changes_nothing(played: Played) -> None:
    for session in played.sessions.values():
        before = session.vault.records.counts()
        report = session.importing.run((played.folder / MAILS,))
        assert {bundle.status for bundle in report.bundles} <= {"unchanged", "rejected"}
        refused = {bundle.code for bundle in report.bundles if bundle.status == "rejected"}
        assert refused <= {"bundle_not_for_me"}
        assert session.vault.records.counts() == before


def test_one_abweichung_and_one_merged_text_wait(played: Played) -> None:
    for session in played.sessions.values():
        (conflicted,) = session.conflicts.records()
        assert set(conflicted.conflicts) == {"next_step_date"}
        variants = {v.value: v.person for v in conflicted.conflicts["next_step_date"]}
        assert variants == {"2026-06-12": "Jana Albrecht", "2026-06-26": "Deniz Kaya"}
        assert conflicted.values["time_budget"] == 14
        (merged,) = session.conflicts.merged()
        assert merged.id == conflicted.id
        risks = str(merged.values["risks"])
        assert risks.startswith("Wir hören am Empfang")
        assert risks.endswith("trifft das Menschen ohne Internet zuerst.")


def test_the_mission_went_all_the_way(played: Played) -> None:
    session = played.sessions["deniz"]
    mission = played.record("deniz", "mission", MISSION)
    assert mission.values["status"] == "in_progress"
    assert session.records.binding_problems(mission) == ()
    assert len(session.revisions.all(mission.id)) == 2
    for kind in session.forms.form("mission").children():
        assert session.records.children(mission.id, kind.kind), kind.kind


def test_the_history_is_spread_over_the_months(played: Played) -> None:
    mission = played.record("rita", "mission", MISSION)
    history = played.sessions["rita"].records.history(mission.id)
    days = {entry.at_ms // (24 * 3600 * 1000) for entry in history}
    assert len(days) >= 6
    assert {entry.person for entry in history} == {"Jana Albrecht", "Deniz Kaya"}


def test_the_coordinator_has_nothing_of_tandem_and_private_spaces(played: Played) -> None:
    rita = played.sessions["rita"]
    assert [space.type for space in rita.spaces.all()] == ["private", "coordination"]
    canaries: set[str] = set()
    for actor in ("jana", "deniz"):
        session = played.sessions[actor]
        secret = {space.id for space in session.spaces.all() if space.type in KEPT}
        for record in played.records(actor):
            if record.space in secret:
                canaries |= texts(record)
    assert len(canaries) > 25
    assert leaked(played, "jana", canaries)
    assert leaked(played, "rita", canaries) == set()


def leaked(played: Played, actor: str, canaries: set[str]) -> set[str]:
    """Return which of the texts an actor's vault knows, by its records or by its search."""
    written = "\n".join(text for record in played.records(actor) for text in texts(record))
    found = {canary for canary in canaries if canary in written}
    search = played.sessions[actor].search
    return found | {canary for canary in canaries if search(" ".join(canary.split()[:6]))}


def test_nothing_lies_in_clear_in_the_folder(played: Played) -> None:
    needles = [text.encode() for record in played.records("jana") for text in texts(record)]
    for path in played.folder.rglob("*"):
        if path.is_file() and path.parent.name != REPORTS:
            content = path.read_bytes()
            assert not any(needle in content for needle in needles), path.name


def test_the_steckbrief_is_printed(played: Played) -> None:
    reports = sorted(path.name for path in (played.folder / REPORTS).iterdir())
    assert len(reports) == 3
    assert all((played.folder / REPORTS / name).read_bytes()[:5] == b"%PDF-" for name in reports)


def test_demo_and_real_vaults_never_meet(played: Played, tmp_path: Path) -> None:
    real = bootstrap.create_vault(
        tmp_path / "echt",
        bootstrap.NewOwner("Pia Ernst", "Musterstadt", "Personal"),
        "geheim",
        memory_kib=64 * 1024,
    )
    try:
        with pytest.raises(ContactError, match="card_demo_and_real"):
            real.contacts.add(played.folder / "kontaktkarten" / "jana.ilkarte")
        (mail, *_) = sorted((played.folder / MAILS).iterdir())
        assert real.importing.run((mail,)).bundles[0].status == "rejected"
    finally:
        real.close()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Urlaub.txt").write_text("nicht überschreiben", encoding="utf-8")
    with pytest.raises(UsageError, match="demo_folder_not_empty"):
        bootstrap.create_demo(tmp_path, print)
    assert [path.name for path in tmp_path.iterdir()] == ["Urlaub.txt"]
    with pytest.raises(UsageError, match="demo_folder_unusable"):
        bootstrap.create_demo(tmp_path / "Urlaub.txt", print)
