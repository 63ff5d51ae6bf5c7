import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { outlookSettings } from '../../src/clients/outlook/scripted-settings.ts'
import type { SettingPlace } from '../../src/core/app-settings.ts'
import { dictionary } from './applescript/dictionary.ts'
import { outlookWith } from './applescript/made-up-outlook.ts'
import { runAppleScript } from './applescript/run.ts'

const acting = resolve(import.meta.dirname, '../../native/scripts/acting')
const textOf = (file: string) => readFileSync(resolve(acting, file), 'utf8')
const { has } = dictionary('apple-mail')
const terms = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

type Values = Record<string, unknown>

/** An object of Mail as JavaScript for Automation has it: called, a property is read; assigned, it is written. */
function object(className: string, values: Values, fails?: number) {
  return new Proxy({} as Values, {
    get: (_, name) => () => values[String(name)],
    set(_, name, value) {
      // A password can only be written, so that no list of what can be read has it.
      if (name !== 'password' && !has(className, terms(String(name))))
        throw Object.assign(new Error('Can’t get object.'), { errorNumber: -1728 })
      if (fails) throw Object.assign(new Error('Can’t set it.'), { errorNumber: fails })
      values[String(name)] = value
      return true
    },
  })
}

/** Two accounts, and outgoing servers of which two are told apart by their port alone, and two by nothing. */
function mail() {
  const accounts: Values[] = [{ id: '6C1F', port: 993, usesSsl: true, enabled: false }, { id: '7D20' }]
  const servers: Values[] = [
    { serverName: 'smtp.example.net', port: 587, userName: 'anna', usesSsl: true },
    { serverName: 'smtp.example.net', port: 25, userName: 'anna', usesSsl: false },
    { serverName: 'twice.example.net', port: 587, userName: 'anna' },
    { serverName: 'twice.example.net', port: 587, userName: 'Anna' },
    { serverName: 'open.example.net', port: 25, userName: null },
  ]
  return { accounts, servers }
}

function run(
  file: string,
  args: readonly string[],
  { input = '', running = true, fails }: { input?: string; running?: boolean; fails?: number } = {},
) {
  const { accounts, servers } = mail()
  const told = {
    running: () => running,
    accounts: accounts.map((values) => object('account', values, fails)),
    smtpServers: servers.map((values) => object('smtp server', values, fails)),
  }
  const context = {
    Application: () => told,
    ObjC: { import: () => {}, unwrap: (text: unknown) => text },
    $: {
      NSFileHandle: { fileHandleWithStandardInput: { readDataToEndOfFile: input } },
      NSString: { alloc: { initWithDataEncoding: (data: string) => data } },
    },
  }
  const word = runInNewContext(`${textOf(file)}\nrun(${JSON.stringify(args)})`, context)
  return { word, accounts, servers, chosen: accounts[0]?.deliveryAccount === told.smtpServers[0] }
}

describe('apple-mail-set', () => {
  test.each([
    ['port', '465', { port: 465 }],
    ['server', 'mail.example.net', { serverName: 'mail.example.net' }],
    ['ssl', 'false', { usesSsl: false }],
    ['auth', 'md5', { authentication: 'md5' }],
    ['enabled', 'true', { enabled: true }],
  ])('writes %s of the one server that is meant', (property, value, after) => {
    const ran = run('apple-mail-set.js', ['smtp', property, value, '6C1F', 'SMTP.example.net', '587'], {
      input: 'anna',
    })
    const [first, ...others] = mail().servers
    expect(ran).toMatchObject({ word: 'set', servers: [{ ...first, ...after }, ...others], accounts: mail().accounts })
  })

  test('writes what is the account’s own', () => {
    expect(run('apple-mail-set.js', ['account', 'port', '143', '6c1f'])).toMatchObject({
      word: 'set',
      accounts: [{ port: 143 }, {}],
    })
    expect(run('apple-mail-set.js', ['account', 'enabled', 'true', '6C1F'])).toMatchObject({
      accounts: [{ enabled: true }, {}],
    })
  })

  test('lets an account send by a server of the list', () => {
    const args = ['account', 'delivery', 'opaque', '6C1F', 'smtp.example.net', '587']
    expect(run('apple-mail-set.js', args, { input: 'anna' })).toMatchObject({ word: 'set', chosen: true })
  })

  test('without a user finds the server that has none', () => {
    expect(run('apple-mail-set.js', ['smtp', 'ssl', 'true', '6C1F', 'open.example.net', '25'])).toMatchObject({
      word: 'set',
    })
  })

  test.each([
    ['two that are the same', ['smtp', 'port', '465', '6C1F', 'twice.example.net', '587'], 'anna'],
    ['no such server', ['smtp', 'port', '465', '6C1F', 'smtp.example.net', '2525'], 'anna'],
    ['another user', ['smtp', 'port', '465', '6C1F', 'smtp.example.net', '587'], 'berta'],
    ['no such account', ['account', 'port', '143', 'FFFF'], ''],
    ['no such property', ['account', 'constructor', '143', '6C1F'], ''],
    ['a server that is not told', ['smtp', 'port', '465', '6C1F'], ''],
  ])('writes nothing where there is %s', (_, args, input) => {
    expect(run('apple-mail-set.js', args, { input })).toMatchObject({ word: 'missing', ...mail() })
  })

  test('says nothing to a Mail that is closed, and lets its errors out', () => {
    expect(run('apple-mail-set.js', ['account', 'port', '143', '6C1F'], { running: false }).word).toBe('not-running')
    expect(() => run('apple-mail-set.js', ['account', 'port', '143', '6C1F'], { fails: -10006 })).toThrow(
      'Can’t set it',
    )
  })
})

