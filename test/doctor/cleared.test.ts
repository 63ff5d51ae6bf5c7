import { expect, test } from 'vitest'
import { maybeDelivered } from '../../src/causes/message/maybe-delivered.ts'
import type { Message } from '../../src/core/mail.ts'
import type { Action } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { Sentence } from '../../src/core/sentence.ts'
import type { Treatment } from '../../src/core/treatment.ts'
import { isClearedByTreatment } from '../../src/doctor/cleared.ts'
import { whyForbidden } from '../../src/doctor/offers.ts'
import { checkSent } from '../../src/remedies/client/check-sent.ts'
import { retrySend } from '../../src/remedies/message/retry-send.ts'
import { account, noon } from '../causes/chart.ts'
import { remedyContext } from '../remedies/consulting.ts'

const remedies = [checkSent, retrySend] as Action<unknown>[]
const before = { client: 'apple-mail', messages: ['m1'] }

function treatment(remedy: Action<unknown>, more: Partial<Treatment> = {}): Treatment {
  const { id, version = 1 } = remedy
  const told = { id: '1', account: account.id, causes: [maybeDelivered.id], startedAt: noon, before }
  return { ...told, remedy: id, version, outcome: 'no effect', endedAt: noon, ...more }
}

const looked = (more: Partial<Treatment> = {}) => treatment(checkSent as Action<unknown>, more)

const waits: Message = { id: 'm1', waitingSince: noon - 3_600_000, state: 'waiting' }

/** Why sending again is refused, after these treatments, newest first. */
function refusal(treatments: () => readonly Treatment[], more: Partial<Message> = {}): Sentence | undefined {
  const waiting = { ...waits, copyInSent: false, ...more }
  const about = remedyContext({ present: [maybeDelivered], messages: [waiting] })
  const receipts = { all: treatments }
  return whyForbidden(retrySend as Action<unknown>, {
    ...about,
    cleared: (cause) => isClearedByTreatment(cause, about, { receipts, remedies }),
  })
}

test('sending again is refused until somebody has looked into Sent and found no copy', () => {
  expect(rendered(refusal(() => []))).toContain(render(maybeDelivered.title))
  expect(refusal(() => [looked()])).toBeUndefined()
})

test.each<[string, Partial<Message>]>([
  ['a copy stands in Sent', { copyInSent: true }],
  ['it was another message', { id: 'm2' }],
])('it stays refused where %s', (_, more) => {
  expect(refusal(() => [looked()], more)).toBeDefined()
})

test.each<[string, Partial<Treatment>]>([
  ['failed', { outcome: 'failed' }],
  ['is still under way', { outcome: 'under way' }],
  ['is of another version', { version: 1 }],
  ['is long ago', { endedAt: noon - 2 * 3_600_000 }],
])('it stays refused where the look %s', (_, more) => {
  expect(refusal(() => [looked(more)])).toBeDefined()
})

test('after another try the look counts no more', () => {
  expect(refusal(() => [treatment(retrySend as Action<unknown>), looked()])).toBeDefined()
  expect(refusal(() => [looked(), treatment(retrySend as Action<unknown>)])).toBeUndefined()
})

test('where nobody could look into Sent, or nobody knows what was done, it stays refused', () => {
  const about = remedyContext({ present: [maybeDelivered], messages: [waits] })
  expect(isClearedByTreatment(maybeDelivered, about, { receipts: { all: () => [looked()] }, remedies })).toBe(false)
  const broken = () => {
    throw new Error('disk')
  }
  expect(refusal(broken)).toBeDefined()
})
