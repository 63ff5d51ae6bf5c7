import { catalogue } from '../template.ts'

export const doctor = catalogue({
  'A fault of ours: {text}': 'Ein Fehler von Outbox Doctor selbst: {text}',
  'An earlier fix was cut off. Please undo it, or leave it as it is, first.':
    'Eine frühere Reparatur wurde unterbrochen. Bitte widerrufe sie zuerst oder lass sie, wie sie ist.',
  'Another fix is under way; please wait until it has ended.':
    'Eine andere Reparatur läuft; bitte warte, bis sie zu Ende ist.',
  'Another version of Outbox Doctor wrote this receipt, and this one cannot read it.':
    'Eine andere Version von Outbox Doctor hat diesen Beleg geschrieben, und diese kann ihn nicht lesen.',
  'As it should be.': 'Wie es sein soll.',
  'Checking what you did.': 'Was du getan hast, wird geprüft.',
  'Everything is as it was before.': 'Alles ist wieder wie vorher.',
  'Everything was put back when it failed.': 'Alles wurde zurückgestellt, als es nicht klappte.',
  'It cannot be seen whether something has changed since.':
    'Es lässt sich nicht sehen, ob sich seitdem etwas geändert hat.',
  'It took longer than this check may take.': 'Es hat länger gedauert, als diese Prüfung dauern darf.',
  'It took too long, and did not end when it was told to.':
    'Es hat zu lange gedauert und hat nicht aufgehört, als es sollte.',
  'It took too long.': 'Es hat zu lange gedauert.',
  'It was cut off before its end.': 'Es wurde vor dem Ende unterbrochen.',
  'Looking into {name} failed by a fault of ours: {text}':
    'In {name} nachzusehen ist an einem Fehler von Outbox Doctor selbst gescheitert: {text}',
  'Looking into {name} took too long.': 'In {name} nachzusehen hat zu lange gedauert.',
  'Looking took too long.': 'Das Nachsehen hat zu lange gedauert.',
  'No receipt could be written, so nothing was done. {reason}':
    'Es konnte kein Beleg geschrieben werden, deshalb ist nichts geschehen. {reason}',
  'Nobody can tell whether it helped: {why}': 'Niemand kann sagen, ob es geholfen hat: {why}',
  'Nobody can tell yet whether it helped: a check got no answer.':
    'Noch kann niemand sagen, ob es geholfen hat: Eine Prüfung bekam keine Antwort.',
  'Nobody noted how it was left. {standing}': 'Niemand hat notiert, wie es hinterlassen wurde. {standing}',
  'Not as it should be.': 'Nicht wie es sein soll.',
  'Not as long as the history cannot be written: without a receipt on the disk, nobody could undo it later.':
    'Nicht, solange sich der Verlauf nicht schreiben lässt: Ohne Beleg auf der Platte könnte es später niemand widerrufen.',
  'Not as long as this holds: {cause}': 'Nicht, solange das gilt: {cause}',
  'Nothing was checked afterwards.': 'Danach wurde nichts geprüft.',
  'Putting it back took too long.': 'Das Zurückstellen hat zu lange gedauert.',
  'Some of it was checked as often as one hour allows. It is checked again within the hour, or when you ask for it.':
    'Einiges davon wurde so oft geprüft, wie es in einer Stunde erlaubt ist. Es wird innerhalb der Stunde noch einmal geprüft, oder wenn du es möchtest.',
  'The checks no longer find the trouble.': 'Die Prüfungen, die die Störung gefunden hatten, finden sie nicht mehr.',
  'The checks still find the same trouble.': 'Die Prüfungen finden noch dieselbe Störung.',
  'The mail app and its server are in step again in this.': 'E-Mail-Programm und Server stimmen darin wieder überein.',
  'The mail app and its server still differ in the same.':
    'E-Mail-Programm und Server weichen noch in demselben voneinander ab.',
  'The receipt would have to hold your address, so nothing was done.':
    'Im Beleg müsste deine Adresse stehen, deshalb ist nichts geschehen.',
  'The time for this examination ran out.': 'Die Zeit für diese Untersuchung ist abgelaufen.',
  'There is no fix with this number.': 'Es gibt keine Reparatur mit dieser Nummer.',
  'There is nothing to put back.': 'Es gibt nichts zurückzustellen.',
  'This account was not examined yet.': 'Dieser Account wurde noch nicht untersucht.',
  'This account was not examined.': 'Dieser Account wurde nicht untersucht.',
  'This check failed by a fault of ours: {error}':
    'Diese Prüfung ist an einem Fehler von Outbox Doctor selbst gescheitert: {error}',
  'This does not fit this Mac or account.': 'Das passt nicht zu diesem Mac oder Account.',
  'This has been undone already.': 'Das wurde schon widerrufen.',
  'This is nothing that can be done from here.': 'Das lässt sich von hier aus nicht tun.',
  'This needs a password. Give it first.': 'Dafür braucht es ein Passwort. Gib es zuerst an.',
  'This version of Outbox Doctor no longer knows how to undo this.':
    'Diese Version von Outbox Doctor weiß nicht mehr, wie sich das widerrufen lässt.',
  'What was moved aside, and the list of where it belongs, is in {folder}':
    'Was beiseitegelegt wurde, und die Liste, wohin es gehört, liegt in {folder}',
  'What was newer is kept. Undoing this puts it back.':
    'Das Neuere ist aufgehoben. Wer dies widerruft, bekommt es zurück.',
  'You stopped it before anything was done.': 'Du hast abgebrochen, bevor etwas geschehen ist.',
  'You stopped it.': 'Du hast es abgebrochen.',
  'macOS may ask you now. {why}': 'macOS fragt dich jetzt vielleicht. {why}',
  'you stopped before it was checked.': 'Du hast vor der Prüfung abgebrochen.',
  '{name} has not answered yet.': '{name} hat noch nicht geantwortet.',
  '{why} Everything is as it was before.': '{why} Alles ist wieder wie vorher.',
  '{why} It could not be put back either: {hindrance}': '{why} Zurückgestellt werden konnte es auch nicht: {hindrance}',
  '{why} Putting it back took too long.': '{why} Das Zurückstellen hat zu lange gedauert.',
  '{why} What was done until then stands.': '{why} Was bis dahin geschehen ist, bleibt so.',
  '{why} What was done until then was kept.': '{why} Was bis dahin geschehen ist, wurde behalten.',
})
