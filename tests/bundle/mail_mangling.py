"""What mail programs, gateways and people do to a text on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def quote(mark: str) -> Callable[[str], str]:
    """Answer the mail: *mark* before every line."""
    return lambda text: "\n".join(mark + line for line in text.splitlines())


def rewrap(width: int) -> Callable[[str], str]:
    """Break every line after *width* characters."""
    return lambda text: "\n".join(
        line[at : at + width]
        for line in text.splitlines()
        for at in range(0, max(len(line), 1), width)
    )


def join_lines(text: str) -> str:
    """Make one paragraph of everything, as some web mailers do."""
    return " ".join(text.splitlines())


def crlf(text: str) -> str:
    """End lines as Windows does."""
    return "\r\n".join(text.splitlines())


def old_mac(text: str) -> str:
    """End lines with a carriage return alone."""
    return "\r".join(text.splitlines())


def indent(blank: str) -> Callable[[str], str]:
    """Put *blank* before and behind every line."""
    return lambda text: "\n".join(blank + line + blank for line in text.splitlines())


def blank_lines(text: str) -> str:
    """Put an empty line between all lines."""
    return "\n\n".join(text.splitlines())


def hide(character: str, every: int) -> Callable[[str], str]:
    """Strew an invisible character in."""
    return lambda text: character.join(
        text[at : at + every] for at in range(0, max(len(text), 1), every)
    )


def greet(text: str) -> str:
    """Write something above and below."""
    return (
        "Guten Tag Frau Öz,\n\nanbei das Paket – wie besprochen.\n\n"
        + text
        + "\n\nMit freundlichen Grüßen\n-- \nStadt Musterstadt | Personal\n"
        "Diese E-Mail ist vertraulich. > 100 Seiten bitte nicht drucken!\n"
    )


def long_dashes(text: str) -> str:
    """Make typography of two hyphens, as word processors do."""
    return text.replace("--", "–")


def as_html(text: str) -> str:
    """Escape what HTML would take for markup."""
    return text.replace(">", "&gt;").replace("\xa0", "&nbsp;")


MANGLINGS = (
    quote("> "), quote(">"), quote(">> "), quote("| "), quote("> > "), quote("\xa0>\xa0"),
    join_lines, crlf, old_mac, indent(" "), indent("\t"), indent("\xa0"), blank_lines,
    hide("\u200b", 17), hide("\xad", 30), hide("\ufeff", 64), greet, long_dashes,
    lambda text: "\ufeff" + text,
)  # fmt: skip
"""All but wrapping and escaping, which have an order of their own."""
