"""``innolab settings`` and ``innolab policy``: what this device does, and what IT prescribes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer
from innolab_desktop.domain.policy import KEYS
from innolab_desktop.services.preferences import PreferenceDesk

if TYPE_CHECKING:
    from innolab_desktop.cli.answer import Json
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.domain.policy import Policy


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about settings and prescriptions."""
    group = commands.group("settings", "Einstellungen dieses Geräts")
    group.command("show", "zeigt alle Einstellungen", _show)
    put = group.command("set", "ändert eine Einstellung", _set)
    put.add_argument("name", metavar="NAME", help="wie bei „settings show“")
    put.add_argument("value", metavar="WERT", help="der neue Wert")
    commands.command("policy", "zeigt, was die IT vorgibt", _policy)


def _desk(invocation: Invocation) -> PreferenceDesk:
    session = invocation.session
    return PreferenceDesk(session.desk, session.policy, session.safekeeping.backups)


def _show(invocation: Invocation) -> Answer:
    desk = _desk(invocation)
    values = desk.read().plain()
    value: dict[str, Json] = {
        name: {"value": found, "given_by_it": desk.is_given(name)} for name, found in values.items()
    }
    lines = [
        f"{name}: {'–' if found is None else found}"
        + (" (von Ihrer IT vorgegeben)" if desk.is_given(name) else "")
        for name, found in values.items()
    ]
    return Answer({"settings": value}, tuple(lines))


def _set(invocation: Invocation) -> Answer:
    name, text = invocation.arguments.name, invocation.arguments.value
    desk = _desk(invocation)
    desk.put(name, text)
    now = desk.read().plain()[name]
    return Answer({"name": name, "value": now}, (f"{name}: {now}",))


def _policy(invocation: Invocation) -> Answer:
    policy = invocation.gate.policy
    given: dict[str, Json] = {
        key.name: {"value": _plain(policy, key.name), "place": policy.origins[key.name]}
        for key in KEYS
        if policy.gives(key.name)
    }
    faults: list[Json] = [
        {"key": fault.key, "place": fault.place, "reason": fault.reason.value}
        for fault in policy.faults
    ]
    lines = [f"{name}: {_plain(policy, name)} ({policy.origins[name]})" for name in given]
    lines += [str(invocation.catalogue.describe(fault.error)) for fault in policy.faults]
    return Answer(
        {"settings": given, "not_understood": faults},
        tuple(lines) or ("Ihre IT gibt nichts vor.",),
    )


def _plain(policy: Policy, name: str) -> Json:
    value = getattr(policy, name)
    if isinstance(value, bool | int):
        return value
    return str(getattr(value, "value", value))
