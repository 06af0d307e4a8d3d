"""A mission goes its way through three vaults, by the command line alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.innolab import Innolab, create, introduce, send

if TYPE_CHECKING:
    from pathlib import Path

TANDEM = "Tandem Ünal/Weiß"
TOGETHER = "Mission Süd"
CHALLENGE = "Viele Menschen kommen zweimal ins Rathaus. Die Schreiben sind schwer zu lesen."
SECRET = "Zwischen uns: Die Amtsleitung zögert."


class Town:
    """Two officials, their coordinator, and the post between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cem = create(folder / "cem", "Cem Ünal", "Soziales")
        self.eva = create(folder / "eva", "Eva Weiß", "Bürgerservice")
        self.rita = create(folder / "rita", "Rita Öhler", "Koordination", "coordinator")
        introduce(self.cem, self.eva, self.rita)

    def post(self, sender: Innolab, space: str, *receivers: Innolab) -> list[dict[str, object]]:
        """Send what is new in *space*, and return what each receiver's import says."""
        sent = send(sender, space, self.folder / "post")
        return [
            bundle for receiver in receivers for bundle in receiver.ask("import", sent)["bundles"]
        ]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def mission(town: Town) -> str:
    """Return the mission that all three have; a note stays in the tandem."""
    cem, eva, rita = town.cem, town.eva, town.rita
    cem.ask("space", "create", TANDEM, "--type", "tandem", "--member", "Eva Weiß")
    cem.ask("record", "new", "tandem_note", "--space", TANDEM, "--set", f"text={SECRET}")
    members = ("--member", "Eva Weiß", "--member", "Rita Öhler")
    cem.ask("space", "create", TOGETHER, "--type", "coordination", *members)
    created = cem.ask(
        "record", "new", "mission", "--space", TOGETHER,
        "--set", "title=Verständliche Schreiben", "--set", f"challenge={CHALLENGE}",
    )  # fmt: skip
    cem.ask(
        "record", "new", "smart_goal", "--parent", created["id"], "--set", "statement=20 Schreiben"
    )
    town.post(cem, TANDEM, eva)
    first = town.post(cem, TOGETHER, eva, rita)
    assert [(bundle["status"], bundle["records"]) for bundle in first] == [("applied", 2)] * 2
    return str(created["id"])


def test_from_two_answers_to_the_printed_page(town: Town, mission: str) -> None:
    cem, eva, rita = town.cem, town.eva, town.rita

    # Both write at once: the number stands twice, the text flows together.
    cem.ask(
        "record", "set", mission, "time_budget=8", f"challenge={CHALLENGE} Das kostet alle Zeit."
    )
    eva.ask("record", "set", mission, "time_budget=12", f"challenge=Am Empfang: {CHALLENGE}")
    town.post(eva, TOGETHER, cem, rita)
    town.post(cem, TOGETHER, eva, rita)
    conflicts = [person.ask("conflicts", "list") for person in (cem, eva, rita)]
    assert conflicts[0] == conflicts[1] == conflicts[2]
    (conflict,) = conflicts[0]
    assert conflict["field"] == "time_budget"
    assert {value["value"] for value in conflict["values"]} == {8, 12}
    merged = f"Am Empfang: {CHALLENGE} Das kostet alle Zeit."
    for person in (cem, eva, rita):
        assert person.ask("merged", "list") == [
            {"record": mission, "field": "challenge", "value": merged}
        ]

    # A field in Abweichung cannot be set; resolving reaches everybody.
    assert cem.refuse("record", "set", mission, "time_budget=10") == (1, "field_in_conflict")
    eva.ask("conflicts", "resolve", mission, "time_budget", "--value", "10")
    eva.ask("merged", "confirm", mission, "challenge")
    again = ("conflicts", "resolve", mission, "time_budget", "--value", "9")
    assert eva.refuse(*again) == (1, "field_not_in_conflict")
    town.post(eva, TOGETHER, cem, rita)
    shown = [person.ask("record", "show", mission) for person in (cem, eva, rita)]
    for record in shown:
        assert (record["values"]["time_budget"], record["values"]["challenge"]) == (10, merged)
        assert (record["conflicts"], record["merged"]) == ({}, [])

    # The coordinator prints what she has; what stays in the tandem never reached her.
    page = town.folder / "Steckbrief Süd.pdf"
    assert rita.ask("report", "mission_profile", mission, "--out", page)["pages"] >= 1
    assert [space["name"] for space in rita.ask("space", "list")] == ["Nur ich", TOGETHER]
    assert rita.ask("record", "list", "--kind", "tandem_note") == []
    assert rita.ask("search", "Amtsleitung") == []
    assert [hit["kind"] for hit in eva.ask("search", "Amtsleitung")] == ["tandem_note"]


@pytest.mark.usefixtures("mission")
def test_a_lost_bundle_heals_with_the_next(town: Town) -> None:
    before = town.eva.ask("vault", "status")["commits"]
    lost = town.cem.ask("record", "new", "insight", "--space", TOGETHER, "--set", "title=Verloren")
    town.post(town.cem, TOGETHER)
    town.cem.ask("record", "new", "insight", "--space", TOGETHER, "--set", "title=Angekommen")

    (bundle,) = town.post(town.cem, TOGETHER, town.eva)

    assert (bundle["status"], bundle["commits"]) == ("applied", 2)
    assert town.eva.ask("record", "show", lost["id"])["values"]["title"] == "Verloren"
    assert town.eva.ask("vault", "status")["commits"] == before + 2


def test_bundles_of_strangers_wait_for_their_card(town: Town) -> None:
    """Who is no contact yet is heard as soon as the card is there."""
    nils = create(town.folder / "nils", "Nils Groß")
    card = town.folder / "cem.ilkarte"
    town.cem.ask("contact", "card", "--out", card)
    nils_card = town.folder / "nils.ilkarte"
    digits = nils.ask("contact", "card", "--out", nils_card)["digits"]
    town.cem.ask("contact", "add", nils_card, "--digits", digits)
    town.cem.ask("space", "create", "Neu", "--type", "tandem", "--member", "Nils Groß")
    town.cem.ask("record", "new", "insight", "--space", "Neu", "--set", "title=Willkommen")
    bundle = send(town.cem, "Neu", town.folder / "post")

    (held,) = nils.ask("import", bundle)["bundles"]
    assert (held["status"], held["code"]) == ("held", "sender_unknown")
    assert nils.ask("record", "list") == []

    assert nils.ask("contact", "add", card)["applied"] == 1
    assert [row["title"] for row in nils.ask("record", "list")] == ["Willkommen"]


@pytest.mark.usefixtures("mission")
def test_somebody_elses_space_stays_closed(town: Town) -> None:
    bundle = send(town.cem, TANDEM, town.folder / "post")
    before = town.rita.fingerprint()
    outcome = town.rita.run("import", bundle, "--json")
    assert outcome.exit_code == 1
    assert outcome.value["bundles"][0]["code"] == "bundle_not_for_me"
    assert town.rita.fingerprint() == before
