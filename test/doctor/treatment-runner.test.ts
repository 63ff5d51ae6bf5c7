import { expect, test } from 'vitest'
import { everythingAllowed, type FixRules } from '../../src/core/fix-rules.ts'
import type { Action, Guide, NoteRemedy } from '../../src/core/remedy.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { SignIns } from '../../src/core/sign-ins.ts'
import { TreatmentRunner } from '../../src/doctor/treatment-runner.ts'
import { TreatmentFixture } from './treatment-fixture.ts'

const signIns: SignIns = { mayTry: async () => ({ may: true, ended: () => {} }) }
const noGuidance = { steps: [], values: [] }

async function wardOf(
  fixture: TreatmentFixture,
  more: Partial<Action<{ door: 'open' | 'shut' | 'unseen' }>> = {},
  rules: () => FixRules = () => everythingAllowed,
) {
  const { deps, world } = fixture
  const { undo: _, ...shout } = fixture.action({ id: 'shout', apply: async () => {}, touches: 'nothing', risk: 0 })
  const of = { treats: () => [fixture.wayShut], risk: 3 }
  const guide: Guide = {
    ...of,
    id: 'open-it-yourself',
    kind: 'guide',
    label: foreignName('Open it'),
    byHand: () => foreignName('Only you may.'),
    guide: () => noGuidance,
  }
  const note: NoteRemedy = { ...of, id: 'read-this', kind: 'note', label: foreignName('Read this'), write: () => [] }
  const runner = new TreatmentRunner({
    ...deps,
    world,
    remedies: [fixture.action(more), shout, guide, note],
    signIns,
    rules,
    lookAgain: async ({ account }) => ({ account, messages: [] }),
  })
  const { chart, diagnosis } = await fixture.remedyContext()
  runner.admit(fixture.input, chart, diagnosis, {})
  return runner
}

const { signal } = new AbortController()

test('what is offered for an account is what was found there', async () => {
  const runner = await wardOf(new TreatmentFixture())
  expect(runner.offers('a1').map(({ remedy }) => remedy.id)).toEqual([
    'shout',
    'open-door',
    'open-it-yourself',
    'read-this',
  ])
  expect(runner.offers('b2')).toEqual([])
  expect(runner.remedyContext('b2')).toBeUndefined()
})

test('nobody is treated who was not examined, and nothing is done that is only advice', async () => {
  const runner = await wardOf(new TreatmentFixture())
  expect(await runner.treat({ account: 'b2', remedy: 'open-door', signal })).toMatchObject({ is: 'refused' })
  expect(await runner.treat({ account: 'a1', remedy: 'read-this', signal })).toMatchObject({ is: 'refused' })
})

test('a guide that was followed is a treatment: nothing is done, and the same are asked again', async () => {
  const fixture = new TreatmentFixture()
  const runner = await wardOf(fixture)
  const treated = () => fixture.letting(runner.treat({ account: 'a1', remedy: 'open-it-yourself', signal }))
  expect(await treated()).toMatchObject({ treatment: { outcome: 'no effect', causes: ['way-shut'] } })
  fixture.hall.door = 'open'
  expect(await treated()).toMatchObject({ treatment: { outcome: 'cured' } })
  const [{ id, mayBeUndone } = { id: '', mayBeUndone: true }] = runner.treatments()
  expect(mayBeUndone).toBe(false)
  expect(await runner.undo(id)).toEqual({ is: 'refused', why: 'There is nothing to put back.' })
})

test('a treatment is remembered, and may be undone once', async () => {
  const fixture = new TreatmentFixture()
  const runner = await wardOf(fixture)
  const treated = await fixture.letting(runner.treat({ account: 'a1', remedy: 'open-door', signal }))
  expect(treated).toMatchObject({ treatment: { outcome: 'cured' } })
  const [{ id, mayBeUndone } = { id: '', mayBeUndone: false }] = runner.treatments()
  expect(mayBeUndone).toBe(true)
  expect(await fixture.letting(runner.undo(id))).toMatchObject({ is: 'undone' })
  expect(runner.treatments()).toMatchObject([{ outcome: 'undone', mayBeUndone: false }])
})

test('what was cut off is offered for undoing, or left', async () => {
  const fixture = new TreatmentFixture()
  const receipt = { version: 1, account: 'a1', causes: [], startedAt: 0, before: { door: 'shut' } }
  fixture.history.treatments.begin({ ...receipt, remedy: 'shout' })
  const { id } = fixture.history.treatments.begin({ ...receipt, remedy: 'open-door' })
  const runner = await wardOf(fixture)
  runner.open()
  expect(runner.interrupted()).toMatchObject([{ id, remedy: 'open-door', mayBeUndone: true }])
  expect(runner.leave(id)).toBe(true)
  expect(runner.leave(id)).toBe(false)
  expect(runner.interrupted()).toEqual([])
  expect(runner.treatments()[0]).toMatchObject({ outcome: 'failed', mayBeUndone: true })
})

test('what needs a new password is not done with the one that is kept, and is told it as it is meant', async () => {
  const fixture = new TreatmentFixture()
  const told: unknown[] = []
  const runner = await wardOf(fixture, {
    signsIn: 'anew',
    meant: (typed) => typed.trim(),
    apply: async ({ world, signIns: here }) => {
      told.push((await world.secrets.read('a1'))?.secret, here === signIns)
    },
  })
  const request = { account: 'a1', remedy: 'open-door', signal }
  expect(rendered(await runner.treat(request))).toEqual({ is: 'refused', why: 'This needs a password. Give it first.' })
  expect(told).toEqual([])
  await fixture.letting(runner.treat({ ...request, secret: ' given ' }))
  expect(told).toEqual(['given', true])
})

test('what is not allowed is shown with the reason, and done by nobody; as soon as it is allowed again, it is done', async () => {
  const fixture = new TreatmentFixture()
  const why = foreignName('Example GmbH does not allow this')
  let forbidden: readonly string[] = ['network', 'settings', 'mail', 'read-this']
  const runner = await wardOf(fixture, { touches: 'network' }, () => ({ forbidden, why }))
  const offers = () => Object.fromEntries(runner.offers('a1').map((one) => [one.remedy.id, one]))
  expect(rendered(offers()['open-door'])).toMatchObject({
    blocked: 'Example GmbH does not allow this',
    forbidden: true,
  })
  expect(offers()['read-this']).toMatchObject({ forbidden: true })
  // What touches nothing, and what a person does.
  for (const id of ['shout', 'open-it-yourself']) expect(offers()[id]).not.toHaveProperty('blocked')
  const request = { account: 'a1', remedy: 'open-door', signal }
  expect(rendered(await runner.treat(request))).toEqual({ is: 'refused', why: 'Example GmbH does not allow this' })
  expect([fixture.hall.door, runner.treatments()]).toEqual(['shut', []])
  forbidden = ['open-it-yourself', 'all']
  for (const remedy of ['shout', 'open-it-yourself', 'open-door'])
    expect(await runner.treat({ ...request, remedy })).toMatchObject({ is: 'refused' })
  forbidden = []
  expect(await fixture.letting(runner.treat(request))).toMatchObject({ treatment: { outcome: 'cured' } })
  // Back to how it was, anybody may go.
  forbidden = ['all']
  const [{ id } = { id: '' }] = runner.treatments()
  expect(await fixture.letting(runner.undo(id))).toMatchObject({ is: 'undone' })
})
