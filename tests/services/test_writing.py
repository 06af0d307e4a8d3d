"""What is written into a log: salts that nobody can guess, and that a bundle need not carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal import salts, stretch
from vaults import open_vault

if TYPE_CHECKING:
    from vaults import Pair


def test_every_body_has_a_salt_of_its_own_and_a_bundle_needs_none(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    for number in range(10):
        values = {"title": f"Notiz {number}", "text": "Öffnungszeiten"}
        anna.records.new("tandem_note", values, space=pair.space)
    written = anna.vault.journal.missing(pair.space, [])
    drawn = [[body[2:18] for body in commit.bodies if body] for commit in written]
    flat = [salt for of_commit in drawn for salt in of_commit]
    assert len(set(flat)) == len(flat) > 20
    seeds = [
        salts.seed_of(of_commit, commit.log, commit.seq)
        for commit, of_commit in zip(written, drawn, strict=True)
    ]
    assert None not in seeds
    assert len(set(seeds)) == len(seeds)
    own = [commit for commit in written if commit.log == written[-1].log]
    assert len(stretch.encode(own)) == 2, "the first of the log, and one stretch"
    anna.close()
