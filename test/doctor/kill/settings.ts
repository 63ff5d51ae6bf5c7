import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Action } from '../../../src/core/remedy.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import { settingsAct } from '../../../src/remedies/lib/settings/act.ts'
import type { SettingsReceipt } from '../../../src/remedies/lib/settings/change.ts'
import { accountInMail, fileOf, stagedInMail } from './settings-in-mail.ts'
import type { KillSubject } from './subject.ts'

const before: Readonly<Record<string, string>> = { server: 'mail.example.net', port: '25', ssl: 'false' }

const receipt: SettingsReceipt = {
  client: 'apple-mail',
  account: accountInMail,
  changes: [
    { of: 'outgoing', what: 'encrypted', from: false, to: true },
    { of: 'outgoing', what: 'port', from: 25, to: 465 },
    { of: 'outgoing', what: 'host', from: 'mail.example.net', to: 'smtp.example.net' },
  ],
}

/** Looking is another test’s matter, and nothing is changed before it has ended. */
const action: Action<SettingsReceipt> = {
  ...settingsAct({ id: 'switch-port', label: foreignName('Use another port'), treats: () => [], wishes: () => [] }),
  settles: 0,
  fits: () => true,
  forbiddenWhile: () => [],
  capture: async () => receipt,
}

export const subject: KillSubject = {
  layOut(place) {
    mkdirSync(join(place.home, 'settings'))
    for (const [name, value] of Object.entries(before)) writeFileSync(fileOf(place, name), value)
  },
  stage: (place, _disk, step) => stagedInMail(place, step, action as Action<unknown>),
  /** One server is meant at every moment: what is written first must not hide what is written next. */
  holds(place) {
    if (!existsSync(fileOf(place, 'server'))) throw new Error('the server is gone')
  },
}
