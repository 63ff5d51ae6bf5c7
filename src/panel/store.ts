import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Panel } from '../api/panel.ts'
import type { About } from '../api/schema/about.ts'
import type { Wrong } from '../api/schema/answer.ts'
import type { ExaminationShown } from '../api/schema/examination.ts'
import type { EventOf } from '../api/schema/table.ts'
import type { OfferShown, TreatingShown, TreatmentShown } from '../api/schema/treatment.ts'
import { causesUnder, type Headline } from '../core/headline.ts'
import { troubleOf } from '../core/state.ts'
import type { Instant } from '../core/time.ts'
import { nextTold, type Told } from '../core/told.ts'
import { PanelClock } from './clock.ts'
import type { PanelCause } from './now/panel-cause.ts'
import { chooseLanguage } from './words/language.ts'

type State = EventOf<'state'>

/** Everything that pages show, kept true by what the agent events. */
export interface PanelStore {
  readonly ask: Panel['ask']
  readonly state: ReadonlySignal<State | undefined>
  /** The newest of each account. */
  readonly examinations: ReadonlySignal<Readonly<Record<string, ExaminationShown>>>
  readonly treating: ReadonlySignal<TreatingShown | undefined>
  /** Something is being done, and nothing else can be begun before it ends. */
  readonly isTreating: ReadonlySignal<boolean>
  /** What is told on top of everything. */
  readonly headline: ReadonlySignal<Headline | undefined>
  /** Of those that were found, what goes with the headline. The first is the answer. */
  readonly causes: ReadonlySignal<readonly PanelCause[]>
  /** For the account of the diagnosis; missing until they are known. */
  readonly offers: ReadonlySignal<readonly OfferShown[] | undefined>
  /** Newest first. */
  readonly treatments: ReadonlySignal<readonly TreatmentShown[]>
  readonly about: ReadonlySignal<About | undefined>
  /** As this window or another one left them last; missing until that is told. */
  readonly settings: ReadonlySignal<EventOf<'settings'> | undefined>
  /** How far the saving of mail has come. */
  readonly rescue: ReadonlySignal<EventOf<'rescue'>>
  /** Whether the agent can be heard. */
  readonly reached: ReadonlySignal<boolean>
  /** Moves on twice a minute. */
  readonly now: ReadonlySignal<Instant>
  /** To the millisecond. */
  time(): Instant
  /** Counts up whenever another world begins, or a trouble begins, is named or ends: what is shown of the past is to be asked again. */
  readonly chapter: ReadonlySignal<string>
  /** What went wrong last, until it is read. */
  readonly wrong: Signal<Wrong | undefined>
  /** Asks, and shows what goes wrong. Resolves to nothing where it did. */
  attempt<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: Wrong }>): Promise<T | undefined>
  refreshTreatments(): Promise<void>
  /** Forgets the world that was: another one is played now. */
  beginAnew(): Promise<void>
  close(): void
}

const tick = 30_000
const fastest = 1_000
const slack = 2_000
/** Between two questions about the time of a made-up Mac. */
const breath = 1_000

