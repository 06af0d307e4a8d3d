"""What partners confirmed, what is late, and which Quittung is due, between real vaults."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.services.outbox import Step, read_outboxes
from vaults import create, introduce

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from innolab_desktop.services.acknowledgement import PartnerStatus
    from innolab_desktop.services.session import Session

DAY_MS = 24 * 3600 * 1000


class Calendar:
    """A clock that stands still until a test turns it."""

    def __init__(self) -> None:
        self.ms = 1_790_000_000_000

    def now_ms(self) -> int:
        return self.ms

    def days_later(self, days: int) -> None:
        self.ms += days * DAY_MS


class Tandem:
    """Anna and Ben, their space, and the post between them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calendar = Calendar()
        self.anna = create(folder / "anna", "Anna", clock=self.calendar)
        self.ben = create(folder / "ben", "Ben", clock=self.calendar)
        introduce(self.anna, self.ben, folder=folder)
        self.space = self.anna.spaces.create("Tandem", "tandem", [self.ben.info.person_id]).id
        self.mission = self.anna.records.new("mission", {"title": "A"}, space=self.space).record

    def write(self, session: Session, *, only_confirms: bool = False) -> Path:
        receipt = session.exporting.run(
            self.space, self.folder / "post", only_confirms=only_confirms
        )
        return receipt.files[0].path

    def deliver(self, sender: Session, receiver: Session, *, only_confirms: bool = False) -> str:
        path = self.write(sender, only_confirms=only_confirms)
        return receiver.importing.run([path]).bundles[0].status

    @property
    def of_ben(self) -> PartnerStatus:
        (status,) = self.anna.acknowledgement.partners()
        return status

    def close(self) -> None:
        self.anna.close()
        self.ben.close()


@pytest.fixture
def tandem(tmp_path: Path) -> Iterator[Tandem]:
    made = Tandem(tmp_path)
    yield made
    made.close()


def test_what_is_open_is_counted_until_it_is_confirmed(tandem: Tandem) -> None:
    assert (tandem.of_ben.state, tandem.of_ben.open_commits) == ("unsent", 2)
    tandem.deliver(tandem.anna, tandem.ben)
    assert (tandem.of_ben.state, tandem.of_ben.open_commits) == ("sent", 2)
    assert tandem.deliver(tandem.ben, tandem.anna, only_confirms=True) == "unchanged"
    assert (tandem.of_ben.state, tandem.of_ben.open_commits) == ("confirmed", 0)
    tandem.anna.records.save(tandem.mission, {"title": "B"})
    assert (tandem.of_ben.state, tandem.of_ben.open_commits) == ("unsent", 1)


def test_three_lost_packages_or_21_days_are_late(tandem: Tandem) -> None:
    for exports, state in ((1, "sent"), (2, "sent"), (3, "overdue")):
        tandem.calendar.ms += 1000
        tandem.write(tandem.anna)
        assert (tandem.of_ben.exports, tandem.of_ben.state) == (exports, state)


def test_21_days_without_a_receipt_are_late_and_one_heals_it(tandem: Tandem) -> None:
    tandem.write(tandem.anna)
    tandem.calendar.days_later(20)
    assert (tandem.of_ben.state, tandem.of_ben.waiting_days) == ("sent", 20)
    tandem.calendar.days_later(1)
    assert (tandem.of_ben.state, tandem.of_ben.waiting_days) == ("overdue", 21)
    assert tandem.anna.acknowledgement.overdue() == (tandem.of_ben,)
    tandem.deliver(tandem.anna, tandem.ben)
    (due,) = tandem.ben.acknowledgement.receipts()
    assert due.is_asked, "a late Quittung is asked for"
    tandem.deliver(tandem.ben, tandem.anna, only_confirms=True)
    assert tandem.of_ben.state == "confirmed"


def test_an_export_counts_once_in_however_many_parts(tandem: Tandem) -> None:
    for number in range(30):
        tandem.anna.records.new(
            "tandem_note", {"title": f"{number}", "text": "x" * 9000}, space=tandem.space
        )
    receipt = tandem.anna.exporting.run(tandem.space, tandem.folder / "post", max_bytes=4000)
    assert len(receipt.files) > 1
    assert tandem.of_ben.exports == 1


