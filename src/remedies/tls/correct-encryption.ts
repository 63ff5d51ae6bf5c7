import { encryptionModeWrong } from '../../causes/tls/encryption-mode-wrong.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { capabilitiesOf, openingApp } from '../lib/app-places.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { otherPorts, portAndSecurity } from '../lib/working-servers.ts'

export const correctEncryption: Guide = {
  id: 'correct-encryption',
  kind: 'guide',
  label: say('Correct the encryption setting'),
  risk: 1,
  treats: () => [encryptionModeWrong],
  fits: (context) => fitting(context).length > 0,
  guide(context) {
    const found = fitting(context)
    return {
      steps: serverSteps(
        context,
        found.map(({ role }) => role),
        'encryption',
      ),
      values: found.flatMap(({ role, server }) => portAndSecurity(role, server)),
      ...openingApp(context),
    }
  },
}

type Fitting = { role: Role; server: Pick<Server, 'port' | 'security'> }

/**
 * The kind of encryption that was seen to work on the port that is set; else a port whose own kind is known. An app
 * with one box for both kinds goes by the port, so that another port is the surer way there.
 */
function fitting({ chart, account, observation }: RemedyContext): Fitting[] {
  const { goesByPort = false } = capabilitiesOf({ account, ...(observation && { observation }) })
  return roles.flatMap((role): Fitting[] => {
    const own = account[role]
    const tls = chart.fact(encryption)?.[role]
    if (!own || !tls || tls.outcome === 'secured') return []
    const [other] = otherPorts(chart, role)
    const here: Fitting[] = tls.otherMode?.works
      ? [{ role, server: { port: own.port, security: tls.otherMode.mode } }]
      : []
    const there: Fitting[] = other ? [{ role, server: other }] : []
    const isUsual = own.port === 587 || own.port === 465 || own.port === 993 || own.port === 995
    return (goesByPort && !isUsual ? [...there, ...here] : [...here, ...there]).slice(0, 1)
  })
}
