import type { Doctor } from '../../agent.ts'
import { Headlines } from '../../core/headlines.ts'
import { isSameForWatch, type Settings } from '../../core/settings.ts'
import type { PanelState } from '../../core/state.ts'
import type { Instant } from '../../core/time.ts'
import type { Session } from '../../session/session.ts'
import type { Endpoint } from '../endpoint.ts'
import type { TreatingShown } from '../schema/treatment.ts'
import { ExaminationLog } from './examination-log.ts'
import { GuideFollower } from './guide-follower.ts'
import { inTurns } from './in-turn.ts'
import { TreatmentRuns } from './treatment-runs.ts'
import { WayTests } from './way-tests.ts'

/** A session that is being watched, and every event about it. */
export interface WatchedSession {
  readonly session: Session
  readonly doctor: Doctor
  readonly examinations: ExaminationLog
  readonly treatments: TreatmentRuns
  readonly guides: Pick<GuideFollower, 'shown'>
  readonly wayTests: Pick<WayTests, 'test'>
  /** With what is told on top of it. */
  panelState(): PanelState
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
    const tell = () => tellStateOf(doctor)
    doctor.listen(tell)
    if (pausedUntil === undefined) tell()
    else doctor.pause(pausedUntil)
    return doctor
  }
  const headlines = new Headlines(clock, () => tellStateOf(doctor))
  const stateOf = (one: Doctor) => {
    const state = one.panelState()
    return { ...state, headline: headlines.over(state) }
  }
  const tellStateOf = (one: Doctor) => endpoint.tell('state', stateOf(one))
  let doctor = begin()
  const inTurn = inTurns()
  const tellTreating = (treating: TreatingShown) => {
    headlines.treats(treating)
    const before = JSON.stringify(headlines.last)
    const state = stateOf(doctor)
    // Together: between the two, a page would say one thing on top and another below.
    endpoint.tell('treating', { ...treating, headline: state.headline })
    if (JSON.stringify(state.headline) !== before) endpoint.tell('state', state)
  }
  const treatments = new TreatmentRuns(session, tellTreating, {
    ended: (account) => doctor.examineNow(account),
    acts: (account) => guides.forget(account),
  })
  const wayTests = new WayTests(session)
  return {
    session,
    get doctor() {
      return doctor
    },
    examinations,
    treatments,
    guides,
    wayTests,
    panelState: () => stateOf(doctor),
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
        await wayTests.stop()
        headlines.stop()
        await doctor.stop()
        await session.close()
      }),
  }
}
