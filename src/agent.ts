import { allCauses } from './causes/index.ts'
import type { OutboxReader } from './clients/client.ts'
import { mailClients } from './clients/index.ts'
import { knownClient } from './clients/known-clients.ts'
import { lookAgain } from './clients/look-again.ts'
import { sendingIn } from './clients/sending.ts'
import type { AnnouncedLog } from './core/announced.ts'
import type { Chart } from './core/chart.ts'
import type { Observation, ObservationWithSubjects } from './core/client.ts'
import type { Diagnosis } from './core/diagnosis.ts'
import type { EnvelopeTrial } from './core/envelope-trial.ts'
import type { DepartedMessage, PastEpisode } from './core/episode.ts'
import type { Occasion, PastExamination } from './core/examination-record.ts'
import { everythingAllowed, type FixRules, isForbiddenBy } from './core/fix-rules.ts'
import { isFault } from './core/is-fault.ts'
import type { CauseLayer } from './core/layer.ts'
import type { LivedPast } from './core/lived-past.ts'
import type { Log } from './core/log.ts'
import type { Account, ClientId, Message } from './core/mail.ts'
import type { Change } from './core/network.ts'
import type { RecalledTrouble, RememberedFix } from './core/network-memory.ts'
import type { Outside } from './core/outside.ts'
import { privateWords, privateWordsMask } from './core/private-words.ts'
import type { Finding, PastFacts, Probe } from './core/probe.ts'
import { Failed, Refused } from './core/remedy.ts'
import type { RoundTrip } from './core/round-trip.ts'
import { type Sentence, say } from './core/sentence.ts'
import type { Settings } from './core/settings.ts'
import type { SyncReport } from './core/sync-report.ts'
import type { Instant, Millis } from './core/time.ts'
import type { Band, StripQuery, Timeline, TimelineQuery } from './core/timeline.ts'
import { unlessBroken } from './core/unless-broken.ts'
import type { Secrets, World } from './core/world.ts'
import type { WatchedClient } from './doctor/client-poller.ts'
import { diagnose } from './doctor/diagnose.ts'
import { type Doctor, startDoctor } from './doctor/doctor.ts'
import type { WatchStore } from './doctor/engine-deps.ts'
import { type ExaminationInput, type ExaminationProgress, examine } from './doctor/examine.ts'
import { forHistory } from './doctor/for-history.ts'
import { livedDays } from './doctor/lived-days.ts'
import { hasPassedMeanwhile } from './doctor/second-look.ts'
import { type Treating, TreatmentRunner } from './doctor/treatment-runner.ts'
import { vitalProbes } from './doctor/vital-probes.ts'
import { type History, openHistory } from './history/history.ts'
import { allProbes } from './probes/index.ts'
import { mailRecords } from './probes/names/mail-records.ts'
import { type PublishedSettings, publishedSettings } from './probes/server/published-settings.ts'
import { clockOffset } from './probes/tls/clock-offset.ts'
import { allRemedies } from './remedies/index.ts'
import { requireShowing, showInApp } from './remedies/lib/show-in-app.ts'
import { openMessage } from './remedies/message/open-message.ts'
import { accountSync } from './sync/account-sync.ts'
import { fileSentOnServer } from './sync/file-sent-copy.ts'
import { syncStateOf } from './sync/judge-difference.ts'
import { LeftoverTrips } from './sync/leftover-trips.ts'
import { roundTrip, tidyUp } from './sync/round-trip.ts'
import { tellRoundTrip } from './sync/tell-round-trip.ts'

export type { SyncReport } from './core/sync-report.ts'
export type { WatchedClient } from './doctor/client-poller.ts'
export type { Doctor } from './doctor/doctor.ts'
export type { ExaminationProgress } from './doctor/examine.ts'
export type { RemedyOffer } from './doctor/offers.ts'
export type { TreatmentProgress } from './doctor/remedy-run.ts'
export type { TreatResult } from './doctor/treat.ts'
export type { PastTreatment, TreatRequest } from './doctor/treatment-runner.ts'
export type { UndoResult } from './doctor/undo.ts'
export { tellDifference } from './sync/tell-difference.ts'
export { tellReport } from './sync/tell-report.ts'
export { tellRoundTrip } from './sync/tell-round-trip.ts'

