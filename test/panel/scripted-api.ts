import { answerRescue } from '../../src/api/answers/rescue.ts'
import { waysToSeeIn } from '../../src/api/answers/unseen.ts'
import { type Answers, type Endpoint, endpointOf } from '../../src/api/endpoint.ts'
import type { AccountShown } from '../../src/api/schema/accounts.ts'
import { errorAnswer, okAnswer } from '../../src/api/schema/answer.ts'
import type { ExaminationShown, ExaminationStep } from '../../src/api/schema/examination.ts'
import type { Incident, IncidentWhole } from '../../src/api/schema/history.ts'
import type { EventOf, ResponseOf } from '../../src/api/schema/table.ts'
import type { OfferShown, TreatingShown, TreatmentShown, UndoneShown } from '../../src/api/schema/treatment.ts'
import { foreignName, fromData, type Sentence } from '../../src/core/sentence.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { MadeUpPast, type Trouble } from './past.ts'

export type State = EventOf<'state'>

const minute = 60_000
const hour = 60 * minute
const _day = 24 * hour

/** What a test asks of the double: all of it may be left out. */
export interface Story {
  state?: Partial<State>
  examination?: Partial<ExaminationShown>
  offers?: readonly OfferShown[]
  permissions?: Partial<ResponseOf<'permissions'>>
  accounts?: readonly AccountShown[]
  troubles?: readonly Trouble[]
  incidents?: readonly Incident[]
  /** What has changed since the treatment. */
  since?: Sentence
  /** How many days there are in the history. */
  days?: number
  plays?: boolean
  faults?: ResponseOf<'ownFaults'>['faults']
  /** What goes to the collector of an organisation. */
  telemetry?: ResponseOf<'telemetry'>
  forgets?: boolean
  /** What is known of newer versions. */
  update?: ResponseOf<'update'>
  /** There is an app; what becomes of it when it is to be opened at login. */
  app?: ResponseOf<'loginItem'>['is']
  /** What became of the way to the servers of an address. */
  wayTested?: ResponseOf<'testWay'>
  /** What becomes of a notification that is wished for. */
  tried?: ResponseOf<'tryNotification'>['is']
}

/** The agent's end with nothing behind it, which does at once what it is told and remembers what it was asked. */
export class ScriptedApi {
  readonly asked: { ask: string; request: unknown }[] = []
  readonly endpoint: Endpoint
  readonly #now = Date.now()
  #story: Story
  #state: State
  #treatments: TreatmentShown[] = []
  readonly #passwords = new Set<string>()
  #login: ResponseOf<'loginItem'>['is'] = 'off'
  #settings = defaultSettings
  #locked: readonly string[] = []
  #by: { lockedBy?: string } = {}

