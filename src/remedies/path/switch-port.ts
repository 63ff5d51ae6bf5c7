import { configuredPort, isOpen } from '../../causes/lib/chart-queries.ts'
import { port25Blocked, portBlockedHere } from '../../causes/path/blocked-here.ts'
import { largeHelloLost } from '../../causes/path/large-hello-lost.ts'
import { serverPortClosed } from '../../causes/server/server-port-closed.ts'
import { serverPortFaulty, workingPorts } from '../../causes/server/server-port-faulty.ts'
import { starttlsMissing } from '../../causes/tls/starttls-missing.ts'
import { starttlsStripped } from '../../causes/tls/starttls-stripped.ts'
import { tlsCutInPath } from '../../causes/tls/tls-cut-in-path.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt } from '../lib/settings/change.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { otherPorts, portAndSecurity } from '../lib/working-servers.ts'

const treats = () => [
  portBlockedHere,
  port25Blocked,
  serverPortClosed,
  serverPortFaulty,
  tlsCutInPath,
  largeHelloLost,
  starttlsStripped,
  starttlsMissing,
]

export const switchPort: Action<SettingsReceipt> = settingsAct({
  id: 'switch-port',
  label: say('Use another port'),
  treats,
  wishes: (context) =>
    betterPorts(context).map(({ role, server: { port, security } }) => ({ of: role, to: { port, security } })),
})

export const switchPortByHand: Guide = {
  id: 'switch-port-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Change the port by hand'),
  risk: 1,
  treats,
  fits: (context) => betterPorts(context).length > 0,
  guide(context) {
    const better = betterPorts(context)
    return {
      steps: [
        ...whyByHand(context),
        ...serverSteps(
          context,
          better.map(({ role }) => role),
          'port',
        ),
      ],
      values: better.flatMap(({ role, server }) => portAndSecurity(role, server)),
      ...openingApp(context),
    }
  },
}

/** For each server whose own port does not do, a port that was seen open. */
function betterPorts(context: RemedyContext): { role: Role; server: Server }[] {
  const { chart } = context
  // Where encryption is taken away after the greeting, only a port that begins with it is safe.
  const isTampered = context.has(starttlsStripped) || context.has(starttlsMissing)
  return roles.flatMap((role) => {
    if (!isAiling(chart, role)) return []
    const server = otherPorts(chart, role).find(({ security }) => !isTampered || security === 'tls')
    return server ? [{ role, server }] : []
  })
}

function isAiling(chart: Chart, role: Role): boolean {
  const tested = configuredPort(chart, role)
  const outcome = chart.fact(encryption)?.[role]?.outcome
  return (
    workingPorts(chart, role).length > 0 ||
    (tested !== undefined && !isOpen(tested)) ||
    (outcome !== undefined && outcome !== 'secured' && outcome !== 'clear')
  )
}
