import { waysToSeeIn } from '../../../src/api/answers/unseen.ts'
import { allCauses } from '../../../src/causes/index.ts'
import type { Diagnosis } from '../../../src/core/diagnosis.ts'
import { causesUnder, type Headline, type MendingPhase, pictureFor } from '../../../src/core/headline.ts'
import { Headlines } from '../../../src/core/headlines.ts'
import { layers } from '../../../src/core/layer.ts'
import { memoryLog } from '../../../src/core/log.ts'
import { render } from '../../../src/core/render.ts'
import { defaultSettings } from '../../../src/core/settings.ts'
import type { PanelState } from '../../../src/core/state.ts'
import type { TreatingSoFar } from '../../../src/core/told.ts'
import { startDoctor } from '../../../src/doctor/doctor.ts'
import { causeShown } from '../../../src/panel/now/cause-shown.ts'
import { treatmentSays } from '../../../src/panel/now/treatment-says.ts'
import { wayOut } from '../../../src/probes/network/way-out.ts'
import { HandMac, HandWatchStore } from '../../doctor/doctor-setup.ts'
import { HandClock, settled } from '../../hand-clock.ts'
import { AppTold, contradictionsBetween, contradictionsWithin } from '../../panel/contradictions.ts'
import type { ShownState } from '../../panel/shown-state.ts'
import type { SceneVisit } from './scene-visit.ts'

const minute = 60_000
const well: Diagnosis = { status: 'clear', causes: [], undecided: [] }

/** All that was told of one visit, by the watch and everybody who shows it. */
export interface Retold {
  headlines: readonly Headline['is'][]
  contradictions: readonly string[]
  /** How it stood when all was found that could be, where there was trouble and nothing to be pressed. */
  deadEnds: readonly string[]
}

/** Where all is well, waiting is right, or it is being seen to: nothing need be pressed. */
const needsNothing: readonly Headline['is'][] = ['clear', 'left', 'sending', 'delayed', 'opening', 'paused', 'fixed']

/**
 * What a watch would tell of a scene, from the first look to the end of its first fix: the real watch, headline, cards
 * and app, over what a visit has found; only the probes are not asked again. It takes no time.
 */
export async function retold(visit: SceneVisit): Promise<Retold> {
  const { observation, found } = visit
  if (!observation) return { headlines: [], contradictions: [], deadEnds: [] }
  const clock = new HandClock(observation.at)
  const telling = new Telling(visit, clock)
  const surroundings = new HandMac()
  const way = found.findings.find(({ probe }) => probe.id === wayOut.id)?.finding
  const network =
    way?.state === 'known'
      ? (way.fact as { network: Awaited<ReturnType<HandMac['mac']['network']>> }).network
      : undefined
  /** Of whom the visit has found nothing: those whose mail did not wait, where it is somebody's who is there no more. */
  const others = accountsWithout(visit).map(({ email }) => email)
  let diagnosis: Diagnosis = found.diagnosis
  let hasLeft = false
  let asked: (() => void)[] = []
  const doctor = startDoctor({
    clock,
    log: memoryLog(clock),
    mac: { ...surroundings.mac, ...(network && { network: async () => network }) },
    clients: [
      {
        id: observation.client,
        name: observation.client,
        watches: [],
        look: async () => ({
          ...observation,
          at: clock.now(),
          ...(hasLeft && observation.outbox.seen && { outbox: { seen: true, messages: [] } }),
        }),
      },
    ],
    causes: allCauses,
    settings: defaultSettings,
    watchStore: new HandWatchStore(),
    examine: ({ account, signal }) =>
      new Promise((resolve, reject) => {
        asked.push(() => resolve({ diagnosis: others.includes(account.email) ? well : diagnosis, grew: true }))
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  })
  const goOn = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      await settled()
      for (const answer of asked.splice(0)) answer()
      await clock.pass(minute)
    }
  }
  const tell = () => telling.hear(doctor.panelState())
  doctor.listen(tell)
  telling.again = tell
  try {
    await settled()
    tell()
    await goOn(12)
    telling.rest(doctor.panelState())
    const own = observation.accounts.find(({ email }) => email === visit.scene.account.email)
    const [offer] = visit.offers.filter(({ blocked }) => blocked === undefined)
    if (!own || !offer) return telling
    const treating = { account: own.id, label: offer.label, startedAt: clock.now(), told: [] }
    for (const phase of ['looking', 'acting', 'settling', 'checking'] as const satisfies readonly MendingPhase[]) {
      telling.treats({ ...treating, phase })
      tell()
      await goOn(1)
    }
    const isMended = visit.mended?.is === 'treated' && visit.mended.treatment.outcome === 'cured'
    if (isMended) diagnosis = well
    const outcome = isMended ? 'cured' : 'no effect'
    telling.treats({ ...treating, phase: 'ended', treated: { is: 'treated', treatment: { outcome } } })
    tell()
    doctor.examineNow(own.id)
    await goOn(1)
    hasLeft = isMended
    await goOn(4)
    return telling
  } finally {
    telling.stop()
    asked = []
    await doctor.stop()
  }
}

