import { beforeAll, describe, expect, test } from 'vitest'
import { rendered } from '../../../src/core/rendered.ts'
import { annas, askedBothWays } from './asked-both-ways.ts'
import { examined } from './examined.ts'

const account = { ...annas({}).account, client: 'outlook' }
const outlook = (more: object) => ({ account, mac: { apps: [{ app: 'outlook', ...more }] } })
/** Whose outbox nobody sees. */
const unseen = (more: object) => ({ ...outlook({ mode: 'new', ...more }), outbox: [] })
const lost = { 'addin.example.com': 'silent' }
const seal = { name: 'Sign & Seal', host: 'addin.example.com', age: '3d' }
const firstOf = async (world: object) => (await examined(annas(world))).diagnosis.causes[0]

describe('an add-in that cannot be reached', () => {
  beforeAll(async () => void (await examined(annas({}))))

  test('of the new Outlook is told beside what cannot be seen, with its age and the test to make', async () => {
    const scene = { ...unseen({ addIns: [seal] }), hosts: lost }
    const first = await firstOf(scene)
    expect(first?.id).toBe('cannot-see')
    expect(first?.evidence.slice(1)).toEqual([
      'The add-in Sign & Seal comes from addin.example.com, which does not answer',
      'The add-in Sign & Seal has been there for 3 days',
    ])
    expect(rendered(first?.details ?? []).join(' ')).toMatch(/The test: switch it off in Outlook/)
    expect(await askedBothWays(annas(scene))).toMatchObject({ check: 'cannot-see' })
  })

  test('that came last is told first', async () => {
    const old = { name: 'Labels', host: 'labels.example.com', age: '400d' }
    const hosts = { ...lost, 'labels.example.com': 'refused' }
    const first = await firstOf({ ...unseen({ addIns: [old, seal] }), hosts })
    expect(first?.evidence[1]).toMatch(/Sign & Seal/)
    expect(first?.evidence[3]).toMatch(/Labels/)
  })

  test('says nothing of its age where nobody knows it', async () => {
    const { age: _, ...ageless } = seal
    const first = await firstOf({ ...unseen({ addIns: [ageless] }), hosts: lost })
    expect(first?.evidence).toHaveLength(2)
  })

  test('is not suspected while it answers, nor where there is none', async () => {
    const well = await firstOf({ ...unseen({ addIns: [seal] }), hosts: { 'addin.example.com': { web: 'healthy' } } })
    expect(rendered(well?.details ?? []).join(' ')).not.toMatch(/The test/)
    expect((await firstOf(unseen({})))?.evidence).toHaveLength(1)
  })

  test('of the older Outlook, whose mail is seen to be stuck, is the cause', async () => {
    const scene = annas({ ...outlook({ addIns: [seal] }), hosts: lost })
    expect(await askedBothWays(scene)).toEqual({ check: 'outlook-add-in', watch: 'outlook-add-in' })
    expect((await examined(scene)).diagnosis.causes[0]?.evidence).toContain(
      'The add-in Sign & Seal has been there for 3 days',
    )
  })
})
