import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scriptRecords } from '../../src/clients/script-answer.ts'
import { dictionary } from './applescript/dictionary.ts'
import { type MadeUpOutlook, outlookWith } from './applescript/made-up-outlook.ts'
import { runAppleScript } from './applescript/run.ts'

const folder = resolve(import.meta.dirname, '../../native/scripts')
const textOf = (file: string) => readFileSync(resolve(folder, file), 'utf8')
const scripts = readdirSync(folder).filter((file) => /^outlook-.*\.applescript$/.test(file))

function run(name: string, outlook: MadeUpOutlook, args: readonly string[] = []) {
  const app = outlookWith(outlook)
  const text = runAppleScript(`${textOf('form.applescript')}\n${textOf(`${name}.applescript`)}`, app, args)
  const records = scriptRecords(`${text}\n`, name)
  return { app, text, records: records?.map(({ kind, fields }) => [kind, Object.fromEntries(fields)] as const) }
}

const settings = {
  name: 'Work',
  'email address': 'ada@example.org',
  'user name': 'ada',
  server: 'imap.example.org',
  port: 993,
  'use ssl': true,
  'smtp server': 'smtp.example.org',
  'smtp port': 587,
  'smtp use ssl': true,
  'smtp needs authentication': true,
  'smtp use account authentication': true,
  'smtp user name': 'ada',
}

/** A German Outlook with one account of each kind and an outbox of its own on this Mac. */
const german: MadeUpOutlook = {
  accounts: [
    {
      className: 'exchange account',
      id: 2,
      outbox: { id: 115, name: 'Postausgang', messages: [31, 32] },
      fields: { ...settings, 'is connected': true, 'is microsoft online': true },
    },
    { className: 'imap account', id: 3, outbox: { id: 116, name: 'Postausgang', messages: [] }, fields: settings },
    { className: 'pop account', id: 4, outbox: { id: 117, name: 'Postausgang', messages: [33] }, fields: settings },
  ],
  local: [
    { id: 6, name: 'Posteingang', messages: [1, 2, 3] },
    { id: 7, name: 'Postausgang', messages: [41] },
  ],
}

describe('the scripts for Outlook, against an Outlook that answers by its dictionary', () => {
  test.each(scripts)('%s asks for nothing that its class does not have', (file) => {
    const { app } = run(file.replace('.applescript', ''), german, file.includes('source') ? ['31'] : [])
    expect(app.asked.size).toBeGreaterThan(0)
    const asked = [...app.asked].map((one) => one.split(' of ') as [string, string])
    expect(asked.filter(([term, of]) => !app.dictionary.has(of, term))).toEqual([])
  })

  test('every account is told whole, each field by the number of its account', () => {
    const { records } = run('outlook-accounts', german)
    expect(records?.map(([kind]) => kind)).toEqual(['account', 'account', 'account'])
    expect(records?.[0]?.[1]).toMatchObject({
      kind: ['exchange'],
      id: ['2'],
      email: ['ada@example.org'],
      connected: ['true'],
      microsoft: ['true'],
    })
    expect(records?.[1]?.[1]).toMatchObject({
      'smtp-server': ['smtp.example.org'],
      'smtp-port': ['587'],
      ssl: ['true'],
    })
    for (const [, fields] of records ?? []) expect(fields).not.toHaveProperty('error')
  })

  test('a term that an account lacks costs its field only, and is told as −1728', () => {
    const { 'smtp server': _, ...some } = settings
    const { records } = run('outlook-accounts', { accounts: [{ className: 'pop account', id: 4, fields: some }] })
    expect(records?.[0]?.[1]).toMatchObject({ id: ['4'], 'smtp-port': ['587'], error: ['-1728'] })
    expect(records?.[0]?.[1]).not.toHaveProperty('smtp-server')
  })

  test('every outbox is told, also the one of On My Computer, which goes by the name of the app’s own', () => {
    const { records } = run('outlook-outbox', german)
    const folders = records?.filter(([kind]) => kind === 'folder').map(([, fields]) => fields)
    expect(folders).toEqual([
      { kind: ['exchange'], account: ['2'], id: ['115'], count: ['2'] },
      { kind: ['imap'], account: ['3'], id: ['116'], count: ['0'] },
      { kind: ['pop'], account: ['4'], id: ['117'], count: ['1'] },
      { kind: ['local'], id: ['7'], count: ['1'] },
    ])
    const messages = records?.filter(([kind]) => kind === 'message').map(([, fields]) => [fields.id, fields.folder])
    expect(messages).toEqual([
      [['31'], ['115']],
      [['32'], ['115']],
      [['33'], ['117']],
      [['41'], ['7']],
    ])
    expect(run('outlook-outbox', german, ['1']).records?.filter(([kind]) => kind === 'message')).toHaveLength(3)
    expect(run('outlook-state', german).records).toEqual([
      ['app', { version: ['16.78'], offline: ['false'] }],
      ['outboxes', { accounts: ['3'], count: ['4'] }],
    ])
  })

  test('an outbox on this Mac that is an account’s own is not told twice', () => {
    const box = { id: 7, name: 'Outbox', messages: [41] }
    const shared: MadeUpOutlook = { accounts: [{ className: 'pop account', id: 4, outbox: box }], local: [box] }
    expect(run('outlook-outbox', shared).records?.filter(([kind]) => kind === 'folder')).toHaveLength(1)
    expect(run('outlook-state', shared).records?.[1]).toEqual(['outboxes', { accounts: ['1'], count: ['1'] }])
  })

  test('without any outbox on this Mac there is nothing to tell of it', () => {
    const { records } = run('outlook-outbox', { ...german, local: [] })
    expect(records?.filter(([, fields]) => fields.kind?.[0] === 'local')).toEqual([])
    expect(run('outlook-state', { ...german, local: [] }).records?.[1]?.[1]).toMatchObject({ count: ['3'] })
  })

  test('one that cannot be seen is told with its error, and nothing is counted without it', () => {
    const { own: _, ...rest } = { own: undefined, ...german }
    const none = { ...rest, accounts: german.accounts.map(({ outbox: _box, ...account }) => account) }
    const { records } = run('outlook-outbox', none)
    expect(records?.at(-1)).toEqual(['folder', { kind: ['local'], error: ['-1728'] }])
    expect(records?.[0]?.[1]).toMatchObject({ account: ['2'], error: ['-1728'] })
    const state = run('outlook-state', none).records?.[1]?.[1]
    expect(state).toEqual({ accounts: ['3'], error: ['-1728'] })
  })

  test('a message is told whole', () => {
    expect(run('outlook-source', german, ['31']).text).toContain('\u001dSubject: 31\r\r\u001d')
  })
})

