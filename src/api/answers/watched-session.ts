import type { Doctor } from '../../agent.ts'
import type { Settings } from '../../core/settings.ts'
import type { Instant } from '../../core/time.ts'
import type { Desk } from '../endpoint.ts'
import { Following } from './examination-log.ts'
import { inTurns } from './in-turn.ts'
import type { House } from './server-options.ts'
import { Treatments } from './treatment-runs.ts'

/** A house that is being watched, and everything that is told of it. */
export interface Watching {
  readonly house: House
  readonly doctor: Doctor
  readonly following: Following
  readonly treatments: Treatments
  /** In force now. */
  readonly settings: Settings
  /** Watches on with other settings; it begins anew only where it goes by what has changed. */
  again(settings: Settings): Promise<void>
  /** Until then; without it, goes on. Waits for a watch that is just beginning anew. */
  pause(until?: Instant): Promise<void>
  /** Ends the watch, and leaves the house. */
  close(): Promise<void>
}

export function watchOver(house: House, desk: Pick<Desk, 'tell'>): Watching {
  const { agent, world } = house
  const { clock } = world
  const following = new Following((examination) => desk.tell('examination', examination))
  let request: House['request'] = {
    ...house.request,
    keepPause: true,
    follow(account, why, progress) {
      if (progress.is !== 'ended') return following.progressed(account, why, clock.now(), progress)
      const { diagnosis } = progress
      following.ended(account, { at: clock.now(), ...(diagnosis && { status: diagnosis.status }) })
    },
  }
  const begin = (pausedUntil?: Instant): Doctor => {
    const doctor = agent.watch(request)
    const tell = () => desk.tell('state', doctor.panelState())
    doctor.listen(tell)
    if (pausedUntil === undefined) tell()
    else doctor.pause(pausedUntil)
    return doctor
  }
  let doctor = begin()
  const inTurn = inTurns()
  const treatments = new Treatments(house, (treating) => desk.tell('treating', treating), {
    ended: (account) => doctor.examineNow(account),
  })
  return {
    house,
    get doctor() {
      return doctor
    },
    following,
    treatments,
    get settings() {
      return request.settings
    },
    again: (settings) =>
      inTurn(async () => {
        const goesOn = isSameWatch(request.settings, settings)
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
        await house.close()
      }),
  }
}

/** Whether everything is equal that the watch itself goes by; all else is looked up when it is needed. */
function isSameWatch(one: Settings, other: Settings): boolean {
  const goesBy = ({ patience, interval, retention, ignore }: Settings) =>
    JSON.stringify([patience, interval.mains, interval.battery, retention, ignore])
  return goesBy(one) === goesBy(other)
}
