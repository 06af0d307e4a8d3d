<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>About</name>
    <message>
        <source>Über InnoLab Desktop</source>
        <translation>About InnoLab Desktop</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Missionen, Tandem-Notizen und kollegiale Fallberatungen für Kommunen: verschlüsselt, ohne Internet, ausgetauscht in Paketen.</source>
        <translation>Missions, tandem notes and peer case consultations for municipalities: encrypted, without internet, exchanged in packages.</translation>
    </message>
    <message>
        <source>Alles bleibt auf diesem Rechner, bis Sie ein Paket weitergeben.</source>
        <translation>Everything stays on this computer until you pass on a package.</translation>
    </message>
    <message>
        <source>Niemand wird beobachtet. Was das heißt, steht unter „Was die App nicht tut“.</source>
        <translation>Nobody is watched. What that means is explained in the handbook under “Was die App nicht tut” (what the app does not do).</translation>
    </message>
    <message>
        <source>Freie Software unter der EUPL 1.2: Sie dürfen sie benutzen, untersuchen, weitergeben und verändern.</source>
        <translation>Free software under the EUPL 1.2: you may use, study, share and change it.</translation>
    </message>
    <message>
        <source>Was davon andere geschrieben haben, steht unter „Software von anderen“.</source>
        <translation>What others have written of it is listed in the handbook under “Software von anderen” (software by others).</translation>
    </message>
    <message>
        <source>Verwendete Fassungen</source>
        <translation>Versions in use</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>Alle haben zugestimmt</source>
        <translation>Everyone has agreed</translation>
    </message>
    <message>
        <source>Ich stimme zu</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>Bevor es losgeht</source>
        <translation>Before you begin</translation>
    </message>
    <message>
        <source>Gut geht es zu {0} bis {1}. Wer nicht zustimmt, nimmt nicht teil.</source>
        <translation>It works well with {0} to {1} people. Anyone who does not agree does not take part.</translation>
    </message>
    <message>
        <source>Diese Beratung läuft schriftlich. Lesen Sie die Regeln; den Fall sehen Sie, sobald Sie zugestimmt haben. Das merkt sich nur dieses Gerät.</source>
        <translation>This consultation is held in writing. Read the rules; you will see the case as soon as you have agreed. Only this device remembers that.</translation>
    </message>
    <message>
        <source>Lesen Sie die Regeln gemeinsam. Erst wenn alle zustimmen, geht es los.</source>
        <translation>Read the rules together. You begin only when everyone agrees.</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>Später weiter</source>
        <translation>Continue later</translation>
    </message>
    <message>
        <source>Bogen leeren</source>
        <translation>Clear answers</translation>
    </message>
    <message>
        <source>Abgeben …</source>
        <translation>Submit…</translation>
    </message>
    <message>
        <source>Ihre Antworten sind vertraulich. Sie stehen in dem Raum, in dem die Erhebung liegt: Wer dazugehört, könnte nachsehen, von wem sie kommen. Gezeigt werden Ergebnisse erst, wenn die Erhebung geschlossen ist und genug Menschen aus mehreren Kommunen geantwortet haben. Die Teilnahme ist freiwillig, jede Frage darf offen bleiben.</source>
        <translation>Your answers are confidential. They are kept in the space of the survey: whoever belongs to it could look up who gave them. Results are shown only when the survey is closed and enough people from several municipalities have answered. Taking part is voluntary, and every question may be left open.</translation>
    </message>
    <message>
        <source>Diese Punkte haken Sie unter „Meta-Check …“ an.</source>
        <translation>You tick these points under “Meta-check…”.</translation>
    </message>
    <message>
        <source>{0} von {1} Fragen beantwortet</source>
        <translation>{0} of {1} questions answered</translation>
    </message>
    <message>
        <source>Bogen leeren?</source>
        <translation>Clear answers?</translation>
    </message>
    <message>
        <source>Alle Ihre Antworten auf diesem Bogen verschwinden.</source>
        <translation>All your answers on this sheet disappear.</translation>
    </message>
    <message>
        <source>Bogen abgeben?</source>
        <translation>Submit questionnaire?</translation>
    </message>
    <message>
        <source>Danach lassen sich Ihre Antworten hier nicht mehr ändern. Sie gehen mit dem nächsten Paket an den Raum.</source>
        <translation>After that, your answers can no longer be changed here. They go to the space with the next package.</translation>
    </message>
    <message>
        <source>Abgeben</source>
        <translation>Submit</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Lernen und weitergeben</source>
        <translation>Learning and passing on</translation>
    </message>
    <message>
        <source>Auswerten</source>
        <translation>Evaluating</translation>
    </message>
    <message>
        <source>Menschen, Orte, Termine</source>
        <translation>People, places, dates</translation>
    </message>
    <message>
        <source>Aufbewahren, löschen, schützen</source>
        <translation>Keeping, deleting, protecting</translation>
    </message>
    <message>
        <source>Was aus Fallberatungen bleibt und weitergegeben werden kann.</source>
        <translation>What remains of case consultations and can be passed on.</translation>
    </message>
    <message>
        <source>Was andere übernehmen können, auch Steckbriefe anderer Kommunen.</source>
        <translation>What others can adopt, sheets of other municipalities as well.</translation>
    </message>
    <message>
        <source>Befragungen anlegen, öffnen und schließen.</source>
        <translation>Create, open and close surveys.</translation>
    </message>
    <message>
        <source>Was gezählt oder gemessen wird, mit Ausgangs- und Zielwert.</source>
        <translation>What is counted or measured, with baseline and target.</translation>
    </message>
    <message>
        <source>Kick-off, Workshop, Hospitation: wann, wo und was herauskam.</source>
        <translation>Kick-off, workshop, work shadowing: when, where and with what result.</translation>
    </message>
    <message>
        <source>Wer mitwirkt, nur mit dienstlichen Angaben.</source>
        <translation>Who takes part, with official details only.</translation>
    </message>
    <message>
        <source>Zwei Personen aus verschiedenen Fachbereichen.</source>
        <translation>Two people from different departments.</translation>
    </message>
    <message>
        <source>Städte, Gemeinden und Kreise im Programm.</source>
        <translation>The cities, towns and districts in the programme.</translation>
    </message>
    <message>
        <source>Erkenntnisse und Transfer</source>
        <translation>Insights and transfer</translation>
    </message>
    <message>
        <source>Was alle Missionen gelehrt haben, und was andere davon übernehmen können.</source>
        <translation>What all missions have taught, and what others can take over.</translation>
    </message>
    <message>
        <source>Papierkorb</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>Gelöschtes zurückholen oder endgültig löschen.</source>
        <translation>Bring deleted things back, or delete them for good.</translation>
    </message>
    <message>
        <source>Löschfristen</source>
        <translation>Deletion periods</translation>
    </message>
    <message>
        <source>Was nach einiger Zeit zu prüfen ist: noch nötig oder nicht?</source>
        <translation>What has to be reviewed after some time: still needed or not?</translation>
    </message>
    <message>
        <source>Löschprotokoll</source>
        <translation>Deletion log</translation>
    </message>
    <message>
        <source>Was endgültig gelöscht wurde, wann und warum.</source>
        <translation>What was deleted for good, when and why.</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Gesicherte Stände des Tresors ansehen und zurückholen.</source>
        <translation>Look at saved states of the vault, and bring one back.</translation>
    </message>
    <message>
        <source>Schlüssel</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Womit sich der Tresor öffnen lässt.</source>
        <translation>What the vault can be opened with.</translation>
    </message>
</context>
<context>
    <name>AttachmentsView</name>
    <message>
        <source>Dateien hierher ziehen. Sie liegen verschlüsselt im Tresor, je bis 20 MB.</source>
        <translation>Drag files here. They are stored encrypted in the vault, up to 20 MB each.</translation>
    </message>
    <message>
        <source>Datei anhängen …</source>
        <translation>Attach file…</translation>
    </message>
    <message>
        <source>Noch keine Dateien.</source>
        <translation>No files yet.</translation>
    </message>
    <message>
        <source>Datei wird verschlüsselt</source>
        <translation>The file is being encrypted</translation>
    </message>
    <message>
        <source>{0}, noch nicht vollständig angekommen</source>
        <translation>{0}, not fully arrived yet</translation>
    </message>
    <message>
        <source>„{0}“ speichern unter …</source>
        <translation>Save “{0}” as…</translation>
    </message>
    <message>
        <source>„{0}“ in den Papierkorb</source>
        <translation>Move “{0}” to the bin</translation>
    </message>
    <message>
        <source>Kopie speichern</source>
        <translation>Save copy</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Diese Datei kann Programme ausführen</source>
        <translation>This file can run programs</translation>
    </message>
    <message>
        <source>„{0}“ ist von einer Art, die beim Öffnen etwas ausführen kann. Speichern Sie sie nur, wenn Sie sie erwartet haben und wissen, von wem sie kommt.</source>
        <translation>“{0}” is of a type that can run something when opened. Save it only if you expected it and know who it comes from.</translation>
    </message>
    <message>
        <source>Trotzdem speichern …</source>
        <translation>Save anyway…</translation>
    </message>
    <message>
        <source>Kopie wird geschrieben</source>
        <translation>The copy is being written</translation>
    </message>
    <message>
        <source>Dateien anhängen</source>
        <translation>Attach files</translation>
    </message>
</context>
<context>
    <name>AuthorName</name>
    <message>
        <source>jemand</source>
        <translation>somebody</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>geprüft</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>Danach nicht mehr da, weil seitdem entstanden</source>
        <translation>No longer there afterwards, because created since</translation>
    </message>
    <message>
        <source>Danach wieder wie damals</source>
        <translation>Afterwards as it was then</translation>
    </message>
    <message>
        <source>Danach wieder da</source>
        <translation>There again afterwards</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>In den Einträgen ändert sich nichts.</source>
        <translation>Nothing changes in the records.</translation>
    </message>
    <message>
        <source>spätere Änderung zählt</source>
        <translation>later change</translation>
    </message>
    <message>
        <source>spätere Änderungen zählen</source>
        <translation>later changes</translation>
    </message>
    <message>
        <source>{0} dann nicht mehr. Was Sie schon gesendet haben, kommt mit dem nächsten Paket der anderen zurück.</source>
        <translation>{0} will then no longer count. What you have already sent comes back with the next package from the others.</translation>
    </message>
    <message>
        <source>und {0} weitere</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>vor dem Zurückholen</source>
        <translation>before restoring</translation>
    </message>
    <message>
        <source>beim Schließen</source>
        <translation>on closing</translation>
    </message>
    <message>
        <source>täglich</source>
        <translation>daily</translation>
    </message>
    <message>
        <source>vor dem Einlesen</source>
        <translation>before reading in</translation>
    </message>
    <message>
        <source>von Hand</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>vor der Aktualisierung</source>
        <translation>before the update</translation>
    </message>
    <message>
        <source>Jetzt sichern</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Zurückholen üben</source>
        <translation>Practise restoring</translation>
    </message>
    <message>
        <source>Tresor prüfen</source>
        <translation>Check vault</translation>
    </message>
    <message>
        <source>noch nie</source>
        <translation>never yet</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Zweiten Ort wählen …</source>
        <translation>Choose second place…</translation>
    </message>
    <message>
        <source>Nicht mehr kopieren</source>
        <translation>Stop copying</translation>
    </message>
    <message>
        <source>Alles offen ausgeben …</source>
        <translation>Export everything openly…</translation>
    </message>
    <message>
        <source>Sie können alles mitnehmen: als Dateien, die jedes Programm lesen kann. Die sind dann unverschlüsselt.</source>
        <translation>You can take everything with you: as files that every program can read. They are then not encrypted.</translation>
    </message>
    <message>
        <source>Zweiter Ort</source>
        <translation>Second place</translation>
    </message>
    <message>
        <source>Offene Dateien</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben</source>
        <translation>Prescribed by your IT</translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>Aus anderem Ordner zurückholen …</source>
        <translation>Restore from another folder…</translation>
    </message>
    <message>
        <source>Beim Schließen, täglich und vor jedem Einlesen entsteht von selbst eine verschlüsselte Sicherung; jede wird nach dem Schreiben geprüft. Ältere machen nach und nach Platz: Es bleiben einige je Stunde, Tag, Woche und Monat.</source>
        <translation>An encrypted backup is made automatically on closing, daily and before every reading in; each is checked after writing. Older ones make room little by little: a few per hour, day, week and month remain.</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Vorhandene Sicherungen</source>
        <translation>Existing backups</translation>
    </message>
    <message>
        <source>Sicherungen werden gelesen</source>
        <translation>Backups are being read</translation>
    </message>
    <message>
        <source>Es gibt noch keine Sicherung.</source>
        <translation>There is no backup yet.</translation>
    </message>
    <message>
        <source>Zurückholen …</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>Zurückholen: {0}</source>
        <translation>Restore: {0}</translation>
    </message>
    <message>
        <source>Ordner der Sicherung wählen</source>
        <translation>Choose the folder of the backup</translation>
    </message>
    <message>
        <source>Sicherung wird verglichen</source>
        <translation>The backup is being compared</translation>
    </message>
    <message>
        <source>Sicherung wird zurückgeholt</source>
        <translation>The backup is being restored</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Stand ändern …</source>
        <translation>Change status…</translation>
    </message>
    <message>
        <source>Als Liste zeigen</source>
        <translation>Show as list</translation>
    </message>
    <message>
        <source>Stand ändern</source>
        <translation>Change status</translation>
    </message>
    <message>
        <source>{0} Von „{1}“ aus geht es zu {2}.</source>
        <translation>{0} From “{1}” it goes on to {2}.</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>… und {0} weitere in der Liste</source>
        <translation>… and {0} more in the list</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Geändert {0}</source>
        <translation>Changed {0}</translation>
    </message>
    <message>
        <source>Abweichung</source>
        <translation>Discrepancy</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Zurückholen zuletzt geübt: {0}</source>
        <translation>Restoring last practised: {0}</translation>
    </message>
    <message>
        <source>Tresor zuletzt vollständig geprüft: {0}</source>
        <translation>Vault last fully checked: {0}</translation>
    </message>
    <message>
        <source> – es wurde ein Schaden gefunden</source>
        <translation> – damage was found</translation>
    </message>
    <message>
        <source>Sicherung wird geschrieben</source>
        <translation>The backup is being written</translation>
    </message>
    <message>
        <source>Gesichert und geprüft.</source>
        <translation>Backed up and checked.</translation>
    </message>
    <message>
        <source>Gesichert und geprüft. {0}</source>
        <translation>Backed up and checked. {0}</translation>
    </message>
    <message>
        <source>Zurückholen wird geübt</source>
        <translation>Restoring is being practised</translation>
    </message>
    <message>
        <source>Die neueste Sicherung ({0}) lässt sich zurückholen. Geprüft: {1}.</source>
        <translation>The newest backup ({0}) can be restored. Checked: {1}.</translation>
    </message>
    <message>
        <source>Der Tresor wird geprüft</source>
        <translation>The vault is being checked</translation>
    </message>
    <message>
        <source>In Ordnung. Geprüft: {0}.</source>
        <translation>All right. Checked: {0}.</translation>
    </message>
</context>
<context>
    <name>CaseFindingsDialog</name>
    <message>
        <source>Lässt sich jemand erkennen?</source>
        <translation>Can anyone be recognised?</translation>
    </message>
    <message>
        <source>Fundstellen</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Diese Stellen könnten verraten, um wen es geht. Die Prüfung sieht nur Formen; auch seltene Merkmale zusammen können jemanden erkennbar machen.</source>
        <translation>These passages could reveal who this is about. The check sees only patterns; rare characteristics taken together can also make someone recognisable.</translation>
    </message>
    <message>
        <source>So lassen und abschließen</source>
        <translation>Leave as is and finish</translation>
    </message>
    <message>
        <source>Zurück zum Text</source>
        <translation>Back to the text</translation>
    </message>
</context>
<context>
    <name>CatalogueDialog</name>
    <message>
        <source>Im Katalog suchen</source>
        <translation>Search the catalogue</translation>
    </message>
    <message>
        <source>Im Katalog suchen oder eigene Worte eingeben</source>
        <translation>Search the catalogue or enter your own words</translation>
    </message>
    <message>
        <source>Was Sie wählen, können Sie danach beschreiben und jederzeit ändern.</source>
        <translation>You can describe what you choose afterwards and change it at any time.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Eigene Worte: „{0}“</source>
        <translation>Own words: “{0}”</translation>
    </message>
    <message>
        <source>Etwas anderes</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>frei beschreiben</source>
        <translation>describe freely</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>{0}, Zeile {1}</source>
        <translation>{0}, row {1}</translation>
    </message>
</context>
<context>
    <name>CellEditors</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
</context>
<context>
    <name>CellTable</name>
    <message>
        <source>Eingabe oder F2 ändert eine Zelle, Alt+Eingabe öffnet den ganzen Eintrag.</source>
        <translation>Enter or F2 changes a cell, Alt+Enter opens the whole record.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Ist hier jemand erkennbar?</source>
        <translation>Can anyone be recognised here?</translation>
    </message>
    <message>
        <source>Die Prüfung sieht nur Formen wie Namen, Nummern und Daten. Ob ein Mensch erkennbar ist, entscheiden Sie.</source>
        <translation>The check sees only patterns such as names, numbers and dates. Whether a person can be recognised is for you to decide.</translation>
    </message>
    <message>
        <source>Das geht hinaus</source>
        <translation>This goes out</translation>
    </message>
    <message>
        <source>Nichts: Alles ist schon so freigegeben.</source>
        <translation>Nothing: all of it has already been released like this.</translation>
    </message>
    <message>
        <source>Im Raum „{0}“ lesen das danach</source>
        <translation>In the space “{0}” this will then be read by</translation>
    </message>
    <message>
        <source>Wer später in den Raum kommt, liest es auch.</source>
        <translation>Whoever joins the space later reads it too.</translation>
    </message>
    <message>
        <source>Der Raum ist kein weiterer Kreis, sondern ein anderer.</source>
        <translation>The space is not a wider circle but a different one.</translation>
    </message>
    <message>
        <source>Prüfzeichen verglichen</source>
        <translation>Fingerprint compared</translation>
    </message>
    <message>
        <source>Prüfzeichen nicht verglichen</source>
        <translation>Fingerprint not compared</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Ohne weitere Angaben.</source>
        <translation>Without further details.</translation>
    </message>
    <message>
        <source>Angabe</source>
        <translation>field</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>fields</translation>
    </message>
    <message>
        <source>Schon so freigegeben: {0}</source>
        <translation>Already released like this: {0}</translation>
    </message>
    <message>
        <source>(wird geleert)</source>
        <translation>(will be emptied)</translation>
    </message>
    <message>
        <source>Bisher: {0}</source>
        <translation>So far: {0}</translation>
    </message>
</context>
<context>
    <name>ChildActions</name>
    <message>
        <source>„{0}“ kommt in den Papierkorb. Dort („Weiteres“) können Sie es zurückholen.</source>
        <translation>“{0}” goes to the bin. You can bring it back from there (“More”).</translation>
    </message>
    <message>
        <source>Löschen?</source>
        <translation>Delete?</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>ChildDialog</name>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Eingaben verwerfen?</source>
        <translation>Discard input?</translation>
    </message>
    <message>
        <source>Was Sie hier eingegeben haben, ist noch nicht gespeichert.</source>
        <translation>What you entered here has not been saved yet.</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Bitte speichern Sie zuerst, was Sie hier geändert haben.</source>
        <translation>Please save first what you have changed here.</translation>
    </message>
    <message>
        <source>{0} werden auf der Seite bearbeitet.</source>
        <translation>{0} are edited on the page.</translation>
    </message>
    <message>
        <source>Bitte prüfen Sie die markierten Angaben; so können sie nicht bleiben.</source>
        <translation>Please check the marked fields; they cannot stay like this.</translation>
    </message>
</context>
<context>
    <name>ChildList</name>
    <message>
        <source>Noch nichts eingetragen.</source>
        <translation>Nothing entered yet.</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>„{0}“ ansehen</source>
        <translation>View “{0}”</translation>
    </message>
    <message>
        <source>„{0}“ bearbeiten</source>
        <translation>Edit “{0}”</translation>
    </message>
    <message>
        <source>„{0}“ nach oben</source>
        <translation>Move “{0}” up</translation>
    </message>
    <message>
        <source>„{0}“ nach unten</source>
        <translation>Move “{0}” down</translation>
    </message>
    <message>
        <source>„{0}“ löschen</source>
        <translation>Delete “{0}”</translation>
    </message>
</context>
<context>
    <name>ChildRowsModel</name>
    <message>
        <source>leer</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{0}, Zeile {1}: {2}</source>
        <translation>{0}, row {1}: {2}</translation>
    </message>
    <message>
        <source>{0} …</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>Hier stehen verschiedene Angaben nebeneinander.</source>
        <translation>Different values stand side by side here.</translation>
    </message>
