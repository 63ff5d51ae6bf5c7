import { namesBroken } from '../../causes/names/names-broken.ts'
import { namesSlow } from '../../causes/names/names-slow.ts'
import type { Action } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { orFail } from '../lib/app-control.ts'

/** Forgets the answers of name servers, wrong ones among them. They are asked again; there is nothing to put back. */
export const flushNames: Action<Record<string, never>> = {
  id: 'flush-names',
  kind: 'admin',
  label: say('Forget old answers about names'),
  touches: 'network',
  risk: 1,
  cancellable: true,
  settles: 3_000,
  treats: () => [namesBroken, namesSlow],
  promise: async () => [
    say(
      'Makes this Mac forget the addresses it has looked up, so that it asks anew. macOS wants an administrator for that.',
    ),
    asCommand('/usr/bin/dscacheutil -flushcache; /usr/bin/killall -HUP mDNSResponder'),
  ],
  capture: async () => ({}),
  async apply({ world }, _, { signal, report }) {
    report(say('Waiting for the administrator’s password.'))
    const reason = render(say('Outbox Doctor wants to clear the list of addresses that this Mac has looked up.'))
    orFail(
      await world.hands.admin({ command: 'flush-names' }, reason, signal),
      say('The names could not be forgotten.'),
    )
  },
}