/** Where the lists, the engine and the history meet: what every surface talks to. */
export interface Agent extends Treating {
  /** Examines one account, names the causes and writes both down. Rejects with the signal's reason when aborted. */
  examine(request: ExamineRequest): Promise<Examined>
  /**
   * Compares what a mail app has of an account with what its server has; takes a minute where they differ. Signs in
   * where a password is kept. Rejects with the signal's reason when aborted.
   */
  sync(request: { account: Account; client: ClientId; signal: AbortSignal }): Promise<SyncReport>
  /** What came of the last comparison of an account in this run. */
  syncReport(account: string): SyncReport | undefined
  /** Calls back with every new one; the returned function ends it. */
  listenToSync(listener: (report: SyncReport) => void): () => void
  /**
   * Sends one message to the account's own address, looks for it on its server and moves it to the trash; takes up to
   * five minutes. Without an `id`, the account gets the opaque one of this database. Rejects with the signal's reason
   * when aborted.
   */
  roundTrip(request: RoundTripErrand): Promise<RoundTrip>
  /** What the provider of an address publishes; asks about the domain only. */
  findSettings(email: string, options: Pick<ExamineRequest, Asking>): Promise<PublishedSettings | undefined>
  /** Watches the mail apps from now on, until it is stopped; to be stopped before `close`. */
  watch(request: WatchRequest): Doctor
  /**
   * Opens a message that waits in its mail app, by its id of the watch that is going on. Throws `Refused` or `Failed`
   * with the reason in a sentence.
   */
  showMessage(client: ClientId, message: string, signal: AbortSignal): Promise<void>
  /** Oldest first. */
  history(query: { since: Instant; until?: Instant; account?: string }): Iterable<PastExamination>
  /** Stuck spells that were going on at that time or later, oldest first. */
  episodes(since: Instant): readonly PastEpisode[]
  /** What changed on this Mac, oldest first. */
  changes(since: Instant): readonly Change[]
  /** What somebody was told of, by notifications. */
  readonly announced: AnnouncedLog
  /** How everything was, as a picture needs it. */
  timeline(query: TimelineQuery): Timeline
  /** One cell an hour or a day. */
  strip(query: StripQuery): readonly Band[]
  /** Writes these days down as if they had been watched, where no trouble is remembered yet: for a made-up Mac. */
  remember(lived: LivedPast): void
  close(): void
}

type Asking = 'outside' | 'signal' | 'budget' | 'onProgress'

export interface ExamineRequest {
  /** Without an `id`, it gets the opaque one of this database. */
  account: Omit<Account, 'id'> & { id?: string }
  messages?: readonly Message[]
  /** What the mail app itself shows. */
  observation?: Observation
  /** What left its outbox lately, as a watch saw it. */
  left?: readonly DepartedMessage[]
  outside: Outside
  /** Also ask what a server may count or what leaves traces. */
  deep?: boolean
  /** What changed lately; as the Mac tells it, unless given. */
  changes?: readonly Change[]
  /** What is known from before, in front of what this database knows. */
  past?: PastFacts
  /** A younger message is never stuck. */
  patience?: Millis
  /** How long history is kept; a year and a day unless told. */
  retention?: Millis
  /** For the whole examination; 60 seconds unless told. */
  budget?: Millis
  signal: AbortSignal
  onProgress?: (progress: ExaminationProgress) => void
}

export interface WatchRequest {
  outside: Outside
  settings: Settings
  /** The mail apps of this Mac, unless given. */
  clients?: readonly WatchedClient[]
  /** What a scene knows of a mail app and no reader could: a window that waits, an error that it shows. */
  besides?(client: ClientId): Partial<Observation>
  /** What is known from before, in front of what this database knows. */
  past?: PastFacts
  /** Whether episodes and waiting messages are written down; yes unless told. */
  remember?: boolean
  /** Whether a pause outlives a restart, too: for whoever can also end one. No unless told. */
  keepPause?: boolean
  /** Told of every look into a mail app. */
  seen?(observation: Observation): void
  /** Told how every examination goes. */
  follow?(account: string, why: Occasion, progress: ExaminationProgress | { is: 'ended'; diagnosis?: Diagnosis }): void
}

export interface RoundTripErrand {
  account: Omit<Account, 'id'> & { id?: string }
  /** What it is doing, line by line. */
  onProgress?(line: Sentence): void
  signal: AbortSignal
}

