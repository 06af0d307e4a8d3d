"""Every line of the public command line is understood: names and options never go away."""

from __future__ import annotations

import shlex

import pytest

from innolab_desktop.cli.main import build_parser
from innolab_desktop.domain.errors import UsageError

LINES = """
vault create DIR --name N --municipality M --department D --role coordinator
vault create DIR --name N --municipality M --department D
--vault DIR vault status
--vault DIR vault verify
--vault DIR vault backup
--vault DIR vault restore B.ilbackup
--vault DIR vault rekey
--vault DIR vault slots list
--vault DIR record new mission --set title=A vision=B --space S --parent 0123abcd
--vault DIR record list --kind mission
--vault DIR record list
--vault DIR record show 0123abcd
--vault DIR record set 0123abcd title=A vision=B
--vault DIR record delete 0123abcd
--vault DIR record erase 0123abcd --reason request
--vault DIR record history 0123abcd
--vault DIR search eins zwei
--vault DIR contact card --out F
--vault DIR contact add F --digits "12345 12345 12345 12345 12345 12345"
--vault DIR contact list
--vault DIR space create NAME --type tandem --member A --member B
--vault DIR space list
--vault DIR export --space S --out DIR --armour --max-size 3
--vault DIR export --space S --out DIR --mail
--vault DIR import F DIR --preview
--vault DIR conflicts list
--vault DIR conflicts resolve 0123abcd title --value V
--vault DIR report mission_profile 0123abcd --out F.pdf
--vault DIR report programme_summary --out F.pdf
--vault DIR table export --kind mission --out F.xlsx
--vault DIR table import F.xlsx --kind mission
--vault DIR evaluate 0123abcd
--vault DIR indicators list
--vault DIR dashboard
demo DIR
""".strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_the_line_is_understood_also_for_programs(line: str) -> None:
    arguments = shlex.split(line)
    plain = build_parser().parse_args(arguments)
    assert callable(plain.run)
    assert not plain.json
    assert build_parser().parse_args([*arguments, "--json"]).json
    assert build_parser().parse_args(["--json", *arguments]).json


@pytest.mark.parametrize("line", ["table", "record list --kin mission", "dashboard jetzt"])
def test_what_nobody_promised_is_refused(line: str) -> None:
    with pytest.raises(UsageError):
        build_parser().parse_args(shlex.split(line))
