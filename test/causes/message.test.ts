import { describe, expect, test } from 'vitest'
import { signingFails } from '../../src/causes/client/signing-fails.ts'
import { waitingByDesign } from '../../src/causes/client/waiting-by-design.ts'
import { allCauses } from '../../src/causes/index.ts'
import { replyIn } from '../../src/causes/lib/replies.ts'
import { maybeDelivered } from '../../src/causes/message/maybe-delivered.ts'
import { messageTooLarge } from '../../src/causes/message/message-too-large.ts'
import { messageMalformed, senderNotAllowed } from '../../src/causes/message/message-words.ts'
import { recipientRefused, tooManyRecipients } from '../../src/causes/message/recipients.ts'
import { serverBusy } from '../../src/causes/server/told-by-server.ts'
import { signInNotSent } from '../../src/causes/sign-in/sign-in-words.ts'
import type { Message } from '../../src/core/mail.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { allProbes } from '../../src/probes/index.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { sendingRights } from '../../src/probes/sign-in/sending-rights.ts'
import { chartOf, found, noon, outgoing, presentBy, sick, unreached } from './chart.ts'

const absent = { is: 'absent' }
const message = (over: Partial<Message> = {}): Message => ({
  id: 'm1',
  state: 'waiting',
  waitingSince: noon - 600_000,
  ...over,
})
const told = (lastReply: string) => ({ messages: [message({ lastReply })] })
const offers = (more: { size?: number; after?: readonly string[] }) =>
  found(capabilities, { outgoing: { host: outgoing.host, before: [], after: [], auth: ['PLAIN'], lost: [], ...more } })

describe('message-too-large', () => {
  test('its size on the way, and its size on disk with what encoding adds', () => {
    const limit = offers({ size: 10_000_000 })
    expect(presentBy(messageTooLarge, sick([limit], { messages: [message({ size: 10_000_001 })] })).evidence).toEqual([
      'A waiting message is 10 MB on its way; smtp.example.org takes 10 MB',
    ])
    presentBy(messageTooLarge, sick([limit], { messages: [message({ rawSize: 7_500_000 })] }))
    expect(messageTooLarge.judge(sick([limit], { messages: [message({ rawSize: 7_000_000 })] }))).toEqual(absent)
  })

  test('no stated limit, and a message that is not to leave yet', () => {
    const big = { messages: [message({ size: 90_000_000 })] }
    expect(messageTooLarge.judge(sick([offers({ size: 0 })], big))).toEqual(absent)
    const later = { messages: [message({ size: 90_000_000, state: 'scheduled' })] }
    expect(messageTooLarge.judge(sick([offers({ size: 10 })], later))).toEqual(absent)
  })

  test('a big one waits for what the server says', () => {
    const big = { messages: [message({ size: 90_000_000 })] }
    expect(messageTooLarge.judge(chartOf([], big))).toEqual({ is: 'undecided', missing: [capabilities.id] })
  })

  test('the server says so', () =>
    presentBy(messageTooLarge, sick([], told('552 5.3.4 Message size exceeds fixed limit'))))
})

test('a server that puts it off, signed in, is busy whatever it says; not signed in, nobody knows', () => {
  const put = (text: string) => ({ protocol: 'smtp', stage: 'rcpt', code: '450', text }) as const
  const trial = (signedIn: boolean, text: string) => {
    const fact = { host: outgoing.host, outcome: 'refused-recipient', ms: 1, messages: ['m1'], askedAt: noon } as const
    return sick([found(sendingRights, { ...fact, signedIn, recipients: [put(text)] })])
  }
  for (const text of ['Greylisted, come back in five minutes', 'Tea time'])
    expect(presentBy(serverBusy, trial(true, text)).evidence).toEqual([`${outgoing.host} said at RCPT: 450 ${text}`])
  expect(signInNotSent.judge(trial(true, 'Greylisted, come back in five minutes'))).toEqual(absent)
  expect(serverBusy.judge(trial(false, 'Greylisted, come back in five minutes'))).toEqual(absent)
})

