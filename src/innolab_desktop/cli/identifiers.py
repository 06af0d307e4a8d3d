"""What people write to name a record, a contact or a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import ContactError, RecordError, UsageError

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.services.session import Session

_PREFIX: Final = re.compile(r"[0-9a-f]{8,32}", re.ASCII)


def find_record(session: Session, text: str) -> RecordId:
    """Return the record with this id, or the only one whose id begins so.

    Raises:
        UsageError: it is no id, or several records begin so.
        RecordError: there is none.
    """
    digits = _digits(text)
    found = session.vault.records.with_prefix(digits)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError("id_ambiguous", id=digits)
    raise RecordError("record_unknown")


def find_contact(session: Session, text: str) -> bytes:
    """Return the contact with this id, beginning of an id, or name.

    Raises:
        UsageError: several contacts are called so.
        ContactError: there is none.
    """
    contacts = session.contacts.all()
    found = {contact.id for contact in contacts if contact.name == text}
    if not found and _PREFIX.fullmatch(_bare(text)):
        found = {contact.id for contact in contacts if contact.id.hex().startswith(_bare(text))}
    if not found:
        raise ContactError("contact_not_found", name=text)
    if len(found) > 1:
        raise UsageError("id_ambiguous", id=text)
    return found.pop()


def find_space(session: Session, text: str) -> SpaceId:
    """Return the space with this id, beginning of an id, or name.

    Raises:
        SpaceError: there is none, or several are called so.
    """
    bare = _bare(text)
    if _PREFIX.fullmatch(bare) and all(space.name != text for space in session.spaces.all()):
        found = [space.id for space in session.spaces.all() if space.id.hex().startswith(bare)]
        if len(found) == 1:
            return found[0]
    return session.spaces.find(text).id


def find_receipt_space(session: Session, text: str) -> SpaceId:
    """Return the space with this id or name, also one of which nothing is here yet.

    Raises:
        SpaceError: there is none, or several are called so.
    """
    for space in session.acknowledgement.unknown_spaces():
        if space.id.hex() == _bare(text):
            return space.id
    return find_space(session, text)


def _digits(text: str) -> str:
    bare = _bare(text)
    if not _PREFIX.fullmatch(bare):
        raise UsageError("id_invalid", id=text)
    return bare


def _bare(text: str) -> str:
    return text.strip().replace("-", "").lower()
