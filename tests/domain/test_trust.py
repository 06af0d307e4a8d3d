"""Whom to send to when a known person has a further or a changed key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.trust import Trust, devices_to_compare

DEVICES = st.lists(
    st.tuples(
        st.sampled_from([b"anna", b"ben", b"own"]), st.binary(max_size=2), st.sampled_from(Trust)
    ),
    unique_by=lambda item: item[1],
)


def test_a_lesser_device_waits() -> None:
    devices = [
        (b"anna", b"1", Trust.COMPARED),
        (b"anna", b"2", Trust.CARD),
        (b"ben", b"3", Trust.INTRODUCED),
        (b"ben", b"4", Trust.INTRODUCED),
        (b"own", b"5", Trust.INTRODUCED),
        (b"own", b"6", Trust.CARD),
    ]
    assert devices_to_compare(devices, b"own") == {b"2", b"5"}


@given(DEVICES)
def test_compared_devices_are_never_left_out_and_every_person_keeps_one(
    devices: list[tuple[bytes, bytes, Trust]],
) -> None:
    left_out = devices_to_compare(devices, b"own")
    assert left_out.isdisjoint(device for _, device, trust in devices if trust is Trust.COMPARED)
    for person in {person for person, _, _ in devices} - {b"own"}:
        assert {device for who, device, _ in devices if who == person} - left_out
