import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/language/language.ts'
import { translatorFor } from '../../src/language/speak.ts'

const catalogue = {
  and: 'und',
  or: 'oder',
  'This Mac is not connected.': 'Dieser Mac ist nicht verbunden.',
  'Please check again.': 'Bitte prüfe noch einmal.',
  'The certificate of {1} {2}': 'Das Zertifikat von {1} {2}',
  'ran out on {1}': 'ist am {1} abgelaufen',
  '{1} did not answer within {2}': 'Innerhalb von {2} hat {1} nicht geantwortet',
  '{1} minutes': '{1} Minuten',
  '1 minute': '1 Minute',
  '{1} answered: {2}': '{1} hat geantwortet: {2}',
  '{1} answered: {2} Nobody else was asked.': '{1} hat geantwortet: {2} Sonst wurde niemand gefragt.',
  'Wait; try another network': 'Warte; versuch es in einem anderen Netzwerk',
  sending: 'Senden',
  receiving: 'Empfangen',
  'Not for {1}': 'Nicht fürs {1}',
}
const speak = translatorFor(catalogue, 'de')

describe('a sentence in another language', () => {
  test.each([
    ['This Mac is not connected.', 'Dieser Mac ist nicht verbunden.'],
    [
      'The certificate of mx.example ran out on 2026-01-02',
      'Das Zertifikat von mx.example ist am 2026-01-02 abgelaufen',
    ],
    ['mx.example did not answer within 5 minutes', 'Innerhalb von 5 Minuten hat mx.example nicht geantwortet'],
    ['mx.example did not answer within 41 ms', 'Innerhalb von 41 ms hat mx.example nicht geantwortet'],
    ['This Mac is not connected. Please check again.', 'Dieser Mac ist nicht verbunden. Bitte prüfe noch einmal.'],
    [
      'one did not answer within 5 minutes; two did not answer within 41 ms',
      'Innerhalb von 5 Minuten hat one nicht geantwortet; Innerhalb von 41 ms hat two nicht geantwortet',
    ],
    [
      'This Mac is not connected.\n- Please check again.',
      'Dieser Mac ist nicht verbunden.\n- Bitte prüfe noch einmal.',
    ],
    ['Wait; try another network.', 'Warte; versuch es in einem anderen Netzwerk.'],
    ['mx.example did not answer within 4.20 s', 'Innerhalb von 4,20 s hat mx.example nicht geantwortet'],
    ['81,000 minutes', '81.000 Minuten'],
    ['16.102 did not answer within 127.0.0.1', 'Innerhalb von 127.0.0.1 hat 16.102 nicht geantwortet'],
    ['Not for sending or receiving', 'Nicht fürs Senden oder Empfangen'],
    ['mx answered: Not for /Users/a b/Set aside', 'mx hat geantwortet: Nicht fürs /Users/a b/Set aside'],
    ['sending, port 587', undefined],
    [
      'This Mac is not connected.\n\nPlease check again.\nNobody knows.',
      'Dieser Mac ist nicht verbunden.\n\nBitte prüfe noch einmal.\nNobody knows.',
    ],
    ['mx answered: 550 No Nobody else was asked.', 'mx hat geantwortet: 550 No Sonst wurde niemand gefragt.'],
    ['Nobody knows this sentence.', undefined],
    ['Nobody has known it for many minutes', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%j', (english, german) => {
    expect(speak(english)).toBe(german)
  })

  test('a stranger’s words are left as they are', () => {
    expect(speak('mx answered: too many minutes')).toBe('mx hat geantwortet: too many minutes')
    expect(speak('mx answered: foo and bar, or what')).toBe('mx hat geantwortet: foo and bar, or what')
    expect(speak('mx answered: 550 It did not answer within bounds')).toBe(
      'mx hat geantwortet: 550 It did not answer within bounds',
    )
    expect(speak('mx answered: $& {1} {2} $1')).toBe('mx hat geantwortet: $& {1} {2} $1')
  })

  test('whatever fills the gaps comes through whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const foreign = `<${text.replaceAll('\n', ' ')}>`
        expect(speak(`mx answered: ${foreign}`)).toBe(`mx hat geantwortet: ${foreign}`)
      }),
    )
  })

  test('a text made to look like many sentences ends the work early', () => {
    const turned = speak(`mx answered: ${Array(160).fill('sending').join(', ')}`) ?? ''
    const of = (word: string) => turned.split(word).length - 1
    expect(of('Senden') + of('sending')).toBe(160)
    expect(of('Senden')).toBeGreaterThan(100)
    expect(of('sending')).toBeGreaterThan(5)
  })

  test('a text that is longer than any of ours stays as it is', () => {
    expect(speak(`mx answered: ${'x'.repeat(1_000)}`)).toBe(`mx hat geantwortet: ${'x'.repeat(1_000)}`)
    expect(speak(`mx answered: ${'x'.repeat(100_000)}`)).toBeUndefined()
  })
})

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr-FR', 'DE'], 'de'],
  [['fr-FR'], 'en'],
  [[], 'en'],
] as const)('the first language that is spoken here: %j', (tags, language) => {
  expect(languageOf(tags)).toBe(language)
})
