"""Text of others, made safe to show: marks that reorder a line become visible, lengths end."""

from __future__ import annotations

_LONGEST_LABEL = 4_000
_REORDERING = {
    code: f"⟦U+{code:04X}⟧"
    for code in (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)
}


def visible_text(text: str) -> str:
    """Return *text* with every mark that could disguise its order written out."""
    return text.translate(_REORDERING)


def label_text(text: str) -> str:
    """Return *text* as a label may show it: visible and of bounded length."""
    shown = visible_text(text[:_LONGEST_LABEL])
    return shown if len(text) <= _LONGEST_LABEL else shown + "…"


def single_line(text: str) -> str:
    """Return *text* as one line, for rows, chips and titles."""
    return label_text(" ".join(text[: _LONGEST_LABEL * 2].split()))


def without_mnemonic(text: str) -> str:
    """Return *text* for buttons and menus, where a single ampersand would vanish."""
    return single_line(text).replace("&", "&&")
