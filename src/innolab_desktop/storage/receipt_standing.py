"""How far partners are with a space: what they confirmed, and what they were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from innolab_desktop.domain.membership import Place
from innolab_desktop.journal import cbor, chain
from innolab_desktop.journal.commit import Tip
from innolab_desktop.services.receipt_ports import Standing
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.membership_tables import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from innolab_desktop.domain.membership import Cut
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.log_tables import LogRow

_ACKNOWLEDGED: Final = (
    "SELECT device, log, seq, commit_id FROM acknowledged WHERE space = ? AND device IN (?)"
)
_SENT: Final = (
    "SELECT at, recipients, ends FROM sent WHERE space = ? AND commits > 0 ORDER BY id DESC"
)
_DEVICE_BYTES: Final = 16


class Shipment(NamedTuple):
    """One file of an export that brought something."""

    at_ms: int
    recipients: frozenset[bytes]
    ends: Cut


class ReceiptStanding:
    """Reads how far every device of a space is, in one go for all of them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._logs = LogTables(database)

    def read(self, space: bytes, devices: Sequence[bytes], author: bytes) -> dict[bytes, Standing]:
        """Return the standing of each of *devices*; *author* is whose commits may be unsent.

        Raises:
            SpaceError: the vault does not have the space.
        """
        with self._database.transaction():
            number = self._logs.space_number(space)
            confirmed = self._confirmed(number, devices)
            histories = _histories(self._shipments(space), confirmed, Coverage(self._logs))
            rows = self._logs.of_space(number)
            counted = _Counter(self._logs, rows, author)
            return {
                device: counted.standing(device, confirmed[device], histories[device])
                for device in devices
            }

    def _confirmed(self, space: int, devices: Sequence[bytes]) -> dict[bytes, Cut]:
        found: dict[bytes, dict[bytes, list[Place]]] = {device: {} for device in devices}
        for row in self._database.select_in(_ACKNOWLEDGED, devices, space):
            place = Place(row.log, row.seq, row.commit_id)
            found[row.device].setdefault(row.log, []).append(place)
        return {
            device: {log: tuple(places) for log, places in logs.items()}
            for device, logs in found.items()
        }

    def _shipments(self, space: bytes) -> Iterator[Shipment]:
        """Yield what was sent, newest first."""
        for row in self._database.connection.exec_driver_sql(_SENT, (space,)).all():
            ends: dict[bytes, tuple[Place, ...]] = {}
            listed: Any = cbor.decode(row.ends)
            for log, seq, commit in listed:
                ends[log] = (*ends.get(log, ()), Place(log, seq, commit))
            yield Shipment(row.at, frozenset(devices_of(row.recipients)), ends)


def devices_of(joined: bytes) -> tuple[bytes, ...]:
    """Return the devices that are kept as one string of bytes."""
    starts = range(0, len(joined), _DEVICE_BYTES)
    return tuple(joined[start : start + _DEVICE_BYTES] for start in starts)


class _History:
    """What one device was sent.

    Attributes:
        unconfirmed_ms: when the exports were written that it did not confirm, newest first.
        newest: where the last export to it ended; it held everything that was open then.
        is_settled: it confirmed an export, and with it all before.
    """

    def __init__(self) -> None:
        self.unconfirmed_ms: list[int] = []
        self.newest_ms = 0
        self.newest: dict[bytes, tuple[Place, ...]] = {}
        self.is_settled = False
        self._fates = set[bool]()

    @property
    def arrived_in_part(self) -> bool:
        """Whether some files of the last export arrived, and others not."""
        return len(self._fates) > 1

    def add(self, shipment: Shipment, *, is_confirmed: bool) -> None:
        """Go back by one file; the parts of one export were written at the same time."""
        self.newest_ms = self.newest_ms or shipment.at_ms
        if shipment.at_ms == self.newest_ms:
            self._fates.add(is_confirmed)
            for log, places in shipment.ends.items():
                self.newest[log] = (*self.newest.get(log, ()), *places)
        if is_confirmed:
            self.is_settled = True
        elif not self.is_settled and shipment.at_ms not in self.unconfirmed_ms[-1:]:
            self.unconfirmed_ms.append(shipment.at_ms)


def _histories(
    shipments: Iterable[Shipment], confirmed: dict[bytes, Cut], covers: Coverage
) -> dict[bytes, _History]:
    """Return what every device was sent, as far back as that matters."""
    histories = {device: _History() for device in confirmed}
    unsettled = set(histories)
    for shipment in shipments:
        for device in unsettled & shipment.recipients:
            history, ends = histories[device], shipment.ends.values()
            is_confirmed = all(
                covers(confirmed[device], place) for places in ends for place in places
            )
            if history.is_settled and shipment.at_ms != history.newest_ms:
                unsettled.discard(device)
            else:
                history.add(shipment, is_confirmed=is_confirmed)
        if not unsettled:
            break
    return histories


class _Counter:
    """Counts the commits of a space that lie beyond what is confirmed or was sent."""

    def __init__(self, logs: LogTables, rows: Sequence[LogRow], author: bytes) -> None:
        self._logs = logs
        self._rows = [row for row in rows if row.last is not None]
        self._author = author
        self._parents: dict[int, dict[bytes, tuple[int, bytes | None]]] = {}

    def standing(self, device: bytes, confirmed: Cut, history: _History) -> Standing:
        """Return how far a device is; what it wrote itself it need not confirm."""
        open_commits = unsent = 0
        for row in self._rows:
            if row.device == device:
                continue
            known = confirmed.get(row.uid, ())
            beyond = self._beyond(row, known)
            open_commits += beyond
            if beyond and row.device == self._author:
                unsent += self._beyond(row, (*known, *history.newest.get(row.uid, ())))
        return Standing(
            open_commits,
            unsent,
            tuple(history.unconfirmed_ms),
            history.newest_ms,
            history.arrived_in_part,
        )

    def _beyond(self, row: LogRow, places: Sequence[Place]) -> int:
        if row.last is None:
            return 0
        if not row.is_forked:
            return row.last.seq - max((place.seq for place in places), default=0)
        if row.id not in self._parents:
            self._parents[row.id] = self._logs.parents(row)
        parents = self._parents[row.id]
        held = chain.closure(parents, [Tip(place.seq, place.commit) for place in places])
        return len(parents) - len(held)
