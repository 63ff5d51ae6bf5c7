import fc from 'fast-check'
import { specialUse } from 'imapflow/lib/special-use.js'
import { describe, expect, test } from 'vitest'
import {
  folderPathKey,
  specialFolderCalled,
  specialFolderNames,
  specialFolders,
} from '../../src/knowledge/special-folders.ts'

const rows = specialFolders.flatMap((folder) =>
  Object.entries(specialFolderNames[folder]).flatMap(([language, names]) =>
    names.map((name) => ({ folder, language, name })),
  ),
)

describe('the names of special folders', () => {
  test.each(specialFolders)('%s are known in many languages, each a code that exists', (folder) => {
    const languages = Object.keys(specialFolderNames[folder])
    expect(languages.length).toBeGreaterThanOrEqual(25)
    for (const language of languages) expect(Intl.getCanonicalLocales(language)).toEqual([language])
  })

  test('stand for one folder only, and are found in any way of writing them', () => {
    const wrong = rows.filter(({ folder, name }) =>
      [name, name.toUpperCase(), name.normalize('NFD'), ` ${name} `, `INBOX.${name}`, `INBOX/${name}`].some(
        (one) => specialFolderCalled(one) !== folder,
      ),
    )
    expect(wrong).toEqual([])
  })

  test('are not found in names of other folders', () => {
    for (const name of ['', 'INBOX', 'INBOX.', 'Rechnungen', 'Sent 2024', 'Outbox archive', 'constructor', '&'])
      expect(specialFolderCalled(name)).toBeUndefined()
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => specialFolderCalled(`${name}§`) === undefined))
  })
})

test('agree with what another list calls them, which knows most of them', () => {
  const flags = { sent: '\\Sent', drafts: '\\Drafts', trash: '\\Trash', outbox: undefined }
  const told = rows.map((row) => ({ ...row, flag: specialUse(false, { flags: new Set(), name: row.name }).flag }))
  expect(told.filter(({ folder, flag }) => flag !== null && flag !== flags[folder])).toEqual([])
  expect(told.filter(({ flag }) => flag !== null).length).toBeGreaterThan(rows.length / 2)
})

test.each([
  ['INBOX.Gesendet', 'Gesendet'],
  ['INBOX/Mail/Gesendet', 'inbox.mail.gesendet'],
  ['[Gmail]/Entw&APw-rfe', '[Gmail]/Entwürfe'],
  ['Boîte d’envoi', "boîte d'envoi"],
])('%s and %s are the same path', (one, other) => {
  expect(folderPathKey(one)).toBe(folderPathKey(other))
  expect(folderPathKey(one)).not.toBe(folderPathKey(`${other} 2`))
})