export interface Examined {
  /** By its opaque id: what its offers are asked by. */
  account: string
  diagnosis: Diagnosis
  /** In the order of the probes' list. */
  findings: readonly { probe: Probe<unknown>; finding: Finding<unknown> }[]
  elapsed: Millis
  /** Everything was asked, and not only what is vital. */
  grew: boolean
  /** Why it could not be written down, where it could not; the diagnosis stands all the same. */
  unrecorded?: unknown
}

const day = 86_400_000
const kept = 366 * day
const lately = day
// A network changes its rules now and then; what it did half a year ago says little.
const networksKept = 180 * day
// More than the sum of any chain of probes that wait for each other.
const examinationBudgetMs = 60_000
const lightProbes = vitalProbes(allProbes)

/** What can be found, for whoever lists it. */
export const knownCauses: readonly { id: string; title: Sentence; harm: 'stops' | 'delays'; layer: CauseLayer }[] =
  allCauses
export const knownRemedies: readonly { id: string; label: Sentence }[] = allRemedies
export const knownQuestions: readonly { id: string; question: Sentence }[] = allProbes
export const knownClients: readonly { id: ClientId; name: string }[] = mailClients
export const nameOfClient = (id: ClientId): string => mailClients.find((client) => client.id === id)?.name ?? id

/**
 * Throws `DatabaseError` where the history cannot be opened; `:memory:` remembers nothing. `rules`: what may be done, as
 * it stands whenever something is to be.
 */
