import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { rateLimited } from '../../causes/server/told-by-server.ts'
import type { Action } from '../../core/remedy.ts'
import { asSentence, say, verbatim } from '../../core/sentence.ts'
import { canSwitch, connectedness, maySwitch, switchOf } from '../client/go-online.ts'
import { clientHere, must, nameOf, type OfApp } from '../lib/hand.ts'

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
  async promise(consultation) {
    const client = clientHere(consultation)
    return [
      say('Takes {app} offline, so that it leaves the server alone. It receives no mail either until then.', {
        app: verbatim(nameOf(client)),
      }),
      switchOf(client).offline,
      say('Undo takes it online again: {online}', { online: asSentence(switchOf(client).online) }),
    ]
  },
  capture: maySwitch,
  async apply({ world }, { client }, { signal, tell }) {
    tell(say('Taking {app} offline.', { app: verbatim(nameOf(client)) }))
    must(
      await world.hands.setOnline(client, false, signal),
      say('{app} could not be taken offline.', { app: verbatim(nameOf(client)) }),
    )
  },
  undo: {
    leaves: 'offline',
    stands: connectedness,
    async putBack(world, { client }, { signal }) {
      must(
        await world.hands.setOnline(client, true, signal),
        say('{app} could not be taken online.', { app: verbatim(nameOf(client)) }),
      )
    },
  },
}
