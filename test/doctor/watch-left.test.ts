import { expect, test } from 'vitest'
import { examinationJobFor } from '../../src/doctor/examination-job.ts'
import { minute, quiet, type Story, start } from './story.ts'

const film = { id: 'film', size: 2_000_000 }
const note = { id: 'note', size: 4_000 }
const leftOf = ({ state }: Story, account = 'home') =>
  examinationJobFor(state, { account, reason: 'stuck', depth: 'whole' }).left?.map(({ size }) => size)

test('what leaves while another stays is told to the examination, by its size and time alone', () => {
  const story = quiet().sees([film, note]).pass(minute).sees([film])
  expect(story.state.left).toEqual([{ account: 'home', size: 4_000, at: start + minute }])
  expect(leftOf(story)).toEqual([4_000])
  expect(leftOf(story, 'work')).toEqual([])
})

test('what its app gave back to Drafts has not left', () => {
  expect(
    leftOf(
      quiet()
        .sees([film, note])
        .sees([film], { returned: ['note'] }),
    ),
  ).toEqual([])
})

test('what left in another network, or more than a day ago, says nothing', () => {
  const moved = quiet().sees([film, note]).sees([film])
  expect(leftOf(moved.happens({ is: 'network', online: true, network: 'other' }))).toEqual([])
  const old = quiet().sees([film, note]).sees([film])
  expect(leftOf(old.pass(25 * 60 * minute).sees([film]))).toEqual([])
})

test('no more than fifty are remembered, the newest', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ id: `n${index}`, size: 1_000 + index }))
  const left = leftOf(
    quiet()
      .sees([film, ...many])
      .sees([film]),
  )
  expect(left).toHaveLength(50)
  expect(left?.at(-1)).toBe(1_059)
})

test('it moves with the clock that somebody sets', () => {
  const story = quiet()
    .sees([film, note])
    .sees([film])
    .setsClock(-60 * minute)
  expect(story.state.left[0]?.at).toBe(start - 60 * minute)
})
