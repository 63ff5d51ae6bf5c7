import { type Action, Failed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import { sendingRights } from '../../probes/sign-in/sending-rights.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'

/** What a server says of a sender, a recipient or a size stands in no store: somebody has to ask. */
export const askServer: Action<null> = {
  id: 'ask-server',
  kind: 'act',
  label: say('Ask the server what it has against this message'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  settles: 0,
  treats: () => [],
  ifUnexplained: true,
  signsIn: true,
  fits: (context) => mayBeAsked(context) && !isAnswered(context),
  async promise({ account }) {
    const { host = '', port = '' } = account.outgoing ?? {}
    return [
      say(
        'Signs in at {host}, port {port}, over an encrypted connection, and only if the certificate there is in order.',
        { host: verbatim(withoutAddresses(host, 100)), port: verbatim(port) },
      ),
      say(
        'Tells it who sends the message, to whom it goes (ten addresses at most) and how large it is, as your mail app does. It listens to the answers, and takes all of it back.',
      ),
      say('No text, no subject and no attachment is sent, and nobody gets a message from it.'),
      say(
        'A password that you give here is tried once on each server of the account, and forgotten afterwards unless you let it be kept.',
      ),
    ]
  },
  async capture({ world, account, examineMore }) {
    if (!examineMore) throw new Refused(say('Nobody can be asked from here.'))
    const needsSecret = account.outgoing?.auth !== 'none'
    if (needsSecret && !(await world.secrets.read(account.id)))
      throw new Refused(say('For this, Outbox Doctor needs the password of the account. Give it first.'))
    return null
  },
  async apply({ examineMore, account }, _, { signal, report }) {
    const host = withoutAddresses(account.outgoing?.host ?? '', 100)
    report(say('Asking {host}. This takes up to a minute.', { host: verbatim(host) }))
    const found = await examineMore?.({ trial: true }, signal)
    const asked = found?.chart.finding(sendingRights)
    if (asked?.state === 'known') return report(asked.telling.line)
    if (asked?.state === 'unknown') throw new Failed(asked.why)
    const signed = found?.chart.finding(signIn)
    throw new Failed(
      signed?.state === 'known' ? signed.telling.line : say('{host} could not be asked.', { host: verbatim(host) }),
    )
  },
}

function mayBeAsked({ account: { outgoing } }: RemedyContext): boolean {
  return outgoing?.protocol === 'smtp' && outgoing.security !== 'none'
}

/** It was asked just now about all that waits, and takes it. */
function isAnswered({ chart, messages }: RemedyContext): boolean {
  const fact = chart.fact(sendingRights)
  const isFresh = fact !== undefined && Math.abs(chart.at - fact.askedAt) < 10 * 60_000
  return isFresh && messages.every(({ state, id }) => state !== 'waiting' || fact.messages.includes(id))
}
