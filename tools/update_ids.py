"""Adds new ids of the forms to ``forms/ids.toml``; refuses when a published one is gone."""

from __future__ import annotations

import sys
from pathlib import Path

from innolab_desktop.formdefs.loader import VOCABULARY_FILE, load_forms
from innolab_desktop.formdefs.vocabulary import (
    breaches,
    read_vocabulary,
    vocabulary_of,
    vocabulary_toml,
)

FORMS = Path(__file__).parents[1] / "forms"


def main() -> int:
    """Write the vocabulary, or say what forbids it."""
    path = FORMS / VOCABULARY_FILE
    published, current = read_vocabulary(path), vocabulary_of(load_forms(FORMS))
    if found := breaches(published, current):
        print(*found, sep="\n", file=sys.stderr)
        return 1
    reports = {key: term for key, term in published.items() if key.startswith("reports.")}
    path.write_text(vocabulary_toml(reports | current), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