def test_a_part_that_got_lost_is_seen_in_the_receipt(tandem: Tandem) -> None:
    for number in range(4):
        values = {"title": f"{number}", "text": secrets.token_hex(4000)}
        tandem.anna.records.new("tandem_note", values, space=tandem.space)
    parts = tandem.anna.exporting.run(tandem.space, tandem.folder / "post", max_bytes=6000).files
    assert len(parts) > 2
    tandem.ben.importing.run([part.path for part in (parts[0], *parts[2:])])
    assert not tandem.of_ben.arrived_in_part
    tandem.deliver(tandem.ben, tandem.anna, only_confirms=True)
    assert tandem.of_ben.arrived_in_part
    assert (tandem.of_ben.exports, tandem.of_ben.unsent_commits) == (1, 0)
    tandem.calendar.days_later(1)
    (outbox,) = read_outboxes(tandem.anna.acknowledgement, tandem.anna.spaces.all())
    assert outbox.step is Step.REMIND
    assert tandem.deliver(tandem.anna, tandem.ben) == "applied"
    tandem.deliver(tandem.ben, tandem.anna, only_confirms=True)
    assert (tandem.of_ben.state, tandem.of_ben.arrived_in_part) == ("confirmed", False)


def test_what_a_partner_wrote_need_not_be_confirmed(tandem: Tandem) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    device = tandem.anna.info.device
    vault: Any = tandem.ben.vault
    with vault.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM acknowledged WHERE device = ?", (device,))
    (of_anna,) = tandem.ben.acknowledgement.partners()
    assert (of_anna.open_commits, of_anna.state) == (0, "confirmed")


def test_a_receipt_brings_nothing_and_asks_for_none(tandem: Tandem) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    tandem.ben.records.save(tandem.mission, {"title": "C"})
    receipt = tandem.ben.exporting.run(tandem.space, tandem.folder / "post", only_confirms=True)
    assert [file.commits for file in receipt.files] == [0]
    assert receipt.files[0].size_bytes < 3000
    tandem.anna.importing.run([receipt.files[0].path])
    assert tandem.anna.records.open(tandem.mission).values["title"] == "A"
    assert tandem.anna.acknowledgement.receipts() == ()
    assert tandem.of_ben.state == "confirmed"
    (of_anna,) = tandem.ben.acknowledgement.partners()
    assert (of_anna.state, of_anna.open_commits) == ("unsent", 1)


def test_a_receipt_is_proposed_and_due_after_14_days(tandem: Tandem) -> None:
    assert tandem.ben.acknowledgement.receipts() == ()
    tandem.deliver(tandem.anna, tandem.ben)
    tandem.calendar.days_later(13)
    (early,) = tandem.ben.acknowledgement.receipts()
    assert (early.name, early.days, early.is_due) == ("Anna", 13, False)
    tandem.calendar.days_later(1)
    (due,) = tandem.ben.acknowledgement.receipts()
    assert due.is_due
    tandem.write(tandem.ben)  # any package confirms
    assert tandem.ben.acknowledgement.receipts() == ()


def test_a_space_whose_beginning_was_lost_is_asked_for_after_a_day(tandem: Tandem) -> None:
    for number in range(3):
        values = {"title": f"{number}", "text": secrets.token_hex(4000)}
        tandem.anna.records.new("tandem_note", values, space=tandem.space)
    parts = tandem.anna.exporting.run(tandem.space, tandem.folder / "post", max_bytes=6000).files
    assert len(parts) > 1
    (held,) = tandem.ben.importing.run([parts[-1].path]).bundles
    assert (held.status, held.code) == ("held", "space_unknown")
    (owed,) = tandem.ben.acknowledgement.receipts()
    assert (owed.name, owed.is_of_unknown_space, owed.is_due) == ("Anna", True, False)
    tandem.calendar.days_later(1)
    (owed,) = tandem.ben.acknowledgement.receipts()
    assert owed.is_due
    assert tandem.deliver(tandem.ben, tandem.anna, only_confirms=True) == "unchanged"
    assert tandem.ben.acknowledgement.receipts() == ()
    assert tandem.deliver(tandem.anna, tandem.ben) == "applied"
    assert tandem.ben.records.open(tandem.mission).values["title"] == "A"
    assert tandem.ben.acknowledgement.unknown_spaces() == ()


