"""Dividing what is sent into parts that fit through a mail gateway.

A part ends each log at a signed tip, so that it counts as soon as what is below it is there. Own
logs are signed anew wherever a part ends; a foreign stretch can only end where its owner signed.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Genesis

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from innolab_desktop.journal.commit import Commit


class Freight:
    """Commits in the order in which they are sent: by log, and by ``seq`` inside.

    Args:
        commits: what is to be sent.
        own: logs of this device, which can end anywhere.
        whole: logs with branches, which are never divided.
        signed: commits of other devices that a stored signature covers.
    """

    def __init__(
        self,
        commits: Sequence[Commit],
        *,
        own: Collection[bytes],
        whole: Collection[bytes],
        signed: Collection[bytes],
    ) -> None:
        self.commits = tuple(commits)
        self._cuts = [
            at
            for at, (before, after) in enumerate(pairwise(commits), 1)
            if before.log != after.log
            or (before.log not in whole and (before.log in own or before.id in signed))
        ]
        sizes_bytes = accumulate((len(commit.encoded) for commit in commits), initial=0)
        self._ends_bytes = tuple(sizes_bytes)
        self._first = {c.log: c for c in self.commits if c.origin is not None and not _founds(c)}

    @property
    def everything(self) -> range:
        """All of it."""
        return range(len(self.commits))

    def divide(self, piece: range, count: int) -> list[range]:
        """Return *piece* as about *count* pieces of about equal size; as it is if it has no cut."""
        low = bisect_left(self._cuts, piece.start + 1)
        high = bisect_left(self._cuts, piece.stop)
        cuts = self._cuts[low:high]
        ends_bytes = [self._ends_bytes[cut] for cut in cuts]
        start, stop = self._ends_bytes[piece.start], self._ends_bytes[piece.stop]
        chosen: set[int] = set()
        for number in range(1, count):
            wanted = start + (stop - start) * number // count
            at = bisect_left(ends_bytes, wanted)
            near = [i for i in (at - 1, at) if 0 <= i < len(cuts)]
            if near:
                chosen.add(cuts[min(near, key=lambda i: abs(ends_bytes[i] - wanted))])
        borders = [piece.start, *sorted(chosen), piece.stop]
        return [range(a, b) for a, b in pairwise(borders)]

    def of(self, piece: range) -> tuple[Commit, ...]:
        """Return the commits of a piece, each log with its first commit if that is sent at all.

        The first commit says whose log it is: without it a signature could not be checked, and a
        part that comes before its predecessor would have to be sent again. The commit that founds
        the space is not repeated: who does not have it keeps the whole part until it comes.
        """
        commits: list[Commit] = []
        log = b""
        for commit in self.commits[piece.start : piece.stop]:
            if commit.log != log:
                log = commit.log
                first = self._first.get(log)
                if first is not None and first.id != commit.id:
                    commits.append(first)
            commits.append(commit)
        return tuple(commits)

    def ends(self, piece: range) -> dict[bytes, tuple[Commit, ...]]:
        """Return the last commit of each branch of each log in a piece."""
        commits = self.commits[piece.start : piece.stop]
        inner = {commit.prev for commit in commits}
        found: dict[bytes, tuple[Commit, ...]] = {}
        for commit in commits:
            if commit.id not in inner:
                found[commit.log] = (*found.get(commit.log, ()), commit)
        return found


def _founds(commit: Commit) -> bool:
    ((*operations,),) = operations_of((commit,))
    return any(isinstance(operation, Genesis) for _, operation in operations)