describe('recipients', () => {
  test('the server refuses one', () => {
    presentBy(recipientRefused, sick([], told('550 5.1.1 User unknown')))
    const reply = { protocol: 'smtp', stage: 'rcpt', code: '550', text: 'Not here' } as const
    const taken = { ...reply, code: '250', text: 'OK' }
    const rights = {
      host: outgoing.host,
      outcome: 'refused-recipient',
      ms: 10,
      messages: ['m1'],
      askedAt: noon,
      signedIn: true,
    } as const
    presentBy(recipientRefused, sick([found(sendingRights, { ...rights, recipients: [taken, reply] })]))
    // Where none is taken, words that nobody knows may be about us.
    expect(recipientRefused.judge(sick([found(sendingRights, { ...rights, recipients: [reply] })]))).toEqual({
      is: 'undecided',
      missing: [sendingRights.id],
    })
  })

  test('one that is no address, and no evidence that shows it', () => {
    for (const bad of [
      'carla@',
      'carla',
      'carla@@example.org',
      'a b@example.org',
      'carla@example..org',
      'x@y,z@example.org',
    ]) {
      const { evidence } = presentBy(recipientRefused, sick([], { messages: [message({ recipients: [bad] })] }))
      expect(evidence.join()).not.toContain('carla')
    }
  })

  test('strange ones that are addresses', () => {
    for (const good of [
      'carla@example.org',
      'Carla <carla@example.org>',
      '"a b"@example.org',
      'x@[192.0.2.1]',
      'jürgen@müller.example',
      "o'neill+tag@localhost",
    ])
      expect(recipientRefused.judge(sick([], { messages: [message({ recipients: [good] })] })), good).toEqual(absent)
  })

  test('too many, by its words or by its announcement', () => {
    presentBy(tooManyRecipients, sick([], told('452 4.5.3 Error: too many recipients')))
    const three = { messages: [message({ recipients: ['a@b.org', 'c@d.org', 'e@f.org'] })] }
    presentBy(tooManyRecipients, sick([offers({ after: ['LIMITS RCPTMAX=2'] })], three))
    expect(tooManyRecipients.judge(sick([offers({ after: ['LIMITS RCPTMAX=100'] })], three))).toEqual(absent)
  })
})

