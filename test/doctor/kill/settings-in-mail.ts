import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appleMailAccountId } from '../../../src/clients/apple-mail/known-accounts.ts'
import type { Hands } from '../../../src/core/hands.ts'
import { memoryLog } from '../../../src/core/log.ts'
import type { Programs } from '../../../src/core/mac-powers.ts'
import type { Role } from '../../../src/core/mail.ts'
import type { Action, RemedyContext } from '../../../src/core/remedy.ts'
import type { Mac, World } from '../../../src/core/world.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { powersWithoutMac } from '../../../src/world/real/mac/not-a-mac.ts'
import type { Place, Staged, Step } from './subject.ts'

/** What Mail keeps of one account, each property by itself in a file, so that half an act is seen as such. */

const key = '6C1F'
export const accountInMail = await appleMailAccountId(key)

const told = { host: 'server', port: 'port', encrypted: 'ssl' } as const
const passwordFiles: Readonly<Record<Role, string>> = {
  outgoing: 'password for sending',
  incoming: 'password for receiving',
}

export const fileOf = ({ home }: Pick<Place, 'home'>, name: string) => join(home, 'settings', name)

/** Mail writes a property whole or not at all; we may be gone before it or after it. */
function keep(place: Place, name: string, value: string): void {
  const part = `${place.home}.part`
  writeFileSync(part, value)
  renameSync(part, fileOf(place, name))
}

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
        keep(place, told[what], String(value))
        step(`written ${what}`)
        return { done: true }
      },
      async givePassword(_client: string, _target: unknown, role: Role, password: string) {
        step(`give for ${role}`)
        keep(place, passwordFiles[role], password)
        step(`given for ${role}`)
        return { done: true }
      },
    },
    async sendNow() {
      step('send')
      return { done: true }
    },
  } as unknown as Hands
}

/** An act on the settings of this account in Mail. `password`: what was typed for this once. */
export function stagedInMail(place: Place, step: Step, action: Action<unknown>, password?: string): Staged {
  const programs = {
    ...powersWithoutMac.programs,
    script: async () => ({ outcome: 'answered', text: answer(place) }),
  }
  const mac = { ...powersWithoutMac, programs: programs as unknown as Programs } as unknown as Mac
  const secrets = { read: async () => password && { secret: password, method: 'password', version: '' } }
  const world = { clock: systemClock, log: memoryLog(systemClock), hands: hands(place, step), mac, secrets }
  return { action, ...onlyActing(world as unknown as World, 'apple-mail') }
}

/** Looking is another test’s matter: nothing was found, and nothing is asked again. */
export function onlyActing(world: World, client: string): Omit<Staged, 'action'> {
  const account = {
    id: 'a',
    email: 'anna@example.net',
    client,
    outgoing: { protocol: 'smtp', host: 'smtp.example.net', port: 465, security: 'tls' },
  }
  const diagnosis = { status: 'stuck', causes: [], undecided: [] }
  return {
    world,
    context: { world, account, messages: [], diagnosis, has: () => false } as unknown as RemedyContext,
    surgery: {
      causes: [],
      probes: [],
      budget: 0,
      lookAgain: () => Promise.reject(new Error('nothing to look at')),
    },
  }
}
