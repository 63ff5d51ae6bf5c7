import { clientNapping } from '../../causes/client/client-napping.ts'
import { clientOf } from '../../core/client.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appCommands, clientHere, type OfApp, openClientApp, shortClientName } from '../lib/app-control.ts'

export const bringClientFront: Action<OfApp> = {
  id: 'bring-client-front',
  kind: 'act',
  label: say('Bring the mail app to the front'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientNapping],
  fits: (context) => clientOf(context) !== undefined,
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Brings {app} to the front, which wakes it up.', { app: shortClientName(client) }),
      appCommands.front(client),
    ]
  },
  capture: async (context) => ({ client: clientHere(context) }),
  apply: ({ world }, { client }, options) => openClientApp(world, client, 'front', options),
}
