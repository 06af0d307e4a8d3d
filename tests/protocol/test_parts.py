"""Parts are the same as one file: in any order, doubled, and the next bundle heals a lost one."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from protocol.parts_world import (
    HEADER_BYTES,
    Office,
    commits_of,
    office,
    receive,
    send_in_parts,
    write,
)

texts = st.lists(st.text("aäß ", min_size=1, max_size=150), max_size=5)
turns = st.lists(texts, min_size=3, max_size=5)
MIN_LIMIT = 2 * HEADER_BYTES
limits = st.integers(MIN_LIMIT, 4000)


FEW = settings(max_examples=30, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Worlds are small, but shrinking one would play it a thousand times."""


def play(office: Office, turns: list[list[str]]) -> None:
    """Let Ben and Anna write by turns; Anna gets all of Ben's, each time with a signed tip."""
    for number, found in enumerate(turns):
        write((office.ben, office.anna)[number % 2], office, found)
        office.anna.receive(office.ben.send(office.space, office.anna))


@FEW
@given(turns, limits, st.data())
def test_parts_in_any_order_are_one_file(
    turns: list[list[str]], limit: int, data: st.DataObject
) -> None:
    world = office()
    play(world, turns)
    twin = world.clara.fork()
    whole, _ = send_in_parts(world.anna, world, world.clara, 10**9)
    parts, receipt = send_in_parts(world.anna, world, world.clara, limit)
    assert [(f.part, f.of) for f in receipt.files] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    assert len(whole) == 1
    doubled = data.draw(st.lists(st.sampled_from(parts), max_size=3))
    order = data.draw(st.permutations(parts + doubled))

    receive(twin, whole)
    receive(world.clara, order)

    assert world.clara.dump() == twin.dump()
    assert (
        commits_of(world.clara, world) == commits_of(twin, world) == commits_of(world.anna, world)
    )
    assert world.clara.vault.records.counts().held == 0
    assert world.clara.vault.desk.waiting() == ()


@FEW
@given(turns, limits, st.data())
def test_a_lost_part_is_healed_by_the_next_bundle(
    turns: list[list[str]], limit: int, data: st.DataObject
) -> None:
    world = office()
    play(world, turns)
    parts, _ = send_in_parts(world.anna, world, world.clara, limit)
    lost = data.draw(st.sampled_from(parts))
    order = data.draw(st.permutations([part for part in parts if part != lost]))
    receive(world.clara, order)
    again, _ = send_in_parts(world.anna, world, world.clara, limit)
    receive(world.clara, again)
    assert commits_of(world.clara, world) == commits_of(world.anna, world)
    assert world.clara.vault.records.counts().held == 0


@FEW
@given(turns, limits)
def test_parts_fit_unless_they_cannot_be_divided(turns: list[list[str]], limit: int) -> None:
    world = office()
    play(world, turns)
    parts, receipt = send_in_parts(world.anna, world, world.clara, limit)
    for file in receipt.files:
        assert file.is_over_limit == (file.size_bytes > limit)
    own = {
        info.log
        for info in world.anna.vault.journal.logs(world.space)
        if info.origin.device == world.anna.identity.device
    }
    for file, part in zip(receipt.files, parts, strict=True):
        bundle = world.anna.post.bundles[part]
        assert {tip.log for tip in bundle.signed_tips} == {c.log for c in bundle.commits}
        if file.is_over_limit and limit > MIN_LIMIT:
            (log,) = {commit.log for commit in bundle.commits}
            assert log not in own or file.commits == 1


def test_a_foreign_stretch_is_divided_only_where_its_owner_signed() -> None:
    world = office()
    write(world.ben, world, ["x" * 150] * 5)
    world.anna.receive(world.ben.send(world.space, world.anna))
    write(world.ben, world, ["y" * 150] * 7)
    world.anna.receive(world.ben.send(world.space, world.anna))
    ben_log = next(
        info.log
        for info in world.anna.vault.journal.logs(world.space)
        if info.origin.device == world.ben.identity.device
    )
    parts, receipt = send_in_parts(world.anna, world, world.clara, 800)
    ends: list[int] = []
    for part in parts:
        bundle = world.anna.post.bundles[part]
        seqs = [commit.seq for commit in bundle.commits if commit.log == ben_log]
        tips = {tip.tip for tip in bundle.signed_tips if tip.log == ben_log}
        if seqs:
            ends.append(max(seqs))
            assert {tip.seq for tip in tips} == {max(seqs)}
    assert ends == [5, 12]
    assert [file.commits for file in receipt.files if file.is_over_limit] == [1, 5, 7]


def test_the_own_log_is_signed_once_for_each_part() -> None:
    world = office()
    write(world.anna, world, ["z" * 150] * 12)
    parts, receipt = send_in_parts(world.anna, world, world.clara, 1500)
    assert len(parts) > 2
    assert [file.part for file in receipt.files if file.is_over_limit] == [1]  # three cards
    ends: list[int] = []
    for part in parts:
        bundle = world.anna.post.bundles[part]
        (tip,) = bundle.signed_tips
        assert tip.tip.seq == max(commit.seq for commit in bundle.commits)
        ends.append(tip.tip.seq)
    assert ends == sorted(ends)
    assert sum(file.commits for file in receipt.files) == ends[-1] == 14


def test_a_branched_log_stays_whole() -> None:
    world = office()
    twin = world.ben.fork()
    write(world.ben, world, ["eins" * 40] * 3)
    write(twin, world, ["zwei" * 40] * 3)
    for device in (world.ben, twin):
        world.anna.receive(device.send(world.space, world.anna))
    parts, _ = send_in_parts(world.anna, world, world.clara, 500)
    receive(world.clara, reversed(parts))
    assert commits_of(world.clara, world) == commits_of(world.anna, world)
    assert world.clara.vault.records.counts().held == 0


def test_a_later_part_of_an_unknown_log_keeps_its_signature() -> None:
    """The last part comes first, and nothing comes after: all of it counts all the same."""
    world = office()
    start, _ = send_in_parts(world.anna, world, world.clara, 10**9)
    receive(world.clara, start)
    write(world.anna, world, ["a" * 150] * 2)
    for letter in "bcd":
        write(world.ben, world, [letter * 150] * 4)
        world.anna.receive(world.ben.send(world.space, world.anna))
    parts, _ = send_in_parts(world.anna, world, world.clara, 800)
    assert len(parts) >= 4
    receive(world.clara, reversed(parts))
    assert commits_of(world.clara, world) == commits_of(world.anna, world)
    assert world.clara.vault.records.counts().held == 0
