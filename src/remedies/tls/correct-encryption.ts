import { encryptionModeWrong } from '../../causes/tls/encryption-mode-wrong.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { capabilitiesOf, openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt } from '../lib/settings/change.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { otherPorts, portAndSecurity } from '../lib/working-servers.ts'

export const correctEncryption: Action<SettingsReceipt> = settingsAct({
  id: 'correct-encryption',
  label: say('Correct the encryption setting'),
  treats: () => [encryptionModeWrong],
  wishes: (context) =>
    options(context).flatMap(({ role, servers }) => {
      const own = context.account[role]
      // One box for both kinds is ticked already: then another port alone makes a difference.
      const server = servers.find(({ port }) => port !== own?.port || own.security === 'none')
      return server ? [{ of: role, to: { port: server.port, security: server.security } }] : []
    }),
})

export const correctEncryptionByHand: Guide = {
  id: 'correct-encryption-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Correct the encryption by hand'),
  risk: 1,
  treats: () => [encryptionModeWrong],
  fits: (context) => fitting(context).length > 0,
  guide(context) {
    const found = fitting(context)
    return {
      steps: [
        ...whyByHand(context),
        ...serverSteps(
          context,
          found.map(({ role }) => role),
          'encryption',
        ),
      ],
      values: found.flatMap(({ role, server }) => portAndSecurity(role, server)),
      ...openingApp(context),
    }
  },
}

interface Fitting {
  role: Role
  server: Pick<Server, 'port' | 'security'>
}

function fitting(context: RemedyContext): Fitting[] {
  return options(context).flatMap(({ role, servers: [server] }) => (server ? [{ role, server }] : []))
}

/**
 * The kind of encryption that was seen to work on the port that is set; and a port whose own kind is known. An app
 * with one box for both kinds goes by the port, so that another port is the surer way there.
 */
function options({
  chart,
  account,
  observation,
}: RemedyContext): { role: Role; servers: readonly Fitting['server'][] }[] {
  const { goesByPort = false } = capabilitiesOf({ account, ...(observation && { observation }) })
  return roles.flatMap((role) => {
    const own = account[role]
    const tls = chart.fact(encryption)?.[role]
    if (!own || !tls || tls.outcome === 'secured') return []
    const there = otherPorts(chart, role).slice(0, 1)
    const here = tls.otherMode?.works ? [{ port: own.port, security: tls.otherMode.mode }] : []
    const isUsual = own.port === 587 || own.port === 465 || own.port === 993 || own.port === 995
    return [{ role, servers: goesByPort && !isUsual ? [...there, ...here] : [...here, ...there] }]
  })
}
