"""A kind of field that only some tables know would be a hole in every form that uses it."""

from __future__ import annotations

import ast

import pytest

from architecture.source_tree import PACKAGE, ROOT
from innolab_desktop import paths
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.loader import load_forms

TABLES = {
    "EDITORS": "ui/forms/editors/__init__.py",
    "FORMATTERS": "reports/formatters.py",
}


def keys_of_table(name: str, module: str) -> set[str]:
    """Return the keys of the table *name*, read from the source so that Qt is not needed."""
    tree = ast.parse((ROOT / PACKAGE / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
            return {
                ast.literal_eval(key)
                for table in ast.walk(node)
                if isinstance(table, ast.Dict)
                for key in table.keys
                if key
            }
    return set()


@pytest.mark.parametrize("name", TABLES)
def test_every_kind_is_in_the_table(name: str) -> None:
    module = TABLES[name]
    keys = keys_of_table(name, module)

    missing, unknown = set(KINDS) - keys, keys - set(KINDS)
    assert not missing, f"{name} in {PACKAGE}/{module} lacks {sorted(missing)}"
    assert not unknown, f"{name} in {PACKAGE}/{module} has {sorted(unknown)}, which is no kind"


def test_forms_use_known_kinds() -> None:
    used = {
        field.kind for form in load_forms(paths.forms_dir()).values() for field in form.fields()
    }

    assert used <= set(KINDS)
    assert len(used) > 8
