"""Another language says the same about the same things, and says all of it."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.errors import FormError
from innolab_desktop.domain.gender_wording import STAR_FORM, GenderWording, Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.formdefs.forms import iter_labels
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.loader import VOCABULARY_FILE
from innolab_desktop.formdefs.speech import Speech, name_of, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.values import Value

DATA = paths.data_dir()
TRANSLATIONS = DATA / "resources" / "translations" / "en"
NOT_TRANSLATED = frozenset({VOCABULARY_FILE, "gender_forms.toml", "spelling_words.toml"})
ORIGINALS = sorted(
    path.relative_to(DATA)
    for folder in ("forms", "forms/catalogues", "resources")
    for path in (DATA / folder).glob("*.toml")
    if path.name not in NOT_TRANSLATED
)

NO_TEXT = frozenset(
    [
        "id",
        "field",
        "children",
        "kind",
        "icon",
        "title_field",
        "required",
        "default",
        "release",
        "editor",
        "retention_from",
        "choices_from",
        "references",
        "release_requires",
        "computed",
        "filled_from",
        "template",
        "active",
        "fields",
        "indicator_type",
        "interval",
        "direction",
        "protection_class",
        "example_baseline",
        "example_target",
        "provenance",
        "set",
        "renamed_from",
    ]
)
"""Keys whose values are ids, numbers or names of files; a field can be called the same."""

CONDITIONS = frozenset({"show_if", "done_when"})
"""Tables that name answers."""

SHORT = frozenset({"label", "label_plural", "label_new", "unit"})
"""What stands on buttons and beside fields."""

GERMAN = re.compile(
    r"\b(?:der|die|das|dem|den|und|oder|nicht|ist|sind|wird|werden|Sie|Ihr|Ihre|ein|eine|einen|von|"
    r"für|mit|ja|nein|zu|auf|aus|bei|nur|noch|keine?|wir|wer|wie|es)\b"
)
QUOTED = re.compile(r"„[^“”]*“|“[^“”]*”")
PLACEHOLDER = re.compile(r"\{\w+\}")


def _texts(value: object, path: str = "", key: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place and the words of every text in a table."""
    if isinstance(value, dict):
        for inner, item in cast("dict[str, object]", value).items():
            if inner not in CONDITIONS and (inner not in NO_TEXT or isinstance(item, dict)):
                yield from _texts(item, f"{path}.{inner}", inner)
    elif isinstance(value, list):
        for number, item in enumerate(cast("list[object]", value)):
            yield from _texts(item, f"{path}.{name_of(item) or number}", key)
    elif isinstance(value, str) and value:
        yield path, value


def _pairs(original: Path) -> list[tuple[str, str, str]]:
    """Return place, German and English of every text in a file."""
    german = dict(_texts(Speech().read(DATA / original)))
    if original == Path("forms/catalogues/indicators.toml"):
        german = {place: text for place, text in german.items() if not place.endswith(".unit")}
    english = dict(_texts(_read(original)))
    assert list(german) == list(english), "a text is missing, left over or in another place"
    return [(place, text, english[place]) for place, text in german.items()]


def _read(original: Path) -> dict[str, object]:
    return Speech().read(TRANSLATIONS / original)


def test_every_file_has_a_translation_and_every_translation_a_file() -> None:
    translated = {path.relative_to(TRANSLATIONS) for path in TRANSLATIONS.rglob("*.toml")}
    assert translated == set(ORIGINALS)


@pytest.mark.parametrize("original", ORIGINALS, ids=str)
def test_every_text_is_translated_with_the_same_placeholders(original: Path) -> None:
    for place, german, english in _pairs(original):
        assert english.strip() == english != "", place
        assert sorted(PLACEHOLDER.findall(german)) == sorted(PLACEHOLDER.findall(english)), place


@pytest.mark.parametrize("original", ORIGINALS, ids=str)
def test_no_german_is_left_outside_of_quotations(original: Path) -> None:
    for place, _german, english in _pairs(original):
        assert not GERMAN.search(QUOTED.sub("", english)), f"{place}: {english}"
        assert not STAR_FORM.search(english), f"{place}: {english}"


@pytest.mark.parametrize("original", ORIGINALS, ids=str)
def test_short_texts_stay_short(original: Path) -> None:
    for place, german, english in _pairs(original):
        if place.rpartition(".")[2] in SHORT:
            assert len(english) <= max(40, 1.6 * len(german)), f"{place}: {english}"


