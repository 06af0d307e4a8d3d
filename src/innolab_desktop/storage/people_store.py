"""Contacts, their cards, spaces and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.domain.trust import Trust
from innolab_desktop.journal import card as cards
from innolab_desktop.journal.commit import Tip
from innolab_desktop.services.read_models import Contact, Member, QuarantinedAuthor, Space
from innolab_desktop.storage.departures import departure
from innolab_desktop.storage.introductions import Introduction, introductions
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.membership_tables import MembershipTables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.journal.operations import Genesis
    from innolab_desktop.storage.database import Database

_CARDS: Final = "SELECT device, body, digits, is_introduced, verified_ms FROM card "
_RIVALS: Final = """
SELECT person, device, is_introduced, verified_ms FROM card WHERE device <> ? AND person IN (
  SELECT person FROM card GROUP BY person HAVING count(*) > 1)"""
_INTRODUCE: Final = "INSERT INTO card VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING"
_REPLACE: Final = """
INSERT INTO card VALUES (?, ?, ?, ?, ?, 0)
ON CONFLICT (device) DO UPDATE SET body = excluded.body, digits = excluded.digits,
  is_introduced = excluded.is_introduced"""
_LEFT_SPACES: Final = """
SELECT uid FROM space WHERE NOT EXISTS (
  SELECT 1 FROM member WHERE member.space = space.id AND device = ? AND is_current = 1)"""


class SqlPeopleStore:
    """The tables of cards, spaces and members."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._membership = MembershipTables(database, LogTables(database))

    # --- contacts ---------------------------------------------------------------------------

    def contacts(self) -> tuple[Contact, ...]:
        """Return all contacts by name, this device's own person left out."""
        own = self.own_card().card.device
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_CARDS + "WHERE device <> ?", (own,)).all()
            hearsay = introductions(
                self._database, [row.device for row in rows if _trust(row) is Trust.INTRODUCED]
            )
        found = [_contact(row, hearsay.get(row.device)) for row in rows]
        return tuple(sorted(found, key=lambda contact: (contact.name.casefold(), contact.device)))

    def compared(self, devices: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of *devices* whose Prüfzeichen was compared."""
        with self._database.transaction():
            rows = self._database.select_in(
                "SELECT device FROM card WHERE verified_ms > 0 AND device IN (?)", devices
            )
            return frozenset(row.device for row in rows)

    def rival_devices(self) -> list[tuple[bytes, bytes, Trust]]:
        """Return (person, device, trust) of others' devices of persons with several, and of own."""
        with self._database.transaction() as connection:
            own = self.own_card().card.device
            rows = connection.exec_driver_sql(_RIVALS, (own,)).all()
        return [(row.person, row.device, _trust(row)) for row in rows]

    def card_of_device(self, device: bytes) -> Card | None:
        """Return the card of a device, if it is known."""
        with self._database.transaction() as connection:
            body = connection.exec_driver_sql(
                "SELECT body FROM card WHERE device = ?", (device,)
            ).scalar()
        return None if body is None else cards.decode(body).card

    def signed_cards(self, person: bytes) -> list[SignedCard]:
        """Return the cards of a person's devices as they were signed.

        Somebody else may introduce a card in the person's name: it never stands beside one that
        was compared or that came as a file.
        """
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                _CARDS + "WHERE person = ? ORDER BY device", (person,)
            ).all()
        best = max((_trust(row) for row in rows), default=Trust.INTRODUCED)
        return [cards.decode(row.body) for row in rows if _trust(row) == best]

    def add_card(self, card: SignedCard, digits: str, *, is_introduced: bool) -> None:
        """Keep a card whose signature is checked; an introduced one never replaces a real one.

        A newer card of a known device stays as verified as the older one: the id of a device is
        the hash of the signing key that was compared. An older card changes nothing.
        """
        row = (card.card.device, card.card.person, card.encoded(), digits, int(is_introduced))
        with self._database.transaction() as connection:
            known = self.card_of_device(card.card.device)
            if known is not None and known.created_ms > card.card.created_ms:
                return
            connection.exec_driver_sql(_INTRODUCE if is_introduced else _REPLACE, row)

    def mark_verified(self, device: bytes, at_ms: int) -> None:
        """Note that the Prüfzeichen of a contact's device was compared."""
        with self._database.transaction() as connection:
            connection.exec_driver_sql(
                "UPDATE card SET verified_ms = ?, is_introduced = 0 WHERE device = ?",
                (at_ms, device),
            )

    def own_card(self) -> SignedCard:
        """Return the card of this device."""
        with self._database.transaction() as connection:
            body = connection.exec_driver_sql("SELECT card FROM owner").scalar_one()
        return cards.decode(body)

    def own_digits(self) -> str:
        """Return the Prüfzeichen of this device."""
        with self._database.transaction() as connection:
            return connection.exec_driver_sql("SELECT digits FROM owner").scalar_one()

    def own_aliases(self) -> tuple[bytes, ...]:
        """Return the alias of this device and those it had until lately, the newest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT alias FROM retired_key ORDER BY until_ms DESC"
            )
            return (self.own_card().card.alias, *(row.alias for row in rows))

    def replace_own_card(
        self, card: SignedCard, digits: str, secret: bytes, retired_until_ms: int
    ) -> None:
        """Let this device have a new card and secret; keep the former secret for a while."""
        with self._database.transaction() as connection:
            run = connection.exec_driver_sql
            former = run("SELECT secret FROM owner").scalar_one()
            alias = self.own_card().card.alias
            run("INSERT INTO retired_key VALUES (?, ?, ?)", (alias, former, retired_until_ms))
            run(
                "UPDATE owner SET card = ?, digits = ?, secret = ?",
                (card.encoded(), digits, secret),
            )
            self.add_card(card, digits, is_introduced=False)

    def retired_secrets(self) -> tuple[bytes, ...]:
        """Return the secrets that are kept for late mail."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT secret FROM retired_key ORDER BY until_ms DESC"
            )
            return tuple(row.secret for row in rows)

    def destroy_retired_keys(self, now_ms: int) -> int:
        """Destroy the secrets whose time is over; return how many."""
        with self._database.transaction() as connection:
            return connection.exec_driver_sql(
                "DELETE FROM retired_key WHERE until_ms <= ?", (now_ms,)
            ).rowcount

    # --- spaces -----------------------------------------------------------------------------

    def spaces(self) -> tuple[Space, ...]:
        """Return all spaces by name, the private one first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT id, uid, type, name FROM space").all()
            found = [self._space(row) for row in rows]
        return tuple(sorted(found, key=lambda s: (s.type != "private", s.name.casefold(), s.id)))

    def space(self, space: bytes) -> Space | None:
        """Return a space, if the vault has it."""
        with self._database.transaction() as connection:
            row = connection.exec_driver_sql(
                "SELECT id, uid, type, name FROM space WHERE uid = ?", (space,)
            ).first()
            return None if row is None else self._space(row)

    def left_spaces(self) -> frozenset[bytes]:
        """Return the spaces that this device does not belong to: there it can only read."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_LEFT_SPACES, (self.own_card().card.device,))
            return frozenset(row.uid for row in rows)

    def _space(self, row: Any) -> Space:  # noqa: ANN401 - a row is as typed as SQL is
        members, own = self._members(row.id), self.own_card().card.device
        is_member = any(member.device == own for member in members)
        left = None if is_member else departure(self._database, row.id, own)
        return Space(row.uid, row.name, row.type, members, left)

    def _members(self, space: int) -> tuple[Member, ...]:
        rows = self._database.connection.exec_driver_sql(
            "SELECT member.person, member.device, member.role, card.body FROM member "
            "JOIN card ON card.device = member.device WHERE space = ? AND is_current = 1 "
            "ORDER BY member.rowid",
            (space,),
        )
        return tuple(
            Member(row.person, row.device, cards.decode(row.body).card.name, row.role)
            for row in rows
        )

    def member_cards(self, space: bytes) -> tuple[Card, ...]:
        """Return the cards of the devices that belong to a space now."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT card.body FROM member JOIN space ON space.id = member.space "
                "JOIN card ON card.device = member.device "
                "WHERE space.uid = ? AND is_current = 1",
                (space,),
            )
            return tuple(cards.decode(row.body).card for row in rows)

    def found_space(self, space: bytes, genesis: Genesis, founder: bytes) -> None:
        """Store a space and its members; cards that were unknown enter as introduced."""
        with self._database.transaction() as connection:
            run = connection.exec_driver_sql
            number = int(run("SELECT coalesce(max(id), 0) + 1 FROM space").scalar_one())
            run(
                "INSERT INTO space (id, uid, type, name, founder) VALUES (?, ?, ?, ?, ?)",
                (number, space, genesis.type, genesis.name, founder),
            )
            self._membership.found(number, genesis, founder)

    def entitled_cards(self, space: bytes) -> tuple[Card, ...]:
        """Return the cards of the devices that belong or belonged to a space."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT card.body FROM member JOIN space ON space.id = member.space "
                "JOIN card ON card.device = member.device WHERE space.uid = ?",
                (space,),
            )
            return tuple(cards.decode(row.body).card for row in rows)

    def entitled(self, space: bytes) -> frozenset[bytes]:
        """Return the devices that belong or belonged to a space."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT device FROM member JOIN space ON space.id = member.space WHERE uid = ?",
                (space,),
            )
            return frozenset(row.device for row in rows)

    def quarantined_authors(self, commits: Mapping[bytes, int]) -> tuple[QuarantinedAuthor, ...]:
        """Return the people behind the devices that have so many quarantined *commits*."""
        found = [
            QuarantinedAuthor(device, "" if card is None else card.name, count)
            for device, count in commits.items()
            for card in (self.card_of_device(device),)
        ]
        return tuple(sorted(found, key=lambda author: (author.name.casefold(), author.device)))

    def membership_ops(self, space: bytes, device: bytes) -> tuple[bytes, ...]:
        """Return what was said about *device* so far: the preds of what is said next."""
        with self._database.transaction() as connection:
            number = connection.exec_driver_sql(
                "SELECT id FROM space WHERE uid = ?", (space,)
            ).scalar_one()
            return self._membership.standing_ops(number, device)

    def acknowledged(self, device: bytes, space: bytes) -> Mapping[bytes, tuple[Tip, ...]]:
        """Return the tips that *device* announced last for the logs of *space*."""
        found: dict[bytes, tuple[Tip, ...]] = {}
        with self._database.transaction() as connection:
            for row in connection.exec_driver_sql(
                "SELECT log, seq, commit_id FROM acknowledged "
                "JOIN space ON space.id = acknowledged.space WHERE device = ? AND space.uid = ?",
                (device, space),
            ):
                found[row.log] = (*found.get(row.log, ()), Tip(row.seq, row.commit_id))
        return found


def _trust(row: Any) -> Trust:  # noqa: ANN401 - a row is as typed as SQL is
    """Return how a card came."""
    if row.verified_ms > 0:
        return Trust.COMPARED
    return Trust.INTRODUCED if row.is_introduced else Trust.CARD


def _contact(row: Any, said: Introduction | None) -> Contact:  # noqa: ANN401 - a row is as typed as SQL is
    card = cards.decode(row.body).card
    return Contact(
        id=card.person,
        device=card.device,
        name=card.name,
        municipality=card.municipality,
        department=card.department,
        role=card.role,
        digits=row.digits,
        verified_ms=row.verified_ms,
        is_introduced=bool(row.is_introduced),
        introduced_by=said.name if said else "",
        introduced_ms=said.at_ms if said else 0,
    )
