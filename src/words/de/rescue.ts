import { catalogue } from '../template.ts'

export const rescue = catalogue({
  'A message could not be printed as PDF. What was saved so far is kept; the same call goes on from there.':
    'Eine Nachricht ließ sich nicht als PDF drucken. Was bisher gesichert ist, bleibt; derselbe Aufruf geht dort weiter.',
  'A part of the archive is damaged, and no item can be found in it.':
    'Ein Teil des Archivs ist beschädigt, und darin lässt sich nichts finden.',
  'Altogether {wanted} of {count} messages, about {size}.': 'Zusammen {wanted} von {count} Nachrichten, etwa {size}.',
  'An attachment is damaged in the archive: what could be read of it is saved.':
    'Ein Anhang ist im Archiv beschädigt: Was sich lesen ließ, ist gesichert.',
  Attachments: 'Anhänge',
  Bcc: 'Blindkopie',
  Cc: 'Kopie',
  'Complete: everything is saved, and was read again as it was written.':
    'Vollständig: Alles ist gesichert und wurde so wieder gelesen, wie es geschrieben wurde.',
  Date: 'Datum',
  From: 'Von',
  'It could not be read to its end.': 'Sie ließ sich nicht bis zum Ende lesen.',
  'It could not be read.': 'Sie ließ sich nicht lesen.',
  'It could not be read: this program may not look into it.':
    'Sie ließ sich nicht lesen: Dieses Programm darf nicht hineinsehen.',
  'It is a link to another place, which is not followed.':
    'Es ist ein Verweis auf einen anderen Ort; ihm wird nicht gefolgt.',
  'It is a single message of Outlook for Windows (.msg), which cannot be read here.':
    'Es ist eine einzelne Nachricht von Outlook für Windows (.msg), die hier nicht gelesen werden kann.',
  'It is an archive of Outlook: name it as a source of its own.':
    'Es ist ein Archiv von Outlook: Nenne es als eigene Quelle.',
  'It is empty.': 'Sie ist leer.',
  'It is a message: choose a format of messages, such as EML, too.':
    'Es ist eine Nachricht: Wähle auch ein Format für Nachrichten, etwa EML.',
  'Mail’s index cannot be read, so what is only on the server is not known.':
    'Der Index von Mail lässt sich nicht lesen; was nur auf dem Server liegt, ist darum nicht bekannt.',
  'It is a contact: choose VCF, too, to save it.': 'Es ist ein Kontakt: Wähle auch VCF, um ihn zu sichern.',
  'It is an event or a task: choose ICS, too, to save it.':
    'Es ist ein Termin oder eine Aufgabe: Wähle auch ICS, um es zu sichern.',
  'It comes again ({words}), which is not understood here: only its first date is in the calendar.':
    'Er wiederholt sich ({words}), was hier nicht verstanden wird: Nur der erste Termin ist im Kalender.',
  'Its time zone is not known: when the clocks change, it may be an hour off.':
    'Seine Zeitzone ist nicht bekannt: Nach einer Zeitumstellung kann er eine Stunde falsch liegen.',
  'It is a list of people, which a card cannot be: who is in it stands in its note.':
    'Es ist eine Liste von Leuten, was eine Karte nicht sein kann: Wer darin ist, steht in ihrer Notiz.',
  'The file {name} that hangs on it could not be read, or is too large.':
    'Die Datei {name}, die daran hängt, konnte nicht gelesen werden oder ist zu groß.',
  'It is not in the archive any more.': 'Es ist nicht mehr im Archiv.',
  'It is only on the server: Mail has no file of it here.':
    'Sie liegt nur auf dem Server: Mail hat hier keine Datei davon.',
  'It is too large for a page: only its beginning is there.': 'Sie ist zu groß für eine Seite: Nur ihr Anfang ist da.',
  'It is too large for a table: its text is not there.': 'Sie ist zu groß für eine Tabelle: Ihr Text fehlt darin.',
  'It is too large to be put together again.': 'Sie ist zu groß, um wieder zusammengesetzt zu werden.',
  'A contact': 'Ein Kontakt',
  'A note': 'Eine Notiz',
  'A task': 'Eine Aufgabe',
  'All of Apple Mail': 'Alles von Apple Mail',
  'All of the old Outlook': 'Alles vom alten Outlook',
  'An event of a calendar': 'Ein Termin',
  'It ended by a fault of Outbox Doctor. What is saved so far stays.':
    'Es endete durch einen Fehler von Outbox Doctor. Was bisher gesichert ist, bleibt.',
  'It is large: only its beginning is shown here. It is saved whole.':
    'Sie ist groß: Hier steht nur ihr Anfang. Gesichert wird sie ganz.',
  'It was stopped. What is saved so far stays, and it can go on.':
    'Es wurde angehalten. Was bisher gesichert ist, bleibt, und es kann weitergehen.',
  'Mail is being saved just now.': 'Gerade wird Mail gesichert.',
  'The file did not arrive whole. Please try again.':
    'Die Datei kam nicht vollständig an. Bitte versuche es noch einmal.',
  'There is not enough room for a copy of this file.': 'Für eine Kopie dieser Datei ist nicht genug Platz.',
  'It was stopped.': 'Es wurde angehalten.',
  'Mail cannot be saved here.': 'Hier kann keine Mail gesichert werden.',
  'Made-up mail to try this with': 'Erfundene Mails zum Ausprobieren',
  'There are not so many messages.': 'So viele Nachrichten gibt es nicht.',
  'only with this in the subject, or in anybody’s name or address':
    'nur mit diesem Text im Betreff oder in irgendeinem Namen oder einer Adresse',
  'show the message with this number in the list of --preview, as plain text':
    'die Nachricht mit dieser Nummer in der Liste von --preview als bloßen Text zeigen',
  'It must be a day such as 2025-01-31.': 'Es muss ein Tag wie 2025-01-31 sein.',
  'It takes {formats}.': 'Möglich sind {formats}.',
  'It was put together again from what the store keeps.':
    'Sie wurde aus dem, was der Speicher hat, wieder zusammengesetzt.',
  'Its XML is damaged, and nothing of it can be read.': 'Sein XML ist beschädigt, und nichts davon lässt sich lesen.',
  'Its XML is none that Outlook writes, and could do harm to a reader.':
    'Sein XML ist keines, das Outlook schreibt, und könnte einem Leser schaden.',
  'Looking: {count} messages so far': {
    one: 'Suche: bisher eine Nachricht',
    other: 'Suche: bisher {count} Nachrichten',
  },
  'Not everything could be saved as it should be. Do not delete the original.':
    'Nicht alles ließ sich so sichern, wie es sein soll. Lösche das Original nicht.',
  'PDF takes the app of Outbox Doctor, or a browser such as Chrome or Edge on this computer. HTML takes nothing.':
    'PDF braucht die App von Outbox Doctor oder einen Browser wie Chrome oder Edge auf diesem Computer. HTML braucht nichts.',
  'PST and MSG cannot be written honestly by anybody but Outlook, so they are not offered.':
    'PST und MSG kann niemand außer Outlook verlässlich schreiben, darum werden sie nicht angeboten.',
  'Reading again: {percent} %, {count} messages': {
    one: 'Lese nach: {percent} %, eine Nachricht',
    other: 'Lese nach: {percent} %, {count} Nachrichten',
  },
  'Saved, but for what is named here. What was written was read again as it was written.':
    'Gesichert, bis auf das, was hier genannt ist. Was geschrieben ist, wurde so wieder gelesen, wie es geschrieben wurde.',
  'Saving: {percent} %, {count} messages': {
    one: 'Sichere: {percent} %, eine Nachricht',
    other: 'Sichere: {percent} %, {count} Nachrichten',
  },
  'Say where to with --to FOLDER, or look first with --preview.':
    'Nenne mit --to ORDNER, wohin, oder sieh mit --preview erst nach.',
  'The archive is damaged here, and nothing of it can be read.':
    'Das Archiv ist hier beschädigt, und nichts davon lässt sich lesen.',
  'The archive is damaged here: what could be read of it is saved.':
    'Das Archiv ist hier beschädigt: Was sich lesen ließ, ist gesichert.',
  'The archive is made to fill a disk.': 'Das Archiv ist dazu gemacht, eine Festplatte zu füllen.',
  'The archive says that there were more items in this file than are there now.':
    'Das Archiv sagt, dass in dieser Datei mehr Einträge waren, als jetzt da sind.',
  'The attachment {name} is not in the archive.': 'Der Anhang {name} ist nicht im Archiv.',
  'The disk is nearly full. Make room and run the same again: it goes on where it stopped.':
    'Die Festplatte ist fast voll. Schaffe Platz und starte dasselbe noch einmal: Es geht dort weiter, wo es aufgehört hat.',
  'The file is not whole: Mail may be writing it just now.':
    'Die Datei ist nicht vollständig: Vielleicht schreibt Mail sie gerade.',
  'The newest of them:': 'Die neuesten davon:',
  'The rescue in {folder} is finished, and there is new mail since, or a file of it has gone: give a new folder.':
    'Die Rettung in {folder} ist abgeschlossen, und seither gibt es neue Mails, oder eine Datei daraus ist weg: Gib einen neuen Ordner an.',
  'There is not enough room: {needed} are needed and {free} are free.':
    'Es ist nicht genug Platz: {needed} werden gebraucht, {free} sind frei.',
  'They are in {folder}; manifest.csv there lists every one. The files also name who got a hidden copy (Bcc), so look before you pass them on.':
    'Sie liegen in {folder}; manifest.csv dort nennt jede. In den Dateien steht auch, wer eine Blindkopie (Bcc) bekam: Sieh nach, bevor du sie weitergibst.',
  'This message could not be taken apart. What follows is the beginning of it as it stands in the file.':
    'Diese Nachricht ließ sich nicht zerlegen. Es folgt ihr Anfang, wie er in der Datei steht.',
  To: 'An',
  'a new or empty folder, or the one in which this was interrupted':
    'ein neuer oder leerer Ordner, oder der, in dem dies unterbrochen wurde',
  'all that was asked for is saved and was read again, or it was shown':
    'alles Verlangte ist gesichert und nachgelesen, oder es wurde gezeigt',
  'begin a new mbox file at this size; Apple Mail imports up to about 2000':
    'ab dieser Größe eine neue mbox-Datei beginnen; Apple Mail importiert bis etwa 2000',
  'eml (which it is without this), mbox, maildir, html, pdf, csv, ics, vcf; several with commas between':
    'eml (auch ohne diese Angabe), mbox, maildir, html, pdf, csv, ics, vcf; mehrere mit Komma dazwischen',
  'folders or files of mail: a store of Apple Mail, mbox, .eml or .emlx files, a Maildir, an OLM, PST or OST archive':
    'Ordner oder Dateien mit Mail: ein Bestand von Apple Mail, mbox-, .eml- oder .emlx-Dateien, ein Maildir, ein OLM-, PST- oder OST-Archiv',
  'it could not begin': 'es konnte nicht beginnen',
  'no date': 'ohne Datum',
  'no sender': 'ohne Absender',
  'no subject': 'ohne Betreff',
  'only before this day': 'nur vor diesem Tag',
  'only folders with one of these in their path; commas between':
    'nur Ordner, deren Pfad eines davon enthält; Komma dazwischen',
  'only from this day on: 2025-01-31': 'nur ab diesem Tag: 2025-01-31',
  'only messages larger than this': 'nur Nachrichten, die größer sind',
  'only messages smaller than this': 'nur Nachrichten, die kleiner sind',
  'only show what is in there; nothing is written': 'nur zeigen, was darin ist; nichts wird geschrieben',
  'only what has not been read': 'nur Ungelesenes',
  'only what waits in an outbox': 'nur, was in einem Postausgang wartet',
  'only with an attachment': 'nur mit Anhang',
  'only with this in a recipient’s name or address': 'nur mit diesem Text in Name oder Adresse eines Empfängers',
  'only with this in the sender’s name or address': 'nur mit diesem Text in Name oder Adresse des Absenders',
  'only with this in the subject': 'nur mit diesem Text im Betreff',
  'save mail from stores and files, and prove that none was lost':
    'Mail aus Beständen und Dateien sichern und belegen, dass keine verloren ging',
  'something was left out, which is named, or it stopped early':
    'etwas fehlt und ist genannt, oder es hat vorzeitig aufgehört',
  '{all}, about {time} more': '{all}, noch etwa {time}',
  '{count} messages saved': { one: 'Eine Nachricht gesichert', other: '{count} Nachrichten gesichert' },
  '{count} more saved that are encrypted, or packed by Outlook, and stay so': {
    one: 'Eine weitere gesichert, die verschlüsselt oder von Outlook verpackt ist und es bleibt',
    other: '{count} weitere gesichert, die verschlüsselt oder von Outlook verpackt sind und es bleiben',
  },
  '{count} not asked for': { one: 'Eine nicht verlangt', other: '{count} nicht verlangt' },
  '{count} not saved:': { one: 'Eine nicht gesichert:', other: '{count} nicht gesichert:' },
  '{count} of them not whole in every format': {
    one: 'Eine davon nicht in jedem Format vollständig',
    other: '{count} davon nicht in jedem Format vollständig',
  },
  '{count} of them were damaged in the source, and are saved as far as they go': {
    one: 'Eine davon war in der Quelle beschädigt und ist gesichert, soweit sie reicht',
    other: '{count} davon waren in der Quelle beschädigt und sind gesichert, soweit sie reichen',
  },
  '{count} pictures from the internet are left out: fetching them would tell the sender that you look.': {
    one: 'Ein Bild aus dem Internet ist weggelassen: Es zu laden verriete dem Absender, dass du hinsiehst.',
    other: '{count} Bilder aus dem Internet sind weggelassen: Sie zu laden verriete dem Absender, dass du hinsiehst.',
  },
  '{count} were not the same when read again': {
    one: 'Eine war beim Nachlesen nicht dieselbe',
    other: '{count} waren beim Nachlesen nicht dieselben',
  },
  '{day}, {sender}: {subject} ({size})': '{day}, {sender}: {subject} ({size})',
  '{folder} cannot be written to.': 'In {folder} kann nicht geschrieben werden.',
  '{folder} holds another rescue: give a new folder, so that the two are not mixed.':
    'In {folder} liegt eine andere Rettung: Gib einen neuen Ordner an, damit sich die beiden nicht mischen.',
  '{folder} is not empty: give a new folder, so that nothing is overwritten.':
    '{folder} ist nicht leer: Gib einen neuen Ordner an, damit nichts überschrieben wird.',
  '{format}: {size}': '{format}: {size}',
  '{name} ({size})': '{name} ({size})',
  '{name} could not be read. On a Mac, Full Disk Access in the privacy settings allows it.':
    '{name} ließ sich nicht lesen. Auf einem Mac erlaubt es der Festplattenvollzugriff in den Einstellungen zum Datenschutz.',
  '{name} is damaged from its beginning on: nothing in it can be found.':
    '{name} ist von Anfang an beschädigt: Darin lässt sich nichts finden.',
  '{name} is no mail that can be read here.': '{name} ist nichts, was hier als Mail gelesen werden kann.',
  '{name} is there already, and is not overwritten.': '{name} gibt es schon, und es wird nicht überschrieben.',
  '{name} was not found.': '{name} wurde nicht gefunden.',
  '{wanted} of {count} messages, {size} in all': '{wanted} von {count} Nachrichten, zusammen {size}',
  '{name} is encrypted by the computer it is from, and can be read nowhere else.':
    '{name} ist von dem Computer verschlüsselt, von dem es stammt, und lässt sich nirgends sonst lesen.',
  'It takes too long to be shown. It can be saved all the same.':
    'Es dauert zu lange, sie anzuzeigen. Sichern lässt sie sich trotzdem.',
  'It takes too much memory to be shown. It can be saved all the same.':
    'Sie anzuzeigen braucht zu viel Speicher. Sichern lässt sie sich trotzdem.',
  'There is more in it than this computer has memory for.':
    'Darin ist mehr, als in den Speicher dieses Computers passt.',
  'It took too long, so it is left out, and the rest went on.':
    'Sie dauerte zu lange und ist deshalb ausgelassen; mit dem Rest ging es weiter.',
  'It took too much memory, so it is left out, and the rest went on.':
    'Sie brauchte zu viel Speicher und ist deshalb ausgelassen; mit dem Rest ging es weiter.',
  'It took too long to be read again, so nobody can say whether it is whole.':
    'Es dauerte zu lange, sie wieder zu lesen; ob sie vollständig ist, kann niemand sagen.',
  'It took too much memory to be read again, so nobody can say whether it is whole.':
    'Sie wieder zu lesen brauchte zu viel Speicher; ob sie vollständig ist, kann niemand sagen.',
  'It took too long to be made into {name}, and is not there.':
    'Es dauerte zu lange, daraus {name} zu machen; dort fehlt sie.',
  'It took too much memory to be made into {name}, and is not there.':
    'Daraus {name} zu machen brauchte zu viel Speicher; dort fehlt sie.',
  'What belongs to it is packed as Outlook does it (winmail.dat). It is kept as it is: other programs may not open it. HTML shows what can be unpacked of it.':
    'Was dazugehört, ist so verpackt, wie Outlook es tut (winmail.dat). Es bleibt, wie es ist: Andere Programme öffnen es vielleicht nicht. HTML zeigt, was sich davon auspacken lässt.',
  'Saved mail': 'Gesicherte Mail',
})
