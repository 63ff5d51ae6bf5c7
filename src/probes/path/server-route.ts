import type { Chart } from '../../core/chart.ts'
import { type PerServer, roles, serversOf } from '../../core/mail.ts'
import type { Interface, Route } from '../../core/network.ts'
import { type Probe, skipped, type Telling } from '../../core/probe.ts'
import { joinSentences, type Sentence, say, verbatim, withoutRepeats } from '../../core/sentence.ts'
import { serverName } from '../names/server-name.ts'
import { wayOut } from '../network/way-out.ts'

/** The way to each server's first address; `none`: no route at all. */
export type ServerRoute = PerServer<{ host: string; address: string; route: Route | 'none' }>

export const serverRoute: Probe<ServerRoute> = {
  id: 'server-route',
  question: say('Which way leads to the mail servers?'),
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
  describe: tell,
}

function tell(fact: ServerRoute, chart: Chart): Telling {
  const routes = roles.flatMap((role) => fact[role] ?? [])
  const lost = routes.find(({ route }) => route === 'none')
  if (lost) return { tone: 'bad', line: say('No way leads to {host}', { host: verbatim(lost.host) }) }
  const lines = routes.flatMap(({ host, route }) =>
    route === 'none'
      ? []
      : [say('The way to {host} leads through {means}', { host: verbatim(host), means: means(route, chart) })],
  )
  return { tone: 'plain', line: joinSentences(withoutRepeats(lines), '; ') }
}

const spoken: Record<Interface['kind'], Sentence> = {
  wifi: say('the Wi-Fi'),
  ethernet: say('the cable'),
  cellular: say('the mobile network'),
  vpn: say('the VPN'),
  other: say('the network'),
}

function means({ vpn, interface: name }: Route, chart: Chart): Sentence {
  const kind = chart.fact(wayOut)?.network.interfaces.find((one) => one.name === name)?.kind ?? 'other'
  return spoken[vpn ? 'vpn' : kind]
}
