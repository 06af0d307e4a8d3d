"""The list of parts is complete, and its versions are those of the libraries themselves."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
import zstandard
from cryptography.hazmat.backends.openssl.backend import backend
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - compiled, without stubs
from PIL import features
from PySide6.QtCore import qVersion

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_script", ROOT / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return tool("sbom").parts_list()


def test_it_is_a_cyclonedx_document(document: dict[str, Any]) -> None:
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", document["serialNumber"])
    references = [part["bom-ref"] for part in document["components"]]
    assert len(references) == len(set(references))
    for part in document["components"]:
        assert part["type"] == "library"
        assert part["name"]
        assert part["version"]
        assert re.fullmatch(r"pkg:(pypi|generic)/[a-z0-9.-]+@[\w.]+", part["purl"])
    known = {*references, document["metadata"]["component"]["bom-ref"]}
    for line in document["dependencies"]:
        assert {line["ref"], *line["dependsOn"]} <= known


def test_it_follows_the_schema_of_cyclonedx(document: dict[str, Any]) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(json.dumps(document)) is None
    spoilt = document | {"components": [{"name": "ohne Art"}]}
    assert validator.validate_str(json.dumps(spoilt)) is not None, "it can fail"


def test_every_locked_package_and_file_is_in_it(document: dict[str, Any]) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    named = {(part["name"], part["version"]) for part in document["components"]}
    assert set(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock, re.MULTILINE)) <= named
    hashes = {
        item["value"]
        for part in document["components"]
        for item in part["properties"]
        if item["name"] == "file sha256"
    }
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", lock))


def test_native_parts_are_in_it_below_the_package_that_brings_them(
    document: dict[str, Any],
) -> None:
    table = tomllib.loads((ROOT / "tools/native_parts.toml").read_text(encoding="utf-8"))
    stated = {(part["name"], part["version"], part["inside"]) for part in table["part"]}
    known = {part["bom-ref"]: part for part in document["components"]}
    listed = {
        (known[below]["name"], known[below]["version"], known[line["ref"]]["name"])
        for line in document["dependencies"]
        if line["ref"] in known
        for below in line["dependsOn"]
    }
    assert len(stated) > 5
    assert listed == stated


def test_native_parts_are_those_that_run() -> None:
    table = (ROOT / "tools/native_parts.toml").read_text(encoding="utf-8")
    stated = {part["name"]: part["version"] for part in tomllib.loads(table)["part"]}
    connection = sqlcipher.connect(":memory:")
    ((cipher,),) = connection.execute("PRAGMA cipher_version").fetchall()
    connection.execute("PRAGMA key = 'x'")
    ((provider,),) = connection.execute("PRAGMA cipher_provider_version").fetchall()
    connection.close()
    found = {
        "SQLCipher": cipher.split()[0],
        "SQLite": sqlcipher.sqlite_version,
        "OpenSSL (in SQLCipher)": provider.split()[1],
        "OpenSSL (in cryptography)": backend.openssl_version_text().split()[1],
        "Zstandard": ".".join(map(str, zstandard.ZSTD_VERSION)),
        "Qt": qVersion(),
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "libxslt": ".".join(map(str, etree.LIBXSLT_VERSION)),
        "FreeType": features.version("freetype2"),
    }
    if found["Qt"] != stated["Qt"]:  # a newer Python runs a newer Qt
        del stated["Qt"], found["Qt"]
    assert found == stated
