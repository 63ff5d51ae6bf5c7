import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { clientHere, type OfApp, orFail, shortClientName } from '../lib/app-control.ts'
import { canSwitch, checkSwitchable, onlineState } from './go-online.ts'

/** Long enough that every connection is given up. */
const pause: Millis = 5_000

/** A connection that died while the Mac slept is noticed by nobody who only listens: another one helps. */
export const reconnectClient: Action<OfApp> = {
  id: 'reconnect-client',
  kind: 'act',
  label: say('Connect the mail app anew'),
  touches: 'settings',
  risk: 2,
  cancellable: true,
  settles: 60_000,
  treats: () => [],
  mends: ({ is }) => ['inbox-behind', 'dead-idle-connection', 'changes-not-leaving'].includes(is),
  // A message whose sending is broken off may have left all the same.
  fits: (context) => canSwitch(context) && context.observation?.offline !== true && context.messages.length === 0,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const app = shortClientName(clientHere(context))
    return [
      say('Takes {app} offline, and online again five seconds later.', { app }),
      say('All its connections are made anew.'),
    ]
  },
  capture: checkSwitchable,
  async apply({ world }, { client }, { signal, report }) {
    const app = shortClientName(client)
    report(say('Taking {app} offline.', { app }))
    orFail(await world.hands.setOnline(client, false, signal), say('{app} could not be taken offline.', { app }))
    await world.clock.wait(pause, signal)
    report(say('Taking {app} online.', { app }))
    orFail(await world.hands.setOnline(client, true, signal), say('{app} could not be taken online.', { app }))
  },
  // Where it failed half-way, the app is not left offline.
  undo: {
    leaves: 'online',
    stands: onlineState,
    async putBack(world, { client }, { signal }) {
      const app = shortClientName(client)
      orFail(await world.hands.setOnline(client, true, signal), say('{app} could not be taken online.', { app }))
    },
  },
}
