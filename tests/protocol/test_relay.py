"""What a relay forwards can be checked by the next one, whatever the relay itself waits for."""

from __future__ import annotations

from dataclasses import replace

from innolab_desktop.services.exchange_models import Content
from protocol.histories import template
from protocol.world import Device, Post


def test_a_relay_with_a_gap_forwards_a_tip_that_covers_what_it_forwards() -> None:
    base = template()
    space, record = base.spaces["coordination"], base.records["coordination"]
    first, relay = base.devices["A"].fork(), base.devices["K"].fork()
    post = Post()
    for device in (first, relay):
        device.post = device.files._post = post
    before = relay.copy()
    first.records.save(record, {"title": "eins"})
    relay.receive(first.send(space, relay))
    first.receive(relay.send(space, first))
    first.records.save(record, {"title": "zwei"})
    second_mail = first.send(space, relay)
    relay.put_back(before)
    assert relay.receive(second_mail).held == 1, "the relay should wait for the first change"

    newcomer = Device.new("B", post)
    newcomer.knows(relay)
    newcomer.knows(first)
    result = newcomer.receive(relay.send(space, newcomer))
    assert (result.status, result.held) == ("applied", 0)
    assert newcomer.records.open(record).values["title"] == "Mission coordination"


def test_a_commit_without_a_covering_signature_waits() -> None:
    base = template()
    space, record = base.spaces["coordination"], base.records["coordination"]
    first, other = base.devices["A"].fork(), base.devices["B"].fork()
    post = Post()
    for device in (first, other):
        device.post = device.files._post = post
    first.records.save(record, {"title": "ohne Unterschrift"})
    mail = first.send(space, other)
    bundle = post.bundles[mail]
    post.bundles[mail] = replace(bundle, read=lambda: Content((), bundle.commits))
    assert other.receive(mail).status == "held"
    assert other.records.open(record).values["title"] == "Mission coordination"
    assert all(tip.seq < 4 for tips in other.vault.journal.tips(space).values() for tip in tips), (
        "what waits is not acknowledged"
    )
    assert other.receive(first.send(space, other)).status == "applied"
    assert other.records.open(record).values["title"] == "ohne Unterschrift"
