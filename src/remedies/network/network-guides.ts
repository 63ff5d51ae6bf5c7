import { detourBroken } from '../../causes/network/detour-broken.ts'
import { ipv6Broken } from '../../causes/network/ipv6-broken.ts'
import { pathLosesLargePackets } from '../../causes/path/path-loses-large-packets.ts'
import { serversOf } from '../../core/mail.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { type Arg, foreignName, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { wayOut } from '../../probes/network/way-out.ts'
import { checkAgain, quotable, settingsWord } from '../lib/app-places.ts'
import { openPane, wayTo } from '../lib/pane.ts'
import { leastPacketBytes, narrowWay } from './set-packet-size.ts'

/** Deep in the network settings, under another button since macOS 13. */
function toDetails(context: RemedyContext, page: Arg): Sentence[] {
  const button = settingsWord(context) === 'Preferences' ? say('Advanced') : say('Details')
  return [
    say('Open {pane}, and click the connection that is in use.', { pane: wayTo('network', context) }),
    say('Click {button}, then “{page}”.', { button, page }),
  ]
}

/** For whoever knows no administrator’s password, and where more than one connection may be meant. */
export const preferIpv4Guide: Guide = {
  id: 'prefer-ipv4-guide',
  kind: 'guide',
  byHand: () =>
    say('A click needs an administrator, and must be sure which connection is meant. Where it is not, you choose.'),
  label: say('Do without IPv6 by hand'),
  risk: 2,
  treats: () => [ipv6Broken],
  guide: (context) => ({
    steps: [
      say('First restart the router: that alone often puts it right.'),
      ...toDetails(context, verbatim('TCP/IP')),
      say('Note what stands beside “Configure IPv6”, then choose “Link-Local Only”.'),
      say('Click OK and send again.'),
      say(
        'At home on another day, set it back to what you noted. Tell your internet provider that IPv6 leads nowhere.',
      ),
      checkAgain,
    ],
    values: [],
    commands: [
      foreignName('/usr/sbin/networksetup -listallnetworkservices'),
      say('sudo /usr/sbin/networksetup -setv6off "Wi-Fi"   # with the name of your connection from that list'),
      say('sudo /usr/sbin/networksetup -setv6automatic "Wi-Fi"   # takes it back'),
    ],
    ...openPane('network', context),
  }),
}

/** For a VPN of its own program, which sets the size anew: its own settings are the better place. */
export const setMtuGuide: Guide = {
  id: 'set-mtu-guide',
  kind: 'guide',
  byHand: () => say('A VPN’s own program sets this anew each time it connects, and lets no other program change it.'),
  label: say('Use smaller packets by hand'),
  risk: 2,
  treats: () => [pathLosesLargePackets],
  fits: ({ chart }) => {
    const way = narrowWay(chart)
    return way !== undefined && (way.mtu === undefined || way.mtu > leastPacketBytes)
  },
  guide(context) {
    const way = narrowWay(context.chart)
    const size = way?.mtu === undefined ? [] : [{ name: say('Packet size now'), value: foreignName(String(way.mtu)) }]
    return {
      steps: [
        say('In the VPN’s own settings, look for a packet size, often called “MTU”, and set it to {size}.', {
          size: verbatim(leastPacketBytes),
        }),
        say(
          'If there is no such place, somebody who knows the Terminal can use the commands below. They hold until you reconnect.',
        ),
        say('If the VPN belongs to your organisation, tell its IT that large packets get lost in it.'),
        checkAgain,
      ],
      values: [...size, { name: say('Packet size to try'), value: foreignName(String(leastPacketBytes)) }],
      commands: way
        ? [
            foreignName(`/sbin/ifconfig ${way.name}`),
            foreignName(`sudo /sbin/ifconfig ${way.name} mtu ${leastPacketBytes}`),
            ...(way.mtu === undefined
              ? []
              : [
                  say('sudo /sbin/ifconfig {name} mtu {mtu}   # takes it back', {
                    name: verbatim(way.name),
                    mtu: verbatim(way.mtu),
                  }),
                ]),
          ]
        : [],
      ...openPane('vpn-and-filters', context),
    }
  },
}

/** For a proxy for web pages, which may be somebody’s rule, and for whoever rather switches it off. */
export const bypassProxyByHand: Guide = {
  id: 'bypass-proxy-by-hand',
  kind: 'guide',
  byHand: () =>
    say('A proxy may be somebody’s rule for this Mac. Whether it may be switched off, only you or its owner can say.'),
  label: say('Let mail go past the proxy by hand'),
  risk: 1,
  treats: () => [detourBroken],
  guide(context) {
    const proxy = context.chart.fact(wayOut)?.network.proxies?.find(({ kind }) => kind === 'socks')
    const hosts = [...new Set(serversOf(context.account).map(({ server }) => server.host))]
    return {
      steps: [
        ...toDetails(context, say('Proxies')),
        proxy
          ? say('There a SOCKS proxy is set: “{name}”. If you do not know what it is for, switch it off.', {
              name: verbatim(quotable(proxy.host)),
            })
          : say('There a SOCKS proxy is set. If you do not know what it is for, switch it off.'),
        say('If you need it for other things, add the names below to the list of hosts that go past it.'),
        say('If it belongs to a program on this Mac, starting that program again may be all that is missing.'),
        checkAgain,
      ],
      values: hosts.map((host) => ({ name: say('Mail server'), value: foreignName(harmless(host, 255)) })),
      ...openPane('network', context),
    }
  },
}
