import type { z } from 'zod'
import type { sceneSchema } from '../../../../src/world/simulated/scene.ts'

type Written = z.input<typeof sceneSchema>

/** A scene as it is written down, while it is being made. */
export type Draft = Pick<Written, 'account' | 'otherAccounts' | 'deep' | 'past'> &
  Required<Pick<Written, 'later'>> &
  Parts

type Part = 'mac' | 'names' | 'dns' | 'hosts' | 'way' | 'outside' | 'outbox'
type Parts = { [P in Part]?: Exclude<Written[P], undefined> }

/** This part of the world is so for a while, and then as it was. */
export function forAWhile<P extends Part>(draft: Draft, part: P, now: Required<Parts>[P], seconds: number): void {
  const parts: Parts = draft
  const after: Parts = { [part]: parts[part] ?? healthy[part] }
  parts[part] = now
  draft.later.push({ after: `${seconds}s`, world: after })
}

const healthy: Required<Parts> = { mac: {}, names: {}, dns: {}, hosts: {}, way: {}, outside: 'open', outbox: [] }

/** Every server of every account, with what it is for. */
export function serversOf({ account, otherAccounts = [] }: Draft): { host: string; port: number; sends: boolean }[] {
  return [account, ...otherAccounts].flatMap(({ incoming, outgoing }) => [
    ...(incoming ? [{ host: incoming.host, port: incoming.port, sends: false }] : []),
    ...(outgoing ? [{ host: outgoing.host, port: outgoing.port, sends: true }] : []),
  ])
}
