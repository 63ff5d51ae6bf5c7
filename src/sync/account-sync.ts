import { knownClient } from '../clients/known-clients.ts'
import { isFault } from '../core/is-fault.ts'
import type { Account, ClientId } from '../core/mail.ts'
import type { SignIns } from '../core/sign-ins.ts'
import type { SyncMemory, SyncReport } from '../core/sync-report.ts'
import type { World } from '../core/world.ts'
import { checkSync } from './check-sync.ts'
import { SyncWatch } from './sync-watch.ts'
import { keyOfChange } from './waited-changes.ts'

/** `isRecheck`: what was found a moment ago is looked at again. */
export interface SyncCheck {
  account: Account
  client: ClientId
  isRecheck?: boolean
  signal: AbortSignal
}

/** How accounts compare with their servers, when a person asks and while the agent watches. */
export interface AccountSync {
  /** For a person who has asked. Rejects when aborted. */
  check(request: SyncCheck): Promise<SyncReport>
  /** What came of the last check of an account in this run. */
  report(account: string): SyncReport | undefined
  /** Checks by itself from now on. `isBusy`: servers are asked something else at this moment. */
  watch(isBusy: () => boolean): SyncWatch
  /** Calls back with every new report; the returned function ends it. */
  listen(listener: (report: SyncReport) => void): () => void
}

export function accountSync(world: World, memory: SyncMemory, signIns: (asked: boolean) => SignIns): AccountSync {
  const { clock, mac, log } = world
  const reports = new Map<string, SyncReport>()
  const listeners = new Set<(report: SyncReport) => void>()
  const tell = (report: SyncReport) => {
    reports.set(report.account, report)
    for (const listener of listeners) listener(report)
  }
  const isFrugal = async (signal: AbortSignal) => {
    try {
      const { source, lowPower } = await mac.power(signal)
      return source === 'battery' || lowPower === true
    } catch (error) {
      if (isFault(error) && !signal.aborted) log.warn('surroundings-failed', { error })
      return false
    }
  }
  return {
    async check({ isRecheck = false, ...request }) {
      const report = await checkSync({
        ...request,
        purpose: isRecheck ? 'again' : 'trial',
        world,
        signIns: signIns(true),
        // Nobody watches: what was seen to wait before is as it was then.
        waited: ({ account, queue }) => {
          const keys = new Set(queue.map((change) => keyOfChange(change)))
          return memory.waited(account).filter(({ key }) => keys.has(key))
        },
      })
      tell(report)
      return report
    },
    report: (account) => reports.get(account),
    watch: (isBusy) =>
      new SyncWatch({
        clock,
        log,
        memory,
        isReadable: (client) => knownClient(client)?.localSync !== undefined,
        isFrugal,
        isBusy,
        compare: ({ isAsked, ...errand }) =>
          checkSync({ ...errand, world, signIns: signIns(isAsked), purpose: isAsked ? 'trial' : 'again' }),
        told: tell,
      }),
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
