import { onTestFinished } from 'vitest'
import { absent, type Cause, present, undecided } from '../../src/core/cause.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { PermissionState } from '../../src/core/mac-powers.ts'
import type { Probe } from '../../src/core/probe.ts'
import type { Action, Remedy, RemedyContext } from '../../src/core/remedy.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { World } from '../../src/core/world.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { type ExaminationInput, examine } from '../../src/doctor/examine.ts'
import { remedyContextOf } from '../../src/doctor/remedy-context.ts'
import type { TreatmentProgress } from '../../src/doctor/remedy-run.ts'
import { type TreatmentDeps, type TreatResult, treat } from '../../src/doctor/treat.ts'
import { type UndoOptions, type UndoResult, undo } from '../../src/doctor/undo.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { nothingOutside } from '../examination.ts'
import { HandClock } from '../hand-clock.ts'

/** A door that mail leaves by, and what stands in the way behind it. */
export interface Hall {
  door: 'open' | 'shut' | 'unseen'
  hall: 'free' | 'blocked'
}

const tell = (fact: string) => ({ tone: 'plain', line: foreignName(fact) }) as const

/** The world of these tests: two probes look at it, one cause names it, a remedy turns it. */
export class TreatmentFixture {
  readonly clock = new HandClock()
  readonly hall: Hall = { door: 'shut', hall: 'free' }
  readonly asked: string[] = []
  readonly told: TreatmentProgress[] = []
  permission: PermissionState = 'granted'
  /** Nobody lives here: what is done may be forgotten. */
  madeUp = true
  readonly history: History

  readonly keyhole: Probe<string> = {
    id: 'keyhole',
    question: foreignName('Is there a door?'),
    budget: 1_000,
    ask: async () => this.#ask('keyhole', 'yes'),
    describe: tell,
  }
  readonly door: Probe<string> = {
    id: 'door',
    question: foreignName('Is it open?'),
    budget: 1_000,
    after: [this.keyhole],
    ask: async () => {
      const fact = this.#ask('door', this.hall.door)
      if (fact === 'unseen') throw new Error('It is dark.')
      return fact
    },
    describe: tell,
  }
  readonly beyond: Probe<string> = {
    id: 'hall',
    question: foreignName('Is the hall free?'),
    budget: 1_000,
    ask: async () => this.#ask('hall', this.hall.hall),
    describe: tell,
  }
  readonly weather: Probe<string> = {
    id: 'weather',
    question: foreignName('Does it rain?'),
    budget: 1_000,
    ask: async () => this.#ask('weather', 'no'),
    describe: tell,
  }
  readonly wayShut: Cause = this.cause('way-shut', (chart) => {
    const door = chart.fact(this.door)
    if (door === undefined) return undecided(this.door)
    if (door === 'shut') return present(0.9, [foreignName('The door is shut.')])
    return chart.fact(this.beyond) === 'blocked' ? present(0.9, [foreignName('The hall is blocked.')]) : absent
  })
  /** What was told of our own faults. */
  readonly log = memoryLog(this.clock)
  readonly probes = [this.weather, this.door, this.keyhole, this.beyond]
  causes: readonly Cause[] = [this.wayShut]

  constructor(path = ':memory:') {
    this.history = openHistory(path)
    onTestFinished(() => this.history.close())
  }

  /** Of the world, a treatment itself asks for the time and the permissions only. */
  get world(): World {
    const permissions = async () => ({
      fullDiskAccess: this.permission,
      automation: { 'apple-mail': this.permission, outlook: 'granted' },
      accessibility: this.permission,
      notifications: 'unknown',
      localNetwork: 'unknown',
    })
    return {
      clock: this.clock,
      mac: { permissions },
      log: this.log,
      ...(this.madeUp && { madeUp: true }),
    } as unknown as World
  }

  get input(): ExaminationInput {
    return {
      world: this.world,
      account: { id: 'a1', email: 'anna@example.net' },
      messages: [],
      outside: nothingOutside,
      past: { last: () => undefined },
      changes: [],
      deep: false,
      canSignIn: false,
      signIns: { mayTry: async () => ({ may: true, ended: () => {} }) },
    }
  }

  get deps(): TreatmentDeps {
    const { causes, probes } = this
    return {
      causes,
      probes,
      budget: 5_000,
      receipts: this.history.treatments,
      lookAgain: async () => this.input,
    }
  }

  cause(id: string, judge: Cause['judge'], more: Partial<Cause> = {}): Cause {
    return {
      id,
      title: foreignName(`${id}.`),
      harm: 'stops',
      layer: 'path',
      showAfterMs: 0,
      explain: () => ({ plain: foreignName(id), details: [] }),
      judge,
      ...more,
    }
  }

  /** Opens the door; its `Before` says how it stood. */
  action(more: Partial<Action<{ door: Hall['door'] }>> = {}): Action<unknown> {
    const opening: Action<{ door: Hall['door'] }> = {
      id: 'open-door',
      label: foreignName('Open the door'),
      kind: 'act',
      risk: 1,
      touches: 'settings',
      cancellable: true,
      settles: 1_000,
      treats: () => [this.wayShut],
      promise: async () => [foreignName('Opens the door.')],
      capture: async () => ({ door: this.hall.door }),
      apply: async (_consultation, _before, { report: say }) => {
        say(foreignName('Turning the handle'))
        this.hall.door = 'open'
      },
      undo: {
        stands: async () => ({ fingerprint: this.hall.door, sentence: foreignName(`The door is ${this.hall.door}.`) }),
        putBack: async (_world, before) => {
          this.hall.door = before.door
        },
      },
      ...more,
    }
    return opening as Action<unknown>
  }

  async remedyContext(): Promise<RemedyContext> {
    const signal = new AbortController().signal
    const chart = await this.letting(examine(this.input, this.probes, { signal, budget: 5_000 }))
    const diagnosis = diagnose(chart, this.causes, this.probes)
    this.asked.length = 0
    return remedyContextOf(this.input, chart, diagnosis, {}, this.causes, this.probes)
  }

  async treat(action: Action<unknown>, signal = new AbortController().signal): Promise<TreatResult> {
    const context = await this.remedyContext()
    return this.letting(treat(action, context, this.deps, { signal, onProgress: (one) => this.told.push(one) }))
  }

  undo(id: string, remedies: readonly Remedy[], options: UndoOptions = {}): Promise<UndoResult> {
    return this.letting(undo(id, { world: this.world, receipts: this.history.treatments, remedies }, options))
  }

  /** Time passes until the work is done. */
  async letting<T>(work: Promise<T>): Promise<T> {
    let ended = false
    const watched = work.finally(() => {
      ended = true
    })
    watched.catch(() => {})
    for (let second = 0; !ended && second < 3_600; second += 1) await this.clock.pass(1_000)
    return watched
  }

  #ask(probe: string, fact: string): string {
    this.asked.push(probe)
    return fact
  }
}
