import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { rateLimited } from '../../causes/server/told-by-server.ts'
import type { Action } from '../../core/remedy.ts'
import { foreignName, say, verbatim } from '../../core/sentence.ts'
import { canSwitch, checkSwitchable, onlineState, onlineSwitchOf } from '../client/go-online.ts'
import { clientHere, type OfApp, orFail, shortClientName } from '../lib/app-control.ts'

/** Each try makes the ban longer, and the mail app tries every few minutes. */
export const stopRetrying: Action<OfApp> = {
  id: 'stop-retrying',
  kind: 'act',
  label: say('Stop the mail app from trying again'),
  touches: 'settings',
  risk: 1,
  cancellable: true,
  settles: 0,
  treats: () => [serverBansYou, rateLimited],
  fits: canSwitch,
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Takes {app} offline, so that it leaves the server alone. It receives no mail either until then.', {
        app: shortClientName(client),
      }),
      foreignName(onlineSwitchOf(client).offline),
      say('Undo takes it online again: {online}', { online: verbatim(onlineSwitchOf(client).online) }),
    ]
  },
  capture: checkSwitchable,
  async apply({ world }, { client }, { signal, report }) {
    report(say('Taking {app} offline.', { app: shortClientName(client) }))
    orFail(
      await world.hands.setOnline(client, false, signal),
      say('{app} could not be taken offline.', { app: shortClientName(client) }),
    )
  },
  undo: {
    leaves: 'offline',
    stands: onlineState,
    async putBack(world, { client }, { signal }) {
      orFail(
        await world.hands.setOnline(client, true, signal),
        say('{app} could not be taken online.', { app: shortClientName(client) }),
      )
    },
  },
}