export function startAgent(world: World, databasePath: string, rules: () => FixRules = () => everythingAllowed): Agent {
  const { clock, log } = world
  const history = openHistory(databasePath, () => clock.now(), log)
  const inStep = accountSync(world, history.sync, (asked) => history.signIns(asked))
  const runner = new TreatmentRunner({
    world,
    receipts: history.treatments,
    remedies: allRemedies,
    rules,
    causes: allCauses,
    probes: allProbes,
    budget: examinationBudgetMs,
    signIns: history.signIns(true),
    lookAgain: async (input, signal) => {
      const seen = await lookAgain(input, world.mac, clock.now(), signal)
      // Whoever treats has asked for it.
      const trial = input.trial && { trial: byPerson }
      return { ...input, ...seen, ...trial, signIns: history.signIns(true) }
    },
    outOfStep: (account) => inStep.report(account)?.differences ?? [],
    compare: ({ account, observation }, signal) =>
      inStep.check({ account, client: observation?.client ?? account.client ?? '', isRecheck: true, signal }),
    async sendRoundTrip({ world: here, account }, report, signal) {
      const trip = await travel(here, account, signal, report)
      return { isGood: trip.outcome === 'arrived', lines: tellRoundTrip(trip) }
    },
    fileSentCopy: ({ world: here, account }, copy, signal) =>
      fileSentOnServer({ world: here, signIns: history.signIns(true), account, signal }, copy),
    async examineMore({ world: { secrets }, account, messages, observation, outside, past }, more, signal) {
      const request = { account, messages, outside, past, signal, ...(observation && { observation }) }
      await examineOne(request, 'asked', false, {
        secrets,
        ...(more.trial && { trial: byPerson }),
        ...(more.readLog && { readLog: true }),
      })
    },
  })
  unlessBroken(log, () => runner.open())

  const travel = (here: World, account: Account, signal: AbortSignal, report?: (line: Sentence) => void) => {
    const offset = runner.remedyContext(account.id)?.chart.fact(clockOffset)?.offset
    return roundTrip({
      world: here,
      signIns: history.signIns(true),
      memory: history.roundTrips,
      account,
      ...(offset !== undefined && { clockOffset: offset }),
      ...(report && { report }),
      signal,
    })
  }

  const tidy = (account: Account, signal: AbortSignal) =>
    tidyUp({ world, signIns: history.signIns(false), memory: history.roundTrips, account, signal }, 'again')

  /** Passwords that servers were told in this run, and may repeat in the next one that needs none. */
  const heard = new Map<string, string>()

  /** What was done belongs to what changed: a later examination judges by it. */
  const treatedLately = (at: Instant) =>
    (unlessBroken(log, () => runner.treatments()) ?? [])
      .filter(({ startedAt, restoredAt, newerOf }) => startedAt >= at - lately && (restoredAt ?? newerOf) === undefined)
      .flatMap(({ startedAt, remedy }): Change[] => {
        const done = allRemedies.find(({ id }) => id === remedy)
        return done ? [{ at: startedAt, what: 'treatment', line: done.label }] : []
      })

  const changesLately = (at: Instant) => {
    unlessBroken(log, () => history.changes.keep(world.mac.changes(at - lately)))
    return unlessBroken(log, () => history.changes.since(at - lately)) ?? world.mac.changes(at - lately)
  }

  /** All asked anew, where something that was found first was over a moment later. */
  async function lookTwice(
    input: ExaminationInput,
    chart: Chart,
    began: Millis,
    request: ExamineRequest,
  ): Promise<Chart | undefined> {
    const { signal, budget = examinationBudgetMs } = request
    const { causes: named } = diagnose(chart, allCauses, allProbes)
    const left = () => budget - (clock.elapsed() - began)
    const again = { causes: allCauses, probes: allProbes, left, lookAgain: async () => input, clock }
    if (!(await hasPassedMeanwhile(named, chart, again, { signal })) || left() <= 0) return undefined
    const second = await examine(input, allProbes, { ...conductOf(request), budget: left() })
    // One that was cut short knows less than the first.
    return left() > 0 ? second : undefined
  }

  /** `light`: only the questions of the pulse, and without a password. */
  async function examineOne(
    request: ExamineRequest,
    why: Occasion,
    light: boolean,
    {
      trial,
      readLog = false,
      secrets = world.secrets,
    }: { trial?: EnvelopeTrial; readLog?: boolean; secrets?: Secrets } = {},
  ): Promise<Examined> {
    const given = request.account
    const accountKey = history.accountId({ ...given, id: '' })
    const account: Account = { ...given, id: given.id ?? accountKey }
    const at = clock.now()
    const began = clock.elapsed()
    const secret = light ? undefined : (await secrets.read(account.id))?.secret
    if (secret !== undefined) heard.set(account.id, secret)
    const messages = request.messages ?? []
    const words = privateWords(account, messages, heard.get(account.id))
    const clean = privateWordsMask(words)
    const cleanReply = <M extends Message>(message: M): M =>
      message.lastReply === undefined ? message : { ...message, lastReply: clean(message.lastReply) }
    const input = {
      world: secrets === world.secrets ? world : { ...world, secrets },
      account,
      messages: messages.map(cleanReply),
      ...(request.observation && { observation: cleanSight(request.observation, clean, cleanReply) }),
      privateWords: words,
      ...(request.left && { left: request.left }),
      ...(request.patience !== undefined && { patience: request.patience }),
      outside: request.outside,
      past: inOrder(request.past, unlessBroken(log, () => history.past(accountKey)) ?? nothing),
      changes: [...(request.changes ?? changesLately(at)), ...treatedLately(at)].sort(
        (one, other) => one.at - other.at,
      ),
      deep: request.deep ?? false,
      ...(trial && { trial }),
      readLog,
      unexplained,
      signIns: history.signIns(why === 'asked'),
      canSignIn: secret !== undefined,
    }
    const first = await examine(input, light ? lightProbes : allProbes, conductOf(request))
    const chart = (why === 'asked' && (await lookTwice(input, first, began, request))) || first
    const diagnosis = diagnose(chart, allCauses, allProbes, log)
    if (light && !isEnough(diagnosis)) return examineOne(request, why, false, { secrets, ...(trial && { trial }) })
    runner.admit(input, chart, diagnosis, await versionOf(world, request.signal))
    const elapsed = Math.round(clock.elapsed() - began)
    const findings = allProbes.flatMap((probe) => {
      const finding = chart.finding(probe)
      return finding ? [{ probe, finding }] : []
    })
    const told = findings.map(forHistory)
    try {
      history.record({ account, at, elapsed, why, findings: told, diagnosis })
      // A clock that is years ahead would make everything look old: only one that was seen to be right counts.
      const offset = chart.fact(clockOffset)?.offset
      if (offset !== undefined && Math.abs(offset) < day) await history.forget(at - (request.retention ?? kept))
      return { account: account.id, diagnosis, findings, elapsed, grew: !light }
    } catch (error) {
      log.error('history-failed', { error })
      return { account: account.id, diagnosis, findings, elapsed, grew: !light, unrecorded: error }
    }
  }

  /** What tells the network that this Mac is in; whoever cannot say it remembers none. */
  async function networkNow(signal: AbortSignal): Promise<string | undefined> {
    try {
      return await world.mac.networkIdentity(signal)
    } catch (error) {
      if (isFault(error) && !signal.aborted) log.warn('surroundings-failed', { error })
      return undefined
    }
  }

  async function recallNetwork(signal: AbortSignal): Promise<ReadonlyMap<string, RecalledTrouble>> {
    const network = await networkNow(signal)
    if (network === undefined) return new Map()
    const since = clock.now() - networksKept
    const known = unlessBroken(log, () => history.networks.recall(network, since)) ?? new Map()
    return new Map(
      [...known].flatMap(([account, { cause: id, ...trouble }]) => {
        const title = allCauses.find((one) => one.id === id)?.title
        return title ? [[account, { ...trouble, account, cause: { id, title } }]] : []
      }),
    )
  }

  /** Only what the network itself does, and only where it is still the one in which the examination began. */
  async function noteNetwork(
    network: string,
    { account, signal }: { account: Account; signal: AbortSignal },
    { status, causes }: Diagnosis,
  ): Promise<void> {
    const cause = allCauses.find((one) => one.id === causes[0]?.id)
    const isClear = status === 'clear'
    if (!isClear && !(status === 'stuck' && cause?.ofNetwork)) return
    const { id, email, outgoing } = account
    const offered = isClear ? undefined : await firstFix(id, signal)
    // The step that says whose account it is for stands in no row.
    const clean = privateWordsMask(privateWords(account, []))
    const isPlain = (step: Sentence) => JSON.stringify(clean(step)) === JSON.stringify(step)
    const fix = offered && { ...offered, promise: offered.promise.filter(isPlain) }
    if ((await networkNow(signal)) !== network) return
    const isPrivate =
      email !== '' &&
      JSON.stringify(fix ?? '')
        .toLowerCase()
        .includes(email.toLowerCase())
    const port = cause?.layer === 'path' ? outgoing?.port : undefined
    const found = cause && {
      at: clock.now(),
      cause: cause.id,
      ...(port !== undefined && { port }),
      ...(fix && !isPrivate && { fix }),
    }
    unlessBroken(log, () => history.networks.note(network, id, isClear ? undefined : found))
  }

  /** What is offered first, where we do it ourselves and nothing need be typed. */
  async function firstFix(account: string, signal: AbortSignal): Promise<RememberedFix | undefined> {
    const context = runner.remedyContext(account)
    const first = runner.offers(account).find(({ blocked }) => blocked === undefined)?.remedy
    if (!context || !first || !('apply' in first) || first.signsIn) return undefined
    try {
      return { remedy: first.id, label: first.label, promise: await first.promise(context, signal) }
    } catch (error) {
      if (isFault(error) && !signal.aborted) log.error('offer-failed', { of: first, error })
      return undefined
    }
  }

  /** Of the watch; what a treatment has changed, they must not remember otherwise. */
  let readers: readonly OutboxReader[] = []
  const lookAnew = () => {
    for (const reader of readers) reader.settingsChanged?.()
  }

  return {
    examine: (request) => examineOne(request, 'asked', false, { trial: ifUnexplained }),

    watch({ outside, settings, clients, besides, past, remember = true, keepPause = false, follow = () => {}, seen }) {
      const opened = clients ? [] : mailClients.map((client) => client.reader())
      readers = opened
      // Whoever leaves nothing behind looks for a moment only.
      const syncs = remember ? inStep.watch(() => doctor.state().examining !== undefined) : undefined
      const leftovers = remember ? new LeftoverTrips(log, tidy) : undefined
      const doctor = startDoctor({
        clock,
        mac: world.mac,
        clients: clients ?? opened.map((client) => watchedIn(world, client, besides)),
        log,
        causes: allCauses,
        settings,
        recall: (signal) => recallNetwork(signal),
        watchStore: watchStoreIn(history, log, { remember, keepPause }, () => changesLately(clock.now())),
        async examine({ why, depth, trial, ...request }) {
          const { id } = request.account
          const { patience, retention } = settings
          const asked = { ...request, outside, patience, retention, ...(past && { past }) }
          const tell = (progress: ExaminationProgress) => {
            request.onProgress(progress)
            follow(id, why, progress)
          }
          const network = await networkNow(request.signal)
          let found: Examined | undefined
          try {
            found = await examineOne({ ...asked, onProgress: tell }, why, depth === 'light', trial && { trial })
          } finally {
            follow(id, why, { is: 'ended', ...(found && { diagnosis: found.diagnosis }) })
          }
          if (network !== undefined) await noteNetwork(network, asked, found.diagnosis)
          return { diagnosis: found.diagnosis, grew: found.grew }
        },
        seen(observation) {
          syncs?.observed(observation)
          leftovers?.observed(observation.accounts)
          seen?.(observation)
        },
        syncOf: (account) => {
          const report = inStep.report(account)
          return report && syncStateOf(report)
        },
        ...(syncs && {
          happened: (event) => syncs.happened(event),
          asked: (account) => syncs.ask(account),
        }),
        async stopped() {
          leave()
          await Promise.all([syncs?.stop(), leftovers?.stop()])
          for (const client of opened) client.close()
        },
      })
      const leave = inStep.listen(() => doctor.tellAnew())
      return doctor
    },

    sync: (request) => inStep.check(request),
    syncReport: (account) => inStep.report(account),
    roundTrip: ({ account, signal, onProgress }) =>
      travel(world, { ...account, id: account.id ?? history.accountId({ ...account, id: '' }) }, signal, onProgress),
    listenToSync: (listener) => inStep.listen(listener),

    async findSettings(email, request) {
      const nobody = {
        messages: [],
        past: nothing,
        changes: [],
        deep: false,
        canSignIn: false,
        signIns: history.signIns(false),
      }
      const input = { ...nobody, world, account: { id: '', email }, outside: request.outside }
      const chart = await examine(input, [mailRecords, publishedSettings], conductOf(request))
      return chart.fact(publishedSettings)
    },

    async showMessage(client, message, signal) {
      const inForce = rules()
      if (isForbiddenBy(inForce, openMessage)) throw new Refused(inForce.why)
      const key = readers.find(({ id }) => id === client)?.keyOf?.(message)
      if (key === undefined) throw new Failed(say('The message no longer waits there.'))
      await requireShowing(world, client, signal)
      await showInApp(world, client, key, signal)
    },

    history: (query) => history.examinations(query),
    episodes: (since) => history.episodes.since(since),
    changes: (since) => history.changes.since(since),
    announced: history.announced,
    timeline: (query) => history.timeline.read(query, clock.now()),
    strip: (query) => history.timeline.strip(query, clock.now()),
    remedyContext: (account) => runner.remedyContext(account),
    offers: (account) => runner.offers(account),
    offersOutOfStep: (account) => runner.offersOutOfStep(account),
    treat: (request) => runner.treat(request).finally(lookAnew),
    undo: (treatment, options) => runner.undo(treatment, options).finally(lookAnew),
    treatments: () => runner.treatments(),
    interrupted: () => runner.interrupted(),
    leave: (treatment) => runner.leave(treatment),
    remember(lived) {
      if (history.episodes.since(0).length > 0) return
      const days = livedDays(lived, { probes: allProbes, causes: allCauses })
      for (const examination of days.examinations) history.record(examination)
      for (const { at, what, episode } of days.turns) history.episodes.turn(at, what, episode, [lived.account])
      history.changes.keep(days.changes)
    },
    close: () => history.close(),
  }
}

