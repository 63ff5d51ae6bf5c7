import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { scriptRecords } from '../../src/clients/script-answer.ts'
import type { ScriptName } from '../../src/core/mac-powers.ts'

const folder = resolve(import.meta.dirname, '../../native/scripts')
const files = readdirSync(folder).filter((file) => /\.(js|applescript)$/.test(file))
const textOf = (file: string) => readFileSync(resolve(folder, file), 'utf8')
const names: Record<ScriptName, string> = {
  'apple-mail-state': 'js',
  'apple-mail-accounts': 'js',
  'apple-mail-outbox': 'js',
  'outlook-state': 'applescript',
  'outlook-accounts': 'applescript',
  'outlook-outbox': 'applescript',
  'apple-mail-source': 'js',
  'outlook-source': 'applescript',
}

/** Without comments and without text in quotes. */
function codeOf(file: string): string {
  const text = textOf(file).replace(/"(\\.|[^"\\])*"/g, '""')
  return file.endsWith('.js') ? text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') : text.replace(/--.*$/gm, '')
}

describe('the scripts', () => {
  test('are one for each name, and the form of each language', () => {
    const wanted = Object.entries(names).map(([name, ending]) => `${name}.${ending}`)
    expect(files.sort()).toEqual([...wanted, 'form.applescript', 'form.js'].sort())
  })

  test.each(Object.keys(names))('the form of what %s answers is written down', (name) => {
    expect(textOf('README.md')).toContain(`## ${name}\n`)
  })

  test.each(files)('%s changes nothing', (file) => {
    const code = codeOf(file)
    const verbs =
      /\b(make|delete|move|duplicate|send|sync|synchronize|checkForNewMail|check for new mail|quit|activate|launch|open|close|save|click|perform|keystroke|repair|import|export|do shell script|doShellScript|includeStandardAdditions|display|say|beep|mount|password)\b/i
    expect(code).not.toMatch(verbs)
    // A value may be given to a variable of ours only, never to a property of an app.
    const given = [...code.matchAll(/^\s*set (.+?) to /gm)].map((match) => match[1] ?? '')
    const ours = /^(the[A-Z]\w*|(day|year|month|time) of theEpoch|text item delimiters of AppleScript)$/
    expect(given.filter((target) => !ours.test(target))).toEqual([])
    expect(code).not.toMatch(/\b(mail|account|delivery|messages|elements|bar|list)(\.\w+|\[\w+\])+ = /)
  })

  test.each(files.filter((file) => file.startsWith('apple-mail') || file.startsWith('outlook')))(
    '%s first asks whether the app runs',
    (file) => {
      const code = codeOf(file)
      const asks = code.search(/\.running\(\)|outlookRuns\(\)/)
      const speaks = code.search(/mail\.(?!running)\w+|tell application id/)
      expect(asks).toBeGreaterThan(0)
      if (speaks >= 0 && !file.includes('accounts')) expect(asks).toBeLessThan(speaks)
    },
  )

  test.each(files.filter((file) => file.endsWith('.applescript')))('%s closes every block it opens', (file) => {
    const lines = codeOf(file)
      .split('\n')
      .map((line) => line.trim())
    const open: string[] = []
    for (const line of lines) {
      const block = /^(on|tell|try|repeat|if)\b/.exec(line)?.[1]
      const inOneLine = line.startsWith('if ') && !line.endsWith(' then')
      if (block && !inOneLine && !line.startsWith('on error')) open.push(block)
      if (/^end\b/.test(line)) {
        const last = open.pop() ?? ''
        expect(line, `line ${lines.indexOf(line)}`).toMatch(last === 'on' ? /^end \w+$/ : new RegExp(`^end ${last}$`))
      }
    }
    expect(open).toEqual([])
  })

  test('what AppleScript reads of an app is read in a try', () => {
    for (const file of files.filter((one) => /^outlook.*applescript$/.test(one))) {
      let tries = 0
      for (const line of codeOf(file)
        .split('\n')
        .map((one) => one.trim())) {
        if (line === 'try') tries += 1
        if (line === 'end try') tries -= 1
        const reads =
          /\b(of messages|exchange accounts|imap accounts|pop accounts|working offline|outbox of|fieldText\(.*version)\b/
        if (reads.test(line)) expect(tries, `${file}: ${line}`).toBeGreaterThan(0)
      }
    }
  })
})

describe('the scripts that do something', () => {
  const names = readdirSync(resolve(folder, 'acting')).filter((file) => file.endsWith('.applescript'))
  const code = (file: string) => codeOf(`acting/${file}`)

  test.each(names)('%s is written down, and what it is told comes as arguments', (file) => {
    expect(textOf('acting/README.md')).toContain(`\`${file.replace('.applescript', '')}\``)
    expect(code(file)).not.toMatch(/\b(run script|load script|system attribute|osascript|kill)\b/i)
  })

  test.each(names)('%s closes every block it opens', (file) => {
    const open: string[] = []
    for (const line of code(file).split('\n')) {
      const words = line.trim()
      const block = /^(on|tell|try|repeat|if|with)\b/.exec(words)?.[1]
      const inOneLine = (/^if /.test(words) && !words.endsWith(' then')) || (/^tell /.test(words) && / to /.test(words))
      if (block && !inOneLine) open.push(block === 'with' ? 'timeout' : block)
      if (/^end\b/.test(words)) expect(words).toBe(`end ${open.at(-1) === 'on' ? 'run' : open.at(-1)}`)
      if (/^end\b/.test(words)) open.pop()
    }
    expect(open).toEqual([])
  })

  /** They speak to no app. */
  const ofTheMac = ['admin.applescript', 'mac-setting.applescript']

  test.each(names.filter((file) => !ofTheMac.includes(file)))('%s first asks whether the app runs', (file) => {
    expect(code(file).search(/is not running/)).toBeGreaterThan(0)
    expect(code(file).search(/is not running/)).toBeLessThan(code(file).search(/\btell application\b/))
  })

  test('only those that speak to no app run a shell, with commands of ours', () => {
    expect(names.filter((file) => /do shell script/.test(textOf(`acting/${file}`)))).toEqual(ofTheMac)
  })
})

/** A property of an app's object: called, it gives its value or throws as an app does. */
const property = (value: unknown) => () => {
  if (value instanceof Error) throw value
  return value
}
const failing = (errorNumber: number) => Object.assign(new Error('An error occurred.'), { errorNumber })

/** Elements as JXA has them: by index, and with a column for each property. */
function elements(rows: readonly Record<string, unknown>[], broken: readonly string[] = []) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = keys.map((key) => {
    const values = rows.map((row) => row[key])
    const fails = broken.includes(key) || values.some((value) => value instanceof Error)
    return [key, fails ? property(failing(-1700)) : property(values)] as const
  })
  const items = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'object' && value && 'address' in value ? value : property(value),
      ]),
    ),
  )
  return Object.assign(items, Object.fromEntries(columns))
}

