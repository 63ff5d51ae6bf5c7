import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../src/core/rendered.ts'
import { explainCode } from '../../src/knowledge/explain-code.ts'
import { isUnansweredLastDot } from '../../src/knowledge/last-dot.ts'

const meansOf = (text: string) => explainCode(text)?.means[0] ?? null

describe('a message built against the rules of mail', () => {
  test.each([
    '550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA',
    '550 5.6.0 Lone CR or LF in body (see RFC2822 section 2.3)',
    '550 Maximum line length exceeded (see RFC 5321 4.5.3.1).',
    '554 5.6.0 Line length exceeded',
    '550 message has lines too long for transport - received 1530, limit 998',
    '500 5.2.3 Input line too long',
    '550 5.6.3 8BITMIME required but not offered by the server',
    '554 5.6.1 8BITMIME is required',
    '521 5.5.2 Error: bare <LF> received',
    '554 5.6.0 Message contains stray newlines (bare LF)',
    '550 Message contains invalid line endings',
    '550 5.7.1 Line ending is not CRLF',
    'Die maximale Zeilenlänge wurde überschritten',
    '550 Zeile zu lang',
    '550 5.6.0 Ligne trop longue',
    'Message rejected: non-CRLF line terminator',
  ])('%s', (text) => {
    expect(meansOf(text)).toBe('message-malformed')
    expect(rendered(explainCode(text))?.advice).toMatch(/anew|plain text/)
  })
})

const lost = [
  'The connection to the server “mail.example.net” timed out after sending the message.',
  'Connection lost while waiting for the reply to the end of data',
  'lost connection with mail.example.net while sending end of data -- message may be sent more than once',
  'timeout after END-OF-MESSAGE from mail.example.net',
  'SMTP timeout after end of data (61440 bytes written)',
  'No response after the final dot',
  'EOF from server after <CRLF>.<CRLF>',
  'Unexpected end of stream reading the reply to .',
  'Connection reset by peer after "." was sent',
  'Connection closed by remote host after sending data block',
  'Mail was unable to confirm that the message was sent',
  'Outlook could not determine whether the message was sent',
  'The message may have been sent, but the server did not confirm it',
  'Der Server hat nach dem Senden der Nachricht nicht geantwortet',
  'Die Verbindung wurde nach Übertragung der Nachricht unterbrochen',
  'La connexion a été perdue après l’envoi du message',
]

describe('the answer to the last dot that never came', () => {
  test.each(lost)('%s', (text) => expect(meansOf(text)).toBe('maybe-delivered'))

  test.each([
    'The connection to the server timed out.',
    '421 4.4.2 mail.example.net Error: timeout exceeded',
    '550 5.7.1 This message may have been sent by a program that sends spam',
    'The connection was lost before the message was sent.',
    'Could not connect: connection reset by peer',
    '250 2.0.0 Ok: queued as 4cX9kT2lVQz9s1B',
    'Your message could not be sent: recipient not found',
  ])('is not: %s', (text) => expect(meansOf(text)).not.toBe('maybe-delivered'))

  test('is looked for in any text at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 3_000 }),
        (text) => !isUnansweredLastDot(`§${text}`) || true,
      ),
    )
    const long = 'after the message connection '.repeat(40_000)
    const began = performance.now()
    isUnansweredLastDot(long)
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('a folder for sent mail that is gone', () => {
  test.each([
    'Could not save a copy to the Sent Items folder: ErrorFolderNotFound',
    'The specified folder could not be found in the store. (Sent Items)',
    'The copy of your message could not be saved because the Sent Items folder does not exist on the server',
    'The sent messages mailbox could not be found on the server',
    'Der Ordner „Gesendete Elemente“ wurde nicht gefunden',
    'Die Nachricht wurde gesendet, aber es konnte keine Kopie in „Gesendet“ gespeichert werden',
    'Le dossier « Éléments envoyés » est introuvable',
    'NO [TRYCREATE] Mailbox doesn’t exist: Sent Messages',
    'NO [NONEXISTENT] Unknown Mailbox: Sent Items (Failure)',
  ])('%s', (text) => expect(meansOf(text)).toBe('maybe-delivered'))
})

describe('a mailbox at Exchange that is full, or nearly', () => {
  test.each([
    'ErrorQuotaExceeded: The message store has reached its quota',
    'You have exceeded the size limit on your mailbox. You cannot send',
    'MAPI_E_STORE_FULL',
    'Cannot send: prohibit send quota reached (49.5 GB of 49.5 GB)',
    'Your mailbox is almost full. You may not be able to send messages.',
    'Ihr Postfach ist fast voll.',
    'The mailbox is over its limit: 99.2 GB used of 99 GB',
    '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
  ])('%s', (text) => expect(meansOf(text)).toBe('mailbox-full'))
})
