import { absent, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { appAbilities } from '../../probes/lib/app-abilities.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { mailServers, roleWeight } from './chart-queries.ts'
import { appName } from './mail-app.ts'
import { overdueMessages } from './waiting-mail.ts'

/** What a server offers and the mail app cannot use, though we could. Nothing here decides a cause. */

/** A way to sign in that the app does not know, or a password that it does not say without encryption. */
export function judgeBeyondApp(chart: Chart, role: Role, server: Server): Verdict {
  const offers = chart.fact(capabilities)?.[role]
  if (!offers || offers.refusal || offers.broken || offers.auth.length === 0 || server.auth === 'none') return absent
  if (isUnknownToApp(chart, offers.auth) && isSettled(chart, role, server))
    return present(0.85 * roleWeight(role), [
      say('{host} offers to sign in by: {list}', {
        host: verbatim(offers.host),
        list: verbatim(offers.auth.join(', ')),
      }),
      say('{app} knows none of these ways', { app: appName(chart) }),
    ])
  if (!isInClear(chart, role, server)) return absent
  return present(
    0.45 * roleWeight(role),
    [
      say('{host}, port {port}, offers no encryption and takes passwords only', {
        host: verbatim(offers.host),
        port: verbatim(server.port),
      }),
      say('{app} says a password without encryption only where it is allowed to', { app: appName(chart) }),
    ],
    [say('It may be allowed to: that cannot be seen')],
  )
}

/** Before encryption servers hide their ways to sign in (RFC 4954 §4): that list says nothing. */
function isSettled(chart: Chart, role: Role, server: Server): boolean {
  return server.security === 'none' || chart.fact(encryption)?.[role]?.outcome === 'secured'
}

function isUnknownToApp(chart: Chart, offered: readonly string[]): boolean {
  const { cannot = [] } = appAbilities(chart).signIn ?? {}
  return offered.every((way) => cannot.includes(way))
}

/** Mail that is stuck, an app that has to be allowed to, and no way to sign in but the password itself. */
function isInClear(chart: Chart, role: Role, { security }: Server): boolean {
  const offers = chart.fact(capabilities)?.[role]
  const insecure = appAbilities(chart).insecure
  if (security !== 'none' || !offers || overdueMessages(chart).length === 0) return false
  if (insecure !== 'only-if-allowed' && insecure !== 'no') return false
  if (offers.after.some((word) => word === 'STARTTLS' || word === 'STLS')) return false
  return offers.auth.every((way) => way === 'PLAIN' || way === 'LOGIN')
}

export function explainBeyondApp(chart: Chart): Sentence | undefined {
  const app = appName(chart)
  const servers = mailServers(chart)
  if (servers.some(({ role }) => isUnknownToApp(chart, offeredTo(chart, role))))
    return say(
      'There are several ways to prove to a server who you are. {app} knows none of those that this server offers.',
      { app },
    )
  if (servers.some(({ role, server }) => isInClear(chart, role, server)))
    return say(
      'This server takes the password only without encryption, and {app} does not say it so unless it was allowed to.',
      { app },
    )
  return undefined
}

/** Nothing, rather than an empty list, where no way was offered: of none it could not be said that the app knows it. */
function offeredTo(chart: Chart, role: Role): readonly string[] {
  const offered = chart.fact(capabilities)?.[role]?.auth ?? []
  return offered.length > 0 ? offered : ['']
}

/** Within this Mac nobody can listen; anywhere else a password goes nowhere without encryption. */
export function inClearDetails(chart: Chart): Sentence[] {
  const inClear = mailServers(chart).filter(({ role, server }) => isInClear(chart, role, server))
  if (inClear.length === 0) return []
  return inClear.every(({ server }) => isOnThisMac(server.host))
    ? [
        say(
          'That server is a program on this Mac, so the password does not leave it: switch on encryption in that program, or allow “insecure authentication” in the server settings of this account.',
        ),
      ]
    : [say('Use a port of the server that encrypts: without that, anybody on the way could read the password.')]
}
