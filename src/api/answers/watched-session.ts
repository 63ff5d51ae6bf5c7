import type { Doctor } from '../../agent.ts'
import { isSameForWatch, type Settings } from '../../core/settings.ts'
import type { Instant } from '../../core/time.ts'
import type { Session } from '../../session/session.ts'
import type { Endpoint } from '../endpoint.ts'
import { ExaminationLog } from './examination-log.ts'
import { GuideFollower } from './guide-follower.ts'
import { inTurns } from './in-turn.ts'
import { TreatmentRuns } from './treatment-runs.ts'

/** A session that is being watched, and every event about it. */
export interface WatchedSession {
  readonly session: Session
  readonly doctor: Doctor
  readonly examinations: ExaminationLog
  readonly treatments: TreatmentRuns
  readonly guides: Pick<GuideFollower, 'shown'>
  /** In force now. */
  readonly settings: Settings
  /** Watches on with other settings; it begins anew only where it goes by what has changed. */
  again(settings: Settings): Promise<void>
  /** Until then; without it, goes on. Waits for a watch that is just beginning anew. */
  pause(until?: Instant): Promise<void>
  /** Ends the watch, and leaves the session. */
  close(): Promise<void>
}

export function watchSession(session: Session, endpoint: Pick<Endpoint, 'tell'>): WatchedSession {
  const { agent, world } = session
  const { clock } = world
  const examinations = new ExaminationLog((examination) => endpoint.tell('examination', examination))
  const guides = new GuideFollower((account, remedy) => void treatments.noticed(account, remedy))
  let request: Session['request'] = {
    ...session.request,
    keepPause: true,
    seen: (observation) => guides.seen(observation),
    follow(account, why, progress) {
      if (progress.is !== 'ended') return examinations.progressed(account, why, clock.now(), progress)
      const { diagnosis } = progress
      examinations.ended(account, { at: clock.now(), ...(diagnosis && { status: diagnosis.status }) })
    },
  }
  const begin = (pausedUntil?: Instant): Doctor => {
    const doctor = agent.watch(request)
    const tell = () => endpoint.tell('state', doctor.panelState())
    doctor.listen(tell)
    if (pausedUntil === undefined) tell()
    else doctor.pause(pausedUntil)
    return doctor
  }
  let doctor = begin()
  const inTurn = inTurns()
  const treatments = new TreatmentRuns(session, (treating) => endpoint.tell('treating', treating), {
    ended: (account) => doctor.examineNow(account),
    acts: (account) => guides.forget(account),
  })
  return {
    session,
    get doctor() {
      return doctor
    },
    examinations,
    treatments,
    guides,
    get settings() {
      return request.settings
    },
    again: (settings) =>
      inTurn(async () => {
        const goesOn = isSameForWatch(request.settings, settings)
        request = { ...request, settings }
        if (goesOn) return
        const { pausedUntil } = doctor.state()
        await doctor.stop()
        doctor = begin(pausedUntil)
      }),
    pause: (until) =>
      inTurn(async () => {
        if (until === undefined) doctor.resume()
        else doctor.pause(until)
      }),
    close: () =>
      inTurn(async () => {
        await treatments.stop()
        await doctor.stop()
        await session.close()
      }),
  }
}