/** What the app shows of a server's words. What it is set to stays. */
function cleanSight(
  { outbox, ...sight }: Observation,
  clean: <T>(told: T) => T,
  cleanReply: (message: Message) => Message,
): Observation {
  const { shownError, unseen } = sight
  return {
    ...sight,
    unseen: clean(unseen),
    ...(shownError !== undefined && { shownError: clean(shownError) }),
    outbox: outbox.seen ? { seen: true, messages: outbox.messages.map(cleanReply) } : clean(outbox),
  }
}

function watchedIn({ mac, clock, net }: World, client: OutboxReader, besides: WatchRequest['besides']): WatchedClient {
  const bundle = knownClient(client.id)?.bundle
  /** Nobody uses an app that is not open, has no account, and is not installed or never made its folder. */
  const isAbsent = async ({ outbox, accounts, running }: ObservationWithSubjects, signal: AbortSignal) => {
    const [folder] = client.watches
    if (outbox.seen || accounts.length > 0 || running === true) return false
    const listed = folder === undefined ? undefined : await mac.files.list(folder, signal)
    if (listed?.seen) return false
    if (listed?.why === 'missing') return true
    // Whether its folder is there, nobody may know without permission.
    const installed = bundle === undefined ? undefined : await mac.programs.app(bundle, signal)
    return installed?.seen === false && installed.why === 'missing'
  }
  return {
    id: client.id,
    name: client.name,
    showsMessages: knownClient(client.id)?.can.showMessage !== undefined,
    // Asked for anew each time: an app learns of its folders by looking.
    get watches() {
      return client.watches
    },
    look: async (signal) => {
      const seen = { ...(await client.read(mac, clock.now(), signal)), ...besides?.(client.id) }
      const observation = { ...seen, ...(await sendingIn(seen, mac.programs, net, signal)) }
      return (await isAbsent(observation, signal)) ? { ...observation, absent: true } : observation
    },
  }
}

