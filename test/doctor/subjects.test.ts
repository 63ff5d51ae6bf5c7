import { expect, onTestFinished, test } from 'vitest'
import type { PanelState } from '../../src/core/state.ts'
import { diagnosisOf, minute, Ward } from './practice.ts'

async function opened(change: (ward: Ward) => void = () => {}): Promise<Ward> {
  const ward = new Ward()
  change(ward)
  await ward.open()
  onTestFinished(() => ward.doctor.stop())
  return ward
}

const subjectsIn = ({ waiting }: PanelState) => waiting.map(({ subject }) => subject)

test('the panel is told the subjects; whoever examines, writes down or listens is not', async () => {
  const ward = await opened()
  const heard: unknown[] = []
  ward.doctor.listen((state) => void heard.push(state))
  ward.examinations.answer = diagnosisOf('stuck', 'blocked')
  await ward.shows({ subject: 'canary-one' }, { subject: 'canary-two' }, {})
  await ward.clock.pass(2 * minute)
  expect(ward.status).toBe('stuck')
  expect(subjectsIn(ward.doctor.panelState())).toEqual(['canary-one', 'canary-two', undefined])
  const { cases } = ward.examinations
  expect(cases.at(-1)?.messages).toHaveLength(3)
  const others = JSON.stringify([heard, ward.doctor.state(), cases, ward.notebook.turns, ward.notebook.mail])
  expect(others).toContain('blocked')
  expect(others).not.toContain('canary')
})

test('another subject alone is news', async () => {
  const ward = await opened()
  await ward.shows({ subject: 'Dinner' })
  const told: unknown[] = []
  ward.doctor.listen(() => void told.push(subjectsIn(ward.doctor.panelState())))
  await ward.shows({ subject: 'Dinner' })
  await ward.shows({ subject: 'Supper' })
  expect(told).toEqual([['Supper']])
})

test('a subject is remembered while nobody can see it, and forgotten with its message', async () => {
  const ward = await opened()
  await ward.shows({ subject: 'Dinner' })
  ward.client.instead = async () => ward.client.shows({ outbox: { seen: false, why: 'It is in use.' } })
  await ward.mac.filesChange()
  expect(subjectsIn(ward.doctor.panelState())).toEqual(['Dinner'])
  ward.client.instead = undefined
  await ward.shows({})
  expect(subjectsIn(ward.doctor.panelState())).toEqual(['Dinner'])
  await ward.shows()
  await ward.shows({})
  expect(subjectsIn(ward.doctor.panelState())).toEqual([undefined])
})

test('a message that waits by design, or for an account that is to be ignored, shows none', async () => {
  const ward = await opened((one) => {
    one.settings = { ...one.settings, ignore: ['work.example'] }
  })
  await ward.shows({ subject: 'Later', state: 'scheduled' }, { subject: 'Secret', account: 'work' }, { subject: 'Now' })
  expect(subjectsIn(ward.doctor.panelState())).toEqual(['Now'])
})
