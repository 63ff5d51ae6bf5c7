import type { Doctor } from '../agent.ts'
import type { Desk } from '../contract/desk.ts'
import type { Settings } from '../core/settings.ts'
import { Following } from './following.ts'
import type { House } from './house.ts'
import { Treatments } from './treatments.ts'

/** A house that is being watched, and everything that is told of it. */
export interface Watching {
  readonly house: House
  readonly doctor: Doctor
  readonly following: Following
  readonly treatments: Treatments
  /** Watches on with other settings. */
  again(settings: Settings): Promise<void>
  /** Ends the watch, and leaves the house. */
  close(): Promise<void>
}

export function watchOver(house: House, desk: Pick<Desk, 'tell'>): Watching {
  const { agent, world } = house
  const { clock } = world
  const following = new Following((examination) => desk.tell('examination', examination))
  let request: House['request'] = {
    ...house.request,
    follow(account, why, progress) {
      if (progress.is !== 'ended') return following.progressed(account, why, clock.now(), progress)
      const { diagnosis } = progress
      following.ended(account, { at: clock.now(), ...(diagnosis && { status: diagnosis.status }) })
    },
  }
  const begin = (): Doctor => {
    const doctor = agent.watch(request)
    doctor.listen((state) => desk.tell('state', state))
    desk.tell('state', doctor.state())
    return doctor
  }
  let doctor = begin()
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
    async again(settings) {
      await doctor.stop()
      request = { ...request, settings }
      doctor = begin()
    },
    async close() {
      await treatments.stop()
      await doctor.stop()
      await house.close()
    },
  }
}