describe('what only the server can say', () => {
  test.each([
    [senderNotAllowed, '553 5.7.1 Sender address rejected: not owned by user'],
    [senderNotAllowed, '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
    [messageMalformed, '554 5.6.0 Invalid message content'],
  ] as const)('case %#', (cause, line) => {
    const microsoft = {
      ...told(line),
      account: { id: 'a', email: 'a@b.org', outgoing: { ...outgoing, host: 'smtp.office365.com' } },
    }
    presentBy(cause, sick([], microsoft))
    expect(cause.judge(sick([]))).toEqual(absent)
  })
})

describe('signing-fails', () => {
  const signed = message({ protection: 'signed' })

  test('only signed mail waits, and the connection is fine', () => {
    presentBy(signingFails, sick([], { messages: [signed] }))
  })

  test('other mail waits too, the server has spoken, it is fresh, or the connection is not fine', () => {
    for (const messages of [
      [signed, message()],
      [{ ...signed, lastReply: '550 5.1.1 User unknown' }],
      [{ ...signed, waitingSince: noon - 5_000 }],
      [],
    ])
      expect(signingFails.judge(sick([], { messages }))).toEqual(absent)
    expect(signingFails.judge(sick(unreached(), { messages: [signed] }))).toEqual(absent)
  })
})

describe('maybe-delivered', () => {
  test('a copy stands in Sent, or the link died after DATA', () => {
    presentBy(maybeDelivered, sick([], { messages: [message({ copyInSent: true })] }))
    presentBy(maybeDelivered, sick([], told('Connection lost after end of DATA')))
  })

  test.each([
    'The connection to the server was lost after the message text was sent.',
    'Connection timed out while waiting for the reply to the final dot',
    'no answer after end of DATA',
    'The message was sent, but the server did not confirm it: timed out after the message body',
    'Verbindung nach Ende der Daten abgebrochen',
    'Zeitüberschreitung: keine Antwort nach dem letzten Punkt',
    'Connexion perdue après la fin des données',
    'Your message was sent, but a copy could not be placed in your Sent Items folder.',
    'The Sent folder could not be found',
  ])('the app may say it like this: %s', (record) => {
    presentBy(maybeDelivered, sick([], told(record)))
  })

  test.each([
    '552 5.3.4 Message size exceeds fixed limit',
    'Connection timed out before DATA',
    'The server closed the connection after MAIL FROM',
    'The sender was rejected after RCPT TO',
    '451 4.3.0 Message body could not be scanned',
  ])('and not like this: %s', (record) => {
    expect(maybeDelivered.judge(sick([], told(record)))).toEqual(absent)
  })

  test('it died before, or nothing is known', () => {
    expect(maybeDelivered.judge(sick([], told('Connection lost after EHLO')))).toEqual(absent)
    expect(maybeDelivered.judge(sick([], { messages: [message()] }))).toEqual(absent)
  })
})

describe('waiting-by-design', () => {
  const later = message({ state: 'scheduled' })

  test('all is meant to wait, and the icon stays calm', () => {
    const chart = sick([], { messages: [later, message({ id: 'm2', state: 'undo-send' })] })
    presentBy(waitingByDesign, chart)
    expect(diagnose(chart, [waitingByDesign], []).status).toBe('waiting')
  })

  test('one that should have left changes it', () => {
    expect(waitingByDesign.judge(sick([], { messages: [later, message()] }))).toEqual(absent)
    expect(waitingByDesign.judge(sick([]))).toEqual(absent)
  })
})

describe('words of the mail app, without a reply of the server', () => {
  test.each([
    ['You have exceeded your mailbox size limit. You may not be able to send messages.', 'mailbox-full'],
    ['Your mailbox is almost full: it has reached its storage limit.', 'mailbox-full'],
    ['Das Postfach hat die Größengrenze erreicht', 'mailbox-full'],
    ['The server response was: Relay access denied', 'sign-in-not-sent'],
    ['The sender address was rejected by the server smtp.example.org.', 'sender-not-allowed'],
    ['The message exceeds the maximum message size allowed by the server.', 'message-too-large'],
  ])('%s', (record, id) => {
    const named = diagnose(sick([], told(record)), allCauses, allProbes).causes
    expect(named.map((cause) => cause.id)).toContain(id)
    expect(named.find((cause) => cause.id === id)?.evidence[0]).toEqual(`The mail app says: ${record}`)
  })

  test('of no known meaning they accuse nobody', () => {
    const { causes: named } = diagnose(sick([], told('Something happened. Please see to it.')), allCauses, allProbes)
    expect(named).toEqual(diagnose(sick([], { messages: [message()] }), allCauses, allProbes).causes)
  })
})

describe('replyIn', () => {
  test.each([
    ['The server response was: 550 5.7.1 Relay access denied', '550', '5.7.1', 'Relay access denied'],
    ['535-5.7.8 Username and Password not accepted', '535', '5.7.8', 'Username and Password not accepted'],
    ['A1 NO [AUTHENTICATIONFAILED] Authentication failed.', 'NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'],
    ['-ERR [IN-USE] Locked', '-ERR', 'IN-USE', 'Locked'],
  ])('%s', (record, code, enhanced, text) => {
    expect(replyIn(record)).toMatchObject({ code, enhanced, text })
  })

  test.each([
    'Connecting to port 587 failed',
    'Could not connect to host:465 in time',
    'timed out after 500 ms on port 443 ',
  ])('%s holds none', (record) => {
    expect(replyIn(record)?.code ?? '').not.toMatch(/587|465|443/)
  })
})
