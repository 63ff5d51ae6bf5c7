import { onTestFinished } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import type { Chart } from '../../src/core/chart.ts'
import type { Message } from '../../src/core/mail.ts'
import type { Action, RemedyContext } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import type { Sentence } from '../../src/core/sentence.ts'
import type { SignIns } from '../../src/core/sign-ins.ts'
import type { Millis } from '../../src/core/time.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { type ExaminationInput, examine } from '../../src/doctor/examine.ts'
import { asFollowedGuide } from '../../src/doctor/followed.ts'
import { withLentSecret } from '../../src/doctor/lent-secret.ts'
import { remedyContextOf } from '../../src/doctor/remedy-context.ts'
import { type TreatResult, treat } from '../../src/doctor/treat.ts'
import { type UndoResult, undo } from '../../src/doctor/undo.ts'
import { openHistory } from '../../src/history/history.ts'
import { allProbes } from '../../src/probes/index.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { roundTrip } from '../../src/sync/round-trip.ts'
import { tellRoundTrip } from '../../src/sync/tell-round-trip.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../src/world/simulated/world.ts'

const budget: Millis = 60_000
const { signal } = new AbortController()

const byPerson = { by: 'person', begin: () => true } as const

/** As whoever checks by hand: the server is asked about the waiting mail where nothing else says why it waits. */
const oneTrial = {
  trial: { by: 'watch', anew: true, begin: () => true },
  unexplained: (chart: Chart) => diagnose(chart, allCauses, allProbes).causes.length === 0,
} as const

/** A scene with the real engine and the real remedies in it. Time leaps wherever it is only waited. */
export class SceneRunner {
  readonly played: PlayedScene
  readonly scene: Scene
  readonly told: string[] = []
  /** The same, as sentences. */
  readonly lines: Sentence[] = []
  signIns: SignIns = { mayTry: async () => ({ may: true, ended: () => {} }) }
  readonly history = openHistory(':memory:')

  constructor(played: PlayedScene, scene: Scene, finished: (end: () => Promise<void>) => void = onTestFinished) {
    this.played = played
    this.scene = scene
    finished(async () => {
      this.history.close()
      await played.close()
    })
  }

  /** It ends with the test. `finished`: of that test, where several run at once. */
  static async open(
    name: string,
    difference: Partial<Scene> = {},
    finished: (end: () => Promise<void>) => void = onTestFinished,
  ): Promise<SceneRunner> {
    const scene = { ...loadScene(name), ...difference }
    const runner = new SceneRunner(await playScene(scene), scene, finished)
    await runner.played.world.mac.files.list('~', signal)
    return runner
  }

  async input(): Promise<ExaminationInput> {
    const { played } = this
    const [account] = played.accounts
    if (!account) throw new Error('no account')
    const observation = played.observationOf(account)
    return {
      world: played.world,
      account,
      messages: played.messagesOf(account),
      ...(observation && { observation }),
      outside: played.outside,
      past: played.past ?? { last: () => undefined },
      changes: played.world.mac.changes(0),
      deep: played.deep,
      canSignIn: played.canSignIn,
      signIns: this.signIns,
    }
  }

  async remedyContext(messages?: readonly Message[]): Promise<RemedyContext> {
    const input = { ...(await this.input()), ...(messages && { messages }), ...oneTrial }
    const chart = await this.played.hasten(examine(input, allProbes, { signal, budget }))
    const diagnosis = diagnose(chart, allCauses, allProbes)
    return remedyContextOf(input, chart, diagnosis, { product: '26.1' }, allCauses, allProbes)
  }

  action(id: string): Action<unknown> {
    const found = allRemedies.find((remedy) => remedy.id === id)
    if (!found || found.kind === 'note') throw new Error(`${id} does not act`)
    return found.kind === 'guide' ? asFollowedGuide(found) : found
  }

  /** The causes that are named now, or would be if these messages waited. */
  async causes(messages?: readonly Message[]): Promise<string[]> {
    return (await this.remedyContext(messages)).diagnosis.causes.map(({ id }) => id)
  }

  /** `password`: given for this once; without it, the one that the scene says mends it. */
  async treat(id: string, context?: RemedyContext, password = this.rightPassword(id)): Promise<TreatResult> {
    const found = context ?? (await this.remedyContext())
    const action = this.action(id)
    const meant = password === undefined ? undefined : (action.meant?.(password) ?? password)
    using lent = withLentSecret(found.world, found.account.id, meant)
    const about = {
      ...found,
      world: lent.world,
      signIns: this.signIns,
      sendRoundTrip: async (report: (line: Sentence) => void, over: AbortSignal) => {
        const { account } = found
        const memory = this.history.roundTrips
        const request = { world: lent.world, signIns: this.signIns, memory, account, report, signal: over }
        const trip = await roundTrip(request)
        return { isGood: trip.outcome === 'arrived', lines: tellRoundTrip(trip) }
      },
    }
    const surgery = {
      causes: allCauses,
      probes: allProbes,
      budget,
      receipts: this.history.treatments,
      lookAgain: async () => ({ ...(await this.input()), trial: byPerson, world: lent.world }),
    }
    // Awaited: until it has ended, the password is lent.
    return await this.played.hasten(
      treat(action, about, surgery, {
        signal,
        onProgress: (progress) => {
          this.played.mends(id, progress.is)
          if (progress.is !== 'told') return
          this.lines.push(progress.line)
          this.told.push(render(progress.line))
        },
      }),
    )
  }

  rightPassword(remedy: string): string | undefined {
    return this.scene.mends?.find((mending) => mending.remedy === remedy)?.password
  }

  undo(id: string, sure = false): Promise<UndoResult> {
    const { treatments } = this.history
    return this.played.hasten(
      undo(
        id,
        { world: this.played.world, receipts: treatments, remedies: allRemedies },
        { sure, onProgress: (progress) => this.played.mends(treatments.find(id)?.remedy ?? '', progress.is) },
      ),
    )
  }
}
