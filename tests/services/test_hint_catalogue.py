"""The sentences of advice."""

from __future__ import annotations

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.hint import Hint
from innolab_desktop.domain.language import Language
from innolab_desktop.services.hint_catalogue import read_hints

HINTS = read_hints(paths.resources_dir() / "hints.toml")


def test_the_words_that_were_noticed_are_named() -> None:
    (sentence,) = HINTS.sentences([Hint("smart_wish", ("wollen", "möglichst {words}"))])
    assert "„wollen“, „möglichst {words}“" in sentence
    assert sentence.count("Schreiben Sie") == 1


def test_every_text_is_two_whole_sentences() -> None:
    assert len(HINTS.codes) == 10
    for sentence in HINTS.sentences(Hint(code, ("Wort",)) for code in sorted(HINTS.codes)):
        assert "{" not in sentence
        assert sentence.endswith((".", "?", "!"))


def test_advice_on_german_words_speaks_english() -> None:
    speech = bootstrap.load_speech(language=Language.ENGLISH)
    hints = read_hints(paths.resources_dir() / "hints.toml", speech)
    (sentence,) = hints.sentences([Hint("smart_wish", ("wollen", "möglichst"))])
    assert sentence.startswith("This sounds like an intention: “wollen”, “möglichst”. Write what")
