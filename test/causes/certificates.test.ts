import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { certificateExpired, certificateNotYetValid } from '../../src/causes/tls/certificate-dates.ts'
import { certificateSelfSigned, certificateUntrusted } from '../../src/causes/tls/certificate-trust.ts'
import { certificateWrongName } from '../../src/causes/tls/certificate-wrong-name.ts'
import { clockWrong } from '../../src/causes/tls/clock-wrong.ts'
import type { Certificate, CertificateFault, Trust } from '../../src/core/certificate.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { allProbes } from '../../src/probes/index.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { clockOffset } from '../../src/probes/tls/clock-offset.ts'
import { chartOf, explained, found, incoming, type Line, noon, outgoing, presentBy, sick } from './chart.ts'

const day = 86_400_000
const proven: Trust = { nameFits: true, bundled: true, system: true, complete: true }

function leaf(over: Partial<Certificate> = {}): Certificate {
  return {
    subject: 'CN=smtp.example.org',
    issuer: 'CN=Example CA',
    names: ['smtp.example.org'],
    notBefore: noon - 60 * day,
    notAfter: noon + 30 * day,
    key: { kind: 'ec', bits: 256 },
    signature: 'sha256',
    selfSigned: false,
    authority: false,
    fingerprint: 'ab',
    der: '',
    ...over,
  }
}

function shows(over: Partial<Certificate>, trust: Partial<Trust> = {}, faults: CertificateFault[] = []): Line {
  const { host, port } = outgoing
  return found(certificate, { outgoing: { host, port, chain: [leaf(over)], trust: { ...proven, ...trust }, faults } })
}

const clock = (offset: number) => found(clockOffset, { offset, sources: [{ host: 'www.apple.com', offset }] })
const expired = shows({ notAfter: noon - 3 * day }, {}, ['expired'])

describe('the dates', () => {
  test('expired, with a clock that is right', () => {
    const { evidence, weight } = presentBy(certificateExpired, sick([expired, clock(0)]))
    expect(evidence).toEqual(['The certificate of smtp.example.org ran out on 2026-11-18', 'This Mac’s clock is right'])
    expect(weight).toBeGreaterThan(0.9)
    expect(certificateNotYetValid.judge(sick([expired, clock(0)]))).toEqual({ is: 'absent' })
  })

  test('the true time counts: a fast clock makes nothing expire, and hides nothing', () => {
    expect(certificateExpired.judge(sick([expired, clock(10 * day)]))).toEqual({ is: 'absent' })
    const valid = shows({ notAfter: noon + day })
    presentBy(certificateExpired, sick([valid, clock(-2 * day)]))
  })

  test('without the true time it is undecided; a page that tells the time will do', () => {
    expect(certificateExpired.judge(sick([expired]))).toEqual({ is: 'undecided', missing: [clockOffset.id] })
    const page = { host: 'captive.apple.com', outcome: 'open', date: noon, ms: 60 } as const
    presentBy(certificateExpired, sick([expired, found(openWeb, { checks: [page], open: true, portal: false })]))
  })

  test('not yet valid', () => {
    const early = shows({ notBefore: noon + day })
    expect(presentBy(certificateNotYetValid, sick([early, clock(0)])).evidence[0]).toContain('2026-11-22')
    expect(certificateNotYetValid.judge(sick([early, clock(-2 * day)]))).toEqual({ is: 'absent' })
  })

  test('dates beyond all measure are told without falling over', () => {
    presentBy(certificateExpired, sick([shows({ notAfter: Number.NEGATIVE_INFINITY }), clock(0)]))
  })
})

describe('one answer', () => {
  test('a clock that is wrong is the reason, and no certificate is accused', () => {
    const { causes: named } = diagnose(sick([expired, clock(10 * day)]), allCauses, allProbes)
    expect(named.map(({ id }) => id)).toEqual([clockWrong.id])
  })

  test('the server that shows it has answered, which proves our way out', () => {
    const { causes: named } = diagnose(sick([expired, clock(0)]), allCauses, allProbes)
    expect(named.map(({ id }) => id)).toEqual([certificateExpired.id])
  })
})

