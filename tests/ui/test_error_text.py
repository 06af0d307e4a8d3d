from __future__ import annotations

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.error_catalogue import ErrorCatalogue, ErrorText
from innolab_desktop.ui.crash_report import crash_report
from innolab_desktop.ui.error_sentence import error_sentence

SECRET = "Frau Yılmaz hat sich beschwert"


def fail(content: str) -> None:
    try:
        int(content)
    except ValueError as inner:
        raise VaultError("vault_write_failed", folder="/home/frau-yilmaz") from inner


def test_a_crash_report_names_places_and_never_content() -> None:
    with pytest.raises(VaultError) as caught:
        fail(SECRET)
    report = crash_report(caught.value)
    assert "ValueError" in report
    assert "VaultError" in report
    assert "vault_write_failed" in report
    assert "test_error_text.py" in report
    assert SECRET not in report
    assert "yilmaz" not in report


def test_texts_are_filled_and_missing_ones_still_say_something() -> None:
    catalogue = ErrorCatalogue(
        lambda: {
            "full": ErrorText("Datei {name} fehlt.", "Schade.", "Suchen."),
            "unexpected": ErrorText("Unbekannt: {code}.", "", ""),
        }
    )
    assert str(catalogue.describe(VaultError("full", name="a{b}"))) == (
        "Datei a{b} fehlt. Schade. Suchen."
    )
    assert catalogue.describe(VaultError("full")).what == "Datei … fehlt."
    assert catalogue.describe(VaultError("neu")).what == "Unbekannt: neu."
    assert catalogue.describe(KeyError(SECRET)).what == "Unbekannt: KeyError."


def test_only_expected_errors_become_sentences(catalogue: ErrorCatalogue) -> None:
    with pytest.raises(ZeroDivisionError):
        error_sentence(catalogue, ZeroDivisionError())
    assert error_sentence(catalogue, VaultError("cancelled")).startswith("Der Vorgang")
