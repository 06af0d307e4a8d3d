"""What a use case is doing, in German."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def step_name(step: str) -> str:
    """Return the sentence for the step of a use case; empty for one without a name."""
    names = {
        "import": QCoreApplication.translate("Steps", "Pakete werden eingelesen"),
        "export_collect": QCoreApplication.translate("Steps", "Änderungen werden gesammelt"),
        "export_write": QCoreApplication.translate("Steps", "Paket wird geschrieben"),
        "rekey_copy": QCoreApplication.translate("Steps", "Der Tresor wird neu verschlüsselt"),
        "rekey_prove": QCoreApplication.translate("Steps", "Der neue Tresor wird geprüft"),
        "copy_backup": QCoreApplication.translate("Steps", "Die Sicherung wird kopiert"),
        "check_pages": QCoreApplication.translate("Steps", "Jede Seite der Datei wird geprüft"),
        "verify": QCoreApplication.translate("Steps", "Jede Änderung wird geprüft"),
        "open_export": QCoreApplication.translate("Steps", "Einträge werden ausgegeben"),
        "salvage_pages": QCoreApplication.translate("Steps", "Jede Seite wird gelesen"),
        "salvage_commits": QCoreApplication.translate("Steps", "Gefundenes wird übernommen"),
        "rebuild": QCoreApplication.translate("Steps", "Der Bestand wird neu aufgebaut"),
    }
    return names.get(step, "")
