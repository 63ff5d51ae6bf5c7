import type { AuthMethod, LineProtocol, Role, Security, Server } from '../../src/core/mail.ts'
import type { Clock } from '../../src/core/time.ts'
import type { Secrets } from '../../src/core/world.ts'
import { type ServerName, serverName } from '../../src/probes/names/server-name.ts'
import type { Given } from '../examination.ts'
import type { MailServer, Script } from '../wire/mail-server.ts'
import { startMailServer } from '../wire/start-mail-server.ts'
import { fastClock, netTo } from '../wire/visit.ts'

export interface Door {
  /** Without one, the address stays silent. */
  script?: Script
  protocol?: LineProtocol
  security?: Security
  auth?: AuthMethod
  host?: string
}

const hosts: Record<Role, string> = { outgoing: 'smtp.example.org', incoming: 'imap.example.org' }
const addresses: Record<Role, string> = { outgoing: '192.0.2.10', incoming: '192.0.2.20' }
const ports: Record<Role, number> = { outgoing: 587, incoming: 993 }

/** An account on servers of the test, and what an examination of it is given. Names are looked up already. */
export async function mailAccount(doors: Partial<Record<Role, Door>>, more: Given & { clock?: Clock } = {}) {
  const { clock = fastClock() } = more
  const to: Record<string, number> = {}
  const names: { -readonly [role in Role]?: NonNullable<ServerName[Role]> } = {}
  const servers: Partial<Record<Role, MailServer>> = {}
  const account: Partial<Record<Role, Server>> = {}
  for (const [role, tried] of Object.entries(doors) as [Role, Door][]) {
    const {
      script,
      protocol = role === 'outgoing' ? 'smtp' : 'imap',
      security = 'starttls',
      auth,
      host = hosts[role],
    } = tried
    const [address, port] = [addresses[role], ports[role]]
    account[role] = { protocol, host, port, security, ...(auth && { auth }) }
    names[role] = { host, literal: false, outcome: 'answered', addresses: [{ address, family: 4 }], ms: 1 }
    if (!script) continue
    const server = await startMailServer(script, host)
    servers[role] = server
    to[`${address}:${port}`] = server.port
  }
  const given: Given = {
    clock,
    net: await netTo(to, clock),
    ...more,
    account: { ...account, ...more.account },
    facts: [[serverName, names], ...(more.facts ?? [])],
  }
  return { given, servers, clock }
}

/** A password that nobody may ever see again. */
export const canary = 'canary-Passw0rd!'

export function secretOf(secret = canary, version = 'v1'): Secrets {
  return { read: async () => ({ secret, method: 'password', version }) }
}
