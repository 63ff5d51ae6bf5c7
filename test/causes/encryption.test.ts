import { describe, expect, test } from 'vitest'
import { encryptionModeWrong } from '../../src/causes/tls/encryption-mode-wrong.ts'
import { starttlsMissing } from '../../src/causes/tls/starttls-missing.ts'
import { tlsTooOld } from '../../src/causes/tls/tls-too-old.ts'
import type { Server } from '../../src/core/mail.ts'
import type { Encryption } from '../../src/probes/lib/encryption-fact.ts'
import { capabilities } from '../../src/probes/server/capabilities.ts'
import { greeting } from '../../src/probes/server/greeting.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { account, chartOf, explained, found, incoming, type Line, outgoing, presentBy, sick } from './chart.ts'

type One = NonNullable<Encryption['outgoing']>
function ended(over: Partial<One>): Line {
  return found(encryption, {
    outgoing: { host: outgoing.host, port: outgoing.port, mode: outgoing.security, outcome: 'failed', ...over },
    incoming: { host: incoming.host, port: incoming.port, mode: 'tls', outcome: 'secured' },
  })
}
const set = (over: Partial<Server>) => ({ account: { ...account, outgoing: { ...outgoing, ...over } } })
const absent = { is: 'absent' }

describe('tls-too-old', () => {
  test('no common version, with what the server takes', () => {
    const versions = (['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).map((version, place) => ({
      version,
      accepted: place === 0,
    }))
    const { evidence } = presentBy(tlsTooOld, sick([ended({ outcome: 'no-common-version', versions })]))
    expect(evidence[1]).toBe('The server takes TLSv1')
  })

  test('no common cipher, and an old version that is still spoken', () => {
    presentBy(tlsTooOld, sick([ended({ outcome: 'no-common-cipher' })]))
    presentBy(tlsTooOld, sick([ended({ outcome: 'secured', version: 'TLSv1.1' })]))
    expect(tlsTooOld.judge(sick([ended({ outcome: 'secured', version: 'TLSv1.2' })]))).toEqual(absent)
  })

  test('other ends are other causes', () => {
    for (const outcome of ['reset', 'silent', 'not-tls', 'failed'] as const)
      expect(tlsTooOld.judge(sick([ended({ outcome })]))).toEqual(absent)
  })
})

describe('encryption-mode-wrong', () => {
  test('the other mode works', () => {
    const chart = sick(
      [ended({ outcome: 'greeting-failed', otherMode: { mode: 'tls', works: true } })],
      set({ port: 465 }),
    )
    const verdict = presentBy(encryptionModeWrong, chart)
    expect(verdict.weight).toBeGreaterThan(0.9)
    expect(explained(encryptionModeWrong, chart).details[0]).toContain('from the start')
  })

  test('plain text on a port set to TLS, if it is mail', () => {
    const chart = (speaks: 'smtp' | 'http') =>
      sick(
        [
          ended({ mode: 'tls', outcome: 'not-tls' }),
          found(greeting, {
            outgoing: { host: outgoing.host, port: 587, outcome: 'foreign', masked: false, ms: 10, speaks },
          }),
        ],
        set({ security: 'tls' }),
      )
    presentBy(encryptionModeWrong, chart('smtp'))
    expect(encryptionModeWrong.judge(chart('http'))).toEqual(absent)
  })

  test('silence where a greeting is due, on a port for TLS only', () => {
    const silent = found(greeting, {
      outgoing: { host: outgoing.host, port: 465, outcome: 'silent', masked: false, ms: 12_000 },
    })
    const unknown = ended({ outcome: 'greeting-failed' })
    presentBy(encryptionModeWrong, sick([silent, unknown], set({ port: 465 })))
    expect(encryptionModeWrong.judge(sick([silent, unknown], set({ port: 587 })))).toEqual(absent)
  })

  test('in the clear where nobody may sign in before encryption', () => {
    const offers = (auth: string[]) =>
      found(capabilities, {
        outgoing: { host: outgoing.host, before: [], after: ['STARTTLS', 'SIZE 1000'], auth, lost: [] },
      })
    const clear = ended({ mode: 'none', outcome: 'clear' })
    presentBy(encryptionModeWrong, sick([clear, offers([])], set({ security: 'none' })))
    expect(encryptionModeWrong.judge(sick([clear, offers(['PLAIN'])], set({ security: 'none' })))).toEqual(absent)
  })

  test('the server demands it, unless it is already so', () => {
    const reply = {
      protocol: 'smtp',
      stage: 'mail',
      code: '530',
      enhanced: '5.7.0',
      text: 'Must issue a STARTTLS command first',
      host: outgoing.host,
    } as const
    const clear = ended({ mode: 'none', outcome: 'clear' })
    const { evidence } = presentBy(
      encryptionModeWrong,
      sick([clear], { replies: [reply], ...set({ security: 'none' }) }),
    )
    expect(evidence).toContain('smtp.example.org said at MAIL: 530 5.7.0 Must issue a STARTTLS command first')
    expect(encryptionModeWrong.judge(sick([], { replies: [reply] }))).toEqual(absent)
  })
})

describe('starttls-missing', () => {
  test('not offered, without a sign that it was taken away', () => {
    const { evidence } = presentBy(starttlsMissing, sick([ended({ outcome: 'not-offered' })]))
    expect(evidence.join()).toContain('Port 465 of the same server')
  })

  test('signs of stripping speak for another cause', () => {
    for (const sign of [{ masked: true }, { offeredBefore: true }])
      expect(starttlsMissing.judge(sick([ended({ outcome: 'not-offered', ...sign })]))).toEqual(absent)
  })

  test('refused for now, word for word', () => {
    const refusal = {
      protocol: 'smtp',
      stage: 'starttls',
      code: '454',
      enhanced: '4.7.0',
      text: 'TLS not available due to local problem',
      host: outgoing.host,
    } as const
    const { evidence } = presentBy(starttlsMissing, sick([ended({ outcome: 'starttls-refused', refusal })]))
    expect(evidence[0]).toContain('TLS not available')
  })

  test('secured, or not seen', () => {
    expect(starttlsMissing.judge(sick([]))).toEqual(absent)
    expect(starttlsMissing.judge(chartOf([]))).toEqual(absent)
  })
})
