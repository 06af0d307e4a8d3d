"""Names that mix scripts, as those do that imitate another name: „Аnna" with a Cyrillic letter.

A name in one script is a name, whichever script it is.

Source: Unicode Technical Standard 39, section 5.1.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_SCRIPTS: Final = {
    "LATIN": "lateinisch",
    "CYRILLIC": "kyrillisch",
    "GREEK": "griechisch",
    "ARMENIAN": "armenisch",
    "CHEROKEE": "Cherokee",
    "COPTIC": "koptisch",
    "FULLWIDTH": "breite Zeichen",
    "MATHEMATICAL": "mathematische Zeichen",
}
"""Scripts with letters that look like those of another one, by the first word of their names."""


def mixed_scripts(name: str) -> tuple[str, ...]:
    """Return the German names of the scripts that *name* mixes; nothing if it is in one."""
    first_words = (unicodedata.name(c, "").partition(" ")[0] for c in name if c.isalpha())
    found = {_SCRIPTS[word] for word in first_words if word in _SCRIPTS}
    return tuple(sorted(found)) if len(found) > 1 else ()
