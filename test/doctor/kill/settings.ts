import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appleMailAccountId } from '../../../src/clients/apple-mail/known-accounts.ts'
import type { Hands } from '../../../src/core/hands.ts'
import { memoryLog } from '../../../src/core/log.ts'
import type { Programs } from '../../../src/core/mac-powers.ts'
import type { Action, RemedyContext } from '../../../src/core/remedy.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import type { Mac, World } from '../../../src/core/world.ts'
import { settingsAct } from '../../../src/remedies/lib/settings/act.ts'
import type { SettingsReceipt } from '../../../src/remedies/lib/settings/change.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { powersWithoutMac } from '../../../src/world/real/mac/not-a-mac.ts'
import type { KillSubject, Place, Step } from './subject.ts'

/** What Mail keeps of one account, each property by itself in a file, so that half an act is seen as such. */
const before: Readonly<Record<string, string>> = { server: 'mail.example.net', port: '25', ssl: 'false' }
const key = '6C1F'

const receipt: SettingsReceipt = {
  client: 'apple-mail',
  account: await appleMailAccountId(key),
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

const fileOf = ({ home }: Place, name: string) => join(home, 'settings', name)
const told = { host: 'server', port: 'port', encrypted: 'ssl' } as const

/** As the script of Mail's accounts answers, by what the files say now. */
function answer(place: Place): string {
  const field = (name: string) => readFileSync(fileOf(place, name), 'utf8')
  const [server, port, ssl] = [field('server'), field('port'), field('ssl')]
  const record = (...fields: string[]) => fields.join('\x1f')
  return [
    record('outbox-doctor', 'script=apple-mail-accounts', 'format=1'),
    record('account', `id=${key}`, `smtp-server=${server}`, `smtp-port=${port}`, 'smtp-user=anna'),
    record('smtp', `server=${server}`, `port=${port}`, `ssl=${ssl}`, 'user=anna'),
    record('end'),
  ].join('\x1e')
}

/** Mail writes a property whole or not at all; we may be gone before it or after it. */
function hands(place: Place, step: Step): Hands {
  return {
    settings: {
      async write(
        _client: string,
        { server }: { server?: { host?: string } },
        { what, value }: { what: keyof typeof told; value: unknown },
      ) {
        if (server?.host !== readFileSync(fileOf(place, 'server'), 'utf8')) return { done: false, why: 'missing' }
        step(`write ${what}`)
        const part = fileOf(place, `${told[what]}.part`)
        writeFileSync(part, String(value))
        renameSync(part, fileOf(place, told[what]))
        step(`written ${what}`)
        return { done: true }
      },
    },
    async sendNow() {
      step('send')
      return { done: true }
    },
  } as unknown as Hands
}

export const subject: KillSubject = {
  layOut(place) {
    mkdirSync(join(place.home, 'settings'))
    for (const [name, value] of Object.entries(before)) writeFileSync(fileOf(place, name), value)
  },
  stage(place, _disk, step) {
    const programs = {
      ...powersWithoutMac.programs,
      script: async () => ({ outcome: 'answered', text: answer(place) }),
    }
    const mac = { ...powersWithoutMac, programs: programs as unknown as Programs } as unknown as Mac
    const world = { clock: systemClock, log: memoryLog(systemClock), hands: hands(place, step), mac } as World
    const account = { id: 'a', email: 'anna@example.net', client: 'apple-mail' }
    const diagnosis = { status: 'stuck', causes: [], undecided: [] }
    return {
      world,
      action: action as Action<unknown>,
      context: { world, account, messages: [], diagnosis, has: () => false } as unknown as RemedyContext,
      surgery: {
        causes: [],
        probes: [],
        budget: 0,
        lookAgain: () => Promise.reject(new Error('nothing to look at')),
      },
    }
  },
  /** One server is meant at every moment: what is written first must not hide what is written next. */
  holds(place) {
    if (!existsSync(fileOf(place, 'server'))) throw new Error('the server is gone')
  },
}