def test_a_preview_owes_nothing(tandem: Tandem) -> None:
    tandem.ben.importing.preview([tandem.write(tandem.anna)])
    assert tandem.ben.vault.receipts.owed() == ()


def test_a_restored_partner_makes_everything_open_again(tandem: Tandem) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    tandem.deliver(tandem.ben, tandem.anna)
    assert tandem.of_ben.state == "confirmed"
    device = tandem.ben.info.device
    vault: Any = tandem.anna.vault
    with vault.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM acknowledged WHERE device = ?", (device,))
    assert (tandem.of_ben.state, tandem.of_ben.open_commits) == ("sent", 2)


def test_clock_errors_never_make_anybody_late(tandem: Tandem) -> None:
    tandem.write(tandem.anna)
    tandem.calendar.days_later(-4000)
    assert (tandem.of_ben.state, tandem.of_ben.waiting_days) == ("sent", 0)


def test_a_further_device_is_left_out_until_compared(tandem: Tandem, tmp_path: Path) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    laptop = second_device(tandem, tmp_path)
    statuses = {s.device: s.state for s in tandem.anna.acknowledgement.partners()}
    assert statuses[laptop.info.device] == "blocked"
    receipt = tandem.anna.exporting.run(tandem.space, tmp_path / "post")
    assert receipt.files[0].recipients == ("Ben",)
    assert receipt.blocked == ("Ben",)
    assert laptop.importing.run([receipt.files[0].path]).bundles[0].code == "bundle_not_for_me"

    tandem.anna.contacts.verify(tandem.ben.info.person_id, laptop.contacts.own_digits())
    receipt = tandem.anna.exporting.run(tandem.space, tmp_path / "post")
    assert receipt.files[0].recipients == ("Ben", "Ben")
    assert receipt.blocked == ()
    laptop.close()


def test_who_leaves_need_not_wait_until_somebody_is_compared(
    tandem: Tandem, tmp_path: Path
) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    laptop = second_device(tandem, tmp_path)
    tandem.anna.spaces.leave(tandem.space)
    assert len(tandem.anna.acknowledgement.partners()) == 2
    with pytest.raises(SpaceError) as failure:
        tandem.anna.forgetting.plan(tandem.space)
    assert failure.value.code == "space_departure_untold"
    assert tandem.anna.exporting.run(tandem.space, tmp_path / "post").blocked == ("Ben",)
    assert [s.device for s in tandem.anna.acknowledgement.partners()] == [laptop.info.device]
    assert tandem.anna.forgetting.plan(tandem.space).records == 1
    laptop.close()


def test_nobody_left_to_send_to(tandem: Tandem, tmp_path: Path) -> None:
    tandem.deliver(tandem.anna, tandem.ben)
    laptop = second_device(tandem, tmp_path)
    tandem.anna.spaces.remove(tandem.space, tandem.ben.info.device)
    with pytest.raises(SpaceError) as failure:
        tandem.anna.exporting.run(tandem.space, tmp_path / "post")
    assert failure.value.code == "recipients_not_compared"
    assert failure.value.params == {"names": "Ben"}
    assert tandem.anna.exporting.pending(tandem.space) == 0
    laptop.close()


def second_device(tandem: Tandem, folder: Path) -> Session:
    """Let Ben bring a laptop into the space and tell Anna."""
    from innolab_desktop import bootstrap  # noqa: PLC0415 - only here
    from vaults import FLOOR_KIB, PASSPHRASE  # noqa: PLC0415

    owner = bootstrap.NewOwner("Ben", "M", "P", person_id=tandem.ben.info.person_id)
    laptop = bootstrap.create_vault(folder / "laptop", owner, PASSPHRASE, memory_kib=FLOOR_KIB)
    digits = laptop.contacts.write_card(folder / "laptop.ilkarte")
    tandem.ben.contacts.add(folder / "laptop.ilkarte", digits)
    tandem.ben.spaces.add(tandem.space, tandem.ben.info.person_id)
    assert tandem.deliver(tandem.ben, tandem.anna) == "applied"
    return laptop
