import { clientNapping } from '../../causes/client/client-napping.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appCommands, clientHere, clientOf, type OfApp, openClientApp, shortClientName } from '../lib/hand.ts'

export const bringClientFront: Action<OfApp> = {
  id: 'bring-client-front',
  kind: 'act',
  label: say('Bring the mail app to the front'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientNapping],
  fits: (consultation) => clientOf(consultation) !== undefined,
  async promise(consultation) {
    const client = clientHere(consultation)
    return [
      say('Brings {app} to the front, which wakes it up.', { app: shortClientName(client) }),
      appCommands.front(client),
    ]
  },
  capture: async (consultation) => ({ client: clientHere(consultation) }),
  apply: ({ world }, { client }, conduct) => openClientApp(world, client, 'front', conduct),
}