</context>
<context>
    <name>ChildTable</name>
    <message>
        <source>Ganzen Eintrag öffnen</source>
        <translation>Open the whole record</translation>
    </message>
    <message>
        <source>Alt+Eingabe</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>Nach oben</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Alt+Pfeil auf</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Nach unten</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Alt+Pfeil ab</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Gespeichert</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Status: {0}</source>
        <translation>Status: {0}</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>– bitte wählen –</source>
        <translation>– please choose –</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Feld leeren</source>
        <translation>Clear the field</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Anteil der Zeit, der vorbei ist</source>
        <translation>Share of the time that has passed</translation>
    </message>
    <message>
        <source>Uhr starten</source>
        <translation>Start clock</translation>
    </message>
    <message>
        <source>{0} Minuten mehr</source>
        <translation>{0} more minutes</translation>
    </message>
    <message>
        <source>ohne Zeitvorgabe</source>
        <translation>no time limit</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>von {0}</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>über der Zeit</source>
        <translation>over time</translation>
    </message>
    <message>
        <source>Uhr anhalten</source>
        <translation>Stop clock</translation>
    </message>
    <message>
        <source>Diese Phase hat keine Zeitvorgabe</source>
        <translation>This phase has no time limit</translation>
    </message>
    <message>
        <source>Noch {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>{0} über der Zeit</source>
        <translation>{0} over time</translation>
    </message>
    <message>
        <source>Noch {0} in dieser Phase</source>
        <translation>{0} left in this phase</translation>
    </message>
    <message>
        <source>Die Zeit dieser Phase ist um</source>
        <translation>The time for this phase is up</translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Entfallen</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Keine Unterschiede.</source>
        <translation>No differences.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Abweichung lösen</source>
        <translation>Resolve discrepancy</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Das wird gespeichert</source>
        <translation>This will be saved</translation>
    </message>
    <message>
        <source>Welche Angabe soll gelten? Die anderen bleiben im Verlauf lesbar.</source>
        <translation>Which value should hold? The others stay readable in the history.</translation>
    </message>
    <message>
        <source>Beide zusammen</source>
        <translation>Both together</translation>
    </message>
    <message>
        <source>Eigene Angabe</source>
        <translation>Own value</translation>
    </message>
    <message>
        <source>Einen gemeinsamen früheren Wert gibt es nicht.</source>
        <translation>There is no earlier value in common.</translation>
    </message>
    <message>
        <source>Vorher stand dort ({0})</source>
        <translation>Before that it said ({0})</translation>
    </message>
    <message>
        <source>Text: {0}</source>
        <translation>Text: {0}</translation>
    </message>
    <message>
        <source>(leer)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Noch nichts gewählt.</source>
        <translation>Nothing chosen yet.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie eine der Angaben.</source>
        <translation>Please choose one of the values.</translation>
    </message>
</context>
<context>
    <name>ConflictsPanel</name>
    <message>
        <source>Haben zwei Personen dasselbe Feld verschieden ausgefüllt, bleibt beides stehen, bis jemand entscheidet. Lange Texte werden zusammengeführt; bitte lesen Sie sie.</source>
        <translation>If two people have filled in the same field differently, both values stand until someone decides. Long texts are merged; please read them.</translation>
    </message>
    <message>
        <source>Abweichungen</source>
        <translation>Discrepancies</translation>
    </message>
    <message>
        <source>Verschiedene Angaben von {0}</source>
        <translation>Different values by {0}</translation>
    </message>
    <message>
        <source>Abweichung</source>
        <translation>Discrepancy</translation>
    </message>
    <message>
        <source>Entscheiden …</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>Gelöscht oder bearbeitet</source>
        <translation>Deleted or edited</translation>
    </message>
    <message>
        <source>Gelöscht von {0}, zugleich bearbeitet</source>
        <translation>Deleted by {0}, edited at the same time</translation>
    </message>
    <message>
        <source>Zusammengeführte Texte</source>
        <translation>Merged texts</translation>
    </message>
    <message>
        <source>Aus mehreren Bearbeitungen zusammengeführt</source>
        <translation>Merged from several edits</translation>
    </message>
    <message>
        <source>bitte lesen</source>
        <translation>please read</translation>
    </message>
    <message>
        <source>Öffnen …</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>weitere Stelle</source>
        <translation>more place</translation>
    </message>
    <message>
        <source>weitere Stellen</source>
        <translation>more places</translation>
    </message>
    <message>
        <source>Und {0}, sobald diese geklärt sind.</source>
        <translation>And {0}, once these are settled.</translation>
    </message>
    <message>
        <source>Keine.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Zum Eintrag</source>
        <translation>To the record</translation>
    </message>
    <message>
        <source>Zum Eintrag {0}</source>
        <translation>To the record {0}</translation>
    </message>
</context>
<context>
    <name>ConsultationRunner</name>
    <message>
        <source>Kollegiale Fallberatung</source>
        <translation>Peer case consultation</translation>
    </message>
    <message>
        <source>Phase {0} von {1}</source>
        <translation>Phase {0} of {1}</translation>
    </message>
</context>
<context>
    <name>ContributionLine</name>
    <message>
        <source>Beitrag in Stichworten</source>
        <translation>Contribution in keywords</translation>
    </message>
    <message>
        <source>Neuer Beitrag, ohne Namen</source>
        <translation>New contribution, without names</translation>
    </message>
    <message>
        <source>Notieren</source>
        <translation>Note down</translation>
    </message>
    <message>
        <source>Mit der Eingabetaste wird notiert: ein Gedanke je Beitrag, nie wer ihn hatte.</source>
        <translation>Press Enter to note it down: one thought per contribution, never whose it was.</translation>
    </message>
</context>
<context>
    <name>CountsView</name>
    <message>
        <source>{0} nach Häufigkeit</source>
        <translation>{0} by frequency</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Anzahl</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Noch nichts zu zählen.</source>
        <translation>Nothing to count yet.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Das hätte nicht passieren dürfen</source>
        <translation>That should not have happened</translation>
    </message>
    <message>
        <source>Fehlerbericht</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>Bericht kopieren</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Das Programm ist auf einen unerwarteten Fehler gestoßen. Ihre gespeicherten Angaben sind davon nicht betroffen. Bitte geben Sie den Bericht an Ihre Ansprechperson weiter; er enthält keine Inhalte aus dem Tresor.</source>
        <translation>The program has met an unexpected error. What you have saved is not affected. Please pass the report on to your contact person; it contains nothing from the vault.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
    <message>
        <source>Kalender öffnen</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>Kalender öffnen: {0}</source>
        <translation>Open calendar: {0}</translation>
    </message>
    <message>
        <source>Datum wählen</source>
        <translation>Choose date</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>DateRangeEditor</name>
    <message>
        <source>{0}, von</source>
        <translation>{0}, from</translation>
    </message>
    <message>
        <source>{0}, bis</source>
        <translation>{0}, to</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Später entscheiden</source>
        <translation>Decide later</translation>
    </message>
</context>
<context>
    <name>DeletionDialog</name>
    <message>
        <source>Eintrag behalten?</source>
        <translation>Keep the record?</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>{0} hat den Eintrag gelöscht: {1}</source>
        <translation>{0} deleted the record: {1}</translation>
    </message>
    <message>
        <source>Dabei war das noch nicht bekannt</source>
        <translation>This was not yet known at the time</translation>
    </message>
    <message>
        <source>Der Eintrag kommt mit allen Angaben zurück in die Listen, auch bei den anderen.</source>
        <translation>The record returns to the lists with all its details, for the others too.</translation>
    </message>
    <message>
        <source>Der Eintrag bleibt im Papierkorb. Die Bearbeitung bleibt im Verlauf lesbar.</source>
        <translation>The record stays in the bin. The edit stays readable in the history.</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Löschung behalten</source>
        <translation>Keep the deletion</translation>
    </message>
    <message>
        <source>(leer)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Bitte wählen Sie, was gelten soll.</source>
        <translation>Please choose what should hold.</translation>
    </message>
</context>
<context>
    <name>DemoOffer</name>
    <message>
        <source>Mit Beispieldaten ausprobieren</source>
        <translation>Try with sample data</translation>
    </message>
    <message>
        <source>Die Beispieldaten zeigen ein Tandem und eine Koordinierungsstelle. Der Passwortsatz dazu lautet „innolab-demo“; bitte tragen Sie dort nichts Echtes ein.</source>
        <translation>The sample data show a tandem and a coordination office. Their passphrase is “innolab-demo”; please enter nothing real there.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Der Tresor wird geöffnet</source>
        <translation>The vault is being opened</translation>
    </message>
    <message>
        <source>Tresor</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Der Tresor wird angelegt</source>
        <translation>The vault is being created</translation>
    </message>
    <message>
        <source>Beispiel</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Die Beispieldaten werden angelegt</source>
        <translation>The sample data are being created</translation>
    </message>
</context>
<context>
    <name>DetailStack</name>
    <message>
        <source>Wird geöffnet …</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>DigitsDialog</name>
    <message>
        <source>Prüfzeichen vergleichen</source>
        <translation>Compare fingerprints</translation>
    </message>
    <message>
        <source>Prüfzeichen (30 Ziffern)</source>
        <translation>Fingerprint (30 digits)</translation>
    </message>
    <message>
        <source>Vergleichen</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Später</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Öffnen Sie auf Ihrem anderen Gerät „Austausch“ – „Kontakte und Räume“ und lesen Sie dort das Prüfzeichen ab. Tippen Sie es hier ein; Leerzeichen spielen keine Rolle.</source>
        <translation>On your other device, open “Exchange” – “Contacts and spaces” and read the fingerprint there. Type it here; spaces do not matter.</translation>
    </message>
    <message>
        <source>Rufen Sie {0} an und lassen Sie sich das Prüfzeichen vorlesen. Tippen Sie es hier ein; Leerzeichen spielen keine Rolle.</source>
        <translation>Call {0} and have the fingerprint read out to you. Type it here; spaces do not matter.</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>{0} hinzugefügt</source>
        <translation>{0} added</translation>
    </message>
    <message>
        <source>{0} in den Papierkorb gelegt</source>
        <translation>{0} moved to the bin</translation>
    </message>
    <message>
        <source>{0} verschoben</source>
        <translation>{0} moved</translation>
    </message>
    <message>
        <source>Abweichung bei „{0}“ geklärt</source>
        <translation>discrepancy in “{0}” settled</translation>
    </message>
    <message>
        <source>Zusammengeführter Text bei „{0}“ geprüft</source>
        <translation>Merged text of “{0}” checked</translation>
    </message>
    <message>
        <source>Fassung {0} wiederhergestellt</source>
        <translation>Revision {0} restored</translation>
    </message>
    <message>
        <source>{0} geändert</source>
        <translation>{0} changed</translation>
    </message>
    <message>
        <source>{0} Angaben geändert</source>
        <translation>{0} fields changed</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rückgängig: {0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Wiederherstellen: {0}</source>
        <translation>Redo: {0}</translation>
    </message>
</context>
<context>
    <name>ElsewhereCard</name>
    <message>
        <source>Keiner. Ein Stick oder ein Netzlaufwerk schützt, wenn dieser Rechner verloren geht. Auch dort liegt alles verschlüsselt.</source>
        <translation>None. A stick or a network drive protects you if this computer is lost. There, too, everything is encrypted.</translation>
    </message>
    <message>
        <source>{0} – zuletzt kopiert: {1}</source>
        <translation>{0} – last copied: {1}</translation>
    </message>
    <message>
        <source>Zweiten Ort für Sicherungen wählen</source>
        <translation>Choose second place for backups</translation>
    </message>
    <message>
        <source>Sicherung wird kopiert</source>
        <translation>The backup is being copied</translation>
    </message>
    <message>
        <source>Sicherungen liegen nur noch neben dem Tresor. Kopien bleiben, wo sie sind.</source>
        <translation>Backups now lie only beside the vault. Copies stay where they are.</translation>
    </message>
    <message>
        <source>Die neueste Sicherung liegt nun auch dort; neue werden dorthin kopiert.</source>
        <translation>The newest backup is now there as well; new ones are copied there.</translation>
    </message>
    <message>
        <source>Alles offen ausgeben</source>
        <translation>Export everything openly</translation>
    </message>
    <message>
        <source>Alle Einträge mit ihrem Verlauf, Räume und Kontakte werden als Dateien geschrieben, die jedes Programm lesen kann. Sie sind unverschlüsselt: Wer sie findet, kann alles lesen. Löschen Sie sie, sobald Sie sie nicht mehr brauchen.</source>
        <translation>All records with their history, spaces and contacts are written as files that every program can read. They are not encrypted: whoever finds them can read everything. Delete them as soon as you no longer need them.</translation>
    </message>
    <message>
        <source>Ordner wählen …</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Wo sollen die offenen Dateien liegen?</source>
        <translation>Where should the open files go?</translation>
    </message>
    <message>
        <source>Alles wird offen ausgegeben</source>
        <translation>Everything is being exported openly</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Unverschlüsselt geschrieben: {0} nach {1}</source>
        <translation>Written without encryption: {0} to {1}</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Endgültig löschen</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Auch die freigegebenen Einträge löschen, soweit ich das darf</source>
        <translation>Also erase the released records, as far as I am allowed to</translation>
    </message>
    <message>
        <source>Was von dem Text stehen bleibt</source>
        <translation>What remains of the text</translation>
    </message>
    <message>
        <source>{0}, mit allen früheren Werten</source>
        <translation>{0}, with all earlier values</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Dazu {0} darunter: {1}</source>
        <translation>And {0} below it: {1}</translation>
    </message>
    <message>
        <source>Fassung</source>
        <translation>revision</translation>
    </message>
    <message>
        <source>Fassungen</source>
        <translation>revisions</translation>
    </message>
    <message>
        <source>Dazu {0}, denn darin steht es auch.</source>
        <translation>And {0}, because it is written there too.</translation>
    </message>
    <message>
        <source>Freigegeben in: {0}</source>
        <translation>Released in: {0}</translation>
    </message>
    <message>
        <source>Die Angaben werden hier sofort vernichtet und bei allen, die mitlesen, mit dem nächsten Paket. Ein Zurück gibt es nicht, auch nicht aus einer Sicherung.</source>
        <translation>The content is destroyed here at once, and for everyone who reads along with the next package. There is no way back, not even from a backup.</translation>
    </message>
    <message>
        <source>Nicht erreicht werden: Mails mit früheren Paketen, solange sie in Postfächern liegen, ausgegebene PDF, Ausdrucke, Sicherungen der anderen und Kopien Ihrer IT.</source>
        <translation>Out of reach: mails with earlier packages for as long as they lie in mailboxes, PDFs and prints made so far, the backups of others, and copies kept by your IT.</translation>
    </message>
    <message>
        <source>Im Löschprotokoll bleibt stehen, wann, durch wen, aus welchem Grund und in welchem Umfang gelöscht wurde, aber nichts vom Inhalt.</source>
        <translation>The deletion log keeps when, by whom, for what reason and to what extent something was erased, but nothing of its content.</translation>
    </message>
</context>
<context>
    <name>ErasureDialog</name>
    <message>
        <source>Bitte auswählen</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>Auch aus den Sicherungen auf diesem Gerät entfernen</source>
        <translation>Also remove from the backups on this device</translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Bitte wählen Sie einen Grund.</source>
        <translation>Please choose a reason.</translation>
    </message>
    <message>
        <source>Wird gelöscht</source>
        <translation>Erasing</translation>
    </message>
    <message>
        <source>Sicherung auf diesem Gerät enthält</source>
        <translation>backup on this device</translation>
    </message>
    <message>
        <source>Sicherungen auf diesem Gerät enthalten</source>
        <translation>backups on this device</translation>
    </message>
    <message>
        <source>Gelöscht. Aber {0} es noch: Das Bereinigen gelang dort nicht. Beim Zurückspielen wird es erneut gelöscht. Unter „Löschprotokoll“ können Sie das Bereinigen wiederholen.</source>
        <translation>Erased. Still holding it, because cleaning up failed there: {0}. When restored, it is erased again. You can repeat the cleaning in the “Deletion log”.</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ErasureLogPanel</name>
    <message>
        <source>Nach Art, Grund, Person oder Kennung filtern</source>
        <translation>Filter by kind, reason, person or id</translation>
    </message>
    <message>
        <source>Es wurde noch nichts endgültig gelöscht.</source>
        <translation>Nothing has been erased for good yet.</translation>
    </message>
    <message>
        <source>Sicherungen bereinigen</source>
        <translation>Clean up backups</translation>
    </message>
    <message>
        <source>Hier steht, wann, durch wen, aus welchem Grund und in welchem Umfang endgültig gelöscht wurde, aber nichts vom Inhalt. Bestätigt ist eine Löschung auf einem Gerät, wenn ein Paket von dort zeigt, dass sie angekommen ist.</source>
        <translation>This shows when, by whom, for what reason and to what extent something was erased for good, but nothing of its content. An erasure is confirmed on a device when a package from there shows that it has arrived.</translation>
    </message>
    <message>
        <source>Löschprotokoll</source>
        <translation>Deletion log</translation>
    </message>
    <message>
        <source>Sicherung auf diesem Gerät enthält</source>
        <translation>backup on this device</translation>
    </message>
    <message>
        <source>Sicherungen auf diesem Gerät enthalten</source>
        <translation>backups on this device</translation>
    </message>
    <message>
        <source>{0} noch Gelöschtes. Beim Zurückspielen wird es erneut gelöscht; bereinigt ist es auch aus den Dateien verschwunden.</source>
        <translation>Still with erased content: {0}. When restored, it is erased again; after cleaning up it is gone from the files as well.</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Raum, {0}: {1}</source>
        <translation>Space, {0}: {1}</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Feld</source>
        <translation>field</translation>
    </message>
    <message>
        <source>Felder</source>
        <translation>fields</translation>
    </message>
    <message>
        <source>vollständig</source>
        <translation>completely</translation>
    </message>
    <message>
        <source>unbekannt</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Nur auf diesem Gerät gelöscht; die anderen haben es noch.</source>
        <translation>Deleted on this device alone; the others still have it.</translation>
    </message>
    <message>
        <source>Gelöscht bei {0} von {1} Geräten</source>
        <translation>Erased on {0} of {1} devices</translation>
    </message>
    <message>
        <source>; noch nicht bestätigt: {0}</source>
        <translation>; not confirmed yet: {0}</translation>
    </message>
    <message>
        <source>Sicherungen werden bereinigt</source>
        <translation>Backups are being cleaned up</translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation>backup</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>backups</translation>
    </message>
    <message>
        <source>{0} bereinigt.</source>
        <translation>Cleaned up: {0}.</translation>
    </message>
    <message>
        <source> Nicht zu öffnen und deshalb unverändert: {0}.</source>
        <translation> Could not be opened and so left unchanged: {0}.</translation>
    </message>
    <message>
        <source>Abgebrochen. Die übrigen Sicherungen sind, wie sie waren.</source>
        <translation>Cancelled. The other backups are as they were.</translation>
    </message>
    <message>
        <source>{0} und {1} weitere</source>
        <translation>{0} and {1} more</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Neue Erhebung</source>
        <translation>New survey</translation>
    </message>
    <message>
        <source>Ergebnisse einer Erhebung erscheinen, wenn sie geschlossen ist und mindestens 5 Personen aus 3 Kommunen geantwortet haben.</source>
        <translation>Results of a survey appear when it is closed and at least 5 people from 3 municipalities have answered.</translation>
    </message>
    <message>
        <source>Erhebungen</source>
        <translation>Surveys</translation>
    </message>
    <message>
        <source>Aus dem Katalog …</source>
        <translation>From the catalogue…</translation>
    </message>
    <message>
        <source>Kennzahl aus dem Katalog anlegen</source>
        <translation>Create indicator from the catalogue</translation>
    </message>
    <message>
        <source>Kennzahlen</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Tandem-Reflexion …</source>
        <translation>Tandem reflection…</translation>
    </message>
    <message>
        <source>Tandem-Reflexion als Notiz beginnen</source>
        <translation>Start a tandem reflection as a note</translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Erhebung schließen?</source>
        <translation>Close survey?</translation>
    </message>
    <message>
        <source>Danach kann niemand mehr antworten. Lesen Sie vorher alle Pakete ein: Was später kommt, zählt nicht mehr, sobald Ergebnisse gezeigt wurden.</source>
        <translation>After that, nobody can answer any more. Read in all packages first: what comes later no longer counts once results have been shown.</translation>
    </message>
    <message>
        <source>Erhebung schließen</source>
        <translation>Close survey</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Teile des Austauschs</source>
        <translation>Parts of the exchange</translation>
    </message>
    <message>
        <source>Pakete</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>Kontakte und Räume</source>
        <translation>Contacts and spaces</translation>
    </message>
    <message>
        <source>Zu entscheiden</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Letzte Berichte</source>
        <translation>Latest reports</translation>
    </message>
    <message>
        <source>Austausch</source>
        <translation>Exchange</translation>
    </message>
</context>
<context>
    <name>ExchangeReports</name>
    <message>
        <source>Quittung eingelesen: Hier steht jetzt, was angekommen ist.</source>
        <translation>Receipt read in: what has arrived is shown here now.</translation>
    </message>
    <message>
        <source>Nichts Neues: Es war schon alles da.</source>
        <translation>Nothing new: everything was already here.</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>{0} von {1} Paketen eingelesen, {2} übernommen.</source>
        <translation>{0} of {1} packages read in, {2} taken over.</translation>
    </message>
    <message>
        <source>Nichts Neues eingelesen.</source>
        <translation>Nothing new was read.</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Mit Abweichung: {0}.</source>
        <translation>With discrepancies: {0}.</translation>
    </message>
    <message>
        <source>Aufbewahrt, bis mehr da ist: {0}.</source>
        <translation>Kept until more arrives: {0}.</translation>
    </message>
    <message>
        <source>Schon bekannt: {0}.</source>
        <translation>Already known: {0}.</translation>
    </message>
    <message>
        <source>Abgelehnt: {0}.</source>
        <translation>Refused: {0}.</translation>
    </message>
    <message>
        <source>„{0}“ für {1} geschrieben.</source>
        <translation>“{0}” written for {1}.</translation>
    </message>
    <message>
        <source>{0} Dateien für {1} geschrieben, „{2}“ und folgende.</source>
        <translation>{0} files written for {1}, “{2}” and following.</translation>
    </message>
    <message>
        <source>Ein Doppelklick öffnet den Entwurf im Mailprogramm.</source>
        <translation>A double click opens the draft in the mail program.</translation>
    </message>
    <message>
        <source>Bitte als Datei weitergeben.</source>
        <translation>Please pass on as a file.</translation>
    </message>
    <message>
        <source>Bitte alle weitergeben, die Reihenfolge ist egal.</source>
        <translation>Please pass on all of them; the order does not matter.</translation>
    </message>
    <message>
        <source>Eine Datei ist größer, weil sich ihr Inhalt nicht teilen lässt.</source>
        <translation>One file is larger because its content cannot be split.</translation>
    </message>
    <message>
        <source>Paket für {0} kopiert. Fügen Sie es in eine Mail ein.</source>
        <translation>Package for {0} copied. Paste it into a mail.</translation>
    </message>
    <message>
        <source>{0} und {1} weitere</source>
        <translation>{0} and {1} more</translation>
    </message>
    <message>
        <source>Prüfzeichen noch nicht verglichen: {0}.</source>
        <translation>Fingerprint not compared yet: {0}.</translation>
    </message>
    <message>
        <source>Nicht für neue Geräte von {0}: Bitte zuerst das Prüfzeichen vergleichen.</source>
        <translation>Not for new devices of {0}: please compare the fingerprint first.</translation>
    </message>
</context>
<context>
    <name>FieldBlock</name>
    <message>
        <source>Abweichung lösen …</source>
        <translation>Resolve discrepancy…</translation>
    </message>
    <message>
        <source>Hier stehen verschiedene Angaben nebeneinander.</source>
        <translation>Different values stand side by side here.</translation>
    </message>
    <message>
        <source>Texte vergleichen …</source>
        <translation>Compare texts…</translation>
    </message>
    <message>
        <source>Dieser Text wurde aus zwei Bearbeitungen zusammengeführt. Bitte lesen.</source>
        <translation>This text was merged from two edits. Please read it.</translation>
    </message>
</context>
<context>
    <name>FieldStep</name>
    <message>
        <source>Alles auswählen</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Nichts auswählen</source>
        <translation>Select none</translation>
    </message>
    <message>
        <source>Freie Texte gehen nur mit, wenn Sie sie ankreuzen. Alles andere bleibt hier.</source>
        <translation>Free texts go along only if you tick them. Everything else stays here.</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Geht immer mit: {0}</source>
        <translation>Always goes along: {0}</translation>
    </message>
    <message>
        <source>(leer)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Dort inzwischen geändert in: {0}. Angekreuzt wird das ersetzt.</source>
        <translation>Changed there in the meantime, in: {0}. If ticked, that is replaced.</translation>
    </message>
    <message>
        <source>Bisher freigegeben: {0}</source>
        <translation>Released so far: {0}</translation>
    </message>
    <message>
        <source>Angabe</source>
        <translation>field</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>fields</translation>
    </message>
    <message>
        <source>Schon so freigegeben: {0}</source>
        <translation>Already released like this: {0}</translation>
    </message>
    <message>
        <source>Bleibt hier: {0}. {1}</source>
        <translation>Stays here: {0}. {1}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filtern</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Liste filtern</source>
        <translation>Filter list</translation>
    </message>
    <message>
        <source>Weitere Filter</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Sortieren</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Neueste</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Ändern in</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>So lassen</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>Stattdessen für „{0}“</source>
        <translation>Instead of “{0}”</translation>
    </message>
    <message>
        <source>In „{0}“: {1}</source>
        <translation>In “{0}”: {1}</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Raum hier löschen</source>
        <translation>Delete space here</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>{0}, mit allen Anhängen, Fassungen und Entwürfen</source>
        <translation>{0}, with all attachments, revisions and drafts</translation>
    </message>
    <message>
        <source>Alles aus diesem Raum wird auf diesem Gerät vernichtet. Ein Zurück gibt es nicht, auch nicht aus einer Sicherung. Bei den anderen bleibt alles, wie es ist; nimmt man Sie wieder auf, kommt es noch einmal.</source>
        <translation>Everything in this space is destroyed on this device. There is no way back, not even from a backup. With the others everything stays as it is; if you are taken in again, it comes once more.</translation>
    </message>
    <message>
        <source>Nicht erreicht werden: was Sie aus dem Raum weiter freigegeben haben, Mails mit früheren Paketen, solange sie in Postfächern liegen, ausgegebene PDF, Ausdrucke und Kopien Ihrer IT. Ihre Kontakte bleiben.</source>
        <translation>Not reached: what you released further from the space, mail with earlier packages as long as it lies in mailboxes, exported PDF files, printouts, and copies of your IT. Your contacts stay.</translation>
    </message>
    <message>
        <source>Im Löschprotokoll bleibt stehen, wann, aus welchem Grund und wie viele Einträge gelöscht wurden, aber weder der Name des Raums noch etwas vom Inhalt.</source>
        <translation>The deletion log keeps when, for which reason and how many records were deleted, but neither the name of the space nor anything of the content.</translation>
    </message>
</context>
<context>
    <name>FormAnswersDialog</name>
    <message>
        <source>Aus dem Formular übernehmen</source>
        <translation>Take over from the form</translation>
    </message>
    <message>
        <source>Antworten</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Wählen Sie, was übernommen wird. Alles andere bleibt, wie es ist.</source>
        <translation>Choose what is taken over. Everything else stays as it is.</translation>
    </message>
    <message>
        <source>In diesem Formular steht nichts Neues.</source>
        <translation>There is nothing new in this form.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Bisher: {0}</source>
        <translation>So far: {0}</translation>
    </message>
    <message>
        <source>nichts</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Im Formular: {0}</source>
        <translation>In the form: {0}</translation>
    </message>
    <message>
        <source>Neu: {0}</source>
        <translation>New: {0}</translation>
    </message>
</context>
<context>
    <name>GoingAlong</name>
    <message>
        <source>Was dazugehört, geht mit: {0}.</source>
        <translation>What belongs to it goes along: {0}.</translation>
    </message>
</context>
<context>
    <name>GuideSteps</name>
    <message>
        <source>Herausforderung</source>
        <translation>Challenge</translation>
    </message>
    <message>
        <source>Welches Problem soll kleiner werden?</source>
        <translation>Which problem should become smaller?</translation>
    </message>
    <message>
        <source>Beschreiben Sie, was heute ist: wo, für wen, und woran man es merkt. Lösungen kommen später.</source>
        <translation>Describe how things are today: where, for whom, and how you can tell. Solutions come later.</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Vision</translation>
    </message>
    <message>
        <source>Wie sieht es aus, wenn das Problem gelöst ist?</source>
        <translation>What does it look like when the problem is solved?</translation>
    </message>
    <message>
        <source>Ein Bild in fünf bis zehn Jahren, geschrieben, als wäre es schon so. Maßnahmen haben hier noch keinen Platz.</source>
        <translation>A picture five to ten years ahead, written as if it were already so. Measures have no place here yet.</translation>
    </message>
    <message>
        <source>SMART-Ziele</source>
        <translation>SMART goals</translation>
    </message>
    <message>
        <source>Woran lesen Sie ab, dass Sie der Vision näher kommen?</source>
        <translation>How can you tell that you are getting closer to the vision?</translation>
    </message>
    <message>
        <source>Ein bis fünf Ziele. Jedes ist ein Zustand, den jemand an einem Tag feststellen kann: erreicht oder nicht.</source>
        <translation>One to five goals. Each is a state that someone can establish on a given day: reached or not.</translation>
    </message>
    <message>
        <source>Missionssatz</source>
        <translation>Mission sentence</translation>
    </message>
    <message>
        <source>Was ist bis wann für wen erreicht, und wozu?</source>
        <translation>What will be achieved by when, for whom, and to what end?</translation>
    </message>
    <message>
        <source>Ein einziger Satz, den Sie auch im Flur sagen können.</source>
        <translation>A single sentence that you can also say in the corridor.</translation>
    </message>
    <message>
        <source>Missions-Check</source>
        <translation>Mission check</translation>
    </message>
    <message>
        <source>Trägt die Mission?</source>
        <translation>Does the mission hold up?</translation>
    </message>
    <message>
        <source>Gehen Sie die Punkte gemeinsam durch. Was nicht zutrifft, bleibt ohne Haken.</source>
        <translation>Go through the points together. What does not apply stays unticked.</translation>
    </message>
    <message>
        <source>Vereinbarung</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Wer hat was bis wann mit wem vereinbart?</source>
        <translation>Who has agreed what, by when, with whom?</translation>
    </message>
    <message>
        <source>Nennen Sie Funktionen, keine Personen. Ohne Termin keine Verbindlichkeit.</source>
        <translation>Name functions, not people. Without a date there is no commitment.</translation>
    </message>
</context>
<context>
    <name>GuidedFlows</name>
    <message>
        <source>Durchführen</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>Schritt für Schritt</source>
        <translation>Step by step</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>In der Hilfe suchen</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Nichts gefunden. Alle Wörter müssen auf einer Seite stehen.</source>
        <translation>Nothing found. All words must be on one page.</translation>
    </message>
    <message>
        <source>Themen</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Gezeigt werden die letzten {0} Änderungen.</source>
        <translation>The last {0} changes are shown.</translation>
    </message>
    <message>
        <source>Angelegt oder ohne Änderung an den Feldern.</source>
        <translation>Created, or without a change to the fields.</translation>
    </message>
    <message>
        <source>Wieder einsetzen</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>{0}: diesen Wert wieder einsetzen</source>
        <translation>{0}: put this value back</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Pakete einlesen</source>
        <translation>Read in packages</translation>
    </message>
    <message>
        <source>Noch ist nichts geändert. Vor dem Einlesen wird eine Sicherung angelegt.</source>
        <translation>Nothing has been changed yet. A backup is made before reading in.</translation>
    </message>
    <message>
        <source>Hier ist nichts, was eingelesen werden könnte.</source>
        <translation>There is nothing here that could be read in.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Einlesen</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>schon bekannt</source>
        <translation>already known</translation>
    </message>
    <message>
        <source>nur Quittung</source>
        <translation>receipt only</translation>
    </message>
    <message>
        <source>einlesbar</source>
        <translation>ready to read in</translation>
    </message>
    <message>
        <source>zum Aufbewahren</source>
        <translation>to be kept</translation>
    </message>
    <message>
        <source>abgelehnt</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>package</translation>
    </message>
    <message>
        <source>Pakete</source>
        <translation>packages</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>wird aufbewahrt</source>
        <translation>is kept</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>{0}, nur am Raum selbst</source>
        <translation>{0}, only to the space itself</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>, davon mit Abweichung: {0}</source>
        <translation>, of these with a discrepancy: {0}</translation>
    </message>
    <message>
        <source>{0} Pakete: {1} und {2} weitere</source>
        <translation>{0} packages: {1} and {2} more</translation>
    </message>
    <message>
        <source>Von {0}, Raum „{1}“</source>
        <translation>From {0}, space “{1}”</translation>
    </message>
    <message>
        <source>Warten auf ein früheres Paket: {0}</source>
        <translation>Waiting for an earlier package: {0}</translation>
    </message>
</context>
<context>
    <name>IndicatorDialog</name>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Kennzahl aus dem Katalog</source>
        <translation>Indicator from the catalogue</translation>
    </message>
    <message>
        <source>Kennzahl</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Raum</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Schutz: Mindestfallzahl {0}.</source>
        <translation>Protection: minimum number of cases {0}.</translation>
    </message>
</context>
<context>
    <name>IndicatorsView</name>
    <message>
        <source>Noch kein Wert.</source>
        <translation>No value yet.</translation>
    </message>
    <message>
        <source>Der Katalog hat 28 Kennzahlen, jede mit ihrem Schutz; eigene gehen auch. Wenige genügen.</source>
        <translation>The catalogue has 28 indicators, each with its protection; your own are fine, too. A few are enough.</translation>
    </message>
    <message>
        <source>Tragen Sie ein, wo Sie stehen, wohin Sie wollen und wie oft Sie messen.</source>
        <translation>Enter where you stand, where you want to get, and how often you measure.</translation>
    </message>
    <message>
        <source>Mit jedem Messwert wächst der Verlauf mit der Ziellinie. Zahlen über zu wenige Menschen nimmt die App nicht an.</source>
        <translation>With every measurement the course with its target line grows. The app accepts no figures about too few people.</translation>
    </message>
    <message>
        <source>Auswählen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Ziel setzen</source>
        <translation>Set a target</translation>
    </message>
    <message>
        <source>Messen</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Werte und Ziele bearbeiten</source>
        <translation>Edit values and targets</translation>
    </message>
    <message>
        <source>Werte und Ziele ansehen</source>
        <translation>View values and targets</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Einen Moment …</source>
        <translation>One moment…</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Weiter aufbewahren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Wieder prüfen am</source>
        <translation>Check again on</translation>
    </message>
    <message>
        <source>Aufbewahren</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bitte geben Sie einen Tag nach heute an.</source>
        <translation>Please enter a day after today.</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>Passwortsatz</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passwortsatz der Datei</source>
        <translation>Passphrase of the file</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Womit öffnen?</source>
        <translation>Open with what?</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihren Passwortsatz ein.</source>
        <translation>Please enter your passphrase.</translation>
    </message>
    <message>
        <source>Bitte geben Sie den Wiederherstellungscode ein.</source>
        <translation>Please enter the recovery code.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie die geheime Datei des Hinterlegungsschlüssels.</source>
        <translation>Please choose the secret file of the escrow key.</translation>
    </message>
    <message>
        <source>Bitte geben Sie den Passwortsatz dieser Datei ein.</source>
        <translation>Please enter the passphrase of this file.</translation>
    </message>
    <message>
        <source>Der Schlüsselspeicher dieses Rechners wird gefragt.</source>
        <translation>The key store of this computer is asked.</translation>
    </message>
    <message>
        <source>Geheime Datei des Hinterlegungsschlüssels</source>
        <translation>Secret file of the escrow key</translation>
    </message>
    <message>
        <source>Datei wählen …</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Hinterlegungsschlüssel (*.json)</source>
        <translation>Escrow keys (*.json)</translation>
    </message>
    <message>
        <source>Schlüsselspeicher dieses Rechners</source>
        <translation>Key store of this computer</translation>
    </message>
    <message>
        <source>Hinterlegungsschlüssel einer Stelle</source>
        <translation>Escrow key of an office</translation>
    </message>
</context>
<context>
    <name>KeyPanel</name>
    <message>
        <source>Sichern und löschen</source>
        <translation>Backing up and deleting</translation>
    </message>
    <message>
        <source>Schlüssel</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Jeder dieser Wege öffnet denselben Tresor. Ein geänderter oder entfernter Schlüssel gilt für diesen Ordner; ältere Kopien öffnet er weiterhin. Das beendet nur „Alles neu verschlüsseln …“.</source>
        <translation>Each of these ways opens the same vault. A key that is changed or removed counts for this folder; it still opens older copies. Only “Re-encrypt everything…” ends that.</translation>
    </message>
    <message>
        <source>Was mit den Schlüsseln geschah</source>
        <translation>What happened to the keys</translation>
    </message>
    <message>
        <source>Neuen Wiederherstellungscode erzeugen …</source>
        <translation>Create new recovery code…</translation>
    </message>
    <message>
        <source>Wiederherstellungscode erzeugen …</source>
        <translation>Create recovery code…</translation>
    </message>
    <message>
        <source>Hinterlegt: „{0}“ kann alles lesen, was in diesem Tresor steht.</source>
        <translation>In escrow: “{0}” can read everything in this vault.</translation>
    </message>
    <message>
        <source>{0} Sicherungen haben noch den früheren Schlüssel und den Passwortsatz von damals. Was Sie seither endgültig gelöscht haben, steht dort noch.</source>
        <translation>{0} backups still have the earlier key and the passphrase of that time. What you have erased for good since then is still there.</translation>
    </message>
    <message>
        <source>Noch nichts.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>eingerichtet am {0}</source>
        <translation>set up on {0}</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Entfernen …</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Schlüsselspeicher verwenden …</source>
        <translation>Use key store…</translation>
    </message>
    <message>
        <source>Schlüssel einer Stelle hinterlegen …</source>
        <translation>Add an escrow key…</translation>
    </message>
    <message>
        <source>Alles neu verschlüsseln …</source>
        <translation>Re-encrypt everything…</translation>
    </message>
    <message>
        <source>Gesperrt wird, wenn Sie den Bildschirm sperren, der Rechner in den Ruhezustand geht oder Sie Strg+L drücken, und nach einer Zeit ohne Eingabe, die Sie in den Einstellungen wählen (Strg+Komma). Sperren beendet das Programm, das den Schlüssel hat. Die Auslagerungsdatei des Rechners schützt nur Ihre IT.</source>
        <translation>The vault locks when you lock the screen, when the computer goes to sleep or when you press Ctrl+L, and after a time without input that you choose in the settings (Ctrl+comma). Locking ends the program that holds the key. Only your IT can protect the computer’s swap file.</translation>
    </message>
</context>
<context>
    <name>KeySteps</name>
    <message>
        <source>Passwortsatz ändern</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Ältere Sicherungen und Kopien dieses Tresors öffnet der bisherige Passwortsatz weiterhin. Wenn ihn jemand kennt, wählen Sie danach „Alles neu verschlüsseln …“.</source>
        <translation>The previous passphrase still opens older backups and copies of this vault. If someone knows it, choose “Re-encrypt everything…” afterwards.</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Der Passwortsatz ist geändert.</source>
        <translation>The passphrase has been changed.</translation>
    </message>
    <message>
        <source>Wiederherstellungscode erzeugen</source>
        <translation>Create recovery code</translation>
    </message>
    <message>
        <source>Ein früherer Code öffnet den Tresor danach nicht mehr.</source>
        <translation>An earlier code will then no longer open the vault.</translation>
    </message>
    <message>
        <source>Erzeugen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Der Tresor öffnet sich dann ohne Passwortsatz, solange Sie an diesem Rechner angemeldet sind. Er ist dann nur so sicher wie diese Anmeldung: Jedes Programm und jede Person mit Ihrem Konto kann ihn öffnen, auch wenn er gesperrt ist.</source>
        <translation>The vault then opens without a passphrase for as long as you are logged in to this computer. It is then only as safe as that login: every program and every person using your account can open it, even when it is locked.</translation>
    </message>
    <message>
        <source>Verwenden</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Der Schlüsselspeicher öffnet den Tresor jetzt.</source>
        <translation>The key store now opens the vault.</translation>
    </message>
    <message>
        <source>Öffentliche Datei des Hinterlegungsschlüssels</source>
        <translation>Public file of the escrow key</translation>
    </message>
    <message>
        <source>Hinterlegungsschlüssel (*.json)</source>
        <translation>Escrow keys (*.json)</translation>
    </message>
    <message>
        <source>„{0}“ kann danach alles lesen, was in diesem Tresor steht, auch Privates. Das Programm zeigt es immer an. Vergleichen Sie zuerst am Telefon das Prüfzeichen: {1}</source>
        <translation>“{0}” can then read everything in this vault, private content included. The program always shows this. First compare the fingerprint by phone: {1}</translation>
    </message>
    <message>
        <source>Schlüssel hinterlegen</source>
        <translation>Put key in escrow</translation>
    </message>
    <message>
        <source>Hinterlegen</source>
        <translation>Put in escrow</translation>
    </message>
    <message>
        <source>Der Schlüssel ist hinterlegt.</source>
        <translation>The key is in escrow.</translation>
    </message>
    <message>
        <source>Schlüssel entfernen</source>
        <translation>Remove key</translation>
    </message>
    <message>
        <source>„{0}“ öffnet den Tresor danach nicht mehr. Ältere Sicherungen und Kopien öffnet dieser Schlüssel weiterhin.</source>
        <translation>“{0}” will then no longer open the vault. This key still opens older backups and copies.</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Entfernt: {0}</source>
        <translation>Removed: {0}</translation>
    </message>
    <message>
        <source>Alles neu verschlüsseln</source>
        <translation>Re-encrypt everything</translation>
    </message>
    <message>
        <source>Der ganze Tresor bekommt einen neuen Schlüssel; was Sie bisher hinterlegt haben, wird erneuert. Danach wird der Tresor gesperrt, und Sie öffnen ihn mit Ihrem Passwortsatz. Sicherungen von vorher behalten den früheren Schlüssel.</source>
        <translation>The whole vault gets a new key; keys in escrow are renewed. Then the vault is locked and you open it with your passphrase. Backups made before keep the earlier key.</translation>
    </message>
    <message>
        <source>Neu verschlüsseln</source>
        <translation>Re-encrypt</translation>
    </message>
    <message>
        <source>Der Tresor wird neu verschlüsselt</source>
        <translation>The vault is being re-encrypted</translation>
    </message>
    <message>
        <source>Gelöschte Sicherungen mit früherem Schlüssel: {0}</source>
        <translation>Deleted backups with an earlier key: {0}</translation>
    </message>
    <message>
        <source>Sicherungen werden erneuert</source>
        <translation>Backups are being renewed</translation>
    </message>
    <message>
        <source>Der Wiederherstellungscode ist erzeugt.</source>
        <translation>The recovery code has been created.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Der Schlüssel wird geändert</source>
        <translation>The key is being changed</translation>
    </message>
    <message>
        <source>Passwortsatz</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Schlüsselspeicher dieses Rechners</source>
        <translation>Key store of this computer</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Hinterlegung bei „{0}“</source>
        <translation>Escrow with “{0}”</translation>
    </message>
    <message>
        <source>Schlüssel einer neueren Programmversion</source>
        <translation>Key of a newer program version</translation>
    </message>
    <message>
        <source>Ihr täglicher Weg. Er schützt so gut, wie er schwer zu erraten ist.</source>
        <translation>Your everyday way. It protects as well as it is hard to guess.</translation>
    </message>
    <message>
        <source>Öffnet ohne Passwortsatz, solange Sie angemeldet sind. Er schützt nur so gut wie die Anmeldung: Jedes Programm Ihres Kontos kann ihn lesen.</source>
        <translation>Opens without a passphrase for as long as you are logged in. It protects only as well as the login: every program of your account can read it.</translation>
    </message>
    <message>
        <source>Auf Papier, für den Fall, dass Sie den Passwortsatz vergessen.</source>
        <translation>On paper, in case you forget the passphrase.</translation>
    </message>
    <message>
        <source>Diese Stelle kann alles lesen, was in diesem Tresor steht. Prüfzeichen: {0}</source>
        <translation>This office can read everything in this vault. Fingerprint: {0}</translation>
    </message>
    <message>
        <source>eingerichtet: {0}</source>
        <translation>set up: {0}</translation>
    </message>
    <message>
        <source>entfernt: {0}</source>
        <translation>removed: {0}</translation>
    </message>
    <message>
        <source>geöffnet mit: {0}</source>
        <translation>opened with: {0}</translation>
    </message>
    <message>
        <source>der ganze Tresor neu verschlüsselt</source>
        <translation>the whole vault re-encrypted</translation>
    </message>
</context>
<context>
    <name>LessonFilters</name>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nach {0} filtern</source>
        <translation>Filter by {0}</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>LessonsPanel</name>
    <message>
        <source>Erkenntnisse</source>
        <translation>Insights</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Freigeben …</source>
        <translation>Release…</translation>
    </message>
    <message>
        <source>Als PDF …</source>
        <translation>As PDF…</translation>
    </message>
    <message>
        <source>Transfer-Steckbrief anlegen …</source>
        <translation>Create transfer sheet…</translation>
    </message>
    <message>
        <source>PDF mit {0} geschrieben: {1}</source>
        <translation>PDF with {0} written: {1}</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>page</translation>
    </message>
    <message>
        <source>Seiten</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>PDF wird geschrieben</source>
        <translation>The PDF is being written</translation>
    </message>
    <message>
        <source>Erkenntnisse und Transfer</source>
        <translation>Insights and transfer</translation>
    </message>
    <message>
        <source>Was Sie in allen Missionen gelernt haben, was im Weg stand und was geholfen hat. Ein Transfer-Steckbrief macht daraus etwas, das andere übernehmen können.</source>
        <translation>What you have learned across all missions, what stood in the way and what helped. A transfer sheet turns it into something others can adopt.</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Von jeder Art die 500 neuesten.</source>
        <translation>The 500 newest of each kind.</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Als PDF ausgeben</source>
        <translation>Export as PDF</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
</context>
<context>
    <name>LinksView</name>
    <message>
        <source>Einträge, die diesen hier nennen, und solche, die er nennt.</source>
        <translation>Entries that name this one, and those that it names.</translation>
    </message>
    <message>
        <source>Noch nichts verknüpft. Andere Einträge nennen diesen hier in ihren Angaben, zum Beispiel eine Notiz ihre Mission.</source>
        <translation>Nothing linked yet. Other records name this one in their details, for example a note its mission.</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>… und {0} weitere in der Liste</source>
        <translation>… and {0} more in the list</translation>
    </message>
</context>
<context>
    <name>ListFilters</name>
    <message>
        <source>Alle zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Schlagwort</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Raum</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Nach {0} filtern</source>
        <translation>Filter by {0}</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Sie haben den Tresor gesperrt.</source>
        <translation>You have locked the vault.</translation>
    </message>
    <message>
        <source>Gesperrt, weil eine Weile nichts eingegeben wurde. Begonnene Texte sind gesichert.</source>
        <translation>Locked because nothing was entered for a while. Texts you began are saved.</translation>
    </message>
    <message>
        <source>Gesperrt, weil der Bildschirm gesperrt wurde.</source>
        <translation>Locked because the screen was locked.</translation>
    </message>
    <message>
        <source>Gesperrt, weil der Rechner in den Ruhezustand ging.</source>
        <translation>Locked because the computer went to sleep.</translation>
    </message>
    <message>
        <source>Der Tresor hat einen neuen Schlüssel. Bitte öffnen Sie ihn mit Ihrem Passwortsatz.</source>
        <translation>The vault has a new key. Please open it with your passphrase.</translation>
    </message>
    <message>
        <source>Die Sicherung ist zurückgeholt. Der Stand davor liegt als eigene Sicherung bereit.</source>
        <translation>The backup has been restored. The state before it is ready as a backup of its own.</translation>
    </message>
</context>
<context>
    <name>LooksSection</name>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Textgröße</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Die Befehlszeile ist auf Deutsch.</source>
        <translation>The command line is in German.</translation>
    </message>
    <message>
        <source>Schreibweise</source>
        <translation>Gendered wording</translation>
    </message>
    <message>
        <source>Für alle deutschen Texte des Programms, auch im Ausdruck. Was Menschen geschrieben haben, bleibt, wie es ist.</source>
        <translation>For all German texts of the program, prints included. What people have written stays as it is.</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Wie das System</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben</source>
        <translation>Prescribed by your IT</translation>
    </message>
    <message>
        <source>Stern</source>
        <translation>Asterisk</translation>
    </message>
    <message>
        <source>Doppelpunkt</source>
        <translation>Colon</translation>
    </message>
    <message>
        <source>Paarform</source>
        <translation>Both forms</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Wenn Sie Ihren Passwortsatz vergessen, ist alles in diesem Tresor verloren; auch die IT kann nicht helfen. Ein Wiederherstellungscode auf Papier verhindert das. Sie können ihn auch später unter „Weiteres“ – „Schlüssel“ erzeugen.</source>
        <translation>If you forget your passphrase, everything in this vault is lost; not even IT can help. A recovery code on paper prevents that. You can also create it later under “More” – “Keys”.</translation>
    </message>
    <message>
        <source>Code jetzt erzeugen</source>
        <translation>Create code now</translation>
    </message>
    <message>
        <source>Später</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Beispieldaten: Bitte tragen Sie hier nichts Echtes ein.</source>
        <translation>Sample data: please enter nothing real here.</translation>
    </message>
    <message>
        <source>{0} · {1} · Tresor verschlüsselt</source>
        <translation>{0} · {1} · vault encrypted</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>Markiert: {0}</source>
        <translation>Marked: {0}</translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>Mitglieder</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Mitglieder nach Name filtern</source>
        <translation>Filter members by name</translation>
    </message>
    <message>
        <source>Personen nach Name oder Kommune filtern</source>
        <translation>Filter people by name or municipality</translation>
    </message>
    <message>
        <source>Person aufnehmen</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Was nicht zählt</source>
        <translation>What does not count</translation>
    </message>
    <message>
        <source>Raum verlassen …</source>
        <translation>Leave space…</translation>
    </message>
    <message>
        <source>Raum hier löschen …</source>
        <translation>Delete space here…</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{0} (Sie)</source>
        <translation>{0} (you)</translation>
    </message>
    <message>
        <source>Gerät</source>
        <translation>device</translation>
    </message>
    <message>
        <source>Geräte</source>
        <translation>devices</translation>
    </message>
    <message>
        <source>Neues Gerät …</source>
        <translation>New device…</translation>
    </message>
    <message>
        <source>Neues Gerät von {0} aufnehmen</source>
        <translation>Add new device of {0}</translation>
    </message>
    <message>
        <source>Herausnehmen …</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>{0} herausnehmen</source>
        <translation>Remove {0}</translation>
    </message>
    <message>
        <source>Aufnehmen …</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>{0} aufnehmen</source>
        <translation>Add {0}</translation>
    </message>
    <message>
        <source>Prüfzeichen verglichen</source>
        <translation>Fingerprint compared</translation>
    </message>
    <message>
        <source>ein Gerät nicht verglichen</source>
        <translation>one device not compared</translation>
    </message>
    <message>
        <source>noch nicht verglichen</source>
        <translation>not compared yet</translation>
    </message>
    <message>
        <source>einer unbekannten Person</source>
        <translation>an unknown person</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>zählt</source>
        <translation>does</translation>
    </message>
    <message>
        <source>zählen</source>
        <translation>do</translation>
    </message>
    <message>
        <source>{0} von {1} {2} nicht, weil die Person aus dem Raum genommen war, als sie geschrieben wurden. Sie sind aufbewahrt.</source>
        <translation>{0} by {1} {2} not count, because the person had been removed from the space when they were written. They are kept.</translation>
    </message>
    <message>
        <source>Wieder aufnehmen …</source>
        <translation>Add again…</translation>
    </message>
    <message>
        <source>{0} wieder aufnehmen</source>
        <translation>Add {0} again</translation>
    </message>
    <message>
        <source>{0} kann dann alles lesen, was in diesem Raum je geschrieben wurde, auch Gelöschtes und Früheres. Was einmal gelesen ist, lässt sich nicht zurückholen.</source>
        <translation>{0} can then read everything that was ever written in this space, deleted and earlier content included. What has been read cannot be taken back.</translation>
    </message>
    <message>
        <source>In den Raum aufnehmen?</source>
        <translation>Add to the space?</translation>
    </message>
    <message>
        <source>Aufnehmen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Aufgenommen. Senden Sie ein Paket, damit es alle wissen.</source>
        <translation>Added. Send a package so that everyone knows.</translation>
    </message>
    <message>
        <source>{0} erhält keine weiteren Pakete aus diesem Raum. Was die Person bisher geschrieben hat, bleibt gültig; was sie schon gelesen hat, behält sie. Das Programm teilt es der Person nicht mit: Sagen Sie es ihr.</source>
        <translation>{0} gets no further packages from this space. What this person has written so far remains valid; what they have read stays with them. The program does not tell the person: tell them yourself.</translation>
    </message>
    <message>
        <source>Aus dem Raum nehmen?</source>
        <translation>Remove from the space?</translation>
    </message>
    <message>
        <source>Herausnehmen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Herausgenommen. Das nächste Paket geht nur noch an die übrigen.</source>
        <translation>Removed. The next package goes only to the others.</translation>
    </message>
    <message>
        <source>Sie können hier dann nichts mehr schreiben und erhalten keine Pakete mehr. Was da ist, bleibt lesbar. Die anderen können Sie wieder aufnehmen.</source>
        <translation>You can then write nothing more here and get no more packages. What is there stays readable. The others can add you again.</translation>
    </message>
    <message>
        <source>Raum verlassen?</source>
        <translation>Leave the space?</translation>
    </message>
    <message>
        <source>Verlassen</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Verlassen. Senden Sie noch ein Paket, damit es alle wissen.</source>
        <translation>You have left. Send one more package so that everyone knows.</translation>
    </message>
</context>
<context>
    <name>MergedTextDialog</name>
    <message>
        <source>Zusammengeführten Text prüfen</source>
        <translation>Check merged text</translation>
    </message>
    <message>
        <source>Zusammengeführter Text</source>
        <translation>Merged text</translation>
    </message>
    <message>
        <source>In Ordnung</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Unterstrichen ist, was neu ist; durchgestrichen, was entfallen ist; jeweils gegenüber dem gemeinsamen Anfang.</source>
        <translation>Underlined is what is new, struck through is what was dropped, each compared with the common beginning.</translation>
    </message>
    <message>
        <source>Das wird gespeichert. Sie können den Text hier ändern. „Rückgängig“ nimmt das zurück; was jede Person geschrieben hat, bleibt im Verlauf.</source>
        <translation>This is saved. You can change the text here. “Undo” takes it back; what each person wrote stays in the history.</translation>
    </message>
    <message>
        <source>Zusammengeführt</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Zusammengeführt, mit Markierungen</source>
        <translation>Merged, with marks</translation>
    </message>
    <message>
        <source>Entwurf anfügen</source>
        <translation>Append the draft</translation>
    </message>
    <message>
        <source>Inzwischen wurde der Text anders zusammengeführt.</source>
        <translation>The text has been merged differently since.</translation>
    </message>
    <message>
        <source>Ihr Entwurf vom letzten Mal</source>
        <translation>Your draft from last time</translation>
    </message>
    <message>
        <source>Nachtrag von {0} zu gelöschter Fassung</source>
        <translation>Addition by {0} to a deleted version</translation>
    </message>
    <message>
        <source>Nachtrag anfügen</source>
        <translation>Append addition</translation>
    </message>
    <message>
        <source>Nachtrag von {0} anfügen</source>
        <translation>Append addition by {0}</translation>
    </message>
    <message>
        <source>Beim Schreiben war noch nicht bekannt, dass der Text gelöscht ist. Er steht nicht im zusammengeführten Text; prüfen Sie, ob er hineingehört.</source>
        <translation>When this was written, it was not yet known that the text had been deleted. It is not in the merged text; check whether it belongs there.</translation>
    </message>
    <message>
        <source>Text von {0}</source>
        <translation>Text by {0}</translation>
    </message>
    <message>
        <source>Nur diesen Text nehmen</source>
        <translation>Take only this text</translation>
    </message>
    <message>
        <source>Nur den Text von {0} nehmen</source>
        <translation>Take only the text by {0}</translation>
    </message>
    <message>
        <source>Nicht genau der Text von damals: Teile sind nicht oder erst später angekommen oder wurden endgültig gelöscht.</source>
        <translation>Not exactly the text as it was: parts did not arrive or came only later, or were erased for good.</translation>
    </message>
    <message>
        <source>Fassung speichern</source>
        <translation>Save version</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MetaCheckDialog</name>
    <message>
        <source>Prüfen Sie „{0}“ selbst: vor der Befragung, ob sie gut vorbereitet ist, danach, ob mit den Ergebnissen etwas geschieht.</source>
        <translation>Check “{0}” yourself: before the survey, whether it is well prepared; afterwards, whether something happens with the results.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>MethodDialog</name>
    <message>
        <source>Methode wählen</source>
        <translation>Choose a method</translation>
    </message>
    <message>
        <source>Was hilft gerade? Zum Beispiel: Ideen, Blockade</source>
        <translation>What would help right now? For example: ideas, deadlock</translation>
    </message>
    <message>
        <source>Methoden filtern</source>
        <translation>Filter methods</translation>
    </message>
    <message>
        <source>Methoden</source>
        <translation>Methods</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Diese Methode nehmen</source>
        <translation>Take this method</translation>
    </message>
    <message>
        <source>Passt, wenn: {0}</source>
        <translation>Fits when: {0}</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Dauert etwa {0}.</source>
        <translation>Takes about {0}.</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Alles da: Die Mission kann verbindlich vereinbart werden.</source>
        <translation>All there: the mission can be bindingly agreed.</translation>
    </message>
    <message>
        <source>Angabe</source>
        <translation>field</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>fields</translation>
    </message>
    <message>
        <source>Für „verbindlich vereinbart“ fehlt noch {0}</source>
        <translation>Still missing for “bindingly agreed”: {0}</translation>
    </message>
    <message>
        <source>Für „verbindlich vereinbart“ fehlen noch {0}</source>
        <translation>Still missing for “bindingly agreed”: {0}</translation>
    </message>
</context>
<context>
    <name>MissionGuide</name>
    <message>
        <source>Schritt</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>{0} von {1}: {2}</source>
        <translation>{0} of {1}: {2}</translation>
    </message>
    <message>
        <source>Zurück zum Eintrag</source>
        <translation>Back to the record</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Weiter: {0}</source>
        <translation>Next: {0}</translation>
    </message>
</context>
<context>
    <name>MissionProgress</name>
    <message>
        <source>Stand der Missionen</source>
        <translation>Status of the missions</translation>
    </message>
    <message>
        <source>Noch keine Mission.</source>
        <translation>No mission yet.</translation>
    </message>
    <message>
        <source>Balken je Stand. {0}.</source>
        <translation>One bar per status. {0}.</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Missionen</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Zu den Missionen</source>
        <translation>To the missions</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>heute, {0}</source>
        <translation>today, {0}</translation>
    </message>
    <message>
        <source>gestern, {0}</source>
        <translation>yesterday, {0}</translation>
    </message>
    <message>
        <source>{0}, {1} Uhr</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Weiteres</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Zurück zu „Weiteres“</source>
        <translation>Back to “More”</translation>
    </message>
</context>
<context>
    <name>NavList</name>
    <message>
        <source>Bereiche</source>
        <translation>Sections</translation>
    </message>
</context>
<context>
    <name>NavModel</name>
    <message>
        <source>{0}, {1} zu entscheiden</source>
        <translation>{0}, {1} to decide</translation>
    </message>
</context>
<context>
    <name>NewRecordDialog</name>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Raum</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vorlage</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Bitte geben Sie einen Titel ein.</source>
        <translation>Please enter a title.</translation>
    </message>
</context>
<context>
    <name>Newer</name>
    <message>
        <source>Enthält Angaben einer neueren Version. Sie bleiben erhalten und gehen beim Senden mit.</source>
        <translation>Contains data of a newer version. They are kept and go along when you send.</translation>
    </message>
    <message>
        <source>Nicht mehr im Formular: {0}</source>
        <translation>No longer in the form: {0}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Verstanden</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Die letzte automatische Sicherung ist nicht gelungen. Ihre Daten sind da. Bitte prüfen Sie unter „Weiteres“ – „Sicherungen“, ob genug Platz ist.</source>
        <translation>The last automatic backup did not succeed. Your data are there. Please check under “More” – “Backups” whether there is enough space.</translation>
    </message>
    <message>
        <source>Für diesen Tresor gibt es keinen Wiederherstellungscode. Wenn Sie den Passwortsatz vergessen, ist alles verloren. Sie erzeugen ihn unter „Weiteres“ – „Schlüssel“.</source>
        <translation>There is no recovery code for this vault. If you forget the passphrase, everything is lost. You create it under “More” – “Keys”.</translation>
    </message>
    <message>
        <source>Die letzte Sicherung liegt nur neben dem Tresor: Der zweite Ort war nicht erreichbar. Die nächste Sicherung versucht es wieder.</source>
        <translation>The last backup lies only beside the vault: the second place could not be reached. The next backup will try again.</translation>
    </message>
    <message>
        <source>Neben dem Tresor fehlt, ganz oder zum Teil, die Liste dessen, was gelöscht ist; es kann deshalb wieder zu sehen sein. Unter „Austausch“ stehen Quittungen bereit: Nach ihnen bringen die nächsten Pakete der anderen die Löschungen wieder. Was nur hier lag, löschen Sie bitte noch einmal.</source>
        <translation>Beside the vault the list of what is erased is missing, wholly or in part; erased content may therefore be visible again. Under “Exchange” receipts are waiting: after them, the next packages of the others bring the erasures again. Please erase once more what was only here.</translation>
    </message>
    <message>
        <source>Dieser Tresor wurde aus einer Sicherung zurückgeholt oder kopiert. Das ist in Ordnung: Was fehlt, kommt mit dem nächsten Paket der anderen zurück.</source>
        <translation>This vault was restored from a backup or copied. That is all right: what is missing comes back with the next package from the others.</translation>
    </message>
    <message>
        <source>Mit dem Schlüssel von {0} wurde auf zwei Geräten geschrieben, zum Beispiel nach dem Zurückholen einer Sicherung. Beides ist aufbewahrt, Sie müssen nichts tun.</source>
        <translation>Two devices have written with the key of {0}, for example after a backup was restored. Both are kept; you do not have to do anything.</translation>
    </message>
    <message>
        <source>einer Person</source>
        <translation>a person</translation>
    </message>
    <message>
        <source>Das kam schon einmal vor. Die Koordinierungsstelle hilft, die Ursache zu finden.</source>
        <translation>This has happened before. The coordination office can help to find the cause.</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Der Tresor wird geöffnet</source>
        <translation>The vault is being opened</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Laufende Missionen</source>
        <translation>Missions under way</translation>
    </message>
    <message>
        <source>Tandem-Notizen</source>
        <translation>Tandem notes</translation>
    </message>
    <message>
        <source>Fallberatungen</source>
        <translation>Case consultations</translation>
    </message>
    <message>
        <source>Abweichungen</source>
        <translation>Discrepancies</translation>
    </message>
    <message>
        <source>Was auf Sie wartet</source>
        <translation>What is waiting for you</translation>
    </message>
    <message>
        <source>Wiedervorlagen</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>Zuletzt bearbeitet</source>
        <translation>Last edited</translation>
    </message>
    <message>
        <source>Paket einlesen</source>
        <translation>Read in package</translation>
    </message>
    <message>
        <source>Zu den Missionen</source>
        <translation>To the missions</translation>
    </message>
    <message>
        <source>Guten Tag, {0}</source>
        <translation>Hello, {0}</translation>
    </message>
    <message>
        <source>von {0} insgesamt</source>
        <translation>of {0} in total</translation>
    </message>
    <message>
        <source>in Ihren Räumen</source>
        <translation>in your spaces</translation>
    </message>
    <message>
        <source>bitte entscheiden</source>
        <translation>please decide</translation>
    </message>
    <message>
        <source>nichts zu entscheiden</source>
        <translation>nothing to decide</translation>
    </message>
    <message>
        <source>Erhebung „{0}“ ausfüllen</source>
        <translation>Fill in the survey “{0}”</translation>
    </message>
    <message>
        <source>freiwillig</source>
        <translation>voluntary</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Löschfrist abgelaufen, bitte prüfen: {0}</source>
        <translation>Deletion period over, please check: {0}</translation>
    </message>
    <message>
        <source>Das Zurückholen einer Sicherung üben</source>
        <translation>Practise restoring a backup</translation>
    </message>
    <message>
        <source>alle 90 Tage</source>
        <translation>every 90 days</translation>
    </message>
    <message>
        <source>Nichts. Alles ist gesendet und entschieden.</source>
        <translation>Nothing. Everything has been sent and decided.</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>Entwürfe</source>
        <translation>drafts</translation>
    </message>
    <message>
        <source>Gesichert, aber noch nicht gespeichert: {0}.</source>
        <translation>Kept safe but not saved yet: {0}.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} mit Abweichung</source>
        <translation>{0} with discrepancies</translation>
    </message>
    <message>
        <source>{0} mit zusammengeführtem Text zu lesen</source>
        <translation>{0} with merged text to read</translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation>report</translation>
    </message>
    <message>
        <source>Berichte</source>
        <translation>reports</translation>
    </message>
    <message>
        <source>Neues von anderen, noch nicht gelesen: {0}</source>
        <translation>News from others, not read yet: {0}</translation>
    </message>
    <message>
        <source>Zu senden: {0} für „{1}“</source>
        <translation>To send: {0} for “{1}”</translation>
    </message>
    <message>
        <source>weiteren Raum</source>
        <translation>more space</translation>
    </message>
    <message>
        <source>weitere Räume</source>
        <translation>more spaces</translation>
    </message>
    <message>
        <source>Zu senden: etwas für {0}</source>
        <translation>To be sent: something for {0}</translation>
    </message>
    <message>
        <source>Auf ein früheres Paket warten: {0}</source>
        <translation>Waiting for an earlier package: {0}</translation>
    </message>
    <message>
        <source>noch keine</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Letzte Sicherung</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>Quittung an {0} fällig</source>
        <translation>Receipt to {0} due</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>und {0} weitere</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>In den nächsten {0} Tagen steht nichts an.</source>
        <translation>Nothing is coming up in the next {0} days.</translation>
    </message>
    <message>
        <source>überfällig</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>in {0}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>Tagen</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Noch nichts. Legen Sie eine Mission an.</source>
        <translation>Nothing yet. Create a mission.</translation>
    </message>
</context>
<context>
    <name>OwnAgreement</name>
    <message>
        <source>Später</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>PackageWriting</name>
    <message>
        <source>Quittung schreiben</source>
        <translation>Write receipt</translation>
    </message>
    <message>
        <source>Ordner für das Paket</source>
        <translation>Folder for the package</translation>
    </message>
    <message>
        <source>Paket wird geschrieben</source>
        <translation>The package is being written</translation>
    </message>
</context>
<context>
    <name>PageSet</name>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Was ansteht und was auf Sie wartet</source>
        <translation>What is coming up and what is waiting for you</translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Erhebungen beantworten und Ergebnisse sehen</source>
        <translation>Answer surveys and see results</translation>
    </message>
    <message>
        <source>Austausch</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Pakete senden und einlesen</source>
        <translation>Send and read in packages</translation>
    </message>
    <message>
        <source>Weiteres</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Kommunen, Tandems, Termine und mehr</source>
        <translation>Municipalities, tandems, events and more</translation>
    </message>
    <message>
        <source>Missionen</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Tandem-Notizen</source>
        <translation>Tandem notes</translation>
    </message>
    <message>
        <source>Fallberatung</source>
        <translation>Case consultation</translation>
    </message>
</context>
<context>
    <name>PaperFormTools</name>
    <message>
        <source>Formular zum Ausfüllen ausgeben (unverschlüsselt)</source>
        <translation>Export form for filling in (not encrypted)</translation>
    </message>
    <message>
        <source>Formular</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Formular geschrieben: {0}</source>
        <translation>Form written: {0}</translation>
    </message>
    <message>
        <source>Formular wird geschrieben</source>
        <translation>The form is being written</translation>
    </message>
    <message>
        <source>Ausgefülltes Formular einlesen</source>
        <translation>Read in completed form</translation>
    </message>
    <message>
        <source>Formular wird gelesen</source>
        <translation>The form is being read</translation>
    </message>
    <message>
        <source>Aus dem Formular übernommen.</source>
        <translation>Taken over from the form.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Bisheriger Passwortsatz</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihren Passwortsatz ein.</source>
        <translation>Please enter your passphrase.</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Neuer Passwortsatz</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Neuer Passwortsatz wiederholen</source>
        <translation>Repeat new passphrase</translation>
    </message>
    <message>
        <source>Der Passwortsatz ist zu kurz oder zu eintönig.</source>
        <translation>The passphrase is too short or too monotonous.</translation>
    </message>
    <message>
        <source>Die beiden Passwortsätze sind verschieden.</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>{0} anzeigen</source>
        <translation>Show {0}</translation>
    </message>
    <message>
        <source>Die Feststelltaste ist an.</source>
        <translation>Caps Lock is on.</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Personen nach Name oder Kommune filtern</source>
        <translation>Filter people by name or municipality</translation>
    </message>
    <message>
        <source>Noch niemand. Lesen Sie die Karte einer anderen Person ein.</source>
        <translation>Nobody yet. Read in another person’s card.</translation>
    </message>
    <message>
        <source>Prüfzeichen kopieren</source>
        <translation>Copy fingerprint</translation>
    </message>
    <message>
        <source>Meine Karte speichern …</source>
        <translation>Save my card…</translation>
    </message>
    <message>
        <source>Meine Karte als Text kopieren</source>
        <translation>Copy my card as text</translation>
    </message>
    <message>
        <source>Als QR-Code …</source>
        <translation>As QR code…</translation>
    </message>
    <message>
        <source>Meine Karte als QR-Code zeigen</source>
        <translation>Show my card as a QR code</translation>
    </message>
    <message>
        <source>Geben Sie Ihre Karte weiter, zum Beispiel per Mail, und lesen Sie Ihr Prüfzeichen am Telefon vor. Erst der Vergleich zeigt, dass niemand die Karte vertauscht hat.</source>
        <translation>Pass on your card, by mail for example, and read out your fingerprint by phone. Only the comparison shows that nobody has swapped the card.</translation>
    </message>
    <message>
        <source>Meine Karte</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Karte einlesen …</source>
        <translation>Read in card…</translation>
    </message>
    <message>
        <source>Karte einfügen</source>
        <translation>Paste card</translation>
    </message>
    <message>
        <source>Karte aus der Zwischenablage einfügen</source>
        <translation>Paste card from the clipboard</translation>
    </message>
    <message>
        <source>Kontakte</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>{0} (Ihr anderes Gerät)</source>
        <translation>{0} (your other device)</translation>
    </message>
    <message>
        <source>vorgestellt von {0} am {1}</source>
        <translation>introduced by {0} on {1}</translation>
    </message>
    <message>
        <source>Name mischt Schriften: {0}</source>
        <translation>Name mixes scripts: {0}</translation>
    </message>
    <message>
        <source>Vergleichen …</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>Prüfzeichen von {0} vergleichen</source>
        <translation>Compare the fingerprint of {0}</translation>
    </message>
    <message>
        <source>Prüfzeichen verglichen</source>
        <translation>Fingerprint compared</translation>
    </message>
    <message>
        <source>Schlüssel geändert – bitte vergleichen</source>
        <translation>Key changed – please compare</translation>
    </message>
    <message>
        <source>noch nicht verglichen</source>
        <translation>not compared yet</translation>
    </message>
    <message>
        <source>Meine Karte speichern</source>
        <translation>Save my card</translation>
    </message>
    <message>
        <source>Karte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Karten (*{0});;Karten als Text (*.txt)</source>
        <translation>Cards (*{0});;Cards as text (*.txt)</translation>
    </message>
    <message>
        <source>Karte gespeichert: {0}</source>
        <translation>Card saved: {0}</translation>
    </message>
    <message>
        <source>Karten, Texte und Mails (*{0} *.txt *.eml *.mbox);;Alle Dateien (*)</source>
        <translation>Cards, texts and mails (*{0} *.txt *.eml *.mbox);;All files (*)</translation>
    </message>
    <message>
        <source>Karte einlesen</source>
        <translation>Read in card</translation>
    </message>
    <message>
        <source>Ihre Karte ist kopiert. Fügen Sie sie in eine Mail ein.</source>
        <translation>Your card has been copied. Paste it into a mail.</translation>
    </message>
    <message>
        <source>{0} ist jetzt ein Kontakt.</source>
        <translation>{0} is now a contact.</translation>
    </message>
    <message>
        <source>Ihr anderes Gerät ist jetzt bekannt. Nehmen Sie es bei jedem Raum unter „Mitglieder …“ auf.</source>
        <translation>Your other device is known now. Add it to each space under “Members…”.</translation>
    </message>
    <message>
        <source>Jetzt Kontakte: {0}. Bitte Prüfzeichen vergleichen.</source>
        <translation>Contacts now: {0}. Please compare fingerprints.</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>package</translation>
    </message>
    <message>
        <source>Pakete</source>
        <translation>packages</translation>
    </message>
    <message>
        <source>{0} Eingelesen, weil es darauf gewartet hat: {1}.</source>
        <translation>{0} Read in because it had been waiting for this: {1}.</translation>
    </message>
</context>
<context>
    <name>PersonFilter</name>
    <message>
        <source>Nach Name oder Kommune filtern</source>
        <translation>Filter by name or municipality</translation>
    </message>
    <message>
        <source>Personen nach Name oder Kommune filtern</source>
        <translation>Filter people by name or municipality</translation>
    </message>
    <message>
        <source>{0} von {1} passen dazu.</source>
        <translation>{0} of {1} match.</translation>
    </message>
</context>
<context>
    <name>PhaseCard</name>
    <message>
        <source>alle</source>
        <translation>everyone</translation>
    </message>
    <message>
        <source>Es sprechen: {0}</source>
        <translation>Speaking: {0}</translation>
    </message>
    <message>
        <source>Am Ende: {0}</source>
        <translation>At the end: {0}</translation>
    </message>
    <message>
        <source>Falls es stockt: {0}</source>
        <translation>If it stalls: {0}</translation>
    </message>
</context>
<context>
    <name>PhaseView</name>
    <message>
        <source>Hilfe bei der Wahl …</source>
        <translation>Help with choosing…</translation>
    </message>
</context>
<context>
    <name>PlainRowsModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>Vorgaben Ihrer IT</source>
        <translation>Prescribed by your IT</translation>
    </message>
    <message>
        <source>{0} – steht in {1}</source>
        <translation>{0} – set in {1}</translation>
    </message>
    <message>
        <source>Ihre IT gibt nichts vor.</source>
        <translation>Your IT prescribes nothing.</translation>
    </message>
    <message>
        <source>Ordner für Tresore</source>
        <translation>Folder for vaults</translation>
    </message>
    <message>
        <source>Zweiter Ort für Sicherungen</source>
        <translation>Second place for backups</translation>
    </message>
    <message>
        <source>Größe je Datei</source>
        <translation>Size of each file</translation>
    </message>
    <message>
        <source>Text oder Anhang</source>
        <translation>Text or attachment</translation>
    </message>
    <message>
        <source>Länge des Passwortsatzes</source>
        <translation>Length of the passphrase</translation>
    </message>
    <message>
        <source>Sperren ohne Eingabe</source>
        <translation>Lock without input</translation>
    </message>
    <message>
        <source>Geheimes in der Zwischenablage</source>
        <translation>Secrets in the clipboard</translation>
    </message>
    <message>
        <source>Schlüsselspeicher des Rechners</source>
        <translation>Key store of the computer</translation>
    </message>
    <message>
        <source>Kleinste Gruppe für Ergebnisse</source>
        <translation>Smallest group for results</translation>
    </message>
    <message>
        <source>Wenigste Kommunen für Ergebnisse</source>
        <translation>Fewest municipalities for results</translation>
    </message>
    <message>
        <source>Schreibweise</source>
        <translation>Gendered wording</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ordner des Wörterbuchs</source>
        <translation>Folder of the dictionary</translation>
    </message>
</context>
<context>
    <name>PresentationWindow</name>
    <message>
        <source>Kollegiale Fallberatung</source>
        <translation>Peer case consultation</translation>
    </message>
    <message>
        <source>F11: ganzer Bildschirm. Esc: schließen.</source>
        <translation>F11: full screen. Esc: close.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Wird abgebrochen …</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>QrDialog</name>
    <message>
        <source>Meine Karte als QR-Code</source>
        <translation>My card as a QR code</translation>
    </message>
    <message>
        <source>Eine Kamera, die Text liest, überträgt so Ihre Karte. Das Prüfzeichen vergleichen Sie trotzdem am Telefon.</source>
        <translation>A camera that reads text can transfer your card this way. Still compare the fingerprint by phone.</translation>
    </message>
    <message>
        <source>QR-Code mit Ihrer Karte</source>
        <translation>QR code with your card</translation>
    </message>
    <message>
        <source>Zum Drucken speichern …</source>
        <translation>Save for printing…</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Gespeichert: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Karte zum Drucken speichern</source>
        <translation>Save card for printing</translation>
    </message>
    <message>
        <source>Karte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
</context>
<context>
    <name>QuickNoteDialog</name>
    <message>
        <source>Notiz speichern</source>
        <translation>Save note</translation>
    </message>
    <message>
        <source>Schnelle Notiz</source>
        <translation>Quick note</translation>
    </message>
    <message>
        <source>Entwurf gesichert</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Was möchten Sie festhalten?</source>
        <translation>What would you like to note down?</translation>
    </message>
    <message>
        <source>Raum</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Vorlage</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Schlagwörter</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Entwurf verwerfen</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Später weiter</source>
        <translation>Continue later</translation>
    </message>
    <message>
        <source>freie Notiz</source>
        <translation>free note</translation>
    </message>
    <message>
        <source>– ohne Mission –</source>
        <translation>– no mission –</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Das ist Ihr Entwurf vom letzten Mal.</source>
        <translation>This is your draft from last time.</translation>
    </message>
    <message>
        <source>Was zuerst steht, wird der Titel. Schreiben Sie ohne Namen Dritter.</source>
        <translation>What comes first becomes the title. Write without the names of third parties.</translation>
    </message>
    <message>
        <source>Der Titel wird „{0}“ mit dem Datum, wenn über der ersten Frage nichts steht. Schreiben Sie ohne Namen Dritter.</source>
        <translation>The title becomes “{0}” with the date if nothing stands above the first question. Write without names of third persons.</translation>
    </message>
    <message>
        <source>Entwurf verworfen.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Bitte schreiben Sie zuerst etwas.</source>
        <translation>Please write something first.</translation>
    </message>
</context>
<context>
    <name>QuickNoting</name>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Notiz gespeichert.</source>
        <translation>Note saved.</translation>
    </message>
    <message>
        <source>Die Notiz liegt im Papierkorb.</source>
        <translation>The note is in the bin.</translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>„{0}“</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>“, „</source>
        <translation>”, “</translation>
    </message>
</context>
<context>
    <name>RadioEditor</name>
    <message>
        <source>keine Angabe</source>
        <translation>no answer</translation>
    </message>
</context>
<context>
    <name>RatingBlock</name>
    <message>
        <source>kann ich nicht beurteilen</source>
        <translation>I cannot judge</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Pakete, Textdateien oder gespeicherte Mails hierher ziehen, auch mehrere und in beliebiger Reihenfolge.</source>
        <translation>Drag packages, text files or saved mails here, several at once and in any order.</translation>
    </message>
    <message>
        <source>Pakete einlesen …</source>
        <translation>Read in packages…</translation>
    </message>
    <message>
        <source>Einlesen</source>
        <translation>Read in</translation>
    </message>
    <message>
        <source>Posteingang einlesen</source>
        <translation>Read in the inbox</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Aus Zwischenablage einfügen</source>
        <translation>Paste from the clipboard</translation>
    </message>
    <message>
        <source>Einen anderen Ordner als Posteingang wählen</source>
        <translation>Choose another folder as inbox</translation>
    </message>
    <message>
        <source>Posteingang: {0}</source>
        <translation>Inbox: {0}</translation>
    </message>
    <message>
        <source>Ordner, in dem Pakete ankommen</source>
        <translation>Folder where packages arrive</translation>
    </message>
    <message>
        <source>Zwischenablage</source>
        <translation>Clipboard</translation>
    </message>
    <message>
        <source>Pakete, Texte und Mails (*.ilpaket *.txt *.eml *.mbox);;Alle Dateien (*)</source>
        <translation>Packages, texts and mails (*.ilpaket *.txt *.eml *.mbox);;All files (*)</translation>
    </message>
    <message>
        <source>Pakete einlesen</source>
        <translation>Read in packages</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Begründung</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bitte geben Sie eine Begründung an.</source>
        <translation>Please give a reason.</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>nichts zu bestätigen</source>
        <translation>nothing to confirm</translation>
    </message>
    <message>
        <source>alles bestätigt</source>
        <translation>all confirmed</translation>
    </message>
    <message>
        <source>noch zu senden</source>
        <translation>still to send</translation>
    </message>
    <message>
        <source>noch nicht bestätigt</source>
        <translation>not confirmed yet</translation>
    </message>
    <message>
        <source>Quittung fehlt</source>
        <translation>receipt missing</translation>
    </message>
    <message>
        <source>Schlüssel geändert – bitte vergleichen</source>
        <translation>Key changed – please compare</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>{0} nicht bestätigt</source>
        <translation>{0} not confirmed</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>package</translation>
    </message>
    <message>
        <source>Pakete</source>
        <translation>packages</translation>
    </message>
    <message>
        <source>{0} ohne Quittung</source>
        <translation>{0} without a receipt</translation>
    </message>
    <message>
        <source>seit {0}</source>
        <translation>for {0}</translation>
    </message>
    <message>
        <source>Seit {0} keine Quittung von {1}</source>
        <translation>No receipt from {1} for {0}</translation>
    </message>
    <message>
        <source>{0} ohne Quittung von {1}</source>
        <translation>{0} without a receipt from {1}</translation>
    </message>
    <message>
        <source>Noch ist nichts gesendet, was jemand bestätigen könnte.</source>
        <translation>Nothing has been sent yet that anybody could confirm.</translation>
    </message>
    <message>
        <source>{0} von {1} haben bestätigt, was Sie gesendet haben.</source>
        <translation>{0} of {1} have confirmed what you sent.</translation>
    </message>
    <message>
        <source>{0} offen, am längsten seit {1}.</source>
        <translation>{0} open, the longest for {1}.</translation>
    </message>
    <message>
        <source>{0} hat bestätigt, was Sie gesendet haben.</source>
        <translation>{0} has confirmed what you sent.</translation>
    </message>
    <message>
        <source>{0} hat noch nicht bestätigt, was Sie gesendet haben.</source>
        <translation>{0} has not confirmed yet what you sent.</translation>
    </message>
    <message>
        <source>{0} hat noch nicht bestätigt, was Sie gesendet haben, seit {1}.</source>
        <translation>{0} has not confirmed what you sent, for {1} now.</translation>
    </message>
    <message>
        <source>von einem Raum, der hier fehlt. Die Quittung sagt das, danach kommt alles noch einmal</source>
        <translation>of a space that is missing here. The receipt says so, and everything is sent again</translation>
    </message>
    <message>
        <source>hat um eine Quittung gebeten</source>
        <translation>has asked for a receipt</translation>
    </message>
    <message>
        <source>wartet seit {0} auf eine Quittung</source>
        <translation>has been waiting for a receipt for {0}</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>Tagen</source>
        <translation>days</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>Welche Quittungen die Liste zeigt</source>
        <translation>Which receipts the list shows</translation>
    </message>
    <message>
        <source>Nach Person oder Raum filtern</source>
        <translation>Filter by person or space</translation>
    </message>
    <message>
        <source>Jedes Paket, das Sie einlesen, sagt auch, was angekommen ist. Was nicht bestätigt ist, steht im nächsten Paket wieder; verloren geht nichts.</source>
        <translation>Every package you read in also says what has arrived. What is not confirmed is in the next package again; nothing gets lost.</translation>
    </message>
    <message>
        <source>Quittungen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Offen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Überfällig, meist seit {0} Tagen</source>
        <translation>Overdue, mostly after {0} days</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{0} (Ihr anderes Gerät)</source>
        <translation>{0} (your other device)</translation>
    </message>
</context>
<context>
    <name>RecordEditing</name>
    <message>
        <source>Wird bearbeitet …</source>
        <translation>Editing…</translation>
    </message>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Entwurf gesichert</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Gespeichert {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>Nicht gespeichert; der Entwurf ist gesichert</source>
        <translation>Not saved; the draft is kept safe</translation>
    </message>
</context>
<context>
    <name>RecordEditor</name>
    <message>
        <source>Die Fassungen stehen oben unter „Fassungen“.</source>
        <translation>The revisions are above, under “Revisions”.</translation>
    </message>
    <message>
        <source>{0} stehen nur zusammengezählt unter „Auswertung“.</source>
        <translation>{0} are shown only in what is counted, under “Evaluation”.</translation>
    </message>
    <message>
        <source>{0}: der frühere Wert gilt wieder.</source>
        <translation>{0}: the former value applies again.</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Zur Liste</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>Zu einem Abschnitt gehen</source>
        <translation>Go to a section</translation>
    </message>
    <message>
        <source>Als PDF oder Textdokument ausgeben</source>
        <translation>Export as PDF or text document</translation>
    </message>
    <message>
        <source>Freigeben …</source>
        <translation>Release…</translation>
    </message>
    <message>
        <source>In den Papierkorb legen</source>
        <translation>Move to the bin</translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Als Kalenderdatei ausgeben</source>
        <translation>Export as calendar file</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{0} als Textdokument (Word)</source>
        <translation>{0} as text document (Word)</translation>
    </message>
    <message>
        <source>Formular zum Ausfüllen (PDF) …</source>
        <translation>Form for filling in (PDF)…</translation>
    </message>
    <message>
        <source>Ausgefülltes Formular einlesen …</source>
        <translation>Read in completed form…</translation>
    </message>
    <message>
        <source>Ganzer Eintrag …</source>
        <translation>Whole record…</translation>
    </message>
    <message>
        <source>Nur „{0}“ …</source>
        <translation>Only “{0}”…</translation>
    </message>
</context>
<context>
    <name>RecordRowsModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Geändert {0}</source>
        <translation>Changed {0}</translation>
    </message>
    <message>
        <source>Freigabe · {0}</source>
        <translation>Release · {0}</translation>
    </message>
    <message>
        <source>Abweichung</source>
        <translation>Discrepancy</translation>
    </message>
    <message>
        <source>Zusammengeführt, bitte prüfen</source>
        <translation>Merged, please check</translation>
    </message>
</context>
<context>
    <name>RecordTabs</name>
    <message>
        <source>Teile des Eintrags</source>
        <translation>Parts of the record</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Fassungen</source>
        <translation>Revisions</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Anhänge</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Verknüpft</source>
        <translation>Linked</translation>
    </message>
</context>
<context>
    <name>RecordTools</name>
    <message>
        <source>Als PDF ausgeben</source>
        <translation>Export as PDF</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>page</translation>
    </message>
    <message>
        <source>Seiten</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>PDF mit {0} geschrieben: {1}</source>
        <translation>PDF with {0} written: {1}</translation>
    </message>
    <message>
        <source>PDF wird geschrieben</source>
        <translation>The PDF is being written</translation>
    </message>
    <message>
        <source>Als Textdokument ausgeben (unverschlüsselt)</source>
        <translation>Export as text document (not encrypted)</translation>
    </message>
    <message>
        <source>Word-Dokumente (*.docx)</source>
        <translation>Word documents (*.docx)</translation>
    </message>
    <message>
        <source>Textdokument geschrieben: {0}</source>
        <translation>Text document written: {0}</translation>
    </message>
    <message>
        <source>Textdokument wird geschrieben</source>
        <translation>The text document is being written</translation>
    </message>
    <message>
        <source>Als Kalenderdatei ausgeben (unverschlüsselt)</source>
        <translation>Export as calendar file (not encrypted)</translation>
    </message>
    <message>
        <source>Termin</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Kalenderdateien (*.ics)</source>
        <translation>Calendar files (*.ics)</translation>
    </message>
    <message>
        <source>Kalenderdatei geschrieben: {0}</source>
        <translation>Calendar file written: {0}</translation>
    </message>
    <message>
        <source>Der Eintrag kommt in den Papierkorb (unter „Weiteres“) und lässt sich von dort jederzeit zurückholen. Bei denen, die mitlesen, verschwindet er mit dem nächsten Paket aus den Listen. Sein Inhalt wird dadurch nicht gelöscht.</source>
        <translation>The record goes to the bin (under “More”) and can be brought back from there at any time. For those who read along, it disappears from the lists with the next package. Its content is not erased by this.</translation>
    </message>
    <message>
        <source>In den Papierkorb legen?</source>
        <translation>Move to the bin?</translation>
    </message>
    <message>
        <source>In den Papierkorb</source>
        <translation>To the bin</translation>
    </message>
</context>
<context>
    <name>RecordUndoing</name>
    <message>
        <source>Hier gibt es nichts rückgängig zu machen.</source>
        <translation>There is nothing to undo here.</translation>
    </message>
    <message>
        <source>Rückgängig gemacht: {0}.</source>
        <translation>Undone: {0}.</translation>
    </message>
    <message>
        <source>Hier gibt es nichts wiederherzustellen.</source>
        <translation>There is nothing to redo here.</translation>
    </message>
    <message>
        <source>Wiederhergestellt: {0}.</source>
        <translation>Redone: {0}.</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Als Tafel zeigen</source>
        <translation>Show as board</translation>
    </message>
    <message>
        <source>Als Tabelle speichern</source>
        <translation>Save as table</translation>
    </message>
    <message>
        <source>Nichts ausgewählt</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <source>Noch nichts da</source>
        <translation>Nothing here yet</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Ihr Wiederherstellungscode</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Mit diesem Code öffnen Sie den Tresor, wenn Sie den Passwortsatz vergessen haben. Er wird nur jetzt gezeigt. Drucken Sie das Blatt, bewahren Sie es getrennt vom Rechner auf, und löschen Sie die Datei. Wer den Code hat, kann den Tresor öffnen.</source>
        <translation>This code opens the vault if you have forgotten the passphrase. It is shown only now. Print the sheet, keep it away from the computer, and delete the file. Whoever has the code can open the vault.</translation>
    </message>
    <message>
        <source>Wiederherstellungscode: {0}</source>
        <translation>Recovery code: {0}</translation>
    </message>
    <message>
        <source>Blatt zum Drucken speichern …</source>
        <translation>Save sheet for printing…</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Ich habe den Code</source>
        <translation>I have the code</translation>
    </message>
    <message>
        <source>Für {0} Sekunden kopieren</source>
        <translation>Copy for {0} seconds</translation>
    </message>
    <message>
        <source>Gespeichert: {0}. Bitte nach dem Drucken löschen.</source>
        <translation>Saved: {0}. Please delete it after printing.</translation>
    </message>
    <message>
        <source>Das Blatt wird geschrieben</source>
        <translation>The sheet is being written</translation>
    </message>
    <message>
        <source>Blatt zum Drucken speichern</source>
        <translation>Save sheet for printing</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Kopiert. In {0} Sekunden ist die Zwischenablage wieder leer.</source>
        <translation>Copied. The clipboard will be empty again in {0} seconds.</translation>
    </message>
</context>
<context>
    <name>RecoveryPrint</name>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Wer dieses Blatt hat, kann den Tresor öffnen: „Wiederherstellungscode …“</source>
        <translation>Whoever has this sheet can open the vault: “Recovery code…”</translation>
    </message>
    <message>
        <source>Bitte getrennt vom Rechner und verschlossen aufbewahren.</source>
        <translation>Please keep locked away and apart from the computer.</translation>
    </message>
</context>
<context>
    <name>RecoveryUnlockDialog</name>
    <message>
        <source>Wiederherstellungscode verwenden</source>
        <translation>Use recovery code</translation>
    </message>
    <message>
        <source>Hinterlegten Schlüssel verwenden</source>
        <translation>Use escrow key</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tippen Sie die acht Gruppen von Ihrem Blatt ab; Striche und Großbuchstaben sind nicht nötig. Danach gilt der neue Passwortsatz.</source>
        <translation>Type the eight groups from your sheet; dashes and capitals are not needed. After that the new passphrase holds.</translation>
    </message>
    <message>
        <source>Für die Stelle, bei der ein Schlüssel hinterlegt ist. Danach gilt der neue Passwortsatz, und im Tresor steht, dass er so geöffnet wurde.</source>
        <translation>For the office that holds the escrow key. After that the new passphrase holds, and the vault notes that it was opened this way.</translation>
    </message>
</context>
<context>
    <name>ReferenceEditor</name>
    <message>
        <source>– bitte wählen –</source>
        <translation>– please choose –</translation>
    </message>
    <message>
        <source>Es gibt noch nichts, was hier zu wählen wäre.</source>
        <translation>There is nothing to choose here yet.</translation>
    </message>
    <message>
        <source>(nicht in diesem Tresor)</source>
        <translation>(not in this vault)</translation>
    </message>
    <message>
        <source>{0}: neu anlegen …</source>
        <translation>{0}: create new…</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>Freigegeben aus {0}.</source>
        <translation>Released from {0}.</translation>
    </message>
    <message>
        <source>Freigegeben an {0}, dort seither geändert.</source>
        <translation>Released to {0}, changed there since.</translation>
    </message>
    <message>
        <source>Freigegeben an {0}.</source>
        <translation>Released to {0}.</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Freigeben</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Neu beginnen</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Wohin</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Prüfen</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Schritt {0} von 3: {1}</source>
        <translation>Step {0} of 3: {1}</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Bitte wählen Sie einen Raum.</source>
        <translation>Please choose a space.</translation>
    </message>
    <message>
        <source>Bitte entscheiden Sie über jede Stelle. Offen: {0}</source>
        <translation>Please decide about every passage. Still open: {0}</translation>
    </message>
</context>
<context>
    <name>ReminderSaving</name>
    <message>
        <source>Als Kalenderdatei speichern …</source>
        <translation>Save as calendar file…</translation>
    </message>
    <message>
        <source>Alle Wiedervorlagen der nächsten Zeit; die Datei ist unverschlüsselt.</source>
        <translation>All reminders of the near future; the file is not encrypted.</translation>
    </message>
    <message>
        <source>Wiedervorlagen als Kalenderdatei (unverschlüsselt)</source>
        <translation>Reminders as calendar file (not encrypted)</translation>
    </message>
    <message>
        <source>Wiedervorlagen</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>Kalenderdateien (*.ics)</source>
        <translation>Calendar files (*.ics)</translation>
    </message>
    <message>
        <source>Wiedervorlage</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Kalenderdatei mit {0} geschrieben: {1}</source>
        <translation>Calendar file with {0} written: {1}</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Was sich geändert hat</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Es kam nichts Neues.</source>
        <translation>Nothing new came.</translation>
    </message>
    <message>
        <source>Nach Eintrag oder Person filtern</source>
        <translation>Filter by record or person</translation>
    </message>
    <message>
        <source>weiterer Eintrag</source>
        <translation>more record</translation>
    </message>
    <message>
        <source>weitere Einträge</source>
        <translation>more records</translation>
    </message>
    <message>
        <source>und {0}</source>
        <translation>and {0}</translation>
    </message>
    <message>
        <source>Dateien nach Name, Absender*in oder Raum filtern</source>
        <translation>Filter files by name, sender or space</translation>
    </message>
    <message>
        <source>Dateien ({0})</source>
        <translation>Files ({0})</translation>
    </message>
    <message>
        <source>Aufbewahrtes Paket</source>
        <translation>Kept package</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>{0}: {1} von {2}, Raum „{3}“</source>
        <translation>{0}: {1} by {2}, space “{3}”</translation>
    </message>
    <message>
        <source>{0}: schon bekannt</source>
        <translation>{0}: already known</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>von {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>Zum Eintrag</source>
        <translation>To the record</translation>
    </message>
    <message>
        <source>Zum Eintrag {0}: {1}</source>
        <translation>To the record {0}: {1}</translation>
    </message>
    <message>
        <source>weiteres Feld</source>
        <translation>more field</translation>
    </message>
    <message>
        <source>weitere Felder</source>
        <translation>more fields</translation>
    </message>
    <message>
        <source>Die Einzelheiten stehen im Verlauf des Eintrags.</source>
        <translation>The details are in the history of the record.</translation>
    </message>
    <message>
        <source>Gelöscht und zugleich bearbeitet, bitte entscheiden.</source>
        <translation>Deleted and edited at the same time, please decide.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>gelöscht</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>wiederhergestellt</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>endgültig gelöscht</source>
        <translation>erased for good</translation>
    </message>
    <message>
        <source>(leer)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>Abweichung, bitte entscheiden: {new}</source>
        <translation>Discrepancy, please decide: {new}</translation>
    </message>
    <message>
        <source>Abweichung geklärt: {old} → {new}</source>
        <translation>Discrepancy settled: {old} → {new}</translation>
    </message>
    <message>
        <source>zusammengeführt, bitte lesen: {old} → {new}</source>
        <translation>merged, please read: {old} → {new}</translation>
    </message>
    <message>
        <source>zusammengeführter Text geprüft</source>
        <translation>merged text checked</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>{0} neu</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>{0} geändert</source>
        <translation>{0} changed</translation>
    </message>
    <message>
        <source>{0} gelöscht</source>
        <translation>{0} deleted</translation>
    </message>
    <message>
        <source>{0} wiederhergestellt</source>
        <translation>{0} restored</translation>
    </message>
    <message>
        <source>{0} endgültig gelöscht</source>
        <translation>{0} erased for good</translation>
    </message>
    <message>
        <source>{0} mit Abweichung</source>
        <translation>{0} with discrepancies</translation>
    </message>
    <message>
        <source>{0} mit zusammengeführtem Text</source>
        <translation>{0} with merged text</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>{0} warten auf ein früheres Paket</source>
        <translation>{0} waiting for an earlier package</translation>
    </message>
    <message>
        <source>{0} zählen nicht: Wer sie schrieb, gehört nicht zum Raum</source>
        <translation>{0} not counting: whoever wrote them does not belong to the space</translation>
    </message>
    <message>
        <source>{0} zeigt erst eine neuere Fassung des Programms ganz</source>
        <translation>{0} shown in full only by a newer version of the program</translation>
    </message>
</context>
<context>
    <name>ReportsPanel</name>
    <message>
        <source>Nach jedem Einlesen steht hier, was sich geändert hat. Was endgültig gelöscht wurde, verschwindet auch aus den Berichten.</source>
        <translation>After every reading in, this shows what has changed. What was erased for good disappears from the reports as well.</translation>
    </message>
    <message>
        <source>Es wurde noch nichts eingelesen.</source>
        <translation>Nothing has been read in yet.</translation>
    </message>
    <message>
        <source>{0}, von {1}</source>
        <translation>{0}, from {1}</translation>
    </message>
    <message>
        <source>Ansehen …</source>
        <translation>View…</translation>
    </message>
    <message>
        <source>Bericht vom {0} ansehen</source>
        <translation>View report of {0}</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>Tresor wiederherstellen</source>
        <translation>Restore vault</translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Retten, was lesbar ist</source>
        <translation>Salvage what is readable</translation>
    </message>
    <message>
        <source>Sicherung zurückholen</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Der Tresor lässt sich so nicht öffnen. Seine Dateien bleiben in jedem Fall aufgehoben.</source>
        <translation>The vault cannot be opened like this. Its files are kept in any case.</translation>
    </message>
    <message>
        <source>Anderer Ordner …</source>
        <translation>Other folder…</translation>
    </message>
    <message>
        <source>Zurückholen nimmt den Stand der Sicherung. Retten liest jede unbeschädigte Stelle der Datei und aller Sicherungen in einen neuen Tresor daneben und sagt, was fehlt.</source>
        <translation>Restoring takes the state of the backup. Salvaging reads every undamaged part of the file and of all backups into a new vault beside it and says what is missing.</translation>
    </message>
    <message>
        <source>Ordner der Sicherung wählen</source>
        <translation>Choose the folder of the backup</translation>
    </message>
</context>
<context>
    <name>Rescuing</name>
    <message>
        <source>Die Sicherung ist zurückgeholt. Was von dem beschädigten Tresor übrig war, liegt im Ordner „damaged“ daneben.</source>
        <translation>The backup has been restored. What was left of the damaged vault is in the folder “damaged” beside it.</translation>
    </message>
    <message>
        <source>Sicherung wird zurückgeholt</source>
        <translation>The backup is being restored</translation>
    </message>
    <message>
        <source>Es wird gerettet, was lesbar ist</source>
        <translation>Salvaging what is readable</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Gerettet: {0}, in einem neuen Tresor.</source>
        <translation>Salvaged: {0}, in a new vault.</translation>
    </message>
    <message>
        <source>Änderung fehlt</source>
        <translation>change missing</translation>
    </message>
    <message>
        <source>Änderungen fehlen</source>
        <translation>changes missing</translation>
    </message>
    <message>
        <source> {0}; was die anderen davon haben, kommt mit deren nächstem Paket zurück.</source>
        <translation> {0}; what the others have of it comes back with their next package.</translation>
    </message>
    <message>
        <source>{0} gerettet</source>
        <translation>{0} salvaged</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Sicherung zurückholen</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>Vorher wird der jetzige Stand gesichert: Sie können auch das Zurückholen zurücknehmen. Endgültig Gelöschtes kommt nicht wieder. Danach schließt sich der Tresor, und Sie entsperren ihn neu.</source>
        <translation>The present state is backed up first: you can also undo the restore. What was erased for good does not come back. Then the vault closes and you unlock it again.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zurückholen</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>ResultPrinting</name>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Was hier zu sehen ist, und nicht mehr; die Datei ist unverschlüsselt.</source>
        <translation>What can be seen here, and no more; the file is not encrypted.</translation>
    </message>
    <message>
        <source>Ergebnisse als PDF speichern (unverschlüsselt)</source>
        <translation>Save results as PDF (not encrypted)</translation>
    </message>
    <message>
        <source>Ergebnisse der Selbstevaluation</source>
        <translation>Results of the self-evaluation</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>PDF wird geschrieben</source>
        <translation>The PDF is being written</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>page</translation>
    </message>
    <message>
        <source>Seiten</source>
        <translation>pages</translation>
    </message>
    <message>
        <source>PDF mit {0} geschrieben: {1}</source>
        <translation>PDF with {0} written: {1}</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Zur Liste</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>Ergebnisse: {0}</source>
        <translation>Results: {0}</translation>
    </message>
    <message>
        <source>Als Tabelle</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>• bedeutet: zu wenige Antworten.</source>
        <translation>• means: too few answers.</translation>
    </message>
    <message>
        <source>Aussage</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>nicht beurteilt</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>Ergebnisse als Tabelle</source>
        <translation>Results as a table</translation>
    </message>
</context>
<context>
    <name>RetentionPanel</name>
    <message>
        <source>Die Fristen sind Vorschläge; Ihr Datenschutz entscheidet. Nichts wird von selbst gelöscht: Sie prüfen, bieten es bei Bedarf dem Archiv an und löschen dann. Was für das Archiv geschrieben wird, ist unverschlüsselt.</source>
        <translation>The periods are suggestions; your data protection officer decides. Nothing is deleted by itself: you check, offer it to the archive if needed, and then delete. What is written for the archive is not encrypted.</translation>
    </message>
    <message>
        <source>Löschfristen</source>
        <translation>Deletion periods</translation>
    </message>
    <message>
        <source>Und {0} weitere.</source>
        <translation>And {0} more.</translation>
    </message>
    <message>
        <source>Zurzeit ist nichts zu prüfen.</source>
        <translation>There is nothing to check at present.</translation>
    </message>
    <message>
        <source>Zu prüfen seit {0}</source>
        <translation>To be checked since {0}</translation>
    </message>
    <message>
        <source>liegt im Papierkorb</source>
        <translation>is in the bin</translation>
    </message>
    <message>
        <source>für das Archiv geschrieben am {0}</source>
        <translation>written for the archive on {0}</translation>
    </message>
    <message>
        <source>Aufbewahren …</source>
        <translation>Keep…</translation>
    </message>
    <message>
        <source>Für das Archiv schreiben …</source>
        <translation>Write for the archive…</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Löschen …</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Verlassenen Raum löschen …</source>
        <translation>Delete left space…</translation>
    </message>
    <message>
        <source>Wohin für das Archiv schreiben?</source>
        <translation>Where to write it for the archive?</translation>
    </message>
    <message>
        <source>Wird für das Archiv geschrieben</source>
        <translation>Writing for the archive</translation>
    </message>
    <message>
        <source>Unverschlüsselt geschrieben: {0}</source>
        <translation>Written without encryption: {0}</translation>
    </message>
</context>
<context>
    <name>RevisionComparison</name>
    <message>
        <source>Frühere Fassung</source>
        <translation>Earlier revision</translation>
    </message>
    <message>
        <source>Spätere Fassung</source>
        <translation>Later revision</translation>
    </message>
    <message>
        <source>Vergleichen</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>mit</source>
        <translation>with</translation>
    </message>
    <message>
        <source>Stand jetzt</source>
        <translation>State now</translation>
    </message>
    <message>
        <source>Die Angaben sind gleich.</source>
        <translation>The values are the same.</translation>
    </message>
</context>
<context>
    <name>RevisionsView</name>
    <message>
        <source>Fassung festhalten …</source>
        <translation>Record revision…</translation>
    </message>
    <message>
        <source>Eine Fassung hält den Stand mit allen Zielen und Maßnahmen unveränderlich fest, zum Beispiel das, was verbindlich vereinbart wurde.</source>
        <translation>A revision records the state with all goals and measures unchangeably, for example what was bindingly agreed.</translation>
    </message>
    <message>
        <source>Noch keine Fassung.</source>
        <translation>No revision yet.</translation>
    </message>
    <message>
        <source>Fassung {0} vom {1}</source>
        <translation>Revision {0} of {1}</translation>
    </message>
    <message>
        <source>Wiederherstellen …</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>{0} wiederherstellen</source>
        <translation>Restore {0}</translation>
    </message>
    <message>
        <source>{0} wiederherstellen?</source>
        <translation>Restore {0}?</translation>
    </message>
    <message>
        <source>Die Angaben der Fassung werden als neue Änderung gespeichert; was jetzt dasteht, bleibt im Verlauf lesbar. Der Stand und was eigene Einträge hat, zum Beispiel Ziele und Maßnahmen, bleibt, wie es ist.</source>
        <translation>The values of the revision are saved as a new change; what is there now stays readable in the history. The status, and what has records of its own, such as goals and measures, stays as it is.</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Die Angaben stehen schon so da wie in: {0}.</source>
        <translation>What is here is already the same as in: {0}.</translation>
    </message>
    <message>
        <source>{0} gilt wieder. Strg+Z nimmt das zurück.</source>
        <translation>{0} is in force again. Ctrl+Z takes this back.</translation>
    </message>
    <message>
        <source>Fassung festhalten</source>
        <translation>Record revision</translation>
    </message>
    <message>
        <source>Was wurde geändert oder vereinbart, und warum? Das bleibt lesbar stehen.</source>
        <translation>What was changed or agreed, and why? This stays there to be read.</translation>
    </message>
    <message>
        <source>Festhalten</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Die Fassung ist festgehalten.</source>
        <translation>The revision is recorded.</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Keine Einträge</source>
        <translation>No records</translation>
    </message>
</context>
<context>
    <name>RunnerFrame</name>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Schriftlich, ohne Uhr: Schreiben Sie Ihren Teil und senden Sie danach unter „Austausch“ ein Paket. Was die anderen schreiben, kommt mit ihren Paketen hierher.</source>
        <translation>In writing, without a clock: write your part, then send a package from “Exchange”. What the others write arrives here with their packages.</translation>
    </message>
    <message>
        <source>Zurück zum Eintrag</source>
        <translation>Back to the record</translation>
    </message>
    <message>
        <source>Für alle zeigen</source>
        <translation>Show to everyone</translation>
    </message>
    <message>
        <source>Frage und Uhr in einem eigenen Fenster, ohne Notizen</source>
        <translation>Question and clock in a window of their own, without notes</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Beratung abschließen …</source>
        <translation>Finish consultation…</translation>
    </message>
    <message>
        <source>Weiter: {0}</source>
        <translation>Next: {0}</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Suchergebnisse</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Suche</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Die {0} neuesten Treffer. Weitere Wörter grenzen die Suche ein.</source>
        <translation>The {0} newest matches. More words narrow the search.</translation>
    </message>
    <message>
        <source>{0} Treffer</source>
        <translation>Matches: {0}</translation>
    </message>
    <message>
        <source>Befehl</source>
        <translation>command</translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation>commands</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Gesucht wird in allen Feldern und Befehlen; alle Wörter müssen vorkommen.</source>
        <translation>All fields and commands are searched; all words must occur.</translation>
    </message>
    <message>
        <source>Aus einer neueren Version</source>
        <translation>From a newer version</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Paket schreiben</source>
        <translation>Write package</translation>
    </message>
    <message>
        <source>Schreiben …</source>
        <translation>Write…</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Paketdatei</source>
        <translation>Package file</translation>
    </message>
    <message>
        <source>Für Austauschordner und USB-Sticks, und wo Mails jeden Anhang durchlassen.</source>
        <translation>For exchange folders and USB sticks, and where mail lets every attachment through.</translation>
    </message>
    <message>
        <source>Textdatei</source>
        <translation>Text file</translation>
    </message>
    <message>
        <source>Kommt durch fast jede Mailprüfung und ist um ein Drittel größer.</source>
        <translation>Gets through almost every mail filter and is a third larger.</translation>
    </message>
    <message>
        <source>Mail-Entwurf mit Paketdatei</source>
        <translation>Mail draft with package file</translation>
    </message>
    <message>
        <source>Öffnet sich im Mailprogramm, fertig zum Absenden.</source>
        <translation>Opens in the mail program, ready to send.</translation>
    </message>
    <message>
        <source>Mail-Entwurf mit Textdatei</source>
        <translation>Mail draft with text file</translation>
    </message>
    <message>
        <source>Ebenso, wo nur Texte durchgelassen werden.</source>
        <translation>The same, where only texts are let through.</translation>
    </message>
    <message>
        <source>Text in die Zwischenablage</source>
        <translation>Text to the clipboard</translation>
    </message>
    <message>
        <source>Zum Einfügen in eine Mail, für kleine Pakete.</source>
        <translation>To paste into a mail, for small packages.</translation>
    </message>
    <message>
        <source>Andere Wege lässt Ihre IT nicht zu.</source>
        <translation>Your IT does not allow other ways.</translation>
    </message>
    <message>
        <source>Größe je Datei</source>
        <translation>Size of each file</translation>
    </message>
    <message>
        <source>höchstens {0} MB</source>
        <translation>at most {0} MB</translation>
    </message>
    <message>
        <source>Was nicht hineinpasst, kommt in weitere Dateien; ihre Reihenfolge ist egal.</source>
        <translation>What does not fit goes into further files; their order does not matter.</translation>
    </message>
    <message>
        <source>Mailadresse von {0} (bleibt auf diesem Rechner)</source>
        <translation>Mail address of {0} (stays on this computer)</translation>
    </message>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>nicht mehr Mitglied</source>
        <translation>no longer a member</translation>
    </message>
    <message>
        <source>fehlt hier</source>
        <translation>missing here</translation>
    </message>
    <message>
        <source>Teile fehlen</source>
        <translation>parts missing</translation>
    </message>
    <message>
        <source>Quittung fällig</source>
        <translation>Receipt due</translation>
    </message>
    <message>
        <source>Quittung fehlt</source>
        <translation>receipt missing</translation>
    </message>
    <message>
        <source>Schlüssel geändert</source>
        <translation>key changed</translation>
    </message>
    <message>
        <source>alles gesendet</source>
        <translation>everything sent</translation>
    </message>
    <message>
        <source>{0} geht mit</source>
        <translation>{0} goes along</translation>
    </message>
    <message>
        <source>{0} gehen mit</source>
        <translation>{0} go along</translation>
    </message>
    <message>
        <source>Quittung</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>Quittungen</source>
        <translation>receipts</translation>
    </message>
    <message>
        <source>nicht an {0}: Schlüssel geändert</source>
        <translation>not to {0}: key changed</translation>
    </message>
    <message>
        <source>neue Änderung</source>
        <translation>new change</translation>
    </message>
    <message>
        <source>neue Änderungen</source>
        <translation>new changes</translation>
    </message>
    <message>
        <source>Noch nicht gesendet, geht an {0}</source>
        <translation>Not sent yet, goes to {0}</translation>
    </message>
    <message>
        <source>{0}; neu für {1}</source>
        <translation>{0}; new for {1}</translation>
    </message>
    <message>
        <source>Vor dem Senden zu vergleichen: {0}</source>
        <translation>To be compared before sending: {0}</translation>
    </message>
    <message>
        <source>Geteilt mit {0}</source>
        <translation>Shared with {0}</translation>
    </message>
    <message>
        <source>{0} Personen warten auf eine Quittung, am längsten seit {1}</source>
        <translation>{0} people are waiting for a receipt, the longest for {1}</translation>
    </message>
    <message>
        <source>Vom letzten Paket fehlen Teile bei {0}; noch einmal gesendet, ist alles da</source>
        <translation>Parts of the last package are missing at {0}; sent again, everything is there</translation>
    </message>
    <message>
        <source>Von {0} Personen fehlt eine Quittung, am längsten seit {1}</source>
        <translation>A receipt is missing from {0} people, the longest for {1}</translation>
    </message>
    <message>
        <source>{0} Personen</source>
        <translation>{0} people</translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message>
        <source>Nach dem Namen des Raums filtern</source>
        <translation>Filter by the name of the space</translation>
    </message>
    <message>
        <source>Senden</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>In {0} von {1} Räumen ist etwas zu tun, das Dringendste zuerst.</source>
        <translation>There is something to do in {0} of {1} spaces, the most urgent first.</translation>
    </message>
    <message>
        <source>Alles, was Sie geschrieben haben, ist gesendet.</source>
        <translation>Everything you wrote has been sent.</translation>
    </message>
    <message>
        <source>Vergleichen …</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>Prüfzeichen für „{0}“ vergleichen</source>
        <translation>Compare fingerprints for “{0}”</translation>
    </message>
    <message>
        <source>Quittung schreiben …</source>
        <translation>Write receipt…</translation>
    </message>
    <message>
        <source>Quittung für „{0}“ schreiben</source>
        <translation>Write a receipt for “{0}”</translation>
    </message>
    <message>
        <source>Paket schreiben …</source>
        <translation>Write package…</translation>
    </message>
    <message>
        <source>Noch einmal senden …</source>
        <translation>Send again…</translation>
    </message>
    <message>
        <source>Paket für „{0}“ schreiben</source>
        <translation>Write package for “{0}”</translation>
    </message>
    <message>
        <source>Es gibt noch keinen gemeinsamen Raum. Unter „Kontakte und Räume“ legen Sie einen an.</source>
        <translation>There is no shared space yet. You create one under “Contacts and spaces”.</translation>
    </message>
    <message>
        <source>Zu Kontakten und Räumen</source>
        <translation>Go to contacts and spaces</translation>
    </message>
</context>
<context>
    <name>SentenceCard</name>
    <message>
        <source>Als Mission übernehmen</source>
        <translation>Use as mission</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>By (Bis)</translation>
    </message>
    <message>
        <source>31.12.2027</source>
        <translation>31.12.2027</translation>
    </message>
    <message>
        <source>haben wir</source>
        <translation>we have (haben wir)</translation>
    </message>
    <message>
        <source>ein Ergebnis, das man überprüfen kann</source>
        <translation>a result that can be verified</translation>
    </message>
    <message>
        <source>für</source>
        <translation>for (für)</translation>
    </message>
    <message>
        <source>die, denen es nützt</source>
        <translation>those who benefit</translation>
    </message>
    <message>
        <source>damit</source>
        <translation>so that (damit)</translation>
    </message>
    <message>
        <source>die Vision näher rückt</source>
        <translation>the vision comes closer</translation>
    </message>
    <message>
        <source>Aus vier Bausteinen</source>
        <translation>From four parts; the sentence is written in German</translation>
    </message>
    <message>
        <source>{0} …</source>
        <translation>{0}…</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>Einstellungen öffnen</source>
        <translation>Open settings</translation>
    </message>
    <message>
        <source>Die Vorgabe „{0}“ Ihrer IT wurde nicht verstanden.</source>
        <translation>The setting “{0}” prescribed by your IT was not understood.</translation>
    </message>
    <message>
        <source>Diese Vorgaben Ihrer IT wurden nicht verstanden: {0}.</source>
        <translation>These settings prescribed by your IT were not understood: {0}.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Das gilt, sobald Sie das Programm neu starten oder sperren.</source>
        <translation>This holds as soon as you restart or lock the program.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Neuen Tresor anlegen</source>
        <translation>Create new vault</translation>
    </message>
    <message>
        <source>Mitglied eines Tandems</source>
        <translation>Member of a tandem</translation>
    </message>
    <message>
        <source>Koordinierungsstelle</source>
        <translation>Coordination office</translation>
    </message>
    <message>
        <source>Passwortsatz</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passwortsatz wiederholen</source>
        <translation>Repeat passphrase</translation>
    </message>
    <message>
        <source>Tresor anlegen</source>
        <translation>Create vault</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Der Tresor ist ein Ordner auf diesem Rechner, in dem alles verschlüsselt liegt. Ohne den Passwortsatz kann ihn niemand öffnen, auch die IT nicht.</source>
        <translation>The vault is a folder on this computer in which everything is encrypted. Without the passphrase nobody can open it, not even IT.</translation>
    </message>
    <message>
        <source>Ordner wählen …</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Karte wählen …</source>
        <translation>Choose card…</translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Fachbereich</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Ihre Rolle</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>Ordner</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Weiteres Gerät von mir: Karte meines ersten Geräts (sonst leer)</source>
        <translation>Another device of mine: card of my first device (otherwise empty)</translation>
    </message>
    <message>
        <source>Lieber erst ansehen?</source>
        <translation>Rather have a look first?</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihren Namen ein.</source>
        <translation>Please enter your name.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihre Kommune ein.</source>
        <translation>Please enter your municipality.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihren Fachbereich ein.</source>
        <translation>Please enter your department.</translation>
    </message>
    <message>
        <source>Bitte wählen Sie einen Ordner.</source>
        <translation>Please choose a folder.</translation>
    </message>
    <message>
        <source>Der Passwortsatz ist zu kurz oder zu eintönig.</source>
        <translation>The passphrase is too short or too monotonous.</translation>
    </message>
    <message>
        <source>Die beiden Passwortsätze sind verschieden.</source>
        <translation>The two passphrases differ.</translation>
    </message>
    <message>
        <source>Ordner für den Tresor</source>
        <translation>Folder for the vault</translation>
    </message>
    <message>
        <source>Karte Ihres ersten Geräts</source>
        <translation>Card of your first device</translation>
    </message>
    <message>
        <source>Karten (*.ilkarte)</source>
        <translation>Cards (*.ilkarte)</translation>
    </message>
</context>
<context>
    <name>SpaceDialog</name>
    <message>
        <source>Neuer Raum</source>
        <translation>New space</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mitglieder</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Alles in diesem Raum können genau diese Personen lesen.</source>
        <translation>Exactly these people can read everything in this space.</translation>
    </message>
    <message>
        <source> (Prüfzeichen noch nicht verglichen)</source>
        <translation> (fingerprint not compared yet)</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>privat</source>
        <translation>private</translation>
    </message>
    <message>
        <source>Tandem</source>
        <translation>Tandem</translation>
    </message>
    <message>
        <source>mit der Koordinierungsstelle</source>
        <translation>with the coordination office</translation>
    </message>
    <message>
        <source>Fallgruppe</source>
        <translation>Case group</translation>
    </message>
    <message>
        <source>Netzwerk</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Tandem: nur die beiden</source>
        <translation>Tandem: only the two of you</translation>
    </message>
    <message>
        <source>Fallgruppe: für Fallberatungen</source>
        <translation>Case group: for case consultations</translation>
    </message>
    <message>
        <source>Netzwerk: über Kommunen hinweg</source>
        <translation>Network: across municipalities</translation>
    </message>
    <message>
        <source>hat den Raum angelegt</source>
        <translation>created the space</translation>
    </message>
    <message>
        <source>Koordinierungsstelle</source>
        <translation>Coordination office</translation>
    </message>
    <message>
        <source>Mitglied</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Lesen können das nur Sie.</source>
        <translation>Only you can read this.</translation>
    </message>
    <message>
        <source>In einem Tandem können alle Mitglieder aufnehmen und herausnehmen.</source>
        <translation>In a tandem, all members can add and remove people.</translation>
    </message>
    <message>
        <source>Über die Mitglieder entscheidet, wer die Fallgruppe angelegt hat. Fallberatungen bleiben bei denen, die teilnehmen.</source>
        <translation>Whoever created the case group decides about its members. Case consultations stay with those who take part.</translation>
    </message>
    <message>
        <source>Über die Mitglieder entscheiden die Person, die den Raum angelegt hat, und die Koordinierungsstelle.</source>
        <translation>The person who created the space and the coordination office decide about its members.</translation>
    </message>
    <message>
        <source>Ein Raum, der hier fehlt</source>
        <translation>A space that is missing here</translation>
    </message>
    <message>
        <source>Nur ich</source>
        <translation>Only me</translation>
    </message>
    <message>
        <source>Sie sind hier seit {0} nicht mehr Mitglied.</source>
        <translation>You have not been a member here since {0}.</translation>
    </message>
    <message>
        <source>Sie sind hier nicht Mitglied.</source>
        <translation>You are not a member here.</translation>
    </message>
    <message>
        <source>Was da ist, können Sie weiter lesen.</source>
        <translation>You can go on reading what is there.</translation>
    </message>
    <message>
        <source>{0} und {1} weitere Personen</source>
        <translation>{0} and {1} more people</translation>
    </message>
    <message>
        <source>Lesen können das: {0}.</source>
        <translation>Can be read by: {0}.</translation>
    </message>
</context>
<context>
    <name>SpacesCard</name>
    <message>
        <source>Räume nach Name oder Person filtern</source>
        <translation>Filter spaces by name or person</translation>
    </message>
    <message>
        <source>Bevor Sie einen Raum anlegen, lesen Sie die Karte einer Person ein.</source>
        <translation>Before you create a space, read in the card of a person.</translation>
    </message>
    <message>
        <source>Neuer Raum …</source>
        <translation>New space…</translation>
    </message>
    <message>
        <source>Räume</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Mitglieder …</source>
        <translation>Members…</translation>
    </message>
    <message>
        <source>Mitglieder von „{0}“</source>
        <translation>Members of “{0}”</translation>
    </message>
    <message>
        <source>Der Raum „{0}“ ist angelegt. Die anderen erhalten ihn mit Ihrem Paket.</source>
        <translation>The space “{0}” has been created. The others receive it with your package.</translation>
    </message>
</context>
<context>
    <name>SpellMenu</name>
    <message>
        <source>Vorschläge werden gesucht …</source>
        <translation>Looking for suggestions…</translation>
    </message>
    <message>
        <source>„{0}“ merken</source>
        <translation>Remember “{0}”</translation>
    </message>
    <message>
        <source>Keine Vorschläge</source>
        <translation>No suggestions</translation>
    </message>
</context>
<context>
    <name>SpellingSection</name>
    <message>
        <source>Falsch geschriebene Wörter</source>
        <translation>Misspelled words</translation>
    </message>
    <message>
        <source>Gemerkte Wörter vergessen</source>
        <translation>Forget remembered words</translation>
    </message>
    <message>
        <source>Rechtschreibung</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben: {0}</source>
        <translation>Prescribed by your IT: {0}</translation>
    </message>
    <message>
        <source>Rot unterstreichen</source>
        <translation>Underline in red</translation>
    </message>
    <message>
        <source>Nicht prüfen</source>
        <translation>Do not check</translation>
    </message>
    <message>
        <source>In dieser Ausgabe des Programms fehlt die Rechtschreibprüfung.</source>
        <translation>This edition of the program lacks the spell check.</translation>
    </message>
    <message>
        <source>Im Ordner, den Ihre IT vorgibt, liegt kein deutsches Wörterbuch.</source>
        <translation>There is no German dictionary in the folder that your IT prescribes.</translation>
    </message>
    <message>
        <source>Auf diesem Rechner liegt kein deutsches Wörterbuch. Ihre IT kann de_DE.dic und de_DE.aff in den Ordner „dictionaries“ des Programms legen; LibreOffice bringt sie mit.</source>
        <translation>There is no German dictionary on this computer. Your IT can put de_DE.dic and de_DE.aff into the folder “dictionaries” of the program; LibreOffice brings them along.</translation>
    </message>
    <message>
        <source>Wörterbuch: {0}. Gemerkte Wörter im Tresor: {1}.</source>
        <translation>Dictionary: {0}. Remembered words in the vault: {1}.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Weiteres</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Alles, was nicht jeden Tag gebraucht wird.</source>
        <translation>Everything that is not needed every day.</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Pakete werden eingelesen</source>
        <translation>Packages are being read in</translation>
    </message>
    <message>
        <source>Änderungen werden gesammelt</source>
        <translation>Changes are being collected</translation>
    </message>
    <message>
        <source>Paket wird geschrieben</source>
        <translation>The package is being written</translation>
    </message>
    <message>
        <source>Der Tresor wird neu verschlüsselt</source>
        <translation>The vault is being re-encrypted</translation>
    </message>
    <message>
        <source>Der neue Tresor wird geprüft</source>
        <translation>The new vault is being checked</translation>
    </message>
    <message>
        <source>Die Sicherung wird kopiert</source>
        <translation>The backup is being copied</translation>
    </message>
    <message>
        <source>Jede Seite der Datei wird geprüft</source>
        <translation>Every page of the file is being checked</translation>
    </message>
    <message>
        <source>Jede Änderung wird geprüft</source>
        <translation>Every change is being checked</translation>
    </message>
    <message>
        <source>Einträge werden ausgegeben</source>
        <translation>Records are being exported</translation>
    </message>
    <message>
        <source>Jede Seite wird gelesen</source>
        <translation>Every page is being read</translation>
    </message>
    <message>
        <source>Gefundenes wird übernommen</source>
        <translation>What was found is being taken over</translation>
    </message>
    <message>
        <source>Der Bestand wird neu aufgebaut</source>
        <translation>The holdings are being rebuilt</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Zu kurz: mindestens {0} Zeichen, zum Beispiel vier Wörter.</source>
        <translation>Too short: at least {0} characters, for example four words.</translation>
    </message>
    <message>
        <source>Ausreichend. Ein weiteres Wort macht den Satz deutlich stärker.</source>
        <translation>Sufficient. One more word makes it much stronger.</translation>
    </message>
    <message>
        <source>Gut.</source>
        <translation>Good.</translation>
    </message>
    <message>
        <source>Sehr gut.</source>
        <translation>Very good.</translation>
    </message>
    <message>
        <source>Am besten ein Satz aus mindestens vier Wörtern.</source>
        <translation>Best a sentence of at least four words.</translation>
    </message>
    <message>
        <source>Stärke: {0}</source>
        <translation>Strength: {0}</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Als Tabelle speichern</source>
        <translation>Save as table</translation>
    </message>
    <message>
        <source>Die Datei ist unverschlüsselt: Wer sie findet, kann sie lesen.</source>
        <translation>The file is not encrypted: whoever finds it can read it.</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>In die Tabelle kommen: {0}.</source>
        <translation>The table will contain: {0}.</translation>
    </message>
    <message>
        <source>Auch Vertrauliches: {0}</source>
        <translation>Confidential content too: {0}</translation>
    </message>
    <message>
        <source>Was nur für Sie da ist oder in einer Fallberatung bleibt.</source>
        <translation>What is only for you or stays in a case consultation.</translation>
    </message>
    <message>
        <source>Excel (.xlsx), mit allem, was dazugehört</source>
        <translation>Excel (.xlsx), with everything that belongs to it</translation>
    </message>
    <message>
        <source>CSV (.csv), nur diese Liste</source>
        <translation>CSV (.csv), this list only</translation>
    </message>
    <message>
        <source>Datei wählen …</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TableSaving</name>
    <message>
        <source>Tabelle wird geschrieben</source>
        <translation>The table is being written</translation>
    </message>
    <message>
        <source>Excel-Dateien (*.xlsx)</source>
        <translation>Excel files (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV-Dateien (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>Als Tabelle speichern (unverschlüsselt)</source>
        <translation>Save as table (not encrypted)</translation>
    </message>
    <message>
        <source>Eintrag</source>
        <translation>record</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>records</translation>
    </message>
    <message>
        <source>{0} mit {1}, unverschlüsselt.</source>
        <translation>{0} with {1}, not encrypted.</translation>
    </message>
    <message>
        <source>Ordner: {0}</source>
        <translation>Folder: {0}</translation>
    </message>
    <message>
        <source>Vertraulich und nicht dabei: {0}.</source>
        <translation>Confidential and not included: {0}.</translation>
    </message>
    <message>
        <source>Die Tabelle ist gespeichert</source>
        <translation>The table has been saved</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Schlagwörter, die es schon gibt</source>
        <translation>Existing tags</translation>
    </message>
    <message>
        <source>Schlagwort „{0}“ entfernen</source>
        <translation>Remove tag “{0}”</translation>
    </message>
</context>
<context>
    <name>TargetStep</name>
    <message>
        <source>Der Eintrag bleibt, wo er ist. In den Raum kommt eine Kopie.</source>
        <translation>The record stays where it is. A copy goes into the space.</translation>
    </message>
    <message>
        <source>Es gibt keinen weiteren Kreis, in dem Sie Mitglied sind. Räume legen Sie unter „Austausch“ an.</source>
        <translation>There is no wider circle that you are a member of. You create spaces under “Exchange”.</translation>
    </message>
    <message>
        <source>Das ist kein weiterer Kreis, sondern ein anderer.</source>
        <translation>This is not a wider circle but a different one.</translation>
    </message>
    <message>
        <source>Hier ist der Eintrag schon freigegeben; er wird aktualisiert.</source>
        <translation>The record is already released here; it will be updated.</translation>
    </message>
</context>
<context>
    <name>TextBlock</name>
    <message>
        <source>Bitte ohne Namen und ohne Situationen, an denen man Sie erkennt.</source>
        <translation>Please without names, and without situations by which you could be recognised.</translation>
    </message>
    <message>
        <source>Diese Antwort darf wörtlich zitiert werden.</source>
        <translation>This answer may be quoted word for word.</translation>
    </message>
    <message>
        <source>Ohne Ihr Einverständnis wird nur gezählt, dass jemand geantwortet hat.</source>
        <translation>Without your consent it is only counted that someone answered.</translation>
    </message>
    <message>
        <source>Hier passen {0} Zeichen hinein. Was darüber hinausgeht, fehlt am Ende.</source>
        <translation>There is room for {0} characters. What goes beyond will be missing in the end.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Navigation ein- oder ausklappen</source>
        <translation>Expand or collapse navigation</translation>
    </message>
    <message>
        <source>InnoLab Desktop</source>
        <translation>InnoLab Desktop</translation>
    </message>
    <message>
        <source>Suchen oder Befehl ({0})</source>
        <translation>Search or command ({0})</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Tastatur</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Alles lässt sich ohne Maus bedienen.</source>
        <translation>Everything can be done without a mouse.</translation>
    </message>
    <message>
        <source>Bereiche</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Tresor und Darstellung</source>
        <translation>Vault and appearance</translation>
    </message>
    <message>
        <source>Schriftgröße</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Überall</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Tabulator, Umschalt+Tabulator: zum nächsten oder vorigen Element</source>
        <translation>Tab, Shift+Tab: to the next or previous element</translation>
    </message>
    <message>
        <source>Pfeiltasten: in Listen, Reitern und Auswahlen</source>
        <translation>Arrow keys: in lists, tabs and selections</translation>
    </message>
    <message>
        <source>Eingabe: öffnen; Leertaste: ankreuzen oder drücken; Esc: schließen</source>
        <translation>Enter: open; Space: tick or press; Esc: close</translation>
    </message>
    <message>
        <source>Strg+Eingabe: einen Dialog bestätigen, auch aus einem langen Text heraus</source>
        <translation>Ctrl+Enter: confirm a dialog, even from within a long text</translation>
    </message>
    <message>
        <source>In Tabellen: Eingabe oder F2 ändert eine Zelle, Esc gibt zurück, was dort stand</source>
        <translation>In tables: Enter or F2 changes a cell, Esc gives back what stood there</translation>
    </message>
    <message>
        <source>In Tabellen: Alt+Eingabe öffnet den ganzen Eintrag, Alt+Pfeil verschiebt ihn</source>
        <translation>In tables: Alt+Enter opens the whole record, Alt with an arrow moves it</translation>
    </message>
    <message>
        <source>Strg+Z, Strg+Umschalt+Z: im Text rückgängig machen und wiederholen</source>
        <translation>Ctrl+Z, Ctrl+Shift+Z: undo and redo in the text</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Steckbrief anlegen</source>
        <translation>Create sheet</translation>
    </message>
    <message>
        <source>Transfer-Steckbrief aus einer Mission</source>
        <translation>Transfer sheet from a mission</translation>
    </message>
    <message>
        <source>Vorschläge neu holen</source>
        <translation>Fetch the suggestions again</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Die Texte sind Vorschläge aus der Mission. Kürzen Sie, ändern Sie, oder leeren Sie ein Feld. Weiter geht der Steckbrief erst, wenn Sie ihn freigeben.</source>
        <translation>The texts are suggestions from the mission. Shorten, change or clear any field. The sheet goes further only when you release it.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Es gibt noch keine Mission.</source>
        <translation>There is no mission yet.</translation>
    </message>
    <message>
        <source>In der Mission steht dazu noch nichts.</source>
        <translation>The mission says nothing about this yet.</translation>
    </message>
    <message>
        <source>Aus: {0}</source>
        <translation>From: {0}</translation>
    </message>
    <message>
        <source>Bitte füllen Sie mindestens ein Feld aus.</source>
        <translation>Please fill in at least one field.</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Ordner öffnen</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Pakete werden geprüft</source>
        <translation>Packages are being checked</translation>
    </message>
    <message>
        <source>In diesem Ordner liegen keine Pakete.</source>
        <translation>There are no packages in this folder.</translation>
    </message>
    <message>
        <source>Pakete werden eingelesen</source>
        <translation>Packages are being read in</translation>
    </message>
    <message>
        <source>Abgebrochen. Was schon eingelesen war, bleibt; alles Übrige ist wie zuvor.</source>
        <translation>Cancelled. What had been read stays; everything else is as before.</translation>
    </message>
</context>
<context>
    <name>TrashPanel</name>
    <message>
        <source>Papierkorb</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Endgültig löschen …</source>
        <translation>Erase for good…</translation>
    </message>
    <message>
        <source>Gelöschtes bleibt hier, bis Sie es wiederherstellen oder endgültig löschen. Endgültig heißt: auch bei allen, die mitlesen, und ohne Rückweg.</source>
        <translation>What is deleted stays here until you restore it or erase it for good. For good means: for everyone who reads along as well, and with no way back.</translation>
    </message>
    <message>
        <source>Sie sind in seinem Raum nicht mehr Mitglied: Dieser Eintrag bleibt, wie er ist.</source>
        <translation>You are no longer a member of its space: this entry stays as it is.</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>Zur Liste</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>Werte und Ziele bearbeiten</source>
        <translation>Edit values and targets</translation>
    </message>
    <message>
        <source>Noch kein Wert.</source>
        <translation>No value yet.</translation>
    </message>
    <message>
        <source>Als Tabelle</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>Messwerte</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>• bedeutet: unterdrückt, weil zu wenige Fälle.</source>
        <translation>• means: suppressed, because there are too few cases.</translation>
    </message>
</context>
<context>
    <name>TypedDraft</name>
    <message>
        <source>Ihr Entwurf vom letzten Mal ist wieder da.</source>
        <translation>Your draft from last time is back.</translation>
    </message>
</context>
<context>
    <name>UnfoldingList</name>
    <message>
        <source>Weniger zeigen</source>
        <translation>Show fewer</translation>
    </message>
    <message>
        <source>{0} weitere zeigen</source>
        <translation>Show {0} more</translation>
    </message>
    <message>
        <source>{0} von {1} passen dazu.</source>
        <translation>{0} of {1} match.</translation>
    </message>
    <message>
        <source>{0} sind noch nicht zu sehen.</source>
        <translation>{0} are not visible yet.</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>InnoLab Desktop – Anmelden</source>
        <translation>InnoLab Desktop – Sign in</translation>
    </message>
    <message>
        <source>Passwortsatz</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Entsperren</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Mit dem Schlüsselspeicher öffnen</source>
        <translation>Open with the key store</translation>
    </message>
    <message>
        <source>Wiederherstellungscode verwenden …</source>
        <translation>Use recovery code…</translation>
    </message>
    <message>
        <source>Hinterlegten Schlüssel verwenden …</source>
        <translation>Use escrow key…</translation>
    </message>
    <message>
        <source>Hinterlegt: Auch „{0}“ kann diesen Tresor öffnen.</source>
        <translation>In escrow: “{0}” can open this vault too.</translation>
    </message>
    <message>
        <source>Tresor</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Anderer Ordner …</source>
        <translation>Other folder…</translation>
    </message>
    <message>
        <source>Neuen Tresor anlegen …</source>
        <translation>Create new vault…</translation>
    </message>
    <message>
        <source>Vorhandenen Tresor öffnen …</source>
        <translation>Open existing vault…</translation>
    </message>
    <message>
        <source>InnoLab Desktop</source>
        <translation>InnoLab Desktop</translation>
    </message>
    <message>
        <source>Missionen, Tandem-Notizen und Fallberatungen – verschlüsselt und offline.</source>
        <translation>Missions, tandem notes and case consultations – encrypted and offline.</translation>
    </message>
    <message>
        <source>Bitte geben Sie Ihren Passwortsatz ein.</source>
        <translation>Please enter your passphrase.</translation>
    </message>
    <message>
        <source>Ordner des Tresors wählen</source>
        <translation>Choose the folder of the vault</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Sicherung und Prüfung</source>
        <translation>Backup and check</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>(anderer Eintrag)</source>
        <translation>(other record)</translation>
    </message>
</context>
<context>
    <name>VaultSection</name>
    <message>
        <source>Sperren ohne Eingabe</source>
        <translation>Lock without input</translation>
    </message>
    <message>
        <source>Gesperrt wird auch, wenn Sie den Bildschirm sperren, der Rechner in den Ruhezustand geht oder Sie Strg+L drücken.</source>
        <translation>The vault also locks when you lock the screen, when the computer goes to sleep, or when you press Ctrl+L.</translation>
    </message>
    <message>
        <source>Geheimes in der Zwischenablage</source>
        <translation>Secrets in the clipboard</translation>
    </message>
    <message>
        <source>So lange bleibt ein kopierter Wiederherstellungscode dort.</source>
        <translation>A copied recovery code stays there for this long.</translation>
    </message>
    <message>
        <source>Pakete schreiben als</source>
        <translation>Write packages as</translation>
    </message>
    <message>
        <source>Größe je Datei</source>
        <translation>Size of each file</translation>
    </message>
    <message>
        <source>Posteingang</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Zweiter Ort für Sicherungen</source>
        <translation>Second place for backups</translation>
    </message>
    <message>
        <source>Sicherungen öffnen</source>
        <translation>Open backups</translation>
    </message>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Austausch</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>{0} Sekunden</source>
        <translation>{0} seconds</translation>
    </message>
    <message>
        <source>höchstens {0} MB</source>
        <translation>at most {0} MB</translation>
    </message>
    <message>
        <source>Noch kein Ordner gewählt.</source>
        <translation>No folder chosen yet.</translation>
    </message>
    <message>
        <source>Kein zweiter Ort.</source>
        <translation>No second place.</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben: höchstens {0}</source>
        <translation>Prescribed by your IT: at most {0}</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>nur Texte</source>
        <translation>texts only</translation>
    </message>
    <message>
        <source>nur Anhänge</source>
        <translation>attachments only</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben: {0}</source>
        <translation>Prescribed by your IT: {0}</translation>
    </message>
    <message>
        <source>Von Ihrer IT vorgegeben</source>
        <translation>Prescribed by your IT</translation>
    </message>
    <message>
        <source>Ergebnisse einer Erhebung erscheinen ab {0} Antworten aus mindestens {1} Kommunen. Eine Erhebung kann mehr verlangen, niemand weniger.</source>
        <translation>Results of a survey appear from {0} answers from at least {1} municipalities. A survey can ask for more, nobody for less.</translation>
    </message>
    <message>
        <source>Ordner, in dem Pakete ankommen</source>
        <translation>Folder where packages arrive</translation>
    </message>
    <message>
        <source>1 Minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{0} Minuten</source>
        <translation>{0} minutes</translation>
    </message>
    <message>
        <source>nach 1 Minute</source>
        <translation>after 1 minute</translation>
    </message>
    <message>
        <source>nach {0} Minuten</source>
        <translation>after {0} minutes</translation>
    </message>
    <message>
        <source>Text in die Zwischenablage</source>
        <translation>Text to the clipboard</translation>
    </message>
    <message>
        <source>Paketdatei</source>
        <translation>Package file</translation>
    </message>
    <message>
        <source>Textdatei</source>
        <translation>Text file</translation>
    </message>
    <message>
        <source>Mail-Entwurf mit Paketdatei</source>
        <translation>Mail draft with package file</translation>
    </message>
    <message>
        <source>Mail-Entwurf mit Textdatei</source>
        <translation>Mail draft with text file</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Aufbewahrt</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Verwerfen …</source>
        <translation>Discard…</translation>
    </message>
    <message>
        <source>Aufbewahrte Pakete verwerfen</source>
        <translation>Discard kept packages</translation>
    </message>
    <message>
        <source>Änderung</source>
        <translation>change</translation>
    </message>
    <message>
        <source>Änderungen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Auf frühere Pakete warten: {0}.</source>
        <translation>Waiting for earlier packages: {0}.</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>package</translation>
    </message>
    <message>
        <source>Pakete</source>
        <translation>packages</translation>
    </message>
    <message>
        <source>{0} ({1}). Eingelesen wird, sobald es geht:</source>
        <translation>{0} ({1}). They are read as soon as possible:</translation>
    </message>
    <message>
        <source>von Personen, deren Karte hier fehlt</source>
        <translation>from people whose card is missing here</translation>
    </message>
    <message>
        <source>von Personen, die nicht zum Raum gehören</source>
        <translation>from people who do not belong to the space</translation>
    </message>
    <message>
        <source>zu einem Raum, dessen erstes Paket hier fehlt</source>
        <translation>for a space whose first package is missing here</translation>
    </message>
    <message>
        <source>aus einer neueren Fassung des Programms</source>
        <translation>from a newer version of the program</translation>
    </message>
    <message>
        <source>Aufbewahrte Pakete und Änderungen, die auf frühere Pakete warten, gehen von diesem Gerät. Was Ihnen zusteht, senden die anderen noch einmal, solange Sie es nicht bestätigt haben. Pakete, deren Absender*in hier fehlt, bleiben in der Mail.</source>
        <translation>Kept packages and changes waiting for earlier packages leave this device. What you are entitled to is sent again by the others for as long as you have not confirmed it. Packages whose sender is missing here stay in the mail.</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>WavesView</name>
    <message>
        <source>Öffnen Sie die Erhebung. Alle im Raum bekommen sie mit dem nächsten Paket und füllen ihren Bogen aus, vertraulich und freiwillig.</source>
        <translation>Open the survey. Everybody in the space gets it with the next package and fills in their sheet, in confidence and of their own free will.</translation>
    </message>
    <message>
        <source>Nach dem Schließen zeigt die Seite Verteilung und Median, sobald genug geantwortet haben. Vorher zeigt sie nichts.</source>
        <translation>After closing, the page shows distribution and median as soon as enough people have answered. Before that it shows nothing.</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Wählen Sie den Raum, die Fragen und den Zeitraum.</source>
        <translation>Choose the space, the questions and the period.</translation>
    </message>
    <message>
        <source>Beantworten</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Auswerten</source>
        <translation>Evaluating</translation>
    </message>
    <message>
        <source>Weiter ausfüllen</source>
        <translation>Continue filling in</translation>
    </message>
    <message>
        <source>Bogen ausfüllen</source>
        <translation>Fill in questionnaire</translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Fragen wählen</source>
        <translation>Choose questions</translation>
    </message>
    <message>
        <source>Für Antworten öffnen</source>
        <translation>Open for answers</translation>
    </message>
    <message>
        <source>Schließen …</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Meta-Check …</source>
        <translation>Meta-check…</translation>
    </message>
    <message>
        <source>Bearbeiten</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Ihr Bogen ist abgegeben</source>
        <translation>Your questionnaire has been submitted</translation>
    </message>
    <message>
        <source>Meta-Check: {0} von {1}</source>
        <translation>Meta-check: {0} of {1}</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Sicherung zurückholen …</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>wiederherstellen Backup früherer Stand</source>
        <translation>recover backup earlier state</translation>
    </message>
    <message>
        <source>Befehle finden</source>
        <translation>find commands</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Schnelle Notiz</source>
        <translation>Quick note</translation>
    </message>
    <message>
        <source>aufschreiben festhalten Lerntagebuch</source>
        <translation>write down capture learning journal</translation>
    </message>
    <message>
        <source>Neu in diesem Bereich</source>
        <translation>New in this section</translation>
    </message>
    <message>
        <source>anlegen</source>
        <translation>create</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Mission Schritt für Schritt</source>
        <translation>Mission step by step</translation>
    </message>
    <message>
        <source>führen Missionssatz</source>
        <translation>guide mission statement</translation>
    </message>
    <message>
        <source>Fallberatung durchführen</source>
        <translation>Run a case consultation</translation>
    </message>
    <message>
        <source>Phasen Uhr</source>
        <translation>phases clock</translation>
    </message>
    <message>
        <source>zurücknehmen Änderung</source>
        <translation>take back change</translation>
    </message>
    <message>
        <source>Darstellung wie System</source>
        <translation>Appearance like the system</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Darstellung Farben</source>
        <translation>appearance colours</translation>
    </message>
    <message>
        <source>Schrift {0} %</source>
        <translation>Text {0} %</translation>
    </message>
    <message>
        <source>Schrift größer</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Schrift kleiner</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Darstellung Schriftgröße Schreibweise Sperren Vorgaben</source>
        <translation>appearance text size wording language lock prescribed</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Tastenkürzel</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Erklärung zur Barrierefreiheit</source>
        <translation>Accessibility statement</translation>
    </message>
    <message>
        <source>Über InnoLab Desktop</source>
        <translation>About InnoLab Desktop</translation>
    </message>
    <message>
        <source>Version Lizenz</source>
        <translation>version licence</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
</context>
</TS>
