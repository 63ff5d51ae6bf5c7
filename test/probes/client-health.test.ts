import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/core/client.ts'
import type { ScriptAnswer } from '../../src/core/mac-powers.ts'
import { Unknown } from '../../src/core/probe.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { clientHealth } from '../../src/probes/client/client-health.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, examination, factOf, type Given } from '../examination.ts'
import { macPrograms, nothingRunning, scripted, type Told } from './mac-programs.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const waiting = [{ id: 'm', waitingSince: noon - 600_000, state: 'waiting' }] as const
const late: ScriptAnswer = { outcome: 'timeout', number: -1712 }
const app = 'app version=16.0'

async function health(told: Told, more: Given = {}) {
  const { programs, asked } = macPrograms(told)
  // A thousand seconds of waiting in one of ours.
  const clock = simulatedClock(noon, 0, 1_000)
  const given: Given = { clock, mac: { programs }, ...more, account: { client: 'apple-mail', ...more.account } }
  return { ...(await factOf(clientHealth, given)), asked }
}

describe('client-health', () => {
  test('an app that runs and answers is well', async () => {
    const answers = [scripted('apple-mail-state', app)]
    const { fact, telling } = await health({ answers }, { messages: waiting })
    expect(fact).toEqual({
      client: 'apple-mail',
      running: true,
      answers: 'yes',
      version: '16.0',
      signature: { is: 'intact' },
      errors: [],
    })
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'Mail 16.0 is running and answers' })
  })

  test('while nothing waits it is left in peace', async () => {
    const { fact, asked } = await health({})
    expect(fact).toEqual({ client: 'apple-mail', running: true, errors: [] })
    expect(asked).toEqual(['running'])
    expect((await health({}, { deep: true })).asked).toContain('apple-mail-state 4000')
  })

  test('one that is not running is never spoken to: that would start it', async () => {
    const { fact, telling, asked } = await health({ processes: nothingRunning }, { messages: waiting })
    expect(fact.running).toBe(false)
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'Mail is not running' })
    expect(asked.filter((line) => line.startsWith('apple-mail-state'))).toEqual([])
  })

  test('late once is busy, late twice is no answer', async () => {
    const once = await health({ answers: [late, scripted('apple-mail-state', app)] }, { messages: waiting })
    expect(once.fact.answers).toBe('yes')
    const twice = await health({ answers: [late] }, { messages: waiting })
    expect(twice.fact.answers).toBe('no')
    expect(twice.asked.filter((line) => line.startsWith('apple'))).toEqual([
      'apple-mail-state 4000',
      'apple-mail-state 8000',
    ])
    expect(twice.telling).toEqual({ tone: 'bad', line: 'Mail does not answer' })
  })

  test.each(['refused', 'not-asked-yet', 'not-running', 'cancelled', 'failed'] as const)(
    '%s says nothing about the app',
    async (outcome) => {
      const { fact } = await health({ answers: [{ outcome }] }, { messages: waiting })
      expect(fact).not.toHaveProperty('answers')
    },
  )

  test('garbage is an answer that tells nothing', async () => {
    const { fact } = await health(
      { answers: [{ outcome: 'answered', text: 'missing value\n' }] },
      { messages: waiting },
    )
    expect(fact).toMatchObject({ answers: 'yes' })
    expect(fact).not.toHaveProperty('version')
  })

  test('Outlook says itself that it works offline', async () => {
    const processes = { seen: true, value: [{ pid: 9, name: 'Microsoft Outlook' }] } as const
    const answers = [scripted('outlook-state', 'app version=16.1 offline=true')]
    const account = { client: 'outlook' } as const
    const { fact, telling } = await health({ processes, answers }, { messages: waiting, account })
    expect(fact.offline).toBe(true)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Outlook is switched offline' })
  })

  test('a broken signature is told, one that takes too long is not waited for', async () => {
    const broken = { is: 'broken', line: 'a sealed resource is missing or invalid' } as const
    const { fact, telling } = await health({ signature: broken }, { messages: waiting })
    expect(fact.signature).toEqual(broken)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Mail is not as its maker made it' })
    const own = { is: 'broken', line: '/Users/anna b/Applications/Mail.app: a sealed resource is missing' } as const
    expect((await health({ signature: own }, { messages: waiting })).fact.signature).toMatchObject({
      line: '~/Applications/Mail.app: a sealed resource is missing',
    })
    expect((await health({ signature: 'hangs' }, { messages: waiting })).fact).not.toHaveProperty('signature')
    expect((await health({ installed: false }, { messages: waiting })).fact).not.toHaveProperty('signature')
  })

  test('takes from the last look what it showed, and nothing private', async () => {
    const own = {
      id: 'account',
      email: 'anna@example.org',
      client: 'apple-mail',
      enabled: true,
      offline: true,
    } as const
    const observation: Observation = {
      client: 'apple-mail',
      at: noon,
      version: '16.0',
      accounts: [own],
      outbox: { seen: true, messages: waiting },
      hiddenFor: 5_000,
      storeDamaged: true,
      shownError: 'Cannot send as anna@example.org',
      codes: [{ code: '3253', at: noon - 5 }],
      unseen: [],
    }
    const { fact, telling } = await health({ processes: { seen: false, why: 'failed' } }, { observation })
    expect(fact).toEqual({
      client: 'apple-mail',
      version: '16.0',
      hiddenFor: 5_000,
      storeDamaged: true,
      account: { enabled: true, offline: true },
      errors: [
        { code: '3253', at: noon - 5 },
        { code: 'Cannot send as <address>', at: noon },
      ],
    })
    expect(rendered(telling)).toEqual({
      tone: 'bad',
      line: 'Mail has this account switched offline; Mail has a damaged store',
    })
    expect(JSON.stringify(fact)).not.toContain('anna')
  })

  test('nothing at all to be seen is unknown, with the reason', async () => {
    const { programs } = macPrograms({
      processes: { seen: false, why: 'failed', detail: foreignName('This computer is not a Mac.') },
    })
    const asked = askAlone(clientHealth, { mac: { programs }, account: { client: 'apple-mail' } })
    await expect(asked).rejects.toThrow(new Unknown(foreignName('This computer is not a Mac.')))
  })

  test('is only asked where the mail app is known', () => {
    expect(clientHealth.when?.(examination({}))).toBe(false)
    expect(clientHealth.when?.(examination({ account: { client: 'outlook' } }))).toBe(true)
  })
})