describe('the name', () => {
  const strange = shows({ names: ['mail.hoster.example', '*.hoster.example'] }, { nameFits: false }, ['wrong-name'])

  test('another name, and the names it does carry', () => {
    const chart = sick([strange])
    const verdict = presentBy(certificateWrongName, chart)
    expect(verdict.evidence[0]).toContain('mail.hoster.example')
    expect(explained(certificateWrongName, chart).details[0]).toContain('mail.hoster.example')
  })

  test('a published name among them is told', () => {
    const server = { protocol: 'smtp', host: 'mail.hoster.example', port: 587, security: 'starttls' } as const
    const published = found(publishedSettings, { incoming: [], outgoing: [server], tried: [] })
    expect(presentBy(certificateWrongName, sick([strange, published])).evidence.join()).toContain('publishes')
  })

  test('the right name', () => expect(certificateWrongName.judge(sick([]))).toEqual({ is: 'absent' }))
})

describe('trust', () => {
  const unknown: Partial<Trust> = { bundled: false, system: false }

  test('self-signed and from a stranger are two causes', () => {
    const own = sick([shows({ selfSigned: true }, unknown, ['self-signed'])])
    presentBy(certificateSelfSigned, own)
    expect(certificateUntrusted.judge(own)).toEqual({ is: 'absent' })
    const stranger = sick([shows({}, unknown, ['untrusted'])])
    presentBy(certificateUntrusted, stranger)
    expect(certificateSelfSigned.judge(stranger)).toEqual({ is: 'absent' })
  })

  test("the Mac's own trust counts, and a company's authority passes", () => {
    const chart = sick([shows({}, { bundled: false, system: true }, ['untrusted'])])
    expect(certificateUntrusted.judge(chart)).toEqual({ is: 'absent' })
  })

  test('where it cannot be read, that speaks against', () => {
    const { host, port } = outgoing
    const trust = { nameFits: true, bundled: false, complete: true }
    const one = { host, port, chain: [leaf()], trust, faults: ['untrusted'] as const }
    const chart = sick([found(certificate, { outgoing: one })])
    expect(presentBy(certificateUntrusted, chart).against).toHaveLength(1)
  })

  test('a missing intermediate is named', () => {
    const chart = sick([shows({}, { ...unknown, complete: false }, ['missing-intermediate'])])
    expect(presentBy(certificateUntrusted, chart).evidence.join()).toContain('missing intermediate')
  })

  test.each(['127.0.0.1', 'localhost', '::1'])('a bridge on this Mac, at %s, vouches for itself by design', (host) => {
    const chain = [leaf({ selfSigned: true, notAfter: noon - 3 * day })]
    for (const system of [undefined, false]) {
      const trust = { nameFits: false, bundled: false, complete: true, ...(system !== undefined && { system }) }
      const shown = { port: 1025, chain, faults: ['self-signed', 'wrong-name', 'expired'] as const, trust }
      const chart = sick([found(certificate, { outgoing: { host, ...shown } }), clock(0)])
      for (const cause of [certificateSelfSigned, certificateUntrusted, certificateWrongName, certificateExpired])
        expect(cause.judge(chart), cause.id).toEqual({ is: 'absent' })
    }
  })

  test('the incoming server weighs less', () => {
    const { host, port } = incoming
    const one = { host, port, chain: [leaf()], trust: { ...proven, ...unknown }, faults: ['untrusted'] as const }
    const weight = presentBy(certificateUntrusted, sick([found(certificate, { incoming: one })])).weight
    expect(weight).toBeLessThan(presentBy(certificateUntrusted, sick([shows({}, unknown)])).weight)
  })

  test('nothing seen, nothing said', () => {
    for (const cause of [
      certificateExpired,
      certificateNotYetValid,
      certificateWrongName,
      certificateSelfSigned,
      certificateUntrusted,
    ])
      expect(cause.judge(chartOf([]))).toEqual({ is: 'absent' })
  })
})