export function openPanelStore(panel: Panel): PanelStore {
  const state = signal<State>()
  const examinations = signal<Readonly<Record<string, ExaminationShown>>>({})
  const treating = signal<TreatingShown>()
  const headline = signal<Headline>()
  let told: Told | undefined
  const offers = signal<readonly OfferShown[]>()
  const treatments = signal<readonly TreatmentShown[]>([])
  const about = signal<About>()
  const settings = signal<EventOf<'settings'>>()
  const rescue = signal<EventOf<'rescue'>>({ is: 'idle' })
  const reached = signal(true)
  const clock = new PanelClock()
  let lastAsked = 0
  /** What the offers are for. */
  let offered: string | undefined
  const now = signal(clock.now())
  const wrong = signal<Wrong>()
  const pulse = () => {
    now.value = clock.now()
  }

  /** As the agent tells it; an agent that tells none is told of by the same rules. */
  const tell = (known: Headline | undefined) => {
    if (!state.value) return
    told = nextTold(told, { at: clock.now(), state: state.value, ...(treating.value && { treating: treating.value }) })
    headline.value = known ?? told.headline
  }

  const causes = computed(() => (headline.value ? causesUnder(headline.value, state.value?.diagnosis) : []))
  const diagnosed = computed(() => keyOf(state.value))
  const isTreating = computed(() => treating.value !== undefined && treating.value.phase !== 'ended')
  // Before settings are told, none is known to be forbidden: their coming alone asks for nothing anew.
  const forbidden = computed(() => settings.value?.settings.forbiddenFixes.join() ?? '')
  const ended = computed(() => treating.value?.phase === 'ended' && treating.value.startedAt)
  const chapter = computed(
    () =>
      `${about.value?.scene?.name} ${state.value?.episodes.map(({ id, cause }) => `${id} ${cause}`)} ${state.value?.lastEpisode?.id}`,
  )

  const endings = [
    panel.listen({
      state(value) {
        batch(() => {
          state.value = value
          pulse()
          tell(value.headline)
        })
        // A made-up Mac may have slept meanwhile, or got another clock.
        if (about.value?.scene && Date.now() - lastAsked > breath) void refreshAbout()
      },
      examination: (value) => {
        examinations.value = { ...examinations.value, [value.account]: value }
      },
      treating: (value) => {
        batch(() => {
          treating.value = value
          tell(value.headline)
        })
      },
      settings(value) {
        settings.value = value
        chooseLanguage(value.settings.language)
      },
      rescue(value) {
        rescue.value = value
      },
      reached(is) {
        reached.value = is
        if (is) void refreshAbout()
      },
    }),
    // A cause of another kind, other rules, or the same after a treatment, has other remedies.
    effect(() => {
      void ended.value
      void forbidden.value
      const key = diagnosed.value
      const { diagnosis } = state.peek() ?? {}
      const trouble = troubleOf(state.peek() ?? {})
      // What helps against one cause must not stand under another while somebody thinks about that.
      if (trouble !== offered) offers.value = undefined
      offered = trouble
      if (diagnosis) void refreshOffers(diagnosis.account, key)
    }),
    effect(() => {
      void ended.value
      void chapter.value
      void refreshTreatments()
    }),
  ]
  let timer = setTimeout(again, 0)
  let isClosed = false
  function again() {
    pulse()
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(again, Math.max(fastest, tick / clock.speed))
  }

  async function refreshOffers(account: string, key: string | undefined) {
    const answer = await panel.ask.offers({ account })
    // A late answer is about what was found before.
    if (diagnosed.peek() !== key) return
    offers.value = answer.ok ? answer.value : []
  }

  async function refreshTreatments() {
    const answer = await panel.ask.treatments()
    if (answer.ok) treatments.value = answer.value
  }

  async function refreshAbout() {
    lastAsked = Date.now()
    const answer = await panel.ask.about()
    if (!answer.ok) return
    batch(() => {
      // A clock that agrees with ours is ours: an answer takes its time.
      const told = answer.value.clock
      if (told && (told.speed !== 1 || Math.abs(told.now - clock.now()) > slack)) clock.set(told)
      about.value = answer.value
      // At the pace of that clock from now on.
      again()
    })
  }
  void refreshAbout()

  return {
    ask: panel.ask,
    state,
    examinations,
    treating,
    isTreating,
    headline,
    causes,
    offers,
    treatments,
    about,
    settings,
    rescue,
    reached,
    now,
    time: clock.now,
    chapter,
    wrong,
    async attempt(asked) {
      const answer = await asked
      if (answer.ok) return answer.value
      wrong.value = answer.error
      return undefined
    },
    refreshTreatments,
    async beginAnew() {
      batch(() => {
        state.value = undefined
        examinations.value = {}
        treating.value = undefined
        headline.value = undefined
        told = undefined
        offers.value = undefined
        treatments.value = []
      })
      await refreshAbout()
      const answer = await panel.ask.state()
      if (answer.ok && !state.value)
        batch(() => {
          state.value = answer.value
          tell(answer.value.headline)
        })
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      for (const end of endings) end()
    },
  }
}

/** Changes whenever other remedies may be the right ones. */
function keyOf(state: State | undefined): string | undefined {
  return state?.diagnosis && `${state.diagnosis.at} ${troubleOf(state)}`
}

export const StoreContext = createContext<PanelStore | undefined>(undefined)

export function useStore(): PanelStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('No store was handed in.')
  return store
}
