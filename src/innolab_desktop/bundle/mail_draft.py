"""Mail drafts: an ``.eml`` file that mail programs open ready to be sent.

``X-Unsent: 1`` makes Outlook and Thunderbird open it for writing. Subject, text and names say
nothing about what is inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from innolab_desktop.services.exchange_models import Envelope

_BODY: Final = """\
Guten Tag,

im Anhang liegt ein verschlüsseltes Paket aus InnoLab Desktop{part}.

So geht es: Öffnen Sie InnoLab Desktop, gehen Sie zu „Austausch“, und ziehen Sie den Anhang \
dorthin. Oder speichern Sie diese Mail und lesen sie dort ein.

Das Paket kann nur öffnen, für wen es geschrieben wurde. Schicken Sie bitte bald selbst ein \
Paket: Es bestätigt, dass dieses angekommen ist.
"""


def write(envelope: Envelope, attachment: bytes | str, name: str) -> bytes:
    """Return a draft with one attachment: bytes, or text that stays readable on its way.

    Args:
        envelope: part numbers and addresses.
        attachment: the bundle or its text.
        name: what the attachment is called.
    """
    from email.message import EmailMessage  # noqa: PLC0415 - the start does without it
    from email.policy import SMTP  # noqa: PLC0415 - the same

    part = f" (Teil {envelope.part} von {envelope.of})" if envelope.of > 1 else ""
    order = ". Die Reihenfolge der Teile ist gleich" if part else ""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit", max_line_length=76))
    if envelope.addresses:
        message["To"] = ", ".join(envelope.addresses)
    message["Subject"] = f"InnoLab Desktop: Paket{part}"
    message["X-Unsent"] = "1"
    message.set_content(_BODY.format(part=part + order), cte="quoted-printable")
    if isinstance(attachment, str):
        message.add_attachment(attachment, charset="us-ascii", cte="7bit", filename=name)
    else:
        message.add_attachment(
            attachment, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()
