import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { explainCode } from '../../src/knowledge/explain-code.ts'
import { withFullStop } from '../../src/knowledge/full-stop.ts'
import { exchangeStatus, outlookError, outlookFamilies } from '../../src/knowledge/outlook-errors.ts'
import { de } from '../../src/words/de.ts'
import { causeIds } from './cause-ids.ts'

describe('the families of numbers', () => {
  test('do not overlap, and hold their own codes', () => {
    const sorted = outlookFamilies.toSorted((one, other) => one.from - other.from)
    for (const [at, family] of sorted.entries()) {
      expect(family.from).toBeLessThanOrEqual(family.to)
      expect(sorted[at + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(family.to)
      for (const { code } of family.codes) {
        expect(code + family.base, render(family.name)).toBeGreaterThanOrEqual(family.from)
        expect(code + family.base, render(family.name)).toBeLessThanOrEqual(family.to)
      }
    }
  })

  test('name causes that exist, and none where the meaning was never published', () => {
    for (const { codes } of outlookFamilies)
      for (const { code, means, confidence } of codes) {
        for (const id of means) expect(causeIds, String(code)).toContain(id)
        if (confidence === 'unpublished') expect(means, String(code)).toEqual([])
      }
  })

  test.each([
    [3253, 'errno 54', /cut off/],
    [-3253, 'errno 54', /cut off/],
    [3259, 'errno 60', /in time/],
    [3260, 'errno 61', /refused/],
    [3264, 'errno 65', /no way/],
    [3250, 'errno 51', /no way/],
    [3249, 'errno 50', /network is down/],
    [3252, 'errno 53', /aborted/],
    [3256, 'errno 57', /no connection/],
    [3231, 'errno 32', /closed by the other end/],
    [3210, 'errno 11', /connection to the server failed/],
    [3170, 'XTI 21', /name/],
    [19001, 'HTTP 401', /sign-in/],
    [19029, 'HTTP 429', /less/],
    [19103, 'HTTP 503', /not available/],
    [18800, 'HTTP 200', /normally/],
    [9807, undefined, /trust/],
    [9843, undefined, /another name/],
    [1009, undefined, /not connected/],
    [16999, undefined, /harmless/],
    [17099, undefined, /attachments/],
    [17199, undefined, /account that is gone/],
    [18597, undefined, /Drafts/],
    [19710, undefined, /broke/],
  ])('%s is decoded', (number, inner, meaning) => {
    expect(outlookError(number)?.inner).toBe(inner)
    expect(rendered(outlookError(number))?.meaning).toMatch(meaning)
  })

  test.each([17997, 17996, 17193, 17092, 17895, 18500, 19721, 1025, -1, 17555])(
    '%s is known to be reported, and claims nothing',
    (number) => {
      expect(outlookError(number)).toMatchObject({ confidence: 'unpublished', means: [] })
    },
  )

  test.each([0, 2, 42, 5000, 20_000, Number.NaN])('%s belongs to none', (number) => {
    expect(outlookError(number)).toBeUndefined()
  })

  test('a status of HTTP is found by itself', () => {
    expect(exchangeStatus(503)?.means).toEqual(['server-busy'])
    expect(exchangeStatus(0)).toBeUndefined()
  })
})

describe('a code or a pasted text', () => {
  test.each([
    ['3253', '3253', 'tls-cut-in-path'],
    ['-3253', '3253', 'tls-cut-in-path'],
    ['Error 3253', '3253', 'vpn-blocks-mail'],
    ['Error code: -3253.', '3253', 'vpn-blocks-mail'],
    ['Fehler 17099', '17099', 'vpn-blocks-mail'],
    ['Erreur : 3259', '3259', 'port-blocked-here'],
    ['Errore 17199', '17199', 'account-missing'],
    ['The connection to the server failed or was dropped.\nError 3253', '3253', 'filter-blocks-client'],
    ['NSURLErrorDomain Code=-1003', '1003', 'server-name-unknown'],
    ['HTTP/1.1 503 Service Unavailable', 'HTTP 503', 'server-busy'],
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      '535 5.7.139',
      'smtp-auth-disabled',
    ],
    ['535 5.7.3 Authentication unsuccessful', '535 5.7.3', 'password-refused'],
    ['530 5.7.57 Client not authenticated to send mail', '530 5.7.57', 'sign-in-not-sent'],
    ['550 5.7.30 Basic authentication is not supported for Client Submission.', '550 5.7.30', 'basic-auth-retired'],
    ['The server responded: "550 5.1.1 User unknown"', '550 5.1.1', 'recipient-refused'],
    ['250 2.1.0 Sender OK, then 552 5.3.4 Message size exceeds fixed limit', '552 5.3.4', 'message-too-large'],
    ['a1 NO [AUTHENTICATIONFAILED] Authentication failed.', 'NO AUTHENTICATIONFAILED', 'password-refused'],
    ['-ERR [AUTH] Authentication failed.', '-ERR AUTH', 'password-refused'],
    ['The message is too large to be sent.', '', 'message-too-large'],
    ['You are working offline.', '', 'client-offline'],
  ])('%j is understood', (text, code, cause) => {
    expect(explainCode(text)?.code).toBe(code)
    expect(explainCode(text)?.means).toContain(cause)
  })

  test.each(['559 Strange', '"455 Something new"', '250 OK'])('%j is told by its first digit', (text) => {
    expect(explainCode(text)).toMatchObject({ family: 'Answer of a mail server', means: [] })
  })

  test.each(['', 'hello', '42', '10.0.0.1:3253', 'on page 404 of 500', 'in 1024 pieces, 2026', '99999'])(
    '%j is not known, and that is said',
    (text) => {
      expect(explainCode(text)).toBeUndefined()
    },
  )

  test('in German as in English, with a full stop where the data has none', () => {
    const told = (text: string) => {
      const { family, meaning, advice } = explainCode(text) ?? fail(text)
      return [family, withFullStop(meaning), withFullStop(advice)].map((one) =>
        render(one, { tag: 'de', catalogue: de }),
      )
    }
    expect(told('-3253')).toEqual([
      'Netzwerkverbindung',
      'Die Verbindung zum Server ist gescheitert oder wurde von etwas auf dem Weg getrennt.',
      'Lass Outbox Doctor die Verbindung prüfen (outbox-doctor check); versuche es noch einmal ohne VPN und andere Filter.',
    ])
    expect(told('552 5.3.4 Message size exceeds fixed limit')).toEqual([
      'Antwort eines Mailservers',
      'Die Nachricht ist größer, als der Server erlaubt (vergleiche SIZE in der Antwort auf EHLO).',
      'Mach die Anhänge kleiner, oder nimm Mail Drop oder einen Link.',
    ])
  })

  test('any text is explained at once, or not', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Error ', '535', ' 5.7.', '-', 'exceeds ', '\0'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        explainCode(pieces.join(''))
      }),
      { numRuns: 300 },
    )
    // Processor time: a busy machine does not count.
    const before = process.threadCpuUsage()
    for (const text of ['exceeds ', 'Error - ', '5', '535 ', 'identity ', 'HTTP', '-ERR ['])
      explainCode(text.repeat(20_000))
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(500)
  })
})

function fail(text: string): never {
  throw new Error(`nothing is known about ${text}`)
}
