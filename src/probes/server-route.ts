import type { Chart } from '../core/chart.ts'
import { type PerServer, roles, serversOf } from '../core/mail.ts'
import type { Interface, Route } from '../core/network.ts'
import { type Probe, skipped, type Telling } from '../core/probe.ts'
import { serverName } from './server-name.ts'
import { wayOut } from './way-out.ts'

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

function tell(fact: ServerRoute, chart: Chart): Telling {
  const routes = roles.flatMap((role) => fact[role] ?? [])
  const lost = routes.find(({ route }) => route === 'none')
  if (lost) return { tone: 'bad', line: `No way leads to ${lost.host}` }
  const lines = routes.flatMap(({ host, route }) =>
    route === 'none' ? [] : [`The way to ${host} leads through ${means(route, chart)}`],
  )
  return { tone: 'plain', line: [...new Set(lines)].join('; ') }
}

const spoken: Record<Interface['kind'], string> = {
  wifi: 'the Wi-Fi',
  ethernet: 'the cable',
  cellular: 'the mobile network',
  vpn: 'the VPN',
  other: 'the network',
}

function means({ vpn, interface: name }: Route, chart: Chart): string {
  const kind = chart.fact(wayOut)?.network.interfaces.find((one) => one.name === name)?.kind ?? 'other'
  return spoken[vpn ? 'vpn' : kind]
}
