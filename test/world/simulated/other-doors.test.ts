import { beforeAll, describe, expect, test } from 'vitest'
import { loadScene } from '../../../src/world/simulated/library.ts'
import { readScene } from '../../../src/world/simulated/scene.ts'
import { examined } from './examined.ts'

/** A server whose ports differ, and what is to come first. */
interface Case {
  what: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  ports: Record<string, unknown>
  first: string | null
  use?: string
  auth?: 'none'
}

const smtp = { protocol: 'smtp' } as const
const starttls = { ...smtp, mode: 'starttls' } as const
const tls = { ...smtp, mode: 'tls' } as const
const cut = (how: 'close' | 'reset' | 'stall') => ({ breaks: { at: 'tls', how } })

const cases: Case[] = [
  {
    what: 'no sign-in at 25, but at 587',
    port: 25,
    security: 'starttls',
    ports: { 25: { ...starttls, auth: [] }, 465: 'refused', 587: starttls },
    first: 'server-port-faulty',
    use: 'Use port 587 of mail.uni.example in place of port 25.',
  },
  {
    what: 'no sign-in at 587, but at 465',
    port: 587,
    security: 'starttls',
    ports: { 587: { ...starttls, auth: [] }, 465: tls },
    first: 'server-port-faulty',
    use: 'Use port 465 of mail.uni.example in place of port 587.',
  },
  {
    what: 'reset at 465 as encryption begins, fine at 587',
    port: 465,
    security: 'tls',
    ports: { 465: { ...tls, ...cut('reset') }, 587: starttls },
    first: 'server-port-faulty',
    use: 'Use port 587 of mail.uni.example in place of port 465.',
  },
  {
    what: 'hung up at 587, fine at 2525 only',
    port: 587,
    security: 'starttls',
    ports: { 587: { ...starttls, ...cut('close') }, 465: 'refused', 2525: starttls },
    first: 'server-port-faulty',
    use: 'Use port 2525 of mail.uni.example in place of port 587.',
  },
  {
    what: 'of two other doors, the one that takes sign-ins',
    port: 587,
    security: 'starttls',
    ports: { 587: { ...starttls, ...cut('reset') }, 465: { ...tls, auth: [] }, 2525: starttls },
    first: 'server-port-faulty',
    use: 'Use port 2525 of mail.uni.example in place of port 587.',
  },
  {
    what: 'no sign-in anywhere: no port helps',
    port: 587,
    security: 'starttls',
    ports: { 587: { ...starttls, auth: [] }, 465: { ...tls, auth: [] }, 2525: 'refused' },
    first: 'auth-method-mismatch',
  },
  {
    what: 'cut at every port: it is not the port',
    port: 587,
    security: 'starttls',
    ports: { 587: { ...starttls, ...cut('reset') }, 465: { ...tls, ...cut('reset') }, 2525: 'refused' },
    first: 'tls-cut-in-path',
  },
  {
    what: 'a relay that is meant to take mail without signing in',
    port: 25,
    security: 'starttls',
    auth: 'none',
    ports: { 25: { ...starttls, auth: [] }, 587: starttls },
    first: null,
  },
]

describe('the other doors of one host', () => {
  beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

  test.for(cases)('$what', { timeout: 60_000 }, async ({ port, security, ports, first, use, auth }) => {
    const outgoing = { host: 'mail.uni.example', port, security, ...(auth && { auth }) }
    const scene = {
      title: 'Doors',
      story: 'Some doors of a server.',
      expects: { first, status: 'stuck' },
      account: {
        email: 'nora@uni.example',
        client: 'apple-mail',
        incoming: { protocol: 'imap', host: 'imap.uni.example', port: 993, security: 'tls' },
        outgoing,
        secret: 'a good secret',
      },
      hosts: { 'mail.uni.example': { ports } },
      outbox: [{ waiting: '40m', size: 21_000, recipients: 1 }],
    }
    const { diagnosis } = await examined(readScene(JSON.stringify(scene)))
    expect(diagnosis.causes[0]?.id ?? null).toBe(first)
    if (use) expect(diagnosis.causes[0]?.details).toContain(use)
  })
})
