import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Announcer } from '../../src/app/announce.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import { memoryLog } from '../../src/core/log.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { startDoctor } from '../../src/doctor/doctor.ts'
import type { EngineDeps } from '../../src/doctor/engine-deps.ts'
import { openHistory } from '../../src/history/history.ts'
import { Ears } from '../app/shell-double.ts'
import { accountOf, diagnosisOf, HandClient, HandMac, minute } from '../doctor/doctor-setup.ts'
import { HandClock, settled } from '../hand-clock.ts'
import { known, recordOf } from '../history/records.ts'

export interface Days {
  notifications: number
  whole: number
  light: number
  /** Renamings of episodes and the like, of which somebody may be told. */
  turns: number
  /** Bytes. */
  database: number
  /** Bytes, after each quarter of the days. */
  heap: readonly number[]
}

export interface DaysOptions {
  /** As long as the Mac is awake, the network goes or comes back every minute. */
  isFlapping?: boolean
}

const hour = 60 * minute
const day = 24 * hour

/** Always the same numbers from 0 to 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * So many days of a Mac with so many accounts, by a clock that leaps: it sleeps at night, comes into another network a
 * few times a day and into one that flaps once a week; now and then mail is stuck for one reason, and two accounts have
 * been stuck for ever, each for its own, ever since they were stuck for the same.
 */
export async function days(
  howMany: number,
  accounts: number,
  folder: string,
  { isFlapping = false }: DaysOptions = {},
): Promise<Days> {
  const roll = dice(7)
  const path = join(folder, 'history.sqlite')
  const clock = new HandClock()
  const history = openHistory(path, () => clock.now())
  const client = new HandClient(clock)
  const mac = new HandMac()
  const seen = { notifications: 0, whole: 0, light: 0, turns: 0 }
  client.accounts = Array.from({ length: accounts }, (_, index) => accountOf(`number-${index}`))
  const trouble = new Map<string, string>()

  const examine: EngineDeps['examine'] = async ({ account, why, depth }) => {
    const cause = mac.address === undefined ? 'offline' : trouble.get(account.id)
    const diagnosis = diagnosisOf(cause === undefined ? 'clear' : 'stuck', cause)
    const grew = depth === 'whole' || cause !== undefined
    seen[grew ? 'whole' : 'light']++
    const finding = known({ host: 'smtp.example.net' }, 'smtp.example.net greets (24 ms)')
    const asked = Array.from({ length: grew ? 24 : 10 }, (_, index) => ({ probe: `probe-${index}`, finding }))
    history.record(recordOf({ account, at: clock.now(), why, findings: asked, diagnosis }))
    if (grew) await history.forget(clock.now() - 366 * day)
    return { diagnosis, grew }
  }
  const doctor = startDoctor({
    log: memoryLog(clock),
    clock,
    mac: mac.mac,
    clients: [client],
    causes: [],
    settings: defaultSettings,
    watchStore: {
      remembered: () => ({ episodes: [], waiting: {}, begun: {} }),
      turn: (...turn) => {
        seen.turns++
        history.episodes.turn(...turn)
      },
      muted: (...one) => history.episodes.muted(...one),
      waiting: (all) => history.waiting.keep(all),
      begun: (all) => history.budget.keep(all),
      paused: () => {},
      changed: () => {},
    },
    examine,
  })
  const announcer = new Announcer({
    announce: () => {
      seen.notifications++
      return Object.assign(new Ears(), { show: () => {}, close: () => {} })
    },
    offers: async () => [],
    announced: history.announced,
    settings: async () => ({ notifications: true, quietHours: { from: 0, to: 0 } }),
    clock,
    words: () => appWordsIn(['en']),
    command: () => {},
  })
  doctor.listen((state) => void announcer.hear(state))
  await settled()

  const [first = '', second = ''] = client.accounts.map(({ id }) => id)
  const lasting = [first, second].map((account) => ({ id: `old-${account}`, account }))
  const show = async (more: readonly { id: string; account: string }[]) => {
    client.messages = [...lasting, ...more]
    await mac.filesChange()
  }
  const moveTo = async (address: string | undefined) => {
    mac.address = address
    history.changes.keep([{ at: clock.now(), what: 'network', line: foreignName('The network changed') }])
    await mac.happens({ is: 'network' })
  }
  for (const account of [first, second]) trouble.set(account, 'shared')
  await show([])
  await clock.pass(hour)
  trouble.set(first, 'of its own')
  trouble.set(second, 'of another')

  const flap = async (minutes: number) => {
    for (let flips = 0; flips < minutes; flips++) {
      await moveTo(flips % 2 === 0 ? undefined : '10.0.9.7')
      await clock.pass(minute)
    }
  }
  const passHour = () => (isFlapping ? flap(60) : clock.pass(hour))
  const heap: number[] = []
  for (let today = 0; today < howMany; today++) {
    await mac.happens({ is: 'woke' })
    for (let hours = 0; hours < 15; hours++) {
      if (roll() < 0.2) await moveTo(`10.0.${Math.floor(roll() * 4)}.7`)
      if (hours === 9 && today % 7 === 3) await flap(60)
      if (hours !== 12 || roll() > 0.3) {
        await passHour()
        continue
      }
      const whose = client.accounts[2 + Math.floor(roll() * (accounts - 2))]?.id ?? first
      trouble.set(whose, `cause-${Math.floor(roll() * 5)}`)
      await show([{ id: `m-${today}`, account: whose }])
      await passHour()
      trouble.delete(whose)
      await show([])
    }
    await mac.happens({ is: 'slept' })
    await clock.pass(9 * hour)
    if (Math.floor(((today + 1) * 4) / howMany) === heap.length) continue
    globalThis.gc?.()
    heap.push(process.memoryUsage().heapUsed)
  }
  announcer.stop()
  await doctor.stop()
  history.close()
  return { ...seen, database: statSync(path).size, heap }
}
