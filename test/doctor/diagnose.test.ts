import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, type Cause, present, type Verdict } from '../../src/core/cause.ts'
import type { Chart } from '../../src/core/chart.ts'
import type { FactKey, Finding } from '../../src/core/finding.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { Probe } from '../../src/core/probe.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { systemClock } from '../../src/world/real/clock.ts'

function probe(id: string, more: Partial<Probe<string>> = {}): Probe<string> {
  return {
    id,
    question: foreignName(`${id}?`),
    budget: 1,
    ask: async () => id,
    describe: () => ({ tone: 'good', line: foreignName(id) }),
    ...more,
  }
}

function chartOf(findings: Record<string, Finding<unknown>> = {}, more: Partial<Chart> = {}): Chart {
  const finding = <F>(one: FactKey<F>) => findings[one.id] as Finding<F> | undefined
  return {
    account: { id: 'a', email: 'somebody@example.org' },
    messages: [],
    at: Date.UTC(2026, 10, 21),
    past: { last: () => undefined },
    changes: [],
    finding,
    fact: (one) => {
      const found = finding(one)
      return found?.state === 'known' ? found.fact : undefined
    },
    replies: () => [],
    ...more,
  }
}

const known = (fact: string, tone: 'good' | 'bad' | 'plain' = 'good'): Finding<unknown> => ({
  state: 'known',
  fact,
  telling: { tone, line: foreignName(fact) },
  ms: 1,
})

function cause(id: string, verdict: Verdict | (() => Verdict), more: Partial<Cause> = {}): Cause {
  return {
    id,
    title: foreignName(`${id}.`),
    harm: 'stops',
    layer: 'path',
    showAfterMs: 0,
    judge: () => (typeof verdict === 'function' ? verdict() : verdict),
    explain: () => ({ plain: foreignName(id), details: [] }),
    ...more,
  }
}

describe('diagnose', () => {
  test('the heaviest cause is the answer', () => {
    const light = cause('light', present(0.3, [foreignName('a')]))
    const heavy = cause('heavy', present(0.9, [foreignName('b')]))
    expect(diagnose(chartOf(), [light, heavy], []).causes.map((one) => one.id)).toEqual(['heavy', 'light'])
  })

  test('a symptom is silent while its cause is present, through any number of steps', () => {
    const root = cause('root', present(0.2, []))
    const middle = cause('middle', absent, { shadowedBy: () => [root] })
    const leaf = cause('leaf', present(0.9, []), { shadowedBy: () => [middle] })
    const { causes } = diagnose(chartOf(), [leaf, middle, root], [])
    expect(causes.map((one) => [one.id, one.explains])).toEqual([['root', ['leaf']]])
  })

  test('causes that name each other as symptoms end somewhere', () => {
    const one: Cause = cause('one', absent, { shadowedBy: () => [other] })
    const other: Cause = cause('other', present(0.5, []), { shadowedBy: () => [one] })
    expect(diagnose(chartOf(), [one, other], []).causes.map((found) => found.id)).toEqual(['other'])
  })

  test('a server is blamed only with proof that our own way out works', () => {
    const proof = probe('proof', {
      provesWayOut: (fact) => (fact === 'open' ? foreignName('Another host answers.') : undefined),
    })
    const down = cause('down', present(0.9, [foreignName('It does not answer.')]), { blames: 'server' })
    const without = diagnose(chartOf({ proof: known('shut') }), [down], [proof])
    expect(without.causes).toEqual([])
    expect(without.undecided).toEqual([{ id: 'down', missing: ['proof'] }])
    const proven = diagnose(chartOf({ proof: known('open') }), [down], [proof])
    expect(proven.causes[0]?.evidence).toEqual(['It does not answer.', 'Another host answers.'])
  })

  test('those testify whom the judge consulted, the proof of our way out, and servers that said something', () => {
    const asked = probe('asked')
    const speaking = probe('speaking', {
      replies: () => [{ protocol: 'smtp', stage: 'greeting', code: '220', text: 'Hello' }],
    })
    const silent = probe('silent', { replies: () => [] })
    const proof = probe('proof', { provesWayOut: () => foreignName('Another host answers.') })
    const idle = probe('idle')
    const down: Cause = {
      ...cause('down', absent, { blames: 'server' }),
      judge: (chart) => {
        chart.replies()
        return present(chart.fact(asked) && chart.finding(missing) ? 0.1 : 0.9, [])
      },
    }
    const missing = probe('missing')
    const probes = [idle, silent, asked, speaking, proof, missing]
    const chart = chartOf(Object.fromEntries(probes.slice(0, -1).map(({ id }) => [id, known(id)])))
    expect(diagnose(chart, [down], probes).causes[0]?.testimony.toSorted()).toEqual([
      'asked',
      'missing',
      'proof',
      'speaking',
    ])
  })

  test('a judge that stumbles has decided nothing, and that is told', async () => {
    const log = memoryLog(systemClock)
    const stumbling = cause('stumbling', () => {
      throw new Error('oops')
    })
    expect(diagnose(chartOf(), [stumbling], [], log).undecided).toEqual([{ id: 'stumbling', missing: [] }])
    expect(await log.newest(9)).toMatchObject([{ event: 'judgement-failed', of: 'stumbling', name: 'Error' }])
  })

  test('the symptom of a present cause is not left undecided either', () => {
    const root = cause('root', present(0.5, []))
    const open = cause('open', { is: 'undecided', missing: ['x'] }, { shadowedBy: () => [root] })
    expect(diagnose(chartOf(), [root, open], []).undecided).toEqual([])
  })
})

