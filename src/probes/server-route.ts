import { type PerServer, roles, serversOf } from '../core/mail.ts'
import type { Route } from '../core/network.ts'
import { type Probe, skipped, type Telling } from '../core/probe.ts'
import { serverName } from './server-name.ts'

/** The way to each server's first address; `none`: no route at all. */
export type ServerRoute = PerServer<{ host: string; address: string; route: Route | 'none' }>

export const serverRoute: Probe<ServerRoute> = {
  id: 'server-route',
  question: 'Which way leads to the mail servers?',
  layer: 'path',
  budget: 3_000,
  after: [serverName],
  ask: async ({ account, chart, world: { mac } }, signal) => {
    const named = chart.fact(serverName)
    const routes = await Promise.all(
      serversOf(account).map(async ({ role }) => {
        const { host, addresses } = named?.[role] ?? {}
        const address = addresses?.[0]?.address
        return host && address ? [[role, { host, address, route: await mac.routeTo(address, signal) }] as const] : []
      }),
    )
    const found = routes.flat()
    return found.length > 0 ? Object.fromEntries(found) : skipped(serverName)
  },
  tell,
}

function tell(fact: ServerRoute): Telling {
  const routes = roles.flatMap((role) => fact[role] ?? [])
  const lost = routes.find(({ route }) => route === 'none')
  if (lost) return { tone: 'bad', line: `No way leads to ${lost.host}` }
  const lines = routes.map(({ host, route }) => `${host} by ${way(route)}`)
  return { tone: 'plain', line: [...new Set(lines)].join('; ') }
}

function way(route: Route | 'none'): string {
  if (route === 'none') return 'no way'
  return route.vpn ? `the VPN (${route.interface})` : route.interface
}
