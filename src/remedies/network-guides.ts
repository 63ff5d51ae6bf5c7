import { detourBroken } from '../causes/detour-broken.ts'
import { ipv6Broken } from '../causes/ipv6-broken.ts'
import { pathLosesLargePackets } from '../causes/path-loses-large-packets.ts'
import type { Chart } from '../core/chart.ts'
import { roles, serversOf } from '../core/mail.ts'
import type { Consultation, Guide } from '../core/remedy.ts'
import { harmless } from '../core/text.ts'
import { serverRoute } from '../probes/server-route.ts'
import { wayOut } from '../probes/way-out.ts'
import { called, checkAgain, settingsWord } from './app-places.ts'
import { openPane, wayTo } from './pane.ts'
import { isInterface } from './vpn-guides.ts'

/** Deep in the network settings, under another button since macOS 13. */
function toDetails(consultation: Consultation, page: string): string[] {
  const button = settingsWord(consultation) === 'Preferences' ? 'Advanced' : 'Details'
  return [
    `Open ${wayTo('network', consultation)}, and click the connection that is in use.`,
    `Click ${button}, then “${page}”.`,
  ]
}

export const preferIpv4Guide: Guide = {
  id: 'prefer-ipv4-guide',
  kind: 'guide',
  label: 'Do without IPv6 here',
  risk: 2,
  treats: () => [ipv6Broken],
  guide: (consultation) => ({
    steps: [
      'First restart the router: that alone often puts it right.',
      ...toDetails(consultation, 'TCP/IP'),
      'Note what stands beside “Configure IPv6”, then choose “Link-Local Only”.',
      'Click OK and send again.',
      'At home on another day, set it back to what you noted. Tell your internet provider that IPv6 leads nowhere.',
      checkAgain,
    ],
    values: [],
    commands: [
      '/usr/sbin/networksetup -listallnetworkservices',
      'sudo /usr/sbin/networksetup -setv6off "Wi-Fi"   # with the name of your connection from that list',
      'sudo /usr/sbin/networksetup -setv6automatic "Wi-Fi"   # takes it back',
    ],
    ...openPane('network', consultation),
  }),
}

/** What every link that carries IPv6 must pass (RFC 8200 §5). */
const least = 1_280

export const setMtuGuide: Guide = {
  id: 'set-mtu-guide',
  kind: 'guide',
  label: 'Use smaller packets',
  risk: 2,
  treats: () => [pathLosesLargePackets],
  fits: ({ chart }) => {
    const way = narrowWay(chart)
    return way !== undefined && (way.mtu === undefined || way.mtu > least)
  },
  guide({ chart }) {
    const way = narrowWay(chart)
    const size = way?.mtu === undefined ? [] : [{ name: 'Packet size now', value: String(way.mtu) }]
    return {
      steps: [
        `In the VPN’s own settings, look for a packet size, often called “MTU”, and set it to ${least}.`,
        'If there is no such place, somebody who knows the Terminal can use the commands below. They hold until you reconnect.',
        'If the VPN belongs to your organisation, tell its IT that large packets get lost in it.',
        checkAgain,
      ],
      values: [...size, { name: 'Packet size to try', value: String(least) }],
      commands: way
        ? [
            `/sbin/ifconfig ${way.name}`,
            `sudo /sbin/ifconfig ${way.name} mtu ${least}`,
            ...(way.mtu === undefined ? [] : [`sudo /sbin/ifconfig ${way.name} mtu ${way.mtu}   # takes it back`]),
          ]
        : [],
    }
  },
}

function narrowWay(chart: Chart): { name: string; mtu?: number } | undefined {
  const routes = roles.flatMap((role) => chart.fact(serverRoute)?.[role]?.route ?? [])
  const way = routes.find((route) => route !== 'none' && isInterface(route.interface))
  if (!way || way === 'none') return undefined
  return { name: way.interface, ...(way.mtu !== undefined && { mtu: way.mtu }) }
}

export const bypassProxy: Guide = {
  id: 'bypass-proxy',
  kind: 'guide',
  label: 'Lead mail past the proxy',
  risk: 1,
  treats: () => [detourBroken],
  guide(consultation) {
    const proxy = consultation.chart.fact(wayOut)?.network.proxies?.find(({ kind }) => kind === 'socks')
    const hosts = [...new Set(serversOf(consultation.account).map(({ server }) => server.host))]
    return {
      steps: [
        ...toDetails(consultation, 'Proxies'),
        proxy
          ? `There a SOCKS proxy is set: “${called(proxy.host)}”. If you do not know what it is for, switch it off.`
          : 'There a SOCKS proxy is set. If you do not know what it is for, switch it off.',
        'If you need it for other things, add the names below to the list of hosts that go past it.',
        'If it belongs to a program on this Mac, starting that program again may be all that is missing.',
        checkAgain,
      ],
      values: hosts.map((host) => ({ name: 'Mail server', value: harmless(host, 255) })),
      ...openPane('network', consultation),
    }
  },
}
