import { serverNameUnknown } from '../../causes/names/server-name-unknown.ts'
import { serversOf } from '../../core/mail.ts'
import type { Guide } from '../../core/remedy.ts'
import { foreignName, say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { checkAgain, openingApp, toAccounts } from '../lib/app-places.ts'
import { correctServerNameByHand } from './correct-server-name.ts'

/** Nobody knows a better name: it may be wrong, or be known only inside a company. */
export const checkServerName: Guide = {
  id: 'check-server-name',
  kind: 'guide',
  label: say('Check the server name'),
  risk: 1,
  byHand: () => say('The right name is known only to whoever gave it to you.'),
  treats: () => [serverNameUnknown],
  fits: (context) => correctServerNameByHand.fits?.(context) === false,
  guide: (context) => ({
    steps: [
      say('Is it a server of your work or school? Connect to its VPN first, then check again.'),
      toAccounts(context),
      say('Compare the server names below with what your provider or your IT gave you.'),
      checkAgain,
    ],
    values: serversOf(context.account).map(({ server }) => ({
      name: say('Mail server'),
      value: foreignName(harmless(server.host, 255)),
    })),
    ...openingApp(context),
  }),
}
