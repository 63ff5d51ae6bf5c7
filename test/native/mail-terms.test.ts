import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { scriptRecords } from '../../src/clients/script-answer.ts'
import { dictionary } from './applescript/dictionary.ts'

const folder = resolve(import.meta.dirname, '../../native/scripts')
const textOf = (file: string) => readFileSync(resolve(folder, file), 'utf8')
const scripts = readdirSync(folder).filter((file) => /^apple-mail-.*\.js$/.test(file))
const { classes, terms, has } = dictionary('apple-mail')

/** As JavaScript for Automation writes a term: `background activity count` is `backgroundActivityCount`. */
const camel = (term: string) => term.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
const termOf = (name: string) => terms.find((term) => camel(term) === name)

/** The class that a term leads to; nothing where its value is plain. */
function classBehind(term: string): { className: string; many: boolean } | undefined {
  const many = classes.find((name) => `${name}s` === term || (name === 'mailbox' && term === 'mailboxes'))
  if (many) return { className: many, many: true }
  if (['outbox', 'inbox'].includes(term)) return { className: 'mailbox', many: false }
  return term === 'delivery account' ? { className: 'smtp server', many: false } : undefined
}

/** Objects of Mail that have what the dictionary gives their class, and fail with −1728 for anything else. */
function object(className: string, many: boolean, asked: string[]): unknown {
  return new Proxy(() => (many ? [] : object(className, false, asked)), {
    get(_, name) {
      if (typeof name !== 'string') return undefined
      if (many && name === 'length') return 2
      if (many && name === 'byId') return () => object(className, false, asked)
      if (many && /^\d+$/.test(name)) return object(className, false, asked)
      if (className === 'application' && name === 'running') return () => true
      const term = termOf(name)
      asked.push(`${name} of ${className}`)
      if (term === undefined || !has(className, term))
        throw Object.assign(new Error('Can’t get object.'), { errorNumber: -1728 })
      const behind = classBehind(term)
      if (behind) return object(behind.className, behind.many, asked)
      const value = term.startsWith('date ') ? new Date(0) : 1
      return () => (many ? [value, value] : value)
    },
  })
}

function ask(source: string) {
  const asked: string[] = []
  const Application = () => object('application', false, asked)
  return { asked, text: runInNewContext(source, { Application }) as string }
}

test.each(scripts)('%s asks Mail for nothing that its class does not have', (file) => {
  const { asked, text } = ask(`${textOf('form.js')}\n${textOf(file)}\nrun([])`)
  const allowed = (one: string) => {
    const [name = '', className = ''] = one.split(' of ')
    return has(className, termOf(name) ?? '')
  }
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((one) => !allowed(one))).toEqual([])
  const records = scriptRecords(text.split('\u001d')[0] ?? '', file.replace('.js', ''))
  expect(records?.flatMap(({ fields }) => fields.get('error') ?? [])).toEqual([])
})

test('a Mail of this kind refuses what the class lacks', () => {
  for (const source of ['outbox.subject()', 'accounts[0].smtpServer()', 'nothing()'])
    expect(() => ask(`Application('com.apple.mail').${source}`)).toThrow('get object')
  expect(ask(`Application('com.apple.mail').accounts[0].deliveryAccount().serverName()`).asked).toHaveLength(3)
})