/** The accounts of the app that are not the one that was examined: by its address, or by the messages that wait. */
function accountsWithout({ observation, scene }: SceneVisit): readonly { email: string }[] {
  const { accounts, outbox } = observation ?? { accounts: [], outbox: { seen: false } as const }
  const owners = new Set(outbox.seen ? outbox.messages.flatMap(({ account }) => account ?? []) : [])
  // With an account that the app has no more, only its own examination is about the message (`examination-job.ts`).
  const isOrphaned = owners.size > 0 && accounts.every(({ id }) => !owners.has(id))
  return accounts.filter(({ email }) => isOrphaned || email !== scene.account.email)
}

/** Listens as a panel and the app do, and compares what they show. */
class Telling implements Retold {
  readonly headlines: Headline['is'][] = []
  readonly deadEnds: string[] = []
  readonly #found: string[] = []
  readonly #visit: SceneVisit
  readonly #clock: HandClock
  readonly #app = new AppTold()
  readonly #headlines: Headlines
  #treating: TreatingSoFar | undefined
  #before: ShownState | undefined
  again = (): void => {}

  constructor(visit: SceneVisit, clock: HandClock) {
    this.#visit = visit
    this.#clock = clock
    this.#headlines = new Headlines(clock, () => this.again())
  }

  get contradictions(): readonly string[] {
    return [...this.#found, ...this.#app.found.map((one) => `Of the app: ${one}`)]
  }

  treats(treating: TreatingSoFar): void {
    this.#treating = treating
    this.#headlines.treats(treating)
  }

  hear(state: PanelState): void {
    const headline = this.#headlines.over(state)
    this.#app.hear({ ...state, headline }, this.#clock.now())
    if (this.headlines.at(-1) !== headline.is) this.headlines.push(headline.is)
    const shown = this.#shown(state, headline)
    this.#found.push(...contradictionsWithin(shown))
    if (this.#before) this.#found.push(...contradictionsBetween(this.#before, shown))
    this.#before = shown
  }

  /** Nothing more is found out by itself. */
  rest(state: PanelState): void {
    const headline = this.#headlines.over(state)
    const { is } = headline
    const { allow, look } = waysToSeeIn(state, { fullDiskAccess: 'refused', automation: {} })
    const shown = this.#shown(state, headline)
    const buttons = [shown.button, allow && 'Allow', look.length > 0 && 'Open', is === 'unsure' && 'Check now']
    if (!needsNothing.includes(is) && !buttons.some(Boolean)) this.deadEnds.push(`${is}, named ${shown.named}`)
  }

  stop(): void {
    this.#headlines.stop()
  }

  #shown(state: PanelState, headline: Headline): ShownState {
    const causes = causesUnder(headline, state.diagnosis)
    const card = causeShown(state, headline, causes)
    const [first] = this.#visit.offers
    const treating = this.#treating
    const isTreating = treating !== undefined && treating.phase !== 'ended'
    const { way } = card ?? {}
    return {
      scene: this.#visit.name,
      headline: headline.is,
      named: 'cause' in headline ? (headline.cause?.id ?? null) : null,
      picture: pictureFor(headline),
      lead: headline.is,
      cause: card?.is === 'cause' ? (causes[0]?.id ?? null) : null,
      others: causes.slice(1).map(({ id }) => id),
      isLoading: card?.is === 'looking',
      links: way ? layers.map((layer) => ({ layer, link: way[layer] })) : [],
      isOld: way !== undefined && card?.isAskedAnew === true,
      treatment: treating ? treatmentSays(treating, headline, state.waiting) : null,
      button: first && card && card.is !== 'looking' && card.is !== 'freed' && !isTreating ? render(first.label) : null,
      waiting: state.waiting.filter(({ aside }) => !aside).length,
    }
  }
}
