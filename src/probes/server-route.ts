import type { PerServer } from '../core/mail.ts'
import type { Route } from '../core/network.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import { serverName } from './server-name.ts'

/** The way to each server's first address; `none`: no route at all. */
export type ServerRoute = PerServer<{ host: string; address: string; route: Route | 'none' }>

export const serverRoute: Probe<ServerRoute> = {
  id: 'server-route',
  question: 'Which way leads to the mail servers?',
  budget: 3_000,
  after: [serverName],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
