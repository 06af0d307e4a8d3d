"""Writes the list of all parts that are shipped, as CycloneDX 1.6 (``make sbom``).

The packages and the hashes of their files come from ``requirements.lock``, the libraries inside
them from ``native_parts.toml``.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
TARGET: Final = ROOT / "build" / "sbom.cdx.json"
_PIN: Final = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; (.+?))? \\$")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def packages(lock: str) -> list[dict[str, Any]]:
    """Return the components of a lock file, each with its marker and the hashes of its files."""
    found: list[dict[str, Any]] = []
    for line in lock.splitlines():
        if pin := _PIN.match(line):
            name, version, marker = pin.groups()
            component: dict[str, Any] = {
                "type": "library",
                "bom-ref": f"pkg:pypi/{name}@{version}",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "properties": [{"name": "marker", "value": marker}] if marker else [],
            }
            found.append(component)
        elif (digest := _HASH.search(line)) and found:
            found[-1]["properties"].append({"name": "file sha256", "value": digest.group(1)})
    return found


def native_parts(table: str) -> list[dict[str, Any]]:
    """Return the libraries inside packages as components."""
    return [
        {
            "type": "library",
            "bom-ref": f"{part['purl']}#{part['inside']}",
            "name": part["name"],
            "version": part["version"],
            "purl": part["purl"],
            "licenses": [{"license": {"name": part["licence"]}}],
            "properties": [{"name": "inside", "value": part["inside"]}],
        }
        for part in tomllib.loads(table)["part"]
    ]


def parts_list(root: Path = ROOT) -> dict[str, Any]:
    """Return the whole document."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = {
        "type": "application",
        "bom-ref": "innolab-desktop",
        "name": project["name"],
        "version": project["version"],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    table = (root / "tools" / "native_parts.toml").read_text(encoding="utf-8")
    components = packages(lock) + native_parts(table)
    inside: dict[str, list[str]] = {}
    for part in components:
        for item in part["properties"]:
            if item["name"] == "inside":
                inside.setdefault(item["value"], []).append(part["bom-ref"])
    direct = [part["bom-ref"] for part in components if part["purl"].startswith("pkg:pypi/")]
    dependencies = [{"ref": own["bom-ref"], "dependsOn": direct}]
    dependencies += [
        {"ref": part["bom-ref"], "dependsOn": inside.get(part["name"], [])} for part in components
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(tz=UTC).isoformat(timespec="seconds"),
            "component": own,
        },
        "components": components,
        "dependencies": dependencies,
    }


def main() -> int:
    """Write the list and say where it is."""
    document = parts_list()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(document['components'])} parts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
