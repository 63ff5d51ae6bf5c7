import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverDown } from '../../causes/server/server-down.ts'
import { type Action, Refused, type RemedyContext } from '../../core/remedy.ts'
import { asCommand, say, verbatim } from '../../core/sentence.ts'
import { type MailBridgeApp, mailBridgeOf } from '../../knowledge/mail-bridges.ts'
import { mailBridge } from '../../probes/path/mail-bridge.ts'
import { orFail } from '../lib/app-control.ts'

/** A bridge that answers nobody because nobody has started it. It is not quit again: other mail apps may use it by then. */
export const openMailBridge: Action<{ bundle: string }> = {
  id: 'open-mail-bridge',
  kind: 'act',
  label: say('Start the mail bridge'),
  touches: 'mail',
  risk: 0,
  cancellable: true,
  // It signs in at its provider before it answers a mail app.
  settles: 30_000,
  treats: () => [serverDown],
  fits: (context) => atRest(context) !== undefined,
  forbiddenWhile: () => [maybeDelivered],
  async promise(context) {
    const { name, bundle } = atRest(context) ?? { name: '', bundle: '' }
    return [
      say('Starts {name} in the background. The mail app then sends what waits.', { name: verbatim(name) }),
      asCommand(`/usr/bin/open -g -b ${bundle}`),
      say('It may ask you to sign in. It stays open until you quit it.'),
    ]
  },
  async capture(context) {
    const bridge = atRest(context)
    if (!bridge) throw new Refused(say('No mail bridge is known that could be started.'))
    return { bundle: bridge.bundle }
  },
  async apply({ world }, { bundle }, { signal, report }) {
    const name = verbatim(mailBridgeOf(bundle)?.name ?? '')
    report(say('Starting {name}.', { name }))
    orFail(await world.hands.openMailBridge(bundle, signal), say('{name} could not be started.', { name }))
  },
}

function atRest({ chart }: RemedyContext): MailBridgeApp | undefined {
  const { bridge } = chart.fact(mailBridge) ?? {}
  return bridge && !bridge.running ? mailBridgeOf(bridge.bundle) : undefined
}
