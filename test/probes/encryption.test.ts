import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { factOf, type Given } from '../examination.ts'
import { multiline, postfix } from '../wire/mail-server.ts'
import { type Door, mailAccount } from './mail-account.ts'

async function encrypted(outgoing: Door, more: Given = {}) {
  const { given, clock } = await mailAccount({ outgoing }, more)
  const began = clock.elapsed()
  const { fact, telling } = await factOf(encryption, given)
  expect(clock.elapsed() - began).toBeLessThan(encryption.budget)
  return { one: fact.outgoing, telling, replies: encryption.replies?.(fact) }
}

const past = (outcome: string, offeredBefore?: boolean): Given['past'] => ({
  last: (_probe, tone) => {
    const one = { host: 'smtp.example.org', port: 587, mode: 'starttls', outcome, offeredBefore }
    return tone ? undefined : { fact: { outgoing: one } as never, at: 0 }
  },
})
const noOffer = postfix({ answers: { EHLO: multiline('250', ['smtp.example.org', 'SIZE 1000']) } })

describe('encryption', () => {
  test('as it is set up', async () => {
    const { one, telling } = await encrypted({ script: postfix() })
    expect(one).toMatchObject({ mode: 'starttls', outcome: 'secured', version: 'TLSv1.3' })
    expect(one?.otherMode ?? one?.versions).toBeUndefined()
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'smtp.example.org is encrypted by TLSv1.3' })
  })

  test('TLS where STARTTLS belongs: the other mode works', async () => {
    const { one, telling } = await encrypted({ script: postfix(), security: 'tls' })
    expect(one).toMatchObject({ outcome: 'not-tls', otherMode: { mode: 'starttls', works: true } })
    expect(render(telling.line)).toContain('STARTTLS works there')
  })

  test('STARTTLS where TLS belongs: the other mode works', async () => {
    const { one } = await encrypted({ script: postfix({ tls: true }) })
    expect(one).toMatchObject({ outcome: 'greeting-failed', otherMode: { mode: 'tls', works: true } })
  })

  test('none, as it is set up', async () => {
    const { one, telling } = await encrypted({ script: postfix(), security: 'none' })
    expect(one).toMatchObject({ mode: 'none', outcome: 'clear' })
    expect(telling.tone).toBe('plain')
  })

  test('none where TLS belongs', async () => {
    const { one } = await encrypted({ script: postfix({ tls: true }), security: 'none' })
    expect(one).toMatchObject({ outcome: 'greeting-failed', otherMode: { mode: 'tls', works: true } })
  })

  test('a silent server works in no mode', async () => {
    const { one, telling } = await encrypted({ script: {}, security: 'tls' })
    expect(one).toMatchObject({ outcome: 'silent', otherMode: { mode: 'starttls', works: false } })
    expect(telling.tone).toBe('bad')
  })

  test('a door that is not open is left to others', async () => {
    const { given } = await mailAccount({ outgoing: {} })
    await expect(factOf(encryption, given)).rejects.toThrow('server-ports')
  })
})

describe('STARTTLS', () => {
  test('that is refused comes as a reply', async () => {
    const { one, replies } = await encrypted({
      script: postfix({ answers: { STARTTLS: '454 4.7.0 TLS not available\r\n' } }),
    })
    expect(one).toMatchObject({ outcome: 'starttls-refused' })
    expect(replies).toMatchObject([{ code: '454', stage: 'starttls' }])
  })

  test('that is not offered', async () => {
    const { one } = await encrypted({ script: noOffer })
    expect(one).toMatchObject({ outcome: 'not-offered' })
    expect(one?.offeredBefore).toBeUndefined()
  })

  test.each([
    ['secured', undefined, true],
    ['not-offered', undefined, undefined],
    ['not-offered', true, true],
  ])('that is not offered, and last time was %s (before that: %s)', async (outcome, remembered, expected) => {
    const { one } = await encrypted(
      { script: noOffer },
      { past: past(outcome, remembered) ?? { last: () => undefined } },
    )
    expect(one?.offeredBefore).toBe(expected)
  })

  test('that is overwritten', async () => {
    const answers = { EHLO: multiline('250', ['smtp.example.org', 'XXXXXXXX', 'SIZE 1000']) }
    expect((await encrypted({ script: postfix({ answers }) })).one).toMatchObject({
      outcome: 'not-offered',
      masked: true,
    })
  })
})

describe('versions', () => {
  test('are tried one by one where there is none in common', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const { one } = await encrypted({ script: postfix({ options: old }) })
    expect(one).toMatchObject({
      outcome: 'no-common-version',
      versions: [
        { version: 'TLSv1', accepted: true },
        { version: 'TLSv1.1', accepted: true },
        { version: 'TLSv1.2', accepted: false },
        { version: 'TLSv1.3', accepted: false },
      ],
    })
  })

  test('are tried on request', async () => {
    const { one, telling } = await encrypted({ script: postfix() }, { deep: true })
    expect(one?.versions?.filter(({ accepted }) => accepted).map(({ version }) => version)).toEqual([
      'TLSv1.2',
      'TLSv1.3',
    ])
    expect(render(telling.line)).toContain('it takes TLSv1.2, TLSv1.3')
  })
})
