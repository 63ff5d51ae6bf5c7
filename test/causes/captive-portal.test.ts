import { describe, expect, test } from 'vitest'
import { captivePortal } from '../../src/causes/network/captive-portal.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { chartOf, found, incoming, outgoing, ports, presentBy, sick, unreached } from './chart.ts'

const check = { host: 'captive.apple.com', ms: 40 } as const
const portal = found(openWeb, {
  checks: [{ ...check, outcome: 'other', status: 302, redirect: 'login.hotel.example' }],
  open: false,
  portal: true,
})
const shut = [ports({ 587: 'silent' }, { 993: 'silent' }), ...unreached(true)]

describe('captive-portal', () => {
  test('something else answers for the known page', () => {
    const { evidence } = presentBy(captivePortal, sick([portal, ...shut]))
    expect(evidence).toEqual(['Asked for captive.apple.com, the network sent us to login.hotel.example'])
  })

  test('it may also sit in the place of the mail servers', () => {
    const trust = { nameFits: false, bundled: false, complete: true }
    const strange = { port: 0, chain: [], trust, faults: ['wrong-name'] } as const
    const shown = found(certificate, {
      outgoing: { host: outgoing.host, ...strange },
      incoming: { host: incoming.host, ...strange },
    })
    expect(presentBy(captivePortal, sick([portal, shown])).weight).toBeGreaterThan(0.9)
  })

  test('a page that does not come is no portal, and none matters while mail works', () => {
    const none = found(openWeb, { checks: [{ ...check, outcome: 'none' }], open: false, portal: false })
    expect(captivePortal.judge(sick([none, ...shut]))).toEqual({ is: 'absent' })
    expect(captivePortal.judge(sick([portal]))).toEqual({ is: 'absent' })
  })

  test('undecided when mail is in trouble and nobody asked for the page', () => {
    expect(captivePortal.judge(sick(shut, {}, openWeb))).toEqual({ is: 'undecided', missing: [openWeb.id] })
    expect(captivePortal.judge(chartOf([]))).toEqual({ is: 'absent' })
  })
})
