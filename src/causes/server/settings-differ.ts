import { absent, type Cause, type Explanation, present, undecided, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { incomingServers, outgoingServers } from '../../knowledge/providers.ts'
import { serverPorts } from '../../probes/path/server-ports.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import {
  configuredPort,
  controlPorts,
  isInTrouble,
  isOpen,
  joinedVerdicts,
  judgeServers,
  roleWeight,
  serverWorks,
  testedPorts,
} from '../lib/chart-queries.ts'
import { judgeMovedMailbox, movedMailbox } from '../lib/moved-mailbox.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { noNetwork } from '../network/no-network.ts'

export const settingsDiffer: Cause = {
  id: 'settings-differ',
  title: say('Your settings differ from what the provider publishes.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 30_000,
  shadowedBy: () => [noNetwork, captivePortal],
  judge: (chart) =>
    joinedVerdicts([judgeServers(chart, (role, server) => judge(chart, role, server)), judgeMovedMailbox(chart)]),
  explain: (chart) => explainMoved(chart) ?? explainOther(chart),
}

function explainMoved(chart: Chart): Explanation | undefined {
  const found = judgeMovedMailbox(chart).is === 'present' ? movedMailbox(chart) : undefined
  if (!found) return undefined
  const [sends] = outgoingServers(found.to)
  const [fetches] = incomingServers(found.to)
  return {
    plain: say(
      'The mailbox of this address is kept by {name} now, and your account still asks the old servers. They answer, but let nobody in any more. Use the servers of {name}.',
      { name: verbatim(found.to.name) },
    ),
    details: [
      ...(sends ? [say('Published for outgoing mail: {sends}', { sends: named(sends) })] : []),
      ...(fetches ? [say('Published for incoming mail: {fetches}', { fetches: named(fetches) })] : []),
      ...(found.to.appPassword.startsWith('required')
        ? [
            say('{name} takes an app password there, made on its website, in place of your usual one.', {
              name: verbatim(found.to.name),
            }),
          ]
        : []),
    ],
  }
}

function explainOther(chart: Chart): Explanation {
  return {
    plain: say('As your account is set up, it does not work. The settings that the provider publishes do answer.'),
    details: (['outgoing', 'incoming'] as const).flatMap((role) => {
      const better = answering(chart, role)[0]
      if (!better || !chart.account[role]) return []
      return role === 'outgoing'
        ? [say('Published for outgoing mail: {sends}', { sends: named(better) })]
        : [say('Published for incoming mail: {fetches}', { fetches: named(better) })]
    }),
  }
}

/** A private setting that works is left alone, and so is a published one that nobody has seen answer. */
function judge(chart: Chart, role: Role, server: Server): Verdict {
  const published = chart.fact(publishedSettings)?.[role] ?? []
  if (published.length === 0 || published.some((one) => isSame(one, server)) || !fails(chart, role)) return absent
  const [better] = answering(chart, role)
  if (!better) {
    const probed = published.some(({ host }) => host === server.host) && chart.fact(serverPorts)?.[role]
    return probed ? absent : undecided(serverPorts)
  }
  // Refused: somebody is there and does not offer it. Silence may be the network's doing, whatever the setting.
  const refused = configuredPort(chart, role)?.end === 'refused'
  return present((refused ? 0.92 : 0.6) * roleWeight(role), [
    say('Set up: {server}', { server: named(server) }),
    say('Published, and it answers: {better}', { better: named(better) }),
  ])
}

function fails(chart: Chart, role: Role): boolean {
  const tls = chart.fact(encryption)?.[role]?.outcome
  return (
    !serverWorks(chart, role) &&
    (isInTrouble(chart, role) || (tls !== undefined && tls !== 'secured' && tls !== 'clear'))
  )
}

/** The published servers of the same protocol whose port was seen open, best first. */
function answering(chart: Chart, role: Role): Server[] {
  const open = [...testedPorts(chart, role), ...controlPorts(chart)].filter(isOpen)
  const own = chart.account[role]
  return (chart.fact(publishedSettings)?.[role] ?? []).filter(
    (one) =>
      own &&
      one.protocol === own.protocol &&
      !isSame(one, own) &&
      one.security !== 'none' &&
      open.some(({ host, port }) => host === one.host && port === one.port),
  )
}

function isSame(one: Server, other: Server): boolean {
  return (
    one.host.toLowerCase() === other.host.toLowerCase() && one.port === other.port && one.security === other.security
  )
}

const how = { tls: verbatim('TLS'), starttls: verbatim('STARTTLS'), none: say('no encryption') }
const named = ({ host, port, security }: Server): Sentence =>
  say('{host}, port {port}, {how}', { host: verbatim(host), port: verbatim(port), how: how[security] })
