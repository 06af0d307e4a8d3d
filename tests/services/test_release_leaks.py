"""A marker in everything that was not released: it must turn up nowhere at the others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.releases import chosen, decided, send, set_stage
from storage.pages import decrypted_pages
from storage.test_vault_database import traces
from vaults import open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from innolab_desktop.services.release_plan import ReleaseChoices
    from services.releases import Stage
    from vaults import Pair

STAYS, LEAVES = "Kanarienvogel", "Wellensittich"


def _fill(stage: Stage) -> ReleaseChoices:
    """Write the marker wherever nothing may leave, and return the choices of the release."""
    records = stage.anna.records
    form = stage.anna.forms.form("mission")
    asked = {
        field.id: f"{STAYS} {field.id}"
        for field in form.fields()
        if field.kind in {"text", "long_text"} and field.release == "ask"
    }
    records.save(stage.mission, {**asked, "challenge": f"{STAYS} von gestern"})
    records.save(stage.mission, {"title": LEAVES, "challenge": f"{LEAVES} von heute"})
    goal = records.new(
        "smart_goal", {"statement": LEAVES, "specific": STAYS}, parent=stage.mission
    ).record
    records.new("smart_goal", {"statement": STAYS}, parent=stage.mission)
    records.new("agreement", {"performance_target": STAYS}, parent=stage.mission)
    records.new("tandem_note", {"title": STAYS, "text": STAYS}, space=stage.tandem)
    records.new("mission", {"title": STAYS})
    case = records.new("case_consultation", {"title": STAYS}, space=stage.tandem).record
    records.new("contribution", {"text": STAYS}, parent=case)
    person = records.new("person", {"name": f"{STAYS} Kanari"}, space=stage.tandem).record
    tandem = records.new(
        "tandem", {"title": STAYS, "members": (person.hex(),)}, space=stage.tandem
    ).record
    records.save(stage.mission, {"tandem": tandem.hex()})
    return chosen(stage.mission, "challenge", "tandem", children=(goal,))


def test_nothing_but_what_was_released_reaches_the_others(
    pair: Pair,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(0)
    stage = set_stage(pair, tmp_path / "post")
    anna, clara = stage.anna, stage.clara
    choices = _fill(stage)
    clara_has = {row[1] for row in rows(clara)["record"]}
    anna_has = {row[1] for row in rows(anna)["record"]}
    plan = decided(anna, anna.releasing.plan(stage.mission, stage.coordination, choices))
    anna.releasing.run(plan)
    bundle = send(anna, clara, stage.coordination, tmp_path / "post")
    clara_files = clara.importing._files
    opened = clara_files.open(bundle.read_bytes(), clara.vault.people.own_card().card.alias)
    said = b"".join(commit.encoded for commit in opened.commits)
    everything = repr(rows(clara))
    stage.close()
    assert STAYS not in caplog.text + "".join(capfd.readouterr())

    content = decrypted_pages(pair.clara)
    for place in (said, content):
        assert LEAVES.encode() in place
        assert STAYS.encode() not in place
        assert STAYS.lower().encode() not in place
    assert LEAVES in everything
    assert STAYS not in everything
    assert traces(pair.clara, STAYS) == traces(pair.clara, LEAVES) == []
    released = {item.source for item in plan.written}
    for hidden in anna_has - clara_has - released | {stage.tandem}:
        assert hidden not in content
        assert hidden.hex().encode() not in content
    for source in released:
        assert source not in said, "only as the text of the origin"
        assert said.count(source.hex().encode()) == 1


def test_the_name_of_the_tandem_never_shows(pair: Pair, tmp_path: Path) -> None:
    stage = set_stage(pair, tmp_path / "post")
    plan = decided(
        stage.anna,
        stage.anna.releasing.plan(stage.mission, stage.coordination, chosen(stage.mission)),
    )
    stage.anna.releasing.run(plan)
    send(stage.anna, stage.clara, stage.coordination, tmp_path / "post")
    assert {space.name for space in stage.clara.spaces.all()} == {"Nur ich", "Koordination"}
    stage.close()
    reopened = open_vault(pair.clara)
    assert reopened.trail.of(reopened.records.open(plan.root.copy)).origin is None
    reopened.close()
