import { serverNameUnknown } from '../../causes/names/server-name-unknown.ts'
import { certificateExpired, certificateNotYetValid } from '../../causes/tls/certificate-dates.ts'
import { certificateWrongName } from '../../causes/tls/certificate-wrong-name.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { foreignName, say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { bareHost, isLocalName, isOnThisMac, literalOf, oddityOf } from '../../probes/lib/host-name.ts'
import { serverName } from '../../probes/names/server-name.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt, Wish } from '../lib/settings/change.ts'
import { firstSafe } from '../lib/settings/first-safe.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { publishedFor, purposeOfRole } from '../lib/working-servers.ts'

const treats = () => [serverNameUnknown, certificateWrongName]

export const correctServerName: Action<SettingsReceipt> = settingsAct({
  id: 'correct-server-name',
  label: say('Correct the server name'),
  treats,
  wishes,
})

export const correctServerNameByHand: Guide = {
  id: 'correct-server-name-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Correct the server name by hand'),
  risk: 1,
  treats,
  fits: (context) => candidates(context).length > 0,
  guide(context) {
    const found = candidates(context)
    return {
      steps: [
        ...whyByHand(context),
        ...serverSteps(context, [...new Set(found.map(({ role }) => role))], 'host'),
        ...(found.some(({ from }) => from === 'certificate')
          ? [
              say(
                'If you do not know the new name, ask your provider before you use it: a stranger could be in its place.',
              ),
            ]
          : []),
      ],
      values: found.map(({ role, name, from }) => ({
        name: say('Server for {purpose}, {where}', { purpose: purposeOfRole[role], where: froms[from] }),
        value: foreignName(name),
      })),
      ...openingApp(context),
    }
  },
}

/** For every server whose name is wrong a name that is somebody's known one; half of it helps nobody. */
function wishes(context: RemedyContext): Wish[] {
  // The same certificate would be shown by that name, too, and nothing is written where it is not in order.
  const isOutOfDate = context.has(certificateExpired) || context.has(certificateNotYetValid)
  const usable = candidates(context).filter(({ from }) => from !== 'certificate' || !isOutOfDate)
  const byRole = Map.groupBy(usable, ({ role }) => role)
  const found = [...byRole].map(([role, names]) => firstSafe(role, placesOf(role, names, context), context))
  return found.includes(undefined) ? [] : found.filter((wish) => wish !== undefined)
}

/** What is published with the name goes with it, unless what is set is published too. */
function placesOf(role: Role, names: readonly Candidate[], { chart, account }: RemedyContext): Server[] {
  const own = account[role]
  if (!own) return []
  return names.flatMap(({ name, from }) => {
    const published = from === 'provider' ? publishedFor(chart, role).filter(({ host }) => host === name) : []
    const isAsSet = ({ port, security }: Server) => port === own.port && security === own.security
    return published.length > 0
      ? [...published.filter(isAsSet), ...published.filter((one) => !isAsSet(one))]
      : [{ ...own, host: name }]
  })
}

interface Candidate {
  role: Role
  name: string
  from: 'provider' | 'certificate' | 'itself'
}

const froms = {
  provider: say('as the provider publishes it'),
  certificate: say('as the server calls itself'),
  itself: say('without what does not belong there'),
}

/** Names that the provider publishes first; of what the certificate carries, no pattern and no stranger's guess. */
function candidates({ chart, account }: RemedyContext): Candidate[] {
  return roles.flatMap((role) => {
    const own = account[role]
    if (!own || isOnThisMac(own.host)) return []
    const shown = chart.fact(certificate)?.[role]
    const isUnnamed = (chart.fact(serverName)?.[role]?.addresses.length ?? 1) === 0
    if (!isUnnamed && (!shown || shown.trust.nameFits)) return []
    const published = publishedFor(chart, role).map(({ host }) => host)
    // A chain that nobody vouches for says nothing about who this is.
    const carried =
      shown && !shown.trust.nameFits && (shown.trust.bundled || shown.trust.system)
        ? namesIn(shown.chain[0]?.names)
        : []
    const agreed = published.filter((host) => carried.includes(host))
    const best = agreed.length > 0 ? agreed : isUnnamed ? published : []
    const named: Candidate[] = best.slice(0, 1).map((name) => ({ role, name: harmless(name, 255), from: 'provider' }))
    if (named.length > 0) return named.filter(({ name }) => name !== own.host)
    const bare = bareHost(own.host)
    if (bare !== own.host && namesIn([bare]).length > 0) return [{ role, name: bare, from: 'itself' as const }]
    return carried.slice(0, 3).map((name) => ({ role, name: harmless(name, 255), from: 'certificate' as const }))
  })
}

function namesIn(names: readonly string[] = []): string[] {
  return names.filter((name) => !literalOf(name) && oddityOf(name) === undefined && !isLocalName(name))
}
