import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, type Cause, present } from '../../src/core/cause.ts'
import type { Finding } from '../../src/core/finding.ts'
import { type CauseLayer, connectionLayers, layers } from '../../src/core/layer.ts'
import type { Probe } from '../../src/core/probe.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { messageWayOf, wayWithBreaksOf } from '../../src/core/way.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { forHistory } from '../../src/doctor/for-history.ts'
import { seenIn, worstIn } from '../../src/history/timeline-sets.ts'
import { allProbes } from '../../src/probes/index.ts'
import { chartOf } from '../causes/chart.ts'
import { account } from '../history/records.ts'

/** Every question there is, by its layer and what it decides; what its fact holds is nobody's business here. */
const probes = allProbes.map(({ latency: _, provesWayOut: __, replies: ___, ...probe }): Probe<unknown> => probe)

const said = foreignName('x')
const finding: fc.Arbitrary<Finding<unknown> | undefined> = fc.oneof(
  fc.constantFrom('good' as const, 'bad' as const, 'plain' as const).map((tone) => ({
    ...{ state: 'known' as const, fact: {}, telling: { tone, line: said }, ms: 1 },
  })),
  fc.constant({ state: 'unknown' as const, why: said, ms: 1 }),
  fc.constant({ state: 'skipped' as const, because: 'server-ports', ms: 1 }),
  fc.constant(undefined),
)
const findings = fc.array(finding, { minLength: probes.length, maxLength: probes.length })

const cause: fc.Arbitrary<Cause> = fc.record({
  id: fc.uuid(),
  title: fc.constant(said),
  harm: fc.constantFrom('stops' as const, 'stops' as const, 'delays' as const),
  layer: fc.constantFrom<CauseLayer>(...layers, 'nowhere'),
  showAfterMs: fc.constant(0),
  judge: fc.boolean().map((is) => () => (is ? present(0.5, []) : absent)),
  explain: fc.constant(() => ({ plain: said, details: [] })),
})
const causes = fc.array(cause, { maxLength: 3 })

function examined(found: readonly (Finding<unknown> | undefined)[], judges: readonly Cause[]) {
  const of = new Map(probes.map((probe, index) => [probe.id, found[index]] as const))
  const chart = {
    ...chartOf([]),
    finding: (probe: { id: string }) => of.get(probe.id) as never,
    fact: () => undefined,
    replies: () => [],
  }
  const diagnosis = diagnose(chart, judges, probes)
  const { way } = diagnosis
  if (!way) throw new Error('An examination has a way.')
  const told = probes.flatMap((probe) => {
    const one = of.get(probe.id)
    return one ? [forHistory({ probe, finding: one })] : []
  })
  return { diagnosis, way, told, of }
}

describe('over random charts', () => {
  test('the chain and the timeline say the same of every layer', () => {
    fc.assert(
      fc.property(findings, causes, (found, judges) => {
        const { diagnosis, way, told } = examined(found, judges)
        const set = seenIn({ account, at: 0, elapsed: 1, why: 'stuck', findings: told, diagnosis })
        for (const layer of layers) {
          const is = way[layer]
          const isColoured = is === 'good' || is === 'bad' || is === 'unknown'
          expect(worstIn(set, layer)).toBe(isColoured ? is : undefined)
        }
      }),
    )
  })

  test('it breaks where a named cause says so, there always, and nowhere else', () => {
    fc.assert(
      fc.property(findings, causes, (found, judges) => {
        const { diagnosis, way } = examined(found, judges)
        const { status, causes: named } = diagnosis
        const blamed = named.filter(({ harm }) => harm === 'stops').map(({ layer }) => layer)
        const broken = layers.filter((layer) => way[layer] === 'bad')
        expect(broken).toEqual(status === 'stuck' ? layers.filter((layer) => blamed.includes(layer)) : [])
        expect(layers.filter((layer) => wayWithBreaksOf(way, [])[layer] === 'bad')).toEqual([])
      }),
    )
  })

  test('green is what was tried: an answer of its own, or one from further on', () => {
    fc.assert(
      fc.property(findings, causes, (found, judges) => {
        const { diagnosis, way, of } = examined(found, judges)
        connectionLayers.forEach((layer, index) => {
          if (way[layer] !== 'good') return
          const further = connectionLayers.slice(index)
          const tried = probes.filter(
            (probe) => probe.layer !== undefined && further.some((one) => one === probe.layer) && probe.decides,
          )
          expect(tried.some(({ id }) => of.get(id)?.state === 'known')).toBe(true)
        })
        if (way['signing-in'] === 'good') expect(of.get('sign-in')?.state).toBe('known')
        if (diagnosis.status === 'clear') expect(Object.values(way)).not.toContain('unknown')
      }),
    )
  })

  test('a question that decides nothing changes nothing', () => {
    fc.assert(
      fc.property(findings, findings, causes, (found, others, judges) => {
        const { told, diagnosis } = examined(found, judges)
        const more = examined(others, []).told.filter(({ decides }) => !decides)
        const without = told.filter(({ decides }) => decides)
        expect(messageWayOf([...without, ...more], diagnosis)).toEqual(messageWayOf(told, diagnosis))
      }),
    )
  })
})
