import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { build, buildBinary, type PlistValue } from 'plist'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appleMailMenu } from '../../../../src/clients/apple-mail/menu.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { filesBelow } from '../../../../src/world/real/mac/files.ts'
import { languageChain } from '../../../../src/world/real/mac/language-chain.ts'
import { readMenuTable } from '../../../../src/world/real/mac/menu-table.ts'
import { MenuTitles } from '../../../../src/world/real/mac/menu-titles.ts'
import { macPrograms } from '../../../../src/world/real/mac/programs.ts'
import type { FakeRun } from './fake-run.ts'

const { signal } = new AbortController()
const english = 'Take All Accounts Online'
let home: string
let menus: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'menus-'))
  menus = join(home, 'MainMenu.loctable')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** A table in the form of Apple's: titles by key by language, and where the words come from. */
const table: PlistValue = {
  LocProvenance: { de: 'all' },
  en: {
    '450.title': 'Mailbox',
    '1290.title': english,
    '1291.title': 'Take All Accounts Offline',
    many: { NSStringLocalizedFormatKey: '%#@x@' },
  },
  en_GB: { '450.title': 'Mailbox' },
  de: { '450.title': 'Postfach', '1290.title': 'Alle Accounts online', '1291.title': 'Alle Accounts offline' },
  fr: { '1290.title': 'Connecter tous les comptes', '1291.title': 'Déconnecter tous les comptes' },
  fr_CA: { '1290.title': 'Mettre tous les comptes en ligne' },
  pt_PT: { '1290.title': 'Pôr todas as contas online' },
  no: { '1290.title': 'Koble til alle kontoer' },
  zh_CN: { '1290.title': '使所有账户在线' },
  zh_TW: { '1290.title': '所有帳號上線' },
  zh_HK: { '1290.title': '所有帳戶上線' },
  sv: { '1290.title': '-- ', '450.title': 'Brevlåda' },
}

function settings(languages: PlistValue) {
  mkdirSync(join(home, 'Library/Preferences'), { recursive: true })
  writeFileSync(join(home, 'Library/Preferences/.GlobalPreferences.plist'), buildBinary({ AppleLanguages: languages }))
}
const titles = () => new MenuTitles(filesBelow(home, systemClock), menus)

describe.each([
  ['XML', build],
  ['binary', buildBinary],
] as const)('the titles of Mail’s menus, from a table in %s', (_, written) => {
  test.each([
    [['de-DE', 'en-US'], 'Alle Accounts online'],
    [['de-CH'], 'Alle Accounts online'],
    [['fr-CA'], 'Mettre tous les comptes en ligne'],
    [['fr-BE'], 'Connecter tous les comptes'],
    [['pt-PT'], 'Pôr todas as contas online'],
    [['nb-NO'], 'Koble til alle kontoer'],
    [['zh-Hans-CN'], '使所有账户在线'],
    [['zh-Hans-SG'], '使所有账户在线'],
    [['zh-Hant-TW'], '所有帳號上線'],
    [['zh-Hant-HK'], '所有帳戶上線'],
    [['zh'], '使所有账户在线'],
    [['gsw-CH', 'fr-CH'], 'Connecter tous les comptes'],
    [['sv-SE', 'de-SE'], 'Alle Accounts online'],
  ])('for %j', async (languages, title) => {
    writeFileSync(menus, written(table))
    settings(languages)
    expect(await titles().of(appleMailMenu, 'online', signal)).toEqual([title, english])
  })

  test('are English where the person’s languages have none', async () => {
    writeFileSync(menus, written(table))
    settings(['en-AU', 'tlh'])
    expect(await titles().of(appleMailMenu, 'online', signal)).toEqual([english])
    settings(['fr-CA'])
    expect(await titles().of(appleMailMenu, 'offline', signal)).toEqual([
      'Déconnecter tous les comptes',
      'Take All Accounts Offline',
    ])
  })

  test('are all there are where nobody knows the language', async () => {
    writeFileSync(menus, written(table))
    for (const languages of [undefined, 'de', [7]]) {
      if (languages !== undefined) settings(languages)
      const found = await titles().of(appleMailMenu, 'online', signal)
      expect(found).toHaveLength(9)
      expect(found).toContain('使所有账户在线')
    }
  })
})

test('a table that cannot be read leaves the English titles, and is asked for again', async () => {
  settings(['de'])
  const asked = titles()
  for (const contents of [undefined, '', 'bplist00', '<plist></plist>', build({ en: { a: 'b' } }), build(['en'])]) {
    if (contents !== undefined) writeFileSync(menus, contents)
    expect(await asked.of(appleMailMenu, 'online', signal)).toEqual([english])
  }
  writeFileSync(menus, build(table))
  expect(await asked.of(appleMailMenu, 'online', signal)).toEqual(['Alle Accounts online', english])
})

test('whatever stands in a table, only usable titles come out of it', () => {
  const words = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(english)))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), words), words, (others, en) => {
      const found = readMenuTable(Buffer.from(build({ ...others, en } as PlistValue))) ?? {}
      for (const title of Object.values(found).flatMap((all) => Object.values(all))) {
        expect(title.length).toBeGreaterThan(0)
        expect(title.startsWith('-')).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

test.each(['', '-', 'x'.repeat(300), 'de--CH', '$'])('%j is no language', (tag) => {
  expect(languageChain(tag)).toEqual([])
})

test('a person’s title reaches the script that looks into the menu, and no other script', async () => {
  writeFileSync(menus, build(table))
  settings(['de-AT'])
  const sent: (readonly string[])[] = []
  const mail = '/System/Applications/Mail.app/Contents/MacOS/Mail'
  const run: FakeRun['run'] = async (path, args) => {
    if (path.endsWith('ps')) return { code: 0, stdout: `  7 ${mail}\n`, stderr: '' }
    sent.push(args)
    return { code: 0, stdout: '\n', stderr: '' }
  }
  const programs = macPrograms(run, filesBelow(home, systemClock), systemClock, { menus })
  await programs.script('apple-mail-state', [english], 1_000, signal)
  await programs.script('apple-mail-state', [], 1_000, signal)
  await programs.script('apple-mail-outbox', ['5'], 1_000, signal)
  expect(sent[0]?.slice(-2)).toEqual([english, 'Alle Accounts online'])
  expect(sent[1]?.join()).not.toContain('Alle Accounts')
  expect(sent[2]?.at(-1)).toBe('5')
})
