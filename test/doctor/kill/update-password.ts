import { equal } from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Action } from '../../../src/core/remedy.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import { passwordAct } from '../../../src/remedies/sign-in/give-password.ts'
import { accountInMail, fileOf, stagedInMail } from './settings-in-mail.ts'
import type { KillSubject } from './subject.ts'

const typed = 'canary-of-the-killed'
const before: Readonly<Record<string, string>> = {
  server: 'smtp.example.net',
  port: '465',
  ssl: 'true',
  'password for sending': 'the old one',
  'password for receiving': 'the old one',
}

/** The servers have taken it; nothing is given before that. */
const action: Action<unknown> = {
  ...(passwordAct({
    id: 'update-password',
    label: foreignName('Give the mail app the right password'),
    treats: () => [],
  }) as Action<unknown>),
  settles: 0,
  fits: () => true,
  forbiddenWhile: () => [],
  capture: async () => ({ client: 'apple-mail', account: accountInMail, roles: ['incoming', 'outgoing'] }),
}

export const subject: KillSubject = {
  layOut(place) {
    mkdirSync(join(place.home, 'settings'))
    for (const [name, value] of Object.entries(before)) writeFileSync(fileOf(place, name), value)
  },
  stage: (place, _disk, step) => stagedInMail(place, step, action, typed),
  /** What was typed is in the mail app, and in nothing of ours. */
  holds({ data }) {
    const own = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const hiding = own.filter(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1').includes(typed))
    equal(hiding.length, 0, 'the password is in a file of ours')
  },
}
