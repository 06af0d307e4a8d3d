"""The templates for IT and the documentation name exactly the keys of the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from innolab_desktop.domain.policy import KEYS, PolicyKey, PolicyType
from innolab_desktop.policy.registry import POLICIES_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ADMX = ROOT / "installer" / "policy" / "InnoLabDesktop.admx"
ADML = ROOT / "installer" / "policy" / "de-DE" / "InnoLabDesktop.adml"
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def elements(path: Path, tag: str) -> Iterator[ET.Element]:
    return ET.parse(path).iter(f"{SPACE}{tag}")  # noqa: S314 - a file of this repository


def ids(path: Path, tag: str, attribute: str = "id") -> list[str]:
    return [element.get(attribute, "") for element in elements(path, tag)]


POLICIES = {policy.get("name", ""): policy for policy in elements(ADMX, "policy")}


def test_there_is_one_policy_for_each_key() -> None:
    assert list(POLICIES) == [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_each_policy_writes_what_the_program_reads(key: PolicyKey) -> None:
    policy = POLICIES[key.name]
    assert policy.get("key") == POLICIES_KEY
    assert policy.get("class") == "Both"
    if key.type is PolicyType.FLAG:
        assert policy.get("valueName") == key.name
        values = [e.get("value") for e in policy.iter(f"{SPACE}decimal")]
        assert values == ["1", "0"]
        assert [child.tag for child in policy][2:] == [
            f"{SPACE}enabledValue",
            f"{SPACE}disabledValue",
        ]
        return
    tag = {PolicyType.NUMBER: "decimal", PolicyType.FOLDER: "text", PolicyType.CHOICE: "enum"}
    asked = policy.find(f"{SPACE}elements")
    assert asked is not None
    (element,) = asked
    assert element.tag == SPACE + tag[key.type]
    assert element.get("valueName") == element.get("id") == key.name
    if key.type is PolicyType.NUMBER:
        assert element.get("minValue") == str(key.least)
        assert element.get("maxValue") == str(key.most)
    choices = tuple(item.text for item in element.iter(f"{SPACE}string"))
    assert choices == key.choices


def test_every_reference_has_its_text_and_no_text_is_left_over() -> None:
    wanted = re.findall(r"\$\((string|presentation)\.(\w+)\)", ADMX.read_text(encoding="utf-8"))
    strings, presentations = ids(ADML, "string"), ids(ADML, "presentation")
    assert len(set(strings)) == len(strings)
    assert {name for kind, name in wanted if kind == "string"} == set(strings)
    assert {name for kind, name in wanted if kind == "presentation"} == set(presentations)
    assert all((element.text or "").strip() for element in elements(ADML, "string"))


def test_every_element_is_presented_by_its_kind() -> None:
    shown_by = {"decimal": "decimalTextBox", "text": "textBox", "enum": "dropdownList"}
    for tag, control in shown_by.items():
        named = [name for name in ids(ADMX, tag) if name]
        assert named == ids(ADML, control, "refId")


def test_categories_and_support_are_defined() -> None:
    assert set(ids(ADMX, "parentCategory", "ref")) == set(ids(ADMX, "category", "name"))
    defined = set(ids(ADMX, "definition", "name"))
    assert {ref for ref in ids(ADMX, "supportedOn", "ref") if ref} == defined


def test_the_documentation_has_each_key_with_its_type_and_bounds() -> None:
    text = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| ([^|]+) \| \S", text, re.MULTILINE)
    allowed = {
        PolicyType.NUMBER: lambda key: f"{key.least} to {key.most}",
        PolicyType.CHOICE: lambda key: ", ".join(f"`{choice}`" for choice in key.choices),
        PolicyType.FLAG: lambda _key: "`true`, `false`",
        PolicyType.FOLDER: lambda _key: "absolute path",
    }
    assert rows == [(key.name, key.type.value, allowed[key.type](key)) for key in KEYS]
    assert POLICIES_KEY in text
