import { filterBlocksClient } from '../../causes/path/filter-blocks-client.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { Firewall } from '../../core/mac-powers.ts'
import type { ClientId } from '../../core/mail.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { clientHere, type OfApp, orFail, shortClientName } from '../lib/app-control.ts'

const tool = '/usr/libexec/ApplicationFirewall/socketfilterfw'

/** Only where it really blocks the app: it filters what comes in, so that this seldom is the reason. */
export const firewallException: Action<OfApp> = {
  id: 'firewall-exception',
  kind: 'admin',
  label: say('Allow the mail app in the firewall of macOS'),
  touches: 'settings',
  risk: 3,
  cancellable: true,
  settles: 5_000,
  treats: () => [filterBlocksClient],
  fits: (context) => clientOf(context) !== undefined,
  async promise(context, signal) {
    const client = clientHere(context)
    const { state, client: rule } = await context.world.mac.firewall(client, signal)
    return [
      joinSentences([states[state], rules[rule], say('It filters only what comes in.')]),
      say('Lets connections in to the mail app. macOS wants an administrator for that.'),
      asCommand(`${tool} --unblockapp "${pathOf(client)}"`),
      say('Undo blocks it as before: {tool} --blockapp "{path}"', {
        tool: verbatim(tool),
        path: verbatim(pathOf(client)),
      }),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    const { client: rule } = await context.world.mac.firewall(client, signal)
    if (rule === 'unknown')
      throw new Refused(say('The firewall of macOS did not say what it does, so it is left as it is.'))
    if (rule !== 'blocked')
      throw new Refused(
        say('The firewall of macOS does not block {app}; there is nothing to allow.', {
          app: shortClientName(client),
        }),
      )
    return { client }
  },
  async apply({ world }, { client }, { signal, report }) {
    report(say('Waiting for the administrator’s password.'))
    const reason = render(
      say('Outbox Doctor wants to allow {app} in the firewall of this Mac.', { app: shortClientName(client) }),
    )
    orFail(
      await world.hands.admin({ command: 'firewall-allow', client }, reason, signal),
      say('The firewall was not changed.'),
    )
  },
  undo: {
    async stands({ mac }, { client }, signal) {
      const { client: rule } = await mac.firewall(client, signal)
      return rule === 'unknown' ? undefined : { fingerprint: rule, sentence: rules[rule] }
    },
    async putBack(world, { client }, { signal }) {
      const reason = render(
        say('Outbox Doctor wants to block {app} in the firewall of this Mac again, as before.', {
          app: shortClientName(client),
        }),
      )
      orFail(
        await world.hands.admin({ command: 'firewall-block', client }, reason, signal),
        say('The firewall was not changed.'),
      )
    },
  },
}

const pathOf = (client: ClientId): string => knownClient(client)?.path ?? client

const states: Record<Firewall['state'], Sentence> = {
  off: say('The firewall of macOS is off.'),
  on: say('The firewall of macOS is on.'),
  'block-all': say('The firewall of macOS is on and blocks everything.'),
  unknown: say('The firewall of macOS is in an unknown state.'),
}

const rules: Record<Firewall['client'], Sentence> = {
  allowed: say('It allows the mail app.'),
  blocked: say('It blocks the mail app.'),
  unlisted: say('It does not list the mail app.'),
  unknown: say('What it does with the mail app could not be seen.'),
}