const byPerson: EnvelopeTrial = { by: 'person', begin: () => true }

/** Whoever examines by himself asks for one answer, and hears what a watch would have heard. */
const ifUnexplained: EnvelopeTrial = { by: 'watch', anew: true, begin: () => true }

/** Mail waits, and of what was found so far nothing says why: what cannot be seen is no reason. */
function unexplained(chart: Chart): boolean {
  const unsure = new Set(allCauses.flatMap(({ id, unsure: isUnsure }) => (isUnsure ? id : [])))
  return (
    chart.messages.some(({ state }) => state === 'waiting') &&
    diagnose(chart, allCauses, allProbes).causes.every(({ id }) => unsure.has(id))
  )
}

/** Nothing is wrong, or nothing but what the Mac itself has seen: no further question would say more. */
function isEnough({ status, causes: named }: Diagnosis): boolean {
  const isSeen = (id: string) => allCauses.find((cause) => cause.id === id)?.seenHere === true
  return status === 'clear' || (named.length > 0 && named.every(({ id }) => isSeen(id)))
}

/** What the doctor must know after a restart, in the history. A full disk or a broken file stops no watching. */
function watchStoreIn(
  { episodes, waiting, pause, budget }: History,
  log: Log,
  { remember, keepPause }: { remember: boolean; keepPause: boolean },
  changed: () => void,
): WatchStore {
  const write = (what: () => void) => {
    if (remember) unlessBroken(log, what)
  }
  return {
    remembered: () => {
      const pausedUntil = keepPause ? unlessBroken(log, () => pause.until()) : undefined
      return {
        episodes: unlessBroken(log, () => episodes.open()) ?? [],
        waiting: unlessBroken(log, () => waiting.read()) ?? {},
        begun: unlessBroken(log, () => budget.begun()) ?? {},
        ...(pausedUntil !== undefined && { pausedUntil }),
      }
    },
    turn: (...turn) => write(() => episodes.turn(...turn)),
    ...(remember && {
      tried(...one) {
        // Who cannot write it down does not ask: after a restart nobody would know of it.
        return unlessBroken(log, () => episodes.tried(...one)) === true
      },
    }),
    muted: (...one) => write(() => episodes.muted(...one)),
    waiting: (all) => write(() => waiting.keep(all)),
    begun: (all) => write(() => budget.keep(all)),
    paused: (until) => {
      if (keepPause) write(() => pause.keep(until))
    },
    changed: () => write(changed),
  }
}

/** Remedies that differ by the version of macOS do without where it cannot be told. */
async function versionOf({ mac, log }: World, signal: AbortSignal) {
  try {
    return await mac.version(signal)
  } catch (error) {
    if (isFault(error) && !signal.aborted) log.warn('surroundings-failed', { error })
    return {}
  }
}

function conductOf({ signal, budget, onProgress }: Pick<ExamineRequest, Asking>) {
  return { signal, budget: budget ?? examinationBudgetMs, ...(onProgress && { onProgress }) }
}

const nothing: PastFacts = { last: () => undefined }

function inOrder(first: PastFacts = nothing, second: PastFacts): PastFacts {
  return { last: (probe, tone) => first.last(probe, tone) ?? second.last(probe, tone) }
}