describe('the Outlook made up here', () => {
  const app = outlookWith(german)
  const ask = (said: string) =>
    runAppleScript(`tell application id "com.microsoft.Outlook"\nreturn ${said}\nend tell`, app)

  test.each(['outbox of on my computer', 'smtp server of exchange account id 2', 'server of imap account id 99'])(
    'answers −1728 to %s',
    (said) => {
      expect(() => ask(said)).toThrow('-1728')
    },
  )

  test('knows no object that was handed over to another script', () => {
    const source = `tell application id "com.microsoft.Outlook"
      set theAccount to imap account id 3
    end tell
    return run script "on run {theObject}
      return server of theObject
    end run" with parameters {theAccount}`
    expect(ask('server of imap account id 3')).toBe('imap.example.org')
    expect(() => runAppleScript(source.replaceAll(/\n\s+/g, '\n'), app)).toThrow()
  })
})

test('what becomes part of a source is digits, or nothing', () => {
  const digits = (said: string) =>
    runAppleScript(
      `${textOf('form.applescript')}\non run theArguments\nreturn my digitsOf(${said})\nend run`,
      outlookWith(german),
    )
  expect(digits('7')).toBe('7')
  expect(digits('60129542145')).toBe('60129542145')
  for (const said of ['-1', '"1 of it & (do"', 'missing value']) expect(() => digits(said)).toThrow()
})

test('terms and classes that become part of a source are written out in ours', () => {
  for (const file of scripts) {
    const code = textOf(file)
    for (const [call] of code.matchAll(/my termField\(.*\)/g))
      expect(call).toBe('my termField(item 1 of theTerm, item 2 of theTerm, theClass, theId)')
    expect([...code.matchAll(/set theClass to (.*)/g)].map(([, said]) => said)).toEqual(
      code.includes('termField') ? ['theKind & " account"'] : [],
    )
  }
})

test.each([
  ['outlook-send', 'outlook', 'sync theAccount', 'account', 'sync'],
  ['outlook-send', 'outlook', 'sync (outbox of theAccount)', 'mail folder', 'sync'],
  ['outlook-send', 'outlook', 'outbox of theAccount', 'account', 'outbox'],
  ['outlook-send', 'outlook', '(exchange accounts)', 'application', 'exchange accounts'],
  ['outlook-online', 'outlook', 'set working offline to', 'application', 'working offline'],
  ['apple-mail-send', 'apple-mail', 'to check for new mail', 'application', 'check for new mail'],
] as const)('what %s does stands in the dictionary of %s: %s', (script, app, said, className, term) => {
  expect(textOf(`acting/${script}.applescript`)).toContain(said)
  expect(dictionary(app).has(className, term)).toBe(true)
})
