"""Which commits of a log count: linked without a gap, and covered by a signed tip.

Pure functions over one log. Branches (two commits with the same sequence number) are kept.

Source: ``docs/formats/tip.md``.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.journal.commit import Tip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from innolab_desktop.journal.commit import Commit


class Linked(NamedTuple):
    """The outcome for one log: what counts now, what waits, and whether a branch came in."""

    accepted: tuple[Commit, ...]
    waiting: tuple[Commit, ...]
    is_forked: bool


def link(
    incoming: Iterable[Commit],
    *,
    known: Callable[[int], Collection[bytes]],
    covered: Collection[bytes],
    is_complete: Callable[[Commit], bool],
) -> Linked:
    """Sort out the commits of one log.

    Args:
        incoming: new and waiting commits of the log, without known ones.
        known: returns the ids of the commits already counted at a sequence number.
        covered: ids of commits that a genuine signed tip names.
        is_complete: false for a commit with a missing body that no erasure covers.

    Returns:
        Accepted commits in order of ``seq``; the rest waits.
    """
    ordered = sorted(incoming, key=attrgetter("seq", "id"))
    linked: dict[bytes, Commit] = {}
    for commit in ordered:
        prev = commit.prev
        if is_complete(commit) and (
            prev is None
            or (prev in linked and linked[prev].seq == commit.seq - 1)
            or prev in known(commit.seq - 1)
        ):
            linked[commit.id] = commit
    counted: set[bytes] = set()
    for commit in reversed(linked.values()):
        if commit.id in counted or commit.id in covered:
            counted.add(commit.id)
            if commit.prev is not None:
                counted.add(commit.prev)
    accepted = tuple(commit for commit in linked.values() if commit.id in counted)
    waiting = tuple(commit for commit in ordered if commit.id not in counted)
    return Linked(accepted, waiting, _has_branch(accepted, known))


def _has_branch(accepted: Iterable[Commit], known: Callable[[int], Collection[bytes]]) -> bool:
    last_seq = 0
    for commit in accepted:
        if commit.seq == last_seq or known(commit.seq):
            return True
        last_seq = commit.seq
    return False


def tips(parents: Mapping[bytes, tuple[int, bytes | None]]) -> list[Tip]:
    """Return the branch heads of a log given as ``{commit: (seq, prev)}``, sorted."""
    inner = {prev for _, prev in parents.values()}
    return sorted(Tip(seq, commit) for commit, (seq, _) in parents.items() if commit not in inner)


def closure(
    parents: Mapping[bytes, tuple[int, bytes | None]], announced: Iterable[Tip]
) -> set[bytes]:
    """Return the commits at and below the *announced* tips; unknown tips are ignored."""
    held: set[bytes] = set()
    for tip in announced:
        commit: bytes | None = tip.commit
        while commit is not None and commit not in held and commit in parents:
            held.add(commit)
            commit = parents[commit][1]
    return held
