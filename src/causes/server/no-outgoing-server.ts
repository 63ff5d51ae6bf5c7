import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { providersOfHost } from '../../knowledge/providers.ts'
import { accountMissing } from '../client/account-missing.ts'
import { senderNotAllowed } from '../message/message-words.ts'
import { signInNotSent } from '../sign-in/sign-in-words.ts'
import { outgoingIsIncoming } from './outgoing-is-incoming.ts'

export const noOutgoingServer: Cause = {
  id: 'no-outgoing-server',
  title: say('The account has no outgoing server.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 10_000,
  // Of an account that is gone, nobody knows a server.
  shadowedBy: () => [accountMissing, outgoingIsIncoming],
  judge({ account, ...chart }) {
    // Exchange sends by the way it receives.
    if (account.incoming?.protocol === 'exchange') return absent
    if (!account.outgoing && account.hidden?.includes('outgoing')) return absent
    if (!account.outgoing) return present(0.97, [say('No server for sending is set up for this account')])
    return judgeStranger({ account, ...chart })
  },
  explain: ({ account }) => ({
    plain: account.outgoing
      ? say(
          'This account sends through the server of another provider, and that server turns its mail away. It needs the outgoing server of its own provider.',
        )
      : say(
          'Your mail app knows where to fetch mail for this account but not where to send it. The account needs an outgoing server.',
        ),
    details: [],
  }),
}

/** Sending through another provider is allowed and common; it only explains a refusal of the sender. */
function judgeStranger(chart: Chart): Verdict {
  const { incoming, outgoing } = chart.account
  if (!incoming || !outgoing) return absent
  const own = providersOfHost(incoming.host)
  const other = providersOfHost(outgoing.host)
  if (!own[0] || !other[0] || own.some(({ id }) => other.some((one) => one.id === id))) return absent
  const refusals = [senderNotAllowed, signInNotSent].map((cause) => cause.judge(chart))
  const refusal = refusals.find((verdict) => verdict.is === 'present')
  if (!refusal) return absent
  return present(0.55, [
    say('Mail comes from {name} and leaves through {name2}', {
      name: verbatim(own[0].name),
      name2: verbatim(other[0].name),
    }),
    ...refusal.evidence,
  ])
}
