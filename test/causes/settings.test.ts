import { describe, expect, test } from 'vitest'
import { noOutgoingServer } from '../../src/causes/server/no-outgoing-server.ts'
import { settingsDiffer } from '../../src/causes/server/settings-differ.ts'
import type { Server } from '../../src/core/mail.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { account, chartOf, explained, found, incoming, outgoing, ports, presentBy, sick, unreached } from './chart.ts'

const absent = { is: 'absent' }

describe('no-outgoing-server', () => {
  const { outgoing: _none, ...without } = account

  test('none is set up', () => {
    presentBy(noOutgoingServer, chartOf([], { account: without }))
    expect(noOutgoingServer.judge(chartOf([]))).toEqual(absent)
  })

  test('Exchange needs none', () => {
    const exchange = { ...without, incoming: { ...incoming, protocol: 'exchange' as const } }
    expect(noOutgoingServer.judge(chartOf([], { account: exchange }))).toEqual(absent)
  })

  test("another provider's explains a refusal and nothing else", () => {
    const mixed = {
      ...account,
      incoming: { ...incoming, host: 'imap.mail.me.com' },
      outgoing: { ...outgoing, host: 'smtp.gmail.com' },
    }
    const text = 'You are not allowed to send as this address'
    const reply = { protocol: 'smtp', stage: 'mail', code: '550', text } as const
    expect(noOutgoingServer.judge(sick([], { account: mixed }))).toEqual(absent)
    const { evidence } = presentBy(noOutgoingServer, sick([], { account: mixed, replies: [reply] }))
    expect(evidence[0]).toBe('Mail comes from iCloud Mail and leaves through Gmail')
  })
})

describe('settings-differ', () => {
  const better: Server = { protocol: 'smtp', host: outgoing.host, port: 465, security: 'tls' }
  const publishes = (...list: Server[]) => found(publishedSettings, { incoming: [], outgoing: list, tried: [] })
  const shut = [ports({ 587: 'silent', 465: 'open' }), ...unreached()]

  test('the published one answers and the present one does not', () => {
    const chart = sick([publishes(better), ...shut])
    const verdict = presentBy(settingsDiffer, chart)
    expect(verdict.evidence).toEqual([
      'Set up: smtp.example.org, port 587, STARTTLS',
      'Published, and it answers: smtp.example.org, port 465, TLS',
    ])
    expect(explained(settingsDiffer, chart).details[0]).toContain('port 465')
  })

  test('a port where somebody says no weighs more than one where nobody answers', () => {
    const no = [ports({ 587: 'refused', 465: 'open' }), ...unreached()]
    const silent = presentBy(settingsDiffer, sick([publishes(better), ...shut])).weight
    expect(presentBy(settingsDiffer, sick([publishes(better), ...no])).weight).toBeGreaterThan(silent)
  })

  test('a private setting that works is left alone, and so is a published one', () => {
    expect(settingsDiffer.judge(sick([publishes(better)]))).toEqual(absent)
    expect(settingsDiffer.judge(sick([publishes(better, outgoing), ...shut]))).toEqual(absent)
  })

  test('one that does not answer either is no help; one that nobody tried leaves it undecided', () => {
    const dead = [ports({ 587: 'silent', 465: 'silent' }), ...unreached()]
    expect(settingsDiffer.judge(sick([publishes(better), ...dead]))).toEqual(absent)
    const elsewhere = { ...better, host: 'mail.example.net' }
    expect(settingsDiffer.judge(sick([publishes(elsewhere), ...dead]))).toEqual({
      is: 'undecided',
      missing: [serverPorts.id],
    })
  })

  test('nothing published, nothing said', () => expect(settingsDiffer.judge(sick(shut))).toEqual(absent))
})