function runScript(
  name: string,
  mail: Record<string, unknown>,
  args: string[] = [],
  others: Record<string, unknown> = {},
) {
  const asked: string[] = []
  const Application = (bundle: string) => {
    asked.push(bundle)
    return bundle === 'com.apple.mail' ? { running: () => true, ...mail } : others[bundle]
  }
  const source = `${textOf('form.js')}\n${textOf(`${name}.js`)}\nrun(${JSON.stringify(args)})`
  const text: unknown = runInNewContext(source, { Application })
  const records = scriptRecords(`${text}\n`, name)
  return { asked, records: records?.map(({ kind, fields }) => [kind, Object.fromEntries(fields)]) }
}

describe('the scripts for Apple Mail, against a Mail made up here', () => {
  const state = {
    version: property('16.0'),
    backgroundActivityCount: property(2),
    fetchesAutomatically: property(true),
    fetchInterval: property(-1),
    outbox: { messages: { length: 3 } },
  }

  test('state', () => {
    expect(runScript('apple-mail-state', state)).toEqual({
      asked: ['com.apple.mail'],
      records: [
        ['app', { version: ['16.0'], background: ['2'], fetches: ['true'], interval: ['-1'] }],
        ['outbox', { count: ['3'] }],
      ],
    })
  })

  test('a property that a version lacks costs its field only', () => {
    const { records } = runScript('apple-mail-state', {
      ...state,
      fetchInterval: property(failing(-1728)),
      version: undefined,
    })
    expect(records?.[0]).toEqual(['app', { background: ['2'], fetches: ['true'], error: ['-2700', '-1728'] }])
  })

  test('the menu is looked at only when titles are given', () => {
    const items = Object.assign([{ enabled: () => false }, { enabled: () => true }], {
      name: () => ['Synchronize', 'Alle Accounts online schalten'],
    })
    const bar = { menuBarItems: [{ menus: [{ menuItems: items }] }] }
    const events = { 'System Events': { processes: { byName: () => ({ menuBars: [bar] }) } } }
    const { asked, records } = runScript('apple-mail-state', state, ['Alle Accounts online schalten'], events)
    expect(asked).toEqual(['com.apple.mail', 'System Events'])
    expect(records?.[2]).toEqual(['menu', { online: ['true'] }])
    expect(runScript('apple-mail-state', state, ['Nowhere'], events).records?.[2]).toEqual(['menu', {}])
  })

  test('accounts, one of which cannot say how it signs in', () => {
    const account = (id: string, authentication: unknown, deliveryAccount: unknown) => ({
      id,
      name: 'Work\u001f\u001e\n mail',
      accountType: 'imap',
      enabled: true,
      emailAddresses: ['a@example.org', 'b@example.org'],
      userName: 'a',
      serverName: 'imap.example.org',
      port: 993,
      usesSsl: true,
      authentication,
      deliveryAccount,
    })
    const delivery = { serverName: property('smtp.example.org'), userName: property('a') }
    const { records } = runScript('apple-mail-accounts', {
      accounts: elements([account('A', 'password', delivery), account('B', failing(-1728), null)]),
      smtpServers: elements([
        {
          name: 'smtp',
          serverName: 'smtp.example.org',
          port: 587,
          usesSsl: true,
          authentication: 'password',
          userName: 'a',
          enabled: true,
        },
      ]),
    })
    expect(records?.map(([kind]) => kind)).toEqual(['account', 'account', 'smtp'])
    expect(records?.[0]?.[1]).toMatchObject({
      id: ['A'],
      name: ['Work  mail'],
      email: ['a@example.org', 'b@example.org'],
      auth: ['password'],
      delivery: ['set'],
      'smtp-server': ['smtp.example.org'],
      'smtp-user': ['a'],
    })
    expect(records?.[1]?.[1]).toMatchObject({ id: ['B'], delivery: ['none'], error: ['-1728'] })
    expect(records?.[1]?.[1]).not.toHaveProperty('auth')
    expect(records?.[2]?.[1]).toMatchObject({ server: ['smtp.example.org'], port: ['587'], enabled: ['true'] })
  })

  test('the outbox, up to a limit, with a message without a date', () => {
    const message = (id: number, dateReceived: unknown) => ({
      id,
      messageSize: 1000 + id,
      dateSent: new Date(1_790_000_000_000 + id * 1000),
      dateReceived,
      sender: 'A <a@example.org>',
      recipients: { address: () => [`${id}@example.org`, 'all@example.org'] },
    })
    const messages = elements([message(1, null), message(2, new Date(1_790_000_500_000)), message(3, null)])
    const { records } = runScript('apple-mail-outbox', { outbox: { messages } }, ['2'])
    expect(records?.map(([kind]) => kind)).toEqual(['outbox', 'message', 'message'])
    expect(records?.[0]?.[1]).toEqual({ count: ['3'] })
    expect(records?.[1]?.[1]).toEqual({
      id: ['1'],
      size: ['1001'],
      sent: ['1790000001'],
      sender: ['A <a@example.org>'],
      to: ['1@example.org', 'all@example.org'],
    })
    expect(records?.[2]?.[1]).toMatchObject({ received: ['1790000500'] })
  })

  test('columns that fail are read one by one, and long outboxes are never fetched whole', () => {
    const rows = Array.from({ length: 1_200 }, (_, id) => ({
      id,
      messageSize: id,
      dateSent: null,
      dateReceived: null,
      sender: 's',
    }))
    const some = elements(rows.slice(0, 2), ['dateSent'])
    expect(runScript('apple-mail-outbox', { outbox: { messages: some } }).records).toHaveLength(3)
    const many = Object.assign(elements(rows), {
      id: property(new Error('whole')),
      sender: property(new Error('whole')),
    })
    const { records } = runScript('apple-mail-outbox', { outbox: { messages: many } }, ['5'])
    expect(records?.map(([, fields]) => (fields as Record<string, unknown>).id)).toEqual([
      undefined,
      ...[0, 1, 2, 3, 4].map((id) => [String(id)]),
    ])
  })

  test('nothing is answered, and nothing asked, when Mail has quit', () => {
    const { asked, records } = runScript('apple-mail-outbox', { running: () => false })
    expect([asked, records]).toEqual([['com.apple.mail'], undefined])
  })
})

describe('an answer', () => {
  const whole = 'outbox-doctor\u001fscript=x\u001fformat=1\u001eapp\u001fversion=1=2\u001fnonsense\u001eend\n'

  test('is told from garbage and from one cut off', () => {
    expect(scriptRecords(whole, 'x')).toEqual([{ kind: 'app', fields: new Map([['version', ['1=2']]]) }])
    for (const text of ['', 'missing value', whole.slice(0, -6), whole.replace('format=1', 'format=2')])
      expect(scriptRecords(text, 'x')).toBeUndefined()
    expect(scriptRecords(whole, 'y')).toBeUndefined()
  })
})