  /** `answers`: instead of its own. */
  constructor(story: Story, answers: Partial<Answers> = {}) {
    this.#story = story
    this.#state = { ...calm(this.#now), ...story.state }
    this.endpoint = endpointOf(this.#noting({ ...this.#answers(), ...answers }))
    this.endpoint.tell('state', this.#state)
    this.endpoint.tell('settings', this.#asTheyStand())
    if (story.examination) this.endpoint.tell('examination', { ...examined(this.#now), ...story.examination })
  }

  /** A new state, pushed. */
  become(state: Partial<State>): void {
    this.#state = { ...this.#state, ...state }
    this.endpoint.tell('state', this.#state)
  }

  /** Without what is listed. */
  forget(...keys: (keyof State)[]): void {
    this.#state = Object.fromEntries(
      Object.entries(this.#state).filter(([key]) => !keys.includes(key as keyof State)),
    ) as State
  }

  examines(examination: ExaminationShown): void {
    this.endpoint.tell('examination', examination)
  }

  treats(treating: TreatingShown): void {
    this.endpoint.tell('treating', treating)
  }

  was(ask: string): boolean {
    return this.asked.some((one) => one.ask === ask)
  }

  #noting(answers: Answers): Answers {
    const noted = Object.entries(answers).map(([ask, answer]) => [
      ask,
      (request: never) => {
        this.asked.push({ ask, request })
        return (answer as (request: never) => unknown)(request)
      },
    ])
    return Object.fromEntries(noted) as Answers
  }

  #password(account: string, isKept: boolean) {
    if (isKept) this.#passwords.add(account)
    else this.#passwords.delete(account)
    return okAnswer({})
  }

  #answers(): Answers {
    const { offers = [], accounts = [], troubles = [], incidents = [], days = 400, plays = false } = this.#story
    const marks = incidents.map(({ id, openedAt, closedAt, cause }) => ({
      at: openedAt,
      what: 'episode' as const,
      line: foreignName(cause?.id ?? ''),
      count: 1,
      id,
      ...(closedAt !== undefined && { until: closedAt }),
    }))
    const past = new MadeUpPast(this.#now, days, troubles, [...marks, ...changes(this.#now)])
    return {
      state: () => okAnswer(this.#state),
      examineNow: () => okAnswer({}),
      examination: () => okAnswer({}),
      pause: ({ until }) => {
        this.become({ status: 'paused', pausedUntil: until })
        return okAnswer({})
      },
      resume: () => {
        this.forget('pausedUntil')
        this.become({ status: 'clear' })
        return okAnswer({})
      },
      muteEpisode: ({ episode, on }) => {
        const turned = this.#state.episodes.map(({ muted, ...one }) => ({
          ...one,
          ...((one.id === episode ? on : muted) && { muted: true as const }),
        }))
        this.become({ episodes: turned })
        return okAnswer({})
      },
      putAside: ({ message, how }) => {
        const waiting = this.#state.waiting.map(({ aside, ...one }) => {
          if (one.id !== message) return { ...one, ...(aside && { aside }) }
          const until = { ...(how === 'remind' && { until: this.#now + 3_600_000 }) }
          return how === 'watch' ? { ...one, stuck: true } : { ...one, stuck: false, aside: until }
        })
        const isStuck = waiting.some(({ stuck }) => stuck)
        this.become({
          waiting,
          status: isStuck ? 'stuck' : 'clear',
          episodes: isStuck ? (this.#story.state?.episodes ?? []) : [],
        })
        return okAnswer({})
      },
      showMessage: () => okAnswer({}),
      offers: () => okAnswer(offers),
      offersOutOfStep: () => okAnswer([]),
      treat: ({ account, remedy }) => this.#treat(account, remedy),
      cancelTreatment: () => okAnswer({}),
      treatments: () => okAnswer(this.#treatments),
      leaveTreatment: () => okAnswer({}),
      undo: ({ id, sure }) => this.#undo(id, sure ?? false),
      guide: () => okAnswer(guidance),
      openGuide: () => okAnswer({}),
      ...answerRescue(
        { rescue: { now: () => this.#now, stores: () => [], target: '/Users/robin/Rescued mail' } },
        () => {},
      ).answers,
      notes: () => okAnswer([note]),
      timeline: (query) => okAnswer(past.timeline(query)),
      strip: (query) => okAnswer(past.strip(query)),
      incidents: ({ from, to }) =>
        okAnswer(incidents.filter(({ openedAt, closedAt }) => openedAt < to && (closedAt ?? to) >= from)),
      incident: ({ id }) => {
        const found = incidents.find((one) => one.id === id)
        return found
          ? okAnswer(whole(found))
          : errorAnswer('not-found', fromData('This trouble is not remembered any more.'))
      },
      accounts: () => okAnswer(accounts.map((one) => ({ ...one, password: this.#passwords.has(one.id) }))),
      keepPassword: ({ account }) => this.#password(account, true),
      forgetPassword: ({ account }) => this.#password(account, false),
      settings: () => okAnswer(this.#asTheyStand()),
      setSettings: (settings) => {
        this.#settings = settings
        this.endpoint.tell('settings', this.#asTheyStand())
        return okAnswer(this.#asTheyStand())
      },
      loginItem: () =>
        this.#story.app ? okAnswer({ is: this.#login }) : errorAnswer('unavailable', fromData('There is no app here.')),
      setLoginItem: ({ on }) => {
        this.#login = on ? (this.#story.app ?? 'off') : 'off'
        return okAnswer({ is: this.#login })
      },
      permissions: () => okAnswer({ ...granted, ...this.#story.permissions }),
      openPane: () => okAnswer({}),
      waysToSee: () => okAnswer(waysToSeeIn(this.#state, { ...granted, ...this.#story.permissions })),
      openClient: () => okAnswer({}),
      testWay: () => okAnswer(this.#story.wayTested ?? { is: 'not published' }),
      tryNotification: () => okAnswer({ is: this.#story.tried ?? 'shown' }),
      restart: () => (this.#story.app ? okAnswer({}) : errorAnswer('unavailable', fromData('There is no app here.'))),
      askToAutomate: async () => {
        this.grant({ automation: { 'apple-mail': 'granted', outlook: 'unknown' } })
        return okAnswer({})
      },
      telemetry: () => okAnswer(this.#story.telemetry ?? { on: false }),
      renewTelemetryId: () => {
        this.#story = { ...this.#story, telemetry: { on: true, endpoint: 'https://c.example/', id: 'another-number' } }
        return okAnswer({ on: true })
      },
      update: () => okAnswer(this.#story.update ?? { isAsked: false }),
      lookForUpdate: () => okAnswer(this.#story.update ?? { isAsked: false }),
      takeUpdate: () => okAnswer({}),
      ownFaults: () => okAnswer({ faults: this.#story.faults ?? [] }),
      diagnostics: () =>
        okAnswer({
          sections: [
            { title: foreignName('Outbox Doctor'), lines: [foreignName('Version 0.1.0'), foreignName('macOS 26.1')] },
          ],
        }),
      removeEverything: () => okAnswer({}),
      scenes: () => okAnswer({ scenes: scenesThere, playing: scenesThere[0]?.name ?? '' }),
      playScene: () => okAnswer({}),
      about: () =>
        okAnswer({
          clock: { now: Date.now(), speed: 1 },
          name: 'Outbox Doctor',
          version: '0.1.0',
          license: 'MIT',
          real: !plays,
          plays,
          ...(this.#story.app && { app: true }),
          ...(this.#story.forgets && { forgets: true }),
          ...(plays && scenesThere[0] && { scene: scenesThere[0] }),
        }),
    }
  }

  /** As from another window, or by whoever edits the file. */
  settles(settings: Partial<ResponseOf<'settings'>['settings']>): void {
    this.#settings = { ...this.#settings, ...settings }
    this.endpoint.tell('settings', this.#asTheyStand())
  }

  /** As by a profile of an organisation, while it runs. */
  manages(lockedBy: string, settings: Partial<ResponseOf<'settings'>['settings']>): void {
    this.#locked = Object.keys(settings)
    this.#by = { lockedBy }
    this.settles(settings)
  }

  #asTheyStand() {
    return { settings: this.#settings, locked: ['retention', ...this.#locked], warnings: [], ...this.#by }
  }

  /** As the user would give it in System Settings. */
  grant(permissions: Partial<ResponseOf<'permissions'>>): void {
    this.#story = { ...this.#story, permissions: { ...this.#story.permissions, ...permissions } }
  }

  #treat(account: string, remedy: string) {
    const offer = this.#story.offers?.find((one) => one.remedy === remedy)
    if (!offer) return errorAnswer('not-found', fromData('This is not offered any more.'))
    const treatment: TreatmentShown = {
      id: 't1',
      remedy,
      label: offer.label,
      account,
      causes: offer.cause ? [offer.cause] : [],
      startedAt: this.#now,
      endedAt: this.#now + minute,
      outcome: 'cured',
      words: fromData('The checks no longer find the trouble.'),
      undo: { can: true },
    }
    this.#treatments = [treatment]
    this.treats({ ...treatmentUnderWay(offer, this.#now), phase: 'ended', treated: { is: 'treated', treatment } })
    this.forget('diagnosis')
    this.become({ status: 'clear', waiting: [], episodes: [] })
    return okAnswer({ is: 'treated' as const, treatment })
  }

  #undo(id: string, sure: boolean) {
    const treatment = this.#treatments.find((one) => one.id === id)
    if (!treatment) return errorAnswer('not-found', fromData('This treatment is not remembered any more.'))
    const { since } = this.#story
    const undone: UndoneShown =
      since !== undefined && !sure
        ? { is: 'changed', id, since, keepsNewer: true }
        : {
            is: 'undone',
            treatment: { ...treatment, outcome: 'undone', undo: { can: false, why: fromData('It was undone.') } },
          }
    if (undone.is === 'undone') this.#treatments = [undone.treatment]
    this.treats({
      doing: 'undoing',
      account: treatment.account,
      remedy: treatment.remedy,
      label: treatment.label,
      cancellable: false,
      startedAt: this.#now + 2 * minute,
      phase: 'ended',
      told: [],
      steps: [],
      undone,
    })
    return okAnswer(undone)
  }
}

export function treatmentUnderWay(offer: OfferShown, startedAt: number): TreatingShown {
  return {
    doing: 'treating',
    account: 'a1',
    remedy: offer.remedy,
    label: offer.label,
    cancellable: true,
    startedAt,
    phase: 'checking',
    told: [fromData('Port 465 was set for smtp.example.net.')],
    steps: [],
  }
}

const granted: ResponseOf<'permissions'> = {
  fullDiskAccess: 'granted',
  automation: { 'apple-mail': 'granted', outlook: 'granted' },
  accessibility: 'not-asked',
  notifications: 'granted',
  localNetwork: 'granted',
}

function calm(at: number): State {
  const account = {
    id: 'a1',
    name: 'a…@example.net',
    outgoing: 'smtp.example.net',
    incoming: 'imap.example.net',
    enabled: true,
  }
  return {
    status: 'clear',
    since: at - hour,
    online: true,
    clients: [
      {
        client: 'apple-mail',
        name: 'Apple Mail',
        version: '16.0',
        running: true,
        showsMessages: true,
        accounts: [account],
      },
    ],
    waiting: [],
    episodes: [],
    unseen: [],
  }
}

export function examined(at: number): ExaminationShown {
  return { account: 'a1', why: 'stuck', at: at - 2 * minute, steps: [], ended: { at: at - minute, status: 'stuck' } }
}

export function step(
  probe: string,
  layer: ExaminationStep['layer'],
  tone: 'good' | 'bad' | 'plain',
  line: string,
): ExaminationStep {
  return {
    probe,
    question: fromData(line),
    ...(layer && { layer }),
    state: 'known',
    tone,
    line: fromData(line),
    ms: 40,
  }
}

function changes(now: number) {
  return [
    { at: now - 25 * minute, what: 'network' as const, line: fromData('This Mac joined another network'), count: 1 },
    { at: now - 5 * hour, what: 'app-update' as const, line: fromData('Mail was updated'), count: 1 },
    { at: now - 8 * hour, what: 'vpn' as const, line: fromData('VPN went down'), count: 3 },
    { at: now - 10 * hour, what: 'wake' as const, line: fromData('Woke up'), count: 1 },
  ]
}

const guidance = {
  byHand: fromData('Your mail app lets no other program change this.'),
  steps: [
    fromData('Open Mail, and choose Settings from the Mail menu.'),
    fromData('Choose your account, then Server Settings.'),
    fromData('Put in these values, and close the window.'),
  ],
  values: [
    { name: fromData('Server'), value: foreignName('smtp.example.net') },
    { name: fromData('Port'), value: foreignName('465') },
  ],
  opens: { what: 'app' as const, target: 'apple-mail' as const, words: fromData('Open Mail') },
  files: [
    { name: 'mail.mobileconfig', contents: '<plist/>', words: fromData('Adds a mail account. It holds no password.') },
  ],
}

const note = {
  to: 'admin' as const,
  subject: fromData('Port 587 is blocked in this network'),
  text: fromData(
    'Hello,\n\nmail programs cannot send from this network: packets to port 587 (message submission, RFC 6409) get no answer.\n\nPlease allow TCP port 587 and 465 to the outside.\n\nThank you.',
  ),
}

function whole(incident: Incident): IncidentWhole {
  const { openedAt, closedAt = openedAt + hour, cause } = incident
  return {
    ...incident,
    turns: [{ at: openedAt, what: 'opened' }],
    findings: [
      {
        at: openedAt + minute,
        host: incident.hosts[0] ?? '',
        status: 'stuck',
        ...(cause && { cause }),
        evidence: [
          fromData('Port 587 of smtp.example.net: no answer.'),
          fromData('Port 465 of the same server answers.'),
        ],
        against: [],
      },
    ],
    changes: [{ at: openedAt - 5 * minute, what: 'network', line: fromData('This Mac joined another network') }],
    treatments: [
      {
        id: 't0',
        remedy: 'switch-port',
        label: fromData('Use another port'),
        startedAt: closedAt - 2 * minute,
        outcome: 'cured',
      },
    ],
  }
}

const scenesThere = [
  {
    name: 'hotel-wifi-blocks-587',
    title: 'Hotel Wi-Fi blocks 587',
    story: 'Mail arrives, but nothing has left.',
    group: 'first' as const,
  },
  { name: 'quiet-morning', title: 'A quiet morning', story: 'All is well.', group: 'well' as const },
]
