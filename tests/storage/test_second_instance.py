"""Many processes open one vault at the same moment: one gets it, all others are told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

from vaults import open_vault

if TYPE_CHECKING:
    from vaults import Pair

RACES, RUNNERS = 10, 5
RACE = """
import os, sys
from pathlib import Path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage import connection
from vaults import database_key
folder, races, runners = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
key = database_key(folder)
connection._BUSY_TIMEOUT_S = 0.3  # as patient as the program, only sooner done

def run(start, told, all_told):
    os.read(start, 1)
    try:
        opened = connection.open_engine(folder / "vault.db", key).connect()
        os.write(told, b"opened\\n")
        os.read(all_told, 1)  # nobody opens it only because the first one left
        opened.close()
    except VaultError as failure:
        os.write(told, failure.code.encode() + b"\\n")
    os._exit(0)

for race in range(races):
    start, go = os.pipe()
    listen, told = os.pipe()
    all_told, leave = os.pipe()
    children = []
    for _ in range(runners):
        child = os.fork()
        if child == 0:
            os.close(go), os.close(leave)
            run(start, told, all_told)
        children.append(child)
    os.close(told)
    os.write(go, b"!" * runners)
    with os.fdopen(listen) as heard:
        print(*sorted(heard.readline().strip() for _ in range(runners)))
    os.close(leave), os.close(all_told)
    for child in children:
        os.waitpid(child, 0)
    os.close(start), os.close(go)
"""


def test_fifty_contenders_never_share_a_vault(pair: Pair) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", RACE, str(pair.anna), str(RACES), str(RUNNERS)]
    ended = subprocess.run(  # noqa: S603 - this interpreter with the program above
        command, check=False, capture_output=True, text=True, timeout=200, env=environment
    )
    outcomes = [Counter(line.split()) for line in ended.stdout.splitlines()]
    assert len(outcomes) == RACES, ended.stderr
    assert all(race == {"opened": 1, "vault_in_use": RUNNERS - 1} for race in outcomes), outcomes
    session = open_vault(pair.anna)
    session.vault.journal.verify()
    session.close()
