import { clientHung } from '../../causes/client/client-hung.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { ClientId } from '../../core/mail.ts'
import { type Action, Failed } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { appCommands, clientHere, type OfApp, openClientApp, shortClientName } from '../lib/app-control.ts'
import { waitUntil } from '../lib/wait-until.ts'

const patience = { every: 5_000, within: 10 * 60_000 } satisfies Record<string, Millis>
const scriptTimeoutMs: Millis = 8_000

/**
 * What a window asks only a person may answer: the app is brought to the front, and watched until it answers again. An
 * app that does not answer may have such a window also where none was seen; then quitting it comes first.
 */
export const showWaitingWindow: Action<OfApp> = {
  id: 'show-waiting-window',
  kind: 'act',
  label: say('Show the window that waits'),
  touches: 'nothing',
  risk: 1,
  cancellable: true,
  timeoutMs: 12 * 60_000,
  settles: 30_000,
  treats: () => [clientHung],
  fits: (context) => clientOf(context) !== undefined && context.observation?.running !== false,
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Brings {app} to the front, with the window that may be asking you something.', {
        app: shortClientName(client),
      }),
      appCommands.front(client),
      say('As soon as you have answered it, the checks are made again by themselves.'),
    ]
  },
  capture: async (context) => ({ client: clientHere(context) }),
  async apply({ world }, { client }, options) {
    const app = shortClientName(client)
    await openClientApp(world, client, 'front', options)
    options.report(say('Answer the window in {app}. It may be on another desktop.', { app }))
    const answers = () => answersAgain(world, client, options.signal)
    if (!(await waitUntil(world.clock, answers, patience, options.signal)))
      throw new Failed(say('{app} still waits for an answer. Answer its window, and check again.', { app }))
  },
}

/** An app that answers no scripts cannot show that it is free again. */
async function answersAgain({ mac }: Pick<World, 'mac'>, client: ClientId, signal: AbortSignal): Promise<boolean> {
  const script = knownClient(client)?.scripts?.state
  if (script === undefined) return true
  return (await mac.programs.script(script, [], scriptTimeoutMs, signal)).outcome === 'answered'
}