describe('status', () => {
  const vital = probe('vital', { vital: true })
  const other = probe('other')

  test.each<[string, Record<string, Finding<unknown>>, string]>([
    ['nothing was asked', {}, 'unsure'],
    ['the vital question was answered well', { vital: known('yes') }, 'clear'],
    ['the vital question was answered badly', { vital: known('no', 'bad') }, 'unsure'],
    ['the vital question could not be asked', { vital: { state: 'unknown', why: foreignName(''), ms: 1 } }, 'unsure'],
    ['only other questions were answered', { other: known('yes') }, 'unsure'],
  ])('%s', (_, findings, status) => {
    expect(diagnose(chartOf(findings), [], [vital, other]).status).toBe(status)
  })

  test('a cause that stops mail is stuck, one that delays is waiting, one that is offline is offline', () => {
    const status = (...causes: Cause[]) => diagnose(chartOf({ vital: known('yes') }), causes, [vital]).status
    expect(status(cause('x', present(0.5, [])))).toBe('stuck')
    expect(status(cause('x', present(0.5, []), { harm: 'delays' }))).toBe('waiting')
    expect(status(cause('x', present(0.9, []), { offline: true }), cause('y', present(0.5, [])))).toBe('offline')
  })

  test('a cause that only says that we cannot see is unsure by itself, and nothing beside another', () => {
    const status = (...causes: Cause[]) => diagnose(chartOf({ vital: known('yes') }), causes, [vital]).status
    const blind = cause('blind', present(0.1, []), { harm: 'stops', unsure: true })
    expect(status(blind)).toBe('unsure')
    expect(status(blind, cause('x', present(0.5, []), { harm: 'delays' }))).toBe('waiting')
    expect(status(blind, cause('x', present(0.5, [])))).toBe('stuck')
  })

  test('a message that waits without a cause is never clear', () => {
    const waitingSince = Date.UTC(2026, 10, 21) - 10 * 60_000
    const message = { id: 'm', waitingSince, state: 'waiting' } as const
    const chart = chartOf({ vital: known('yes') }, { messages: [message] })
    expect(diagnose(chart, [], [vital]).status).toBe('unsure')
    // As long as the settings let it wait, it is not stuck.
    const patient = chartOf({ vital: known('yes') }, { messages: [message], patience: 30 * 60_000 })
    expect(diagnose(patient, [], [vital]).status).toBe('clear')
    const scheduled = chartOf({ vital: known('yes') }, { messages: [{ ...message, state: 'scheduled' }] })
    expect(diagnose(scheduled, [], [vital]).status).toBe('clear')
  })

  test('whatever the verdicts, clear needs a good vital finding and no cause', () => {
    const verdict = fc.constantFrom<Verdict>(absent, present(0.5, [foreignName('e')]), {
      is: 'undecided',
      missing: ['vital'],
    })
    const finding = fc.constantFrom(known('yes'), known('no', 'bad'), {
      state: 'unknown',
      why: foreignName(''),
      ms: 1,
    } as const)
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 6 }), finding, (verdicts, found) => {
        const causes = verdicts.map((one, index) => cause(`c${index}`, one))
        const { status, causes: named } = diagnose(chartOf({ vital: found }), causes, [vital])
        expect(status === 'clear').toBe(named.length === 0 && found.state === 'known' && found.telling.tone === 'good')
        expect(named.length > 0).toBe(verdicts.some((one) => one.is === 'present'))
      }),
    )
  })
})