describe('apple-mail-synchronise', () => {
  const synchronised = (id: string, running = true) => {
    const asked: unknown[] = []
    const accounts = ['6C1F', '7D20', '8E31', '8E31'].map((one) => ({ id: () => one }))
    const told = {
      running: () => running,
      accounts,
      synchronize: ({ with: account }: { with: { id(): string } }) => void asked.push(account.id()),
    }
    const code = `${textOf('apple-mail-synchronise.js')}\nrun(${JSON.stringify([id])})`
    return { word: runInNewContext(code, { Application: () => told }), asked }
  }

  test('asks for the one account that is meant, by what stands in Mail’s dictionary', () => {
    expect(synchronised('7d20')).toEqual({ word: 'asked', asked: ['7D20'] })
    expect(has('application', 'synchronize')).toBe(true)
  })

  test('asks for none where it is not clear which, or Mail is closed', () => {
    expect(synchronised('9999')).toEqual({ word: 'missing', asked: [] })
    expect(synchronised('8E31')).toEqual({ word: 'missing', asked: [] })
    expect(synchronised('6C1F', false)).toEqual({ word: 'not-running', asked: [] })
  })
})

describe('apple-mail-password', () => {
  test('hands over what stands after the user, whatever is in it', () => {
    const input = 'anna\nse cret\nwith "two" lines'
    const ran = run('apple-mail-password.js', ['smtp', '6C1F', 'smtp.example.net', '587'], { input })
    expect(ran).toMatchObject({ word: 'set', servers: [{ password: 'se cret\nwith "two" lines' }, {}, {}, {}, {}] })
    const incoming = run('apple-mail-password.js', ['account', '6C1F'], { input: '\nsecret' })
    expect(incoming).toMatchObject({ word: 'set', accounts: [{ password: 'secret' }, {}] })
  })

  test('hands over nothing without a password, or without the one server', () => {
    expect(run('apple-mail-password.js', ['account', '6C1F'], { input: 'anna' }).word).toBe('no-password')
    const args = ['smtp', '6C1F', 'twice.example.net', '587']
    expect(run('apple-mail-password.js', args, { input: 'anna\nsecret' }).word).toBe('missing')
  })
})

describe('outlook-set', () => {
  const accounts = [
    { className: 'imap account', id: 3, fields: {} },
    { className: 'pop account', id: 4, fields: {} },
  ] as const
  const set = (...args: string[]) => {
    const app = outlookWith({ accounts })
    return { word: runAppleScript(textOf('outlook-set.applescript'), app, args), written: app.written }
  }
  const places: readonly [SettingPlace, string, unknown][] = [
    [{ of: 'incoming', what: 'host' }, 'imap.example.net', 'imap.example.net'],
    [{ of: 'incoming', what: 'port' }, '993', 993],
    [{ of: 'incoming', what: 'encrypted' }, 'true', true],
    [{ of: 'outgoing', what: 'host' }, 'smtp.example.net', 'smtp.example.net'],
    [{ of: 'outgoing', what: 'port' }, '465', 465],
    [{ of: 'outgoing', what: 'encrypted' }, 'false', false],
    [{ of: 'outgoing', what: 'signsIn' }, 'true', true],
    [{ of: 'outgoing', what: 'sameSignIn' }, 'true', true],
  ]

  test.each(places)('writes %j as “%s” by the term of the dictionary', (place, said, value) => {
    const term = outlookSettings.termOf(place) ?? ''
    expect(dictionary('outlook').has('imap account', term)).toBe(true)
    expect(set('imap', '3', term, said)).toEqual({
      word: 'set',
      written: [{ className: 'imap account', id: 3, term, value }],
    })
    expect(set('pop', '4', term, said).written).toHaveLength(1)
  })

  test.each([
    ['imap', '4', 'port', '993'],
    ['imap', '3', 'password', 'secret'],
    ['imap', '3', 'name', 'x'],
  ])('writes nothing for %s %s, %s', (...args) => {
    expect(set(...args)).toEqual({ word: 'missing', written: [] })
  })
})
