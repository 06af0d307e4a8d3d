"""What a set of operations leaves visible, compared with what the vault shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.services.field_states import field_states, unseen_by_deletions
from services.test_conflicts import FIELD, TEXT, Tandem

if TYPE_CHECKING:
    from random import Random

STEP = st.tuples(
    st.sampled_from("AB"), st.sampled_from(("title", "text", "delete", "restore", "mail"))
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_the_order_plays_no_part_and_the_vault_agrees(
    steps: list[tuple[str, str]], random: Random
) -> None:
    tandem = Tandem()
    for number, (who, what) in enumerate(steps):
        device = tandem.people[who]
        record = device.records.open(tandem.record)
        if what == "mail":
            tandem.mail(device, tandem.people["B" if who == "A" else "A"])
        elif what in {"delete", "restore"}:
            if record.deleted != (what == "delete"):
                getattr(device.records, what)(tandem.record)
        elif not record.deleted and FIELD not in record.conflicts:
            name = FIELD if what == "title" else TEXT
            tandem.write(device, name, f"{who}{number}")
    for device in tandem.people.values():
        record = device.records.open(tandem.record)
        writes = list(device.vault.review.writes((tandem.record,))[tandem.record])
        random.shuffle(writes)
        states = field_states(writes)
        assert set(states[FIELD].values) == device.visible(tandem.record, FIELD)
        assert states[FIELD].is_conflict == (FIELD in record.conflicts)
        if TEXT in states:
            assert states[TEXT].values == (record.values[TEXT],)
            assert states[TEXT].is_merged == (TEXT in record.merged)
        assert unseen_by_deletions(writes) == ("_deleted" in record.conflicts)
