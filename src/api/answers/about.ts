import { say } from '../../core/sentence.ts'
import { batchLines } from '../../core/telemetry.ts'
import { toldFault, traceOf } from '../../core/told-fault.ts'
import { sessionReport } from '../../session/report.ts'
import type { AnswersTo } from '../endpoint.ts'
import type { aboutRequests, TelemetryShown } from '../schema/about.ts'
import { errorAnswer, okAnswer } from '../schema/answer.ts'
import type { AnswerContext } from './context.ts'
import type { ServerOptions } from './server-options.ts'

// Mail may take its time to tell its accounts; nobody waits longer for a report.
const reportTimeoutMs = 60_000
const mostShown = 20
const mostRead = 500
const inPlay = errorAnswer('unavailable', say('This is a story: nothing of it is kept.'))

/** What is about this program rather than about mail. */
export function answerAbout(
  { current, watched, leave }: AnswerContext,
  { about, app, scenes, loginItem, log, telemetry, removeEverything }: ServerOptions,
): AnswersTo<typeof aboutRequests> {
  const telemetryShown = async (): Promise<TelemetryShown> => {
    const view = (await telemetry?.view()) ?? { on: false }
    if (!view.on) return view
    const { last, ...shown } = view
    if (!last) return shown
    const { batch, ...what } = last
    return { ...shown, last: { ...what, sent: batchLines(batch) } }
  }
  return {
    about() {
      const session = current()?.session
      return okAnswer({
        ...about,
        real: session !== undefined && session.scene === undefined,
        plays: scenes !== undefined,
        ...(app && { app: true }),
        ...(session?.forgets && { forgets: true }),
        ...(session?.scene && { scene: session.scene }),
        ...(session && { clock: { now: session.world.clock.now(), speed: session.speed } }),
      })
    },
    async diagnostics() {
      const { session, doctor } = watched()
      const { version } = about
      const signal = AbortSignal.timeout(reportTimeoutMs)
      return okAnswer({ sections: await sessionReport(session, { state: doctor.state(), version, signal }) })
    },
    async ownFaults() {
      const found = (await (current()?.session.world.log ?? log)?.newest(mostRead)) ?? []
      const faults = found.filter(({ level }) => level !== 'info').slice(-mostShown)
      return okAnswer({
        faults: faults.reverse().map((fault) => ({ at: fault.when, told: toldFault(fault), trace: traceOf(fault) })),
      })
    },
    telemetry: async () => okAnswer(await telemetryShown()),
    async renewTelemetryId() {
      await telemetry?.reset()
      return okAnswer(await telemetryShown())
    },
    async removeEverything() {
      if (current()?.session.scene || !removeEverything) return inPlay
      const apps = current()?.doctor.state().clients ?? []
      await leave()
      if (loginItem?.get().is !== 'off') loginItem?.set(false)
      try {
        await removeEverything(apps.flatMap(({ accounts }) => accounts.map(({ id }) => id)))
      } catch (error) {
        log?.error('removal-failed', { error })
        return errorAnswer(
          'failed',
          say('Some of it could not be removed. Please look into the data folder and into your keychain.'),
        )
      }
      return okAnswer({})
    },
  }
}
