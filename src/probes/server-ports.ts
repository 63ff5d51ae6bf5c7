import type { PerServer } from '../core/mail.ts'
import type { Attempt } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import { serverName } from './server-name.ts'

/** Every mail port and 443 of each server, on every address. The configured port is in the list too. */
export type ServerPorts = PerServer<{ host: string; configured: number; tries: readonly Attempt[] }>

export const serverPorts: Probe<ServerPorts> = {
  id: 'server-ports',
  question: 'Which doors of the mail servers are open?',
  budget: 9_500,
  after: [serverName],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
