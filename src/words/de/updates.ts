import { catalogue } from '../template.ts'

export const updates = catalogue({
  'The place that tells of newer versions cannot be reached just now.':
    'Die Stelle, die neuere Versionen nennt, ist gerade nicht zu erreichen.',
  'The place that tells of newer versions could not prove who it is, so it was not asked.':
    'Die Stelle, die neuere Versionen nennt, konnte nicht beweisen, wer sie ist, und wurde deshalb nicht gefragt.',
  'The place that tells of newer versions did not answer in time.':
    'Die Stelle, die neuere Versionen nennt, antwortete nicht rechtzeitig.',
  'The place that tells of newer versions has nothing there (error {code}).':
    'Die Stelle, die neuere Versionen nennt, hat dort nichts (Fehler {code}).',
  'The place that tells of newer versions points to another one. That is never followed.':
    'Die Stelle, die neuere Versionen nennt, verweist an eine andere. Dem wird nie gefolgt.',
  'The place that tells of newer versions sent far too much. It was not read.':
    'Die Stelle, die neuere Versionen nennt, schickte viel zu viel. Es wurde nicht gelesen.',
  'There is no newer version.': 'Es gibt keine neuere Version.',
  'This copy of Outbox Doctor does not know who tells of newer versions.':
    'Diese Kopie von Outbox Doctor weiß nicht, wer neuere Versionen nennt.',
  'Version {version} is there.': 'Version {version} ist da.',
  'Version {version} was offered, which is older than the one you have. It is not taken.':
    'Angeboten wurde Version {version}, die älter ist als die vorhandene. Sie wird nicht genommen.',
  'What the place that tells of newer versions sent is not what Outbox Doctor publishes.':
    'Was die Stelle schickte, die neuere Versionen nennt, ist nicht, was Outbox Doctor veröffentlicht.',
  'What was said of a newer version is dated {day}. Please look whether the date of this Mac is right.':
    'Was über eine neuere Version gesagt wurde, ist auf den {day} datiert. Bitte prüfen, ob das Datum dieses Mac stimmt.',
  'What was said of a newer version is not signed by the maker of Outbox Doctor. It is not believed.':
    'Was über eine neuere Version gesagt wurde, ist nicht vom Hersteller von Outbox Doctor unterschrieben. Es wird nicht geglaubt.',
  'What was said of a newer version is older than what was said before. It is not believed.':
    'Was über eine neuere Version gesagt wurde, ist älter als das zuvor Gesagte. Es wird nicht geglaubt.',
  'What was said of newer versions was good until {day} only. Somebody may hold back news, or the date of this Mac is wrong.':
    'Was über neuere Versionen gesagt wurde, galt nur bis zum {day}. Vielleicht hält jemand Neues zurück, oder das Datum dieses Mac ist falsch.',
  'Whoever looks after this Mac has switched off looking for newer versions.':
    'Wer sich um diesen Mac kümmert, hat das Suchen nach neueren Versionen abgeschaltet.',
})
