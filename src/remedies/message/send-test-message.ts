import { cannotSee } from '../../causes/client/cannot-see.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { domainOf, type Server } from '../../core/mail.ts'
import { type Action, Failed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'

/** Only when asked for, and only with a password that was given for it. What is sent is remembered by whoever sends it. */
export const sendTestMessage: Action<Record<string, never>> = {
  id: 'send-test-message',
  kind: 'act',
  version: 2,
  label: say('Send a test message to yourself'),
  touches: 'mail',
  risk: 1,
  signsIn: true,
  cancellable: true,
  settles: 0,
  treats: () => [maybeDelivered, cannotSee],
  fits: (context) => ends(context) !== undefined,
  // Nobody is asked for a password that an unencrypted line would carry, or that is no way to sign in there.
  ifClear: (context) => ends(context)?.every(takesPassword) === true,
  async promise(context) {
    const [out, back] = ends(context) ?? []
    return [
      say('Signs in at {host}, port {port}, with the password you gave, and sends one short message to yourself.', {
        host: verbatim(withoutAddresses(out?.host ?? '', 100)),
        port: verbatim(out?.port ?? ''),
      }),
      say(
        'Looks for it at {host}, port {port}, in the inbox, among junk and in the archive, for five minutes, and tells how long it took.',
        { host: verbatim(withoutAddresses(back?.host ?? '', 100)), port: verbatim(back?.port ?? '') },
      ),
      say('Then moves that one message to the trash. It is known by a random mark, and no other is touched.'),
    ]
  },
  async capture({ world, account }) {
    if (!(await world.secrets.read(account.id)))
      throw new Refused(say('For this, Outbox Doctor needs the password of the account. Give it first.'))
    return {}
  },
  async apply(context, _, { signal, report }) {
    if (!context.sendRoundTrip) throw new Failed(say('Nobody can send it here.'))
    const { isGood, lines } = await context.sendRoundTrip(report, signal)
    for (const line of isGood ? lines : []) report(line)
    if (!isGood) throw new Failed(lines[0] ?? say('Nobody can send it here.'))
  },
}

const takesPassword = ({ security, auth = 'password' }: Server): boolean =>
  security !== 'none' && (auth === 'password' || auth === 'cram-md5')

function ends({ account }: RemedyContext): readonly [outgoing: Server, incoming: Server] | undefined {
  const { email, outgoing, incoming } = account
  const isAble = outgoing?.protocol === 'smtp' && incoming?.protocol === 'imap' && domainOf(email) !== ''
  return isAble ? [outgoing, incoming] : undefined
}
