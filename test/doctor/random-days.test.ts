import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Unknown } from '../../src/core/probe.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { settled } from '../hand-clock.ts'
import { DoctorSetup, diagnosisOf, minute } from './doctor-setup.ts'

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

/** Something that happens to a setup. */
const happening = fc.oneof(
  outbox.map((messages) => async (setup: DoctorSetup) => setup.shows(...messages)),
  fc
    .constantFrom('network', 'slept', 'woke', 'power')
    .map((is) => async (setup: DoctorSetup) => setup.mac.happens({ is })),
  fc.constantFrom(undefined, '10.0.0.7', '10.0.0.8').map((address) => async (setup: DoctorSetup) => {
    setup.mac.address = address
    await setup.mac.happens({ is: 'network' })
  }),
  fc.nat(30 * minute).map((ms) => async (setup: DoctorSetup) => setup.clock.pass(ms)),
  fc.nat(60 * minute).map((ms) => async (setup: DoctorSetup) => setup.doctor.pause(setup.clock.now() + ms)),
  fc.constant(async (setup: DoctorSetup) => setup.doctor.resume()),
  fc.constant(async (setup: DoctorSetup) => setup.doctor.examineNow()),
  answer.map((now) => async (setup: DoctorSetup) => {
    setup.examinations.answer = now
  }),
  answer.map((now) => async (setup: DoctorSetup) => setup.examinations.end(now ?? new Error('A bug.'))),
  fc
    .constantFrom(
      undefined,
      async () => Promise.reject(new Unknown(foreignName('Not now.'))),
      async () => Promise.reject('not even an error'),
      () => new Promise<never>(() => {}),
    )
    .map((instead) => async (setup: DoctorSetup) => {
      setup.client.instead = instead
    }),
)

test('whatever happens: one examination at a time, one timer, no rejection unheard, and everything ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const setup = await new DoctorSetup().open()
      for (const happen of happenings) {
        await happen(setup)
        await settled()
        expect(setup.examinations.most).toBeLessThanOrEqual(1)
        // The timer; and a limit each for a look, an examination and a question to the Mac.
        expect(setup.clock.waiters).toBeLessThanOrEqual(4)
        const { status, pausedUntil, episodes, unseen } = setup.doctor.state()
        if (status === 'clear') expect([pausedUntil, episodes, unseen]).toEqual([undefined, [], []])
      }
      await setup.doctor.stop()
      await settled()
      expect([setup.examinations.running, setup.clock.waiters, setup.mac.listeners]).toEqual([0, 0, 0])
      expect(rejections).toEqual([])
    }),
    { numRuns: 150 },
  )
})
