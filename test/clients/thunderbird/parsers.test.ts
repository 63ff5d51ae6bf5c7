import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIni } from '../../../src/clients/thunderbird/ini.ts'
import { readMbox } from '../../../src/clients/thunderbird/mbox.ts'
import { readPrefs } from '../../../src/clients/thunderbird/prefs.ts'
import { prefsJs } from '../../../src/world/simulated/apps/thunderbird/profile-files.ts'
import { prefsLines, queued } from './made-up-mac.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const quoted = (text: string) => text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')

describe('prefs.js', () => {
  test('whatever text is written down as a setting comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const prefs = readPrefs(bytes(`user_pref("mail.identity.id1.useremail", "${quoted(text)}");\n`))
        // What ends a line for others ends none for Thunderbird; only real ends of lines are escaped.
        expect(prefs?.get('mail.identity.id1.useremail')).toBe(new TextDecoder().decode(bytes(text)))
      }),
    )
  })

  test('escapes of every kind are read, as Thunderbird writes them', () => {
    const prefs = readPrefs(bytes('user_pref("mail.identity.id1.x", "a\\x41\\u00e9\\"\\\\n\\n");'))
    expect(prefs?.get('mail.identity.id1.x')).toBe('aAé"\\n\n')
  })

  test('nothing but settings about accounts leaves, and nothing of it is run', () => {
    const lines = [
      ...prefsLines,
      'user_pref("signon.secret", "canary");',
      'user_pref("mail.identity.id1.useremail", canary());',
      'pref("mail.identity.id1.useremail", "canary");',
      'lockPref("mail.identity.id1.useremail", "canary");',
      '// user_pref("mail.identity.id1.useremail", "canary");',
      'user_pref("mail.identity.id1.useremail", "canary"); process.exit(1)',
      'user_pref("mail.identity.id1.useremail", "canary',
    ]
    const prefs = readPrefs(bytes(lines.join('\r\n')))
    expect([...(prefs ?? [])].flat().filter((one) => String(one).includes('canary'))).toEqual([])
    expect(prefs?.get('mail.identity.id1.useremail')).toBe('mia@example.org')
    expect(prefs?.get('mail.identity.id1.fullName')).toBe('Mia "M." Example')
  })

  test('of two that are alike the last holds', () => {
    const two = 'user_pref("network.online", true);\nuser_pref("network.online", false);\n'
    expect(readPrefs(bytes(two))?.get('network.online')).toBe(false)
  })

  test('what is no such file is nothing, and takes no time', () => {
    const hostile = [
      `user_pref("mail.${'\\\\'.repeat(4_000_000)}`,
      'user_pref("'.repeat(700_000),
      '\n'.repeat(8_000_000),
      `${'x'.repeat(8_000_000)}user_pref("mail.smtpservers", "a");`,
    ]
    const began = performance.now()
    for (const text of hostile) expect(readPrefs(bytes(text))).toBeUndefined()
    // Generous for a machine that does other things; a parser that goes back would need hours.
    expect(performance.now() - began).toBeLessThan(60_000)
  })

  test('any bytes are read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => {
        readPrefs(noise)
        readIni(noise)
        readMbox(noise)
      }),
    )
  })

  test('the settings of a scene are such a file', () => {
    expect(readPrefs(bytes(prefsJs({ accounts: [] })))?.get('mail.accountmanager.accounts')).toBe('account1')
  })
})

describe('profiles.ini', () => {
  test('has sections with values, whatever else stands there', () => {
    const found = readIni(
      bytes('; a remark\nlost=1\n[Profile0]\r\nPath=Profiles/a=b\r\nnonsense\n\n[General]\nVersion=2\n'),
    )
    expect(found.map(({ name, values }) => [name, ...values])).toEqual([
      ['Profile0', ['Path', 'Profiles/a=b']],
      ['General', ['Version', '2']],
    ])
  })

  test('a list without end is cut', () => {
    expect(readIni(bytes('[a]\n'.repeat(60_000))).length).toBeLessThan(1_000)
    expect(
      readIni(bytes(`[a]\n${Array.from({ length: 9_000 }, (_, n) => `k${n}=v\n`).join('')}`))[0]?.values.size,
    ).toBeLessThan(100)
  })
})

describe('an mbox file', () => {
  const line = fc.constantFrom(
    'Hello',
    '',
    '>From me',
    'From you to me',
    'From - not a date',
    '\tX: y',
    'X-Mozilla-Status: 0009',
  )
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n').replace(/^From /gm, '>From '))

  test('gives back every message, however its body looks', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), body), { maxLength: 8 }), (all) => {
        const text = all.map(([gone, one], index) => queued(gone ? '0809' : '0801', `m${index}`, [], one)).join('')
        const found = readMbox(bytes(text))
        expect(found?.map(({ head }) => head.get('message-id'))).toEqual(
          all.map((_, index) => `<m${index}@example.org>`),
        )
        expect(found?.map(({ head }) => head.get('x-mozilla-status'))).toEqual(
          all.map(([gone]) => (gone ? '0809' : '0801')),
        )
        const covered = found?.reduce((sum, { from, end }) => sum + end - from, 0) ?? 0
        expect(covered).toBe(bytes(text).length - all.length * 'From - Sat Nov 28 10:11:12 2026\n'.length)
      }),
    )
  })

  test('a line that begins with “From ” in a body that is not quoted begins no message', () => {
    const found = readMbox(bytes(queued('0801', 'a', [], 'one\n\nFrom here it goes on\nand on\n')))
    expect(found).toHaveLength(1)
  })

  test('ends of lines may be those of Windows', () => {
    const found = readMbox(bytes([queued('0801', 'a'), queued('0801', 'b')].join('').replaceAll('\n', '\r\n')))
    expect(found?.map(({ head }) => head.get('message-id'))).toEqual(['<a@example.org>', '<b@example.org>'])
    expect(found?.[0]?.head.get('to')).toBe('Ben <ben@example.net>, cleo@example.net')
  })

  test('one that is cut off keeps what is whole, and has the last as far as it goes', () => {
    const text = [queued('0801', 'a'), queued('0801', 'b')].join('')
    for (let length = 1; length < text.length; length += 7) {
      const found = readMbox(bytes(text.slice(0, length)))
      expect(found === undefined || found.length <= 2).toBe(true)
      if (length > queued('0801', 'a').length) expect(found?.[0]?.head.get('message-id')).toBe('<a@example.org>')
    }
  })

  test.each(['', '\n\n', '\r\n'])('%j is an empty one', (text) => expect(readMbox(bytes(text))).toEqual([]))
  test.each(['hello', '\0\0\0', 'From me to you', 'x\n\nFrom - Sat\nX: y\n'])('%j is none', (text) =>
    expect(readMbox(bytes(text))).toBeUndefined(),
  )

  test('a large one is read in one go, and a head without end is cut', () => {
    const large = queued('0801', 'a', [`X-Long: ${'y'.repeat(200_000)}`], 'z'.repeat(76).concat('\n').repeat(200_000))
    const found = readMbox(bytes(`${large}${queued('0801', 'b')}`))
    expect(found?.map(({ head }) => head.get('message-id'))).toEqual(['<a@example.org>', '<b@example.org>'])
    expect(readMbox(bytes('From - x\nX: y\n\n'.repeat(12_000)))).toBeUndefined()
  })
})
