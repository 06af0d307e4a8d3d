"""The names of people that a vault knows, for checks of anonymity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.personal_names import KnownNames
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from innolab_desktop.services.store_ports import Vault

_MOST_PERSONS: Final = 10_000


def known_names(vault: Vault) -> KnownNames:
    """Return the names of this person, the contacts, the members of spaces and stored persons."""
    people = vault.people
    persons = vault.records.rows(RowQuery(kind="person", limit=_MOST_PERSONS)).rows
    return KnownNames(
        {
            vault.info.person,
            *(contact.name for contact in people.contacts()),
            *(member.name for space in people.spaces() for member in space.members),
            *(row.title for row in persons),
        }
    )
