import { expect, onTestFinished, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import type { PanelState } from '../../src/core/state.ts'
import { DoctorSetup, diagnosisOf, minute } from './doctor-setup.ts'

async function opened(change: (setup: DoctorSetup) => void = () => {}): Promise<DoctorSetup> {
  const setup = new DoctorSetup()
  change(setup)
  await setup.open()
  onTestFinished(() => setup.doctor.stop())
  return setup
}

const subjectsIn = ({ waiting }: PanelState) => waiting.map(({ subject }) => subject)

test('the panel is told the subjects; whoever examines, writes down or listens is not', async () => {
  const setup = await opened()
  const heard: unknown[] = []
  setup.doctor.listen((state) => void heard.push(state))
  setup.examinations.answer = diagnosisOf('stuck', 'blocked')
  await setup.shows({ subject: 'canary-one' }, { subject: 'canary-two' }, {})
  await setup.clock.pass(2 * minute)
  expect(setup.status).toBe('stuck')
  expect(subjectsIn(setup.doctor.panelState())).toEqual(['canary-one', 'canary-two', undefined])
  const { cases } = setup.examinations
  expect(cases.at(-1)?.messages).toHaveLength(3)
  const others = JSON.stringify([heard, setup.doctor.state(), cases, setup.watchStore.turns, setup.watchStore.mail])
  expect(others).toContain('blocked')
  expect(others).not.toContain('canary')
})

test('another subject alone is news', async () => {
  const setup = await opened()
  await setup.shows({ subject: 'Dinner' })
  const told: unknown[] = []
  setup.doctor.listen(() => void told.push(subjectsIn(setup.doctor.panelState())))
  await setup.shows({ subject: 'Dinner' })
  await setup.shows({ subject: 'Supper' })
  expect(told).toEqual([['Supper']])
})

test('a subject is remembered while nobody can see it, and forgotten with its message', async () => {
  const setup = await opened()
  await setup.shows({ subject: 'Dinner' })
  setup.client.instead = async () => setup.client.shows({ outbox: { seen: false, why: foreignName('It is in use.') } })
  await setup.mac.filesChange()
  expect(subjectsIn(setup.doctor.panelState())).toEqual(['Dinner'])
  setup.client.instead = undefined
  await setup.shows({})
  expect(subjectsIn(setup.doctor.panelState())).toEqual(['Dinner'])
  await setup.shows()
  await setup.shows({})
  expect(subjectsIn(setup.doctor.panelState())).toEqual([undefined])
})

test('a message that waits by design, or for an account that is to be ignored, shows none', async () => {
  const setup = await opened((one) => {
    one.settings = { ...one.settings, ignore: ['work.example'] }
  })
  await setup.shows(
    { subject: 'Later', state: 'scheduled' },
    { subject: 'Secret', account: 'work' },
    { subject: 'Now' },
  )
  expect(subjectsIn(setup.doctor.panelState())).toEqual(['Now'])
})
