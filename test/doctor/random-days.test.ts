import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Unknown } from '../../src/core/probe.ts'
import { settled } from '../hand-clock.ts'
import { diagnosisOf, minute, Ward } from './practice.ts'

const rejections: unknown[] = []
const keep = (reason: unknown) => rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', keep))
afterAll(() => void process.off('unhandledRejection', keep))

const message = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  account: fc.constantFrom('home', 'work', 'gone'),
  state: fc.constantFrom('waiting' as const, 'scheduled' as const),
  size: fc.constantFrom(0, 5_000_000),
})
const outbox = fc.uniqueArray(message, { selector: ({ id }) => id, maxLength: 3 })
const answer = fc.constantFrom(diagnosisOf('clear'), diagnosisOf('unsure'), diagnosisOf('stuck', 'x'), undefined)

/** Something that happens to a ward. */
const happening = fc.oneof(
  outbox.map((messages) => async (ward: Ward) => ward.shows(...messages)),
  fc.constantFrom('network', 'slept', 'woke', 'power').map((is) => async (ward: Ward) => ward.mac.happens({ is })),
  fc.constantFrom(undefined, '10.0.0.7', '10.0.0.8').map((address) => async (ward: Ward) => {
    ward.mac.address = address
    await ward.mac.happens({ is: 'network' })
  }),
  fc.nat(30 * minute).map((ms) => async (ward: Ward) => ward.clock.pass(ms)),
  fc.nat(60 * minute).map((ms) => async (ward: Ward) => ward.doctor.pause(ward.clock.now() + ms)),
  fc.constant(async (ward: Ward) => ward.doctor.resume()),
  fc.constant(async (ward: Ward) => ward.doctor.examineNow()),
  answer.map((now) => async (ward: Ward) => {
    ward.examinations.answer = now
  }),
  answer.map((now) => async (ward: Ward) => ward.examinations.end(now ?? new Error('A bug.'))),
  fc
    .constantFrom(
      undefined,
      async () => Promise.reject(new Unknown('Not now.')),
      async () => Promise.reject('not even an error'),
      () => new Promise<never>(() => {}),
    )
    .map((instead) => async (ward: Ward) => {
      ward.client.instead = instead
    }),
)

test('whatever happens: one examination at a time, one timer, no rejection unheard, and everything ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const ward = await new Ward().open()
      for (const happen of happenings) {
        await happen(ward)
        await settled()
        expect(ward.examinations.most).toBeLessThanOrEqual(1)
        // The timer; and a limit each for a look, an examination and a question to the Mac.
        expect(ward.clock.waiters).toBeLessThanOrEqual(4)
        const { status, pausedUntil, episodes, unseen } = ward.doctor.state()
        if (status === 'clear') expect([pausedUntil, episodes, unseen]).toEqual([undefined, [], []])
      }
      await ward.doctor.stop()
      await settled()
      expect([ward.examinations.running, ward.clock.waiters, ward.mac.listeners]).toEqual([0, 0, 0])
      expect(rejections).toEqual([])
    }),
    { numRuns: 150 },
  )
})