def test_forms_have_the_same_structure_in_both_languages() -> None:
    german, english = bootstrap.load_forms(), bootstrap.load_forms(language=Language.ENGLISH)
    assert german.kinds() == english.kinds()
    for kind in german:
        assert _without_texts(asdict(german[kind])) == _without_texts(asdict(english[kind]))
    assert [key for key, _text in iter_labels(german)] == [key for key, _ in iter_labels(english)]


def test_catalogues_have_the_same_structure_in_both_languages() -> None:
    german = asdict(bootstrap.load_catalogues())
    english = asdict(bootstrap.load_catalogues(language=Language.ENGLISH))
    assert _without_texts(german) == _without_texts(english)


def _without_texts(value: object) -> object:
    """Return a definition with every text for people taken out; what is empty stays visible."""
    texts = {
        *("label", "label_plural", "label_new", "help", "unit", "release_barrier", "group"),
        *("task", "aliases", "description", "question", "suits", "note", "subtitle", "purpose"),
        *("output", "rules", "fallback", "remove", "coarsen", "placeholders", "danger"),
        *("sensitive_traits", "warns_of", "text", "section", "title", "words"),
    }
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        return {
            key: bool(item) if key in texts else _without_texts(item) for key, item in table.items()
        }
    if isinstance(value, list | tuple):
        return [_without_texts(item) for item in cast("list[object]", value)]
    return value


def test_a_field_speaks_english() -> None:
    form = bootstrap.load_forms(language=Language.ENGLISH)["mission"]
    status = form.field("status")
    assert status is not None
    assert (form.label_new, status.label) == ("New mission", "Status")
    binding = status.choice("binding")
    assert binding is not None
    assert binding.label == "agreed as binding"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("date_range", ("2026-01-01", None), "from 01.01.2026"),
        ("date_range", (None, "2026-12-31"), "until 31.12.2026"),
        ("date_range", ("2026-01-01", "2026-12-31"), "01.01.2026 – 31.12.2026"),
        ("yes_no", True, "yes"),
        ("yes_no", False, "no"),
    ],
)
def test_an_answer_reads_english_and_is_read_again(kind: str, value: Value, words: str) -> None:
    forms = bootstrap.load_forms(language=Language.ENGLISH)
    field = next(field for form in forms.values() for field in form.fields() if field.kind == kind)
    assert KINDS[kind].format(field, value) == words
    assert KINDS[kind].parse(field, words) == value


def test_ways_to_write_about_people_do_not_touch_english() -> None:
    english = bootstrap.load_forms(Wording.PAIR, Language.ENGLISH)
    assert dict(iter_labels(english)) == dict(
        iter_labels(bootstrap.load_forms(language=Language.ENGLISH))
    )


def test_what_has_no_translation_stays_german(tmp_path: Path) -> None:
    path = tmp_path / "forms" / "tree.toml"
    path.parent.mkdir()
    path.write_text("label = 'Baum'\n", encoding="utf-8")
    assert Speech(language=Language.ENGLISH, data=tmp_path).read(path) == {"label": "Baum"}
    assert Speech(language=Language.ENGLISH, data=tmp_path / "else").read(path)["label"] == "Baum"


def test_a_translation_is_laid_over_by_ids() -> None:
    original = {
        "id": "tree",
        "label": "Baum",
        "entry": [{"field": "leaf", "label": "Blatt"}, {"field": "root", "label": "Wurzel"}],
        "rules": ["eins", "zwei"],
        "order": 3,
    }
    texts = {
        "label": "Tree",
        "entry": {"root": {"label": "Root", "kind": "never taken"}},
        "rules": ["one", "two"],
        "order": "third",
        "unknown": "nowhere",
    }
    assert translate(original, texts) == {
        "id": "tree",
        "label": "Tree",
        "entry": [{"field": "leaf", "label": "Blatt"}, {"field": "root", "label": "Root"}],
        "rules": ["one", "two"],
        "order": 3,
    }


def test_a_list_of_another_length_does_not_fit() -> None:
    assert translate(["eins", "zwei"], ["one"]) == ["eins", "zwei"]


def test_german_is_rewritten_and_quoted_in_its_own_way() -> None:
    speech = Speech(GenderWording({"Berater*in": "beratende Person"}))
    assert speech.quote("Wort") == "„Wort“"
    assert Speech(language=Language.ENGLISH).quote("word") == "“word”"
    roles = dict(_texts(speech.read(DATA / "forms" / "catalogues" / "roles.toml")))
    assert "Ist zugleich beratende Person." in roles[".entry.scribe.help"]


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tree.toml"
    path.write_text("label = ", encoding="utf-8")
    with pytest.raises(FormError) as caught:
        Speech().read(path)
    assert caught.value.code == "form_not_toml"
    assert caught.value.params["file"] == "tree.toml"
