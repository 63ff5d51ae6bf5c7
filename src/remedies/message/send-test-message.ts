import { cannotSee } from '../../causes/client/cannot-see.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import type { LineProtocol, Server } from '../../core/mail.ts'
import { domainOf } from '../../core/mail.ts'
import { type Action, Failed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { duration, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import type { CollectAnswer, MailLogin, SendAnswer, World } from '../../core/world.ts'

const arrivalTimeoutMs: Millis = 2 * 60_000
const pause: Millis = 5_000

/** Only when asked for, and only with a password that was given for it. */
export const sendTestMessage: Action<{ messageId: string }> = {
  id: 'send-test-message',
  kind: 'act',
  label: say('Send a test message to yourself'),
  touches: 'mail',
  risk: 1,
  signsIn: true,
  cancellable: true,
  settles: 0,
  treats: () => [maybeDelivered, cannotSee],
  fits: (context) => ends(context) !== undefined,
  // Nobody is asked for a password that an unencrypted line would carry, or that is no way to sign in there.
  ifClear: (context) => Object.values(ends(context) ?? {}).every(takesPassword),
  async promise(context) {
    const { outgoing, incoming } = ends(context) ?? {}
    const [out, back] = [withoutAddresses(outgoing?.host ?? '', 100), withoutAddresses(incoming?.host ?? '', 100)]
    return [
      say('Signs in at {host}, port {port}, with the password you gave, and sends one short message to yourself.', {
        host: verbatim(out),
        port: verbatim(outgoing?.port ?? ''),
      }),
      say(
        'Looks for it at {host}, port {port}, in the inbox and among junk, for two minutes, and tells how long it took.',
        { host: verbatim(back), port: verbatim(incoming?.port ?? '') },
      ),
      say('Then removes that one message again. It is known by a random mark, and no other is touched.'),
    ]
  },
  async capture({ world, account }) {
    if (!(await world.secrets.read(account.id)))
      throw new Refused(say('For this, Outbox Doctor needs the password of the account. Give it first.'))
    return { messageId: `<${crypto.randomUUID()}@outbox-doctor.invalid>` }
  },
  async apply(context, { messageId }, { signal, report }) {
    const { world, account } = context
    const both = ends(context)
    const secret = await world.secrets.read(account.id)
    if (!both || !secret || domainOf(account.email) === '') throw new Failed(say('The password is not there any more.'))
    const login = (server: Server): MailLogin => ({
      username: server.username ?? account.email,
      secret: secret.secret,
      method: secret.method,
    })
    const { outgoing, incoming } = both
    const began = world.clock.elapsed()
    report(say('Sending by {host}.', { host: verbatim(withoutAddresses(outgoing.host, 100)) }))
    const mail = { address: account.email, subject: 'A test by Outbox Doctor', text: words, messageId }
    const sent = await world.net.send(
      outgoing,
      await addressOf(world, outgoing.host, signal),
      login(outgoing),
      mail,
      signal,
    )
    if (sent.outcome !== 'accepted')
      throw new Failed(say('The server did not take the message: {why}', { why: verbatim(why(sent)) }))
    report(say('The server took it after {took}. Looking for it.', { took: rounded(world.clock.elapsed() - began) }))
    const address = await addressOf(world, incoming.host, signal)
    const look = () => world.net.collect(incoming, address, login(incoming), messageId, signal)
    const found = await lookFor(world, look, signal)
    if (found.outcome !== 'found') throw new Failed(missed(found))
    const where = found.where === 'junk' ? say('among junk') : say('in the inbox')
    const gone = found.removed ? say('It is removed again.') : say('It could not be removed; you may delete it.')
    report(
      say('It arrived {where}, {took} after it was sent. {gone}', {
        where,
        took: rounded(world.clock.elapsed() - began),
        gone,
      }),
    )
  },
}

const words = 'Outbox Doctor sent this message to see whether sending works. You may delete it.\n'

const takesPassword = ({ security, auth = 'password' }: Server): boolean =>
  security !== 'none' && (auth === 'password' || auth === 'cram-md5')

type Of<P extends LineProtocol> = Server & { protocol: P }

function ends({ account }: RemedyContext): { outgoing: Of<'smtp'>; incoming: Of<'imap'> } | undefined {
  const { outgoing, incoming } = account
  if (!outgoing || !incoming || !speaks(outgoing, 'smtp') || !speaks(incoming, 'imap')) return undefined
  return account.email.includes('@') ? { outgoing, incoming } : undefined
}

function speaks<P extends LineProtocol>(server: Server, protocol: P): server is Of<P> {
  return server.protocol === protocol
}

async function addressOf({ net }: World, host: string, signal: AbortSignal): Promise<string> {
  const { records } = await net.lookup(host, signal)
  const [first] = records
  if (!first)
    throw new Failed(say('The name {host} could not be looked up.', { host: verbatim(withoutAddresses(host, 100)) }))
  return first.address
}

/** Mail takes its time, also on the way to oneself. */
async function lookFor(
  { clock }: World,
  look: () => Promise<CollectAnswer>,
  signal: AbortSignal,
): Promise<CollectAnswer> {
  const end = clock.elapsed() + arrivalTimeoutMs
  for (;;) {
    const answer = await look()
    if (answer.outcome !== 'not-there' || clock.elapsed() >= end) return answer
    await clock.wait(pause, signal)
  }
}

function missed(answer: Exclude<CollectAnswer, { outcome: 'found' }>): Sentence {
  if (answer.outcome === 'not-there')
    return say('It was sent, but had not arrived after two minutes. It may still come.')
  return say('It was sent, but could not be looked for: {why}', { why: verbatim(why(answer)) })
}

function why({ outcome, reply, code }: Pick<SendAnswer, 'reply' | 'code'> & { outcome: string }): string {
  return reply ? `${reply.code} ${reply.text}` : (code ?? outcome)
}

const rounded = (ms: Millis) => duration(1_000 * Math.max(1, Math.round(ms / 1_000)))
