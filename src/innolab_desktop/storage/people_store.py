"""Contacts, their cards, spaces and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.journal import card as cards
from innolab_desktop.journal.commit import Tip
from innolab_desktop.services.read_models import Contact, Member, Space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.journal.operations import Genesis
    from innolab_desktop.storage.database import Database

_CARDS: Final = "SELECT body, digits, is_introduced, verified_ms FROM card "
_INTRODUCE: Final = "INSERT INTO card VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING"
_REPLACE: Final = """
INSERT INTO card VALUES (?, ?, ?, ?, ?, 0)
ON CONFLICT (device) DO UPDATE SET body = excluded.body, digits = excluded.digits,
  is_introduced = excluded.is_introduced,
  verified_ms = CASE WHEN card.digits = excluded.digits THEN card.verified_ms ELSE 0 END"""


class SqlPeopleStore:
    """The tables of cards, spaces and members."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- contacts ---------------------------------------------------------------------------

    def contacts(self) -> tuple[Contact, ...]:
        """Return all contacts by name, this device's own person left out."""
        own = self.own_card().card.device
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_CARDS + "WHERE device <> ?", (own,)).all()
        found = [_contact(row) for row in rows]
        return tuple(sorted(found, key=lambda contact: (contact.name.casefold(), contact.device)))

    def card_of_device(self, device: bytes) -> Card | None:
        """Return the card of a device, if it is known."""
        with self._database.transaction() as connection:
            body = connection.exec_driver_sql(
                "SELECT body FROM card WHERE device = ?", (device,)
            ).scalar()
        return None if body is None else cards.decode(body).card

    def signed_card(self, person: bytes) -> SignedCard | None:
        """Return a person's card as it was signed: the best known, of these the newest.

        Somebody else may introduce a card in the person's name: it never comes before one that
        was compared or that came as a file.
        """
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_CARDS + "WHERE person = ?", (person,))
            found = [
                (row.verified_ms > 0, not row.is_introduced, cards.decode(row.body)) for row in rows
            ]
        best = max(found, key=lambda item: (*item[:2], item[2].card.created_ms), default=None)
        return None if best is None else best[2]

    def add_card(self, card: SignedCard, digits: str, *, is_introduced: bool) -> None:
        """Keep a card whose signature is checked; an introduced one never replaces a real one."""
        row = (card.card.device, card.card.person, card.encoded(), digits, int(is_introduced))
        with self._database.transaction() as connection:
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

    # --- spaces -----------------------------------------------------------------------------

    def spaces(self) -> tuple[Space, ...]:
        """Return all spaces by name, the private one first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT id, uid, type, name FROM space").all()
            found = [Space(row.uid, row.name, row.type, self._members(row.id)) for row in rows]
        return tuple(sorted(found, key=lambda s: (s.type != "private", s.name.casefold(), s.id)))

    def space(self, space: bytes) -> Space | None:
        """Return a space, if the vault has it."""
        with self._database.transaction() as connection:
            row = connection.exec_driver_sql(
                "SELECT id, uid, type, name FROM space WHERE uid = ?", (space,)
            ).first()
            if row is None:
                return None
            return Space(row.uid, row.name, row.type, self._members(row.id))

    def _members(self, space: int) -> tuple[Member, ...]:
        rows = self._database.connection.exec_driver_sql(
            "SELECT member.person, member.device, member.role, card.body FROM member "
            "JOIN card ON card.device = member.device WHERE space = ? ORDER BY member.rowid",
            (space,),
        )
        return tuple(
            Member(row.person, row.device, cards.decode(row.body).card.name, row.role)
            for row in rows
        )

    def member_cards(self, space: bytes) -> tuple[Card, ...]:
        """Return the cards of the members of a space."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT card.body FROM member JOIN space ON space.id = member.space "
                "JOIN card ON card.device = member.device WHERE space.uid = ?",
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
            for encoded, role in genesis.members:
                signed = cards.decode(encoded)
                if self.card_of_device(signed.card.device) is None:
                    self.add_card(signed, cards.digits(signed.card), is_introduced=True)
                run(
                    "INSERT INTO member VALUES (?, ?, ?, ?)",
                    (number, signed.card.device, signed.card.person, role),
                )

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


def _contact(row: Any) -> Contact:  # noqa: ANN401 - a row is as typed as SQL is
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
    )
