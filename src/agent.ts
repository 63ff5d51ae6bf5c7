import { causes } from './causes/index.ts'
import type { Diagnosis } from './core/diagnosis.ts'
import type { PastExamination } from './core/examination-record.ts'
import type { Account, Message } from './core/mail.ts'
import type { Change } from './core/network.ts'
import type { Outside } from './core/outside.ts'
import type { Finding, Past, Probe } from './core/probe.ts'
import type { Instant, Millis } from './core/time.ts'
import type { World } from './core/world.ts'
import { diagnose } from './doctor/diagnose.ts'
import { examine, type Progress } from './doctor/examine.ts'
import { openHistory } from './history/history.ts'
import { clockOffset } from './probes/clock-offset.ts'
import { probes } from './probes/index.ts'
import { mailRecords } from './probes/mail-records.ts'
import { type PublishedSettings, publishedSettings } from './probes/published-settings.ts'

export type { Progress } from './doctor/examine.ts'

/** Where the lists, the engine and the history meet: what every surface talks to. */
export interface Agent {
  /** Examines one account, names the causes and writes both down. Rejects with the signal's reason when aborted. */
  examine(request: ExamineRequest): Promise<Examined>
  /** What the provider of an address publishes; asks about the domain only. */
  findSettings(email: string, conduct: Pick<ExamineRequest, Asking>): Promise<PublishedSettings | undefined>
  /** Oldest first. */
  history(query: { since: Instant; account?: string }): Iterable<PastExamination>
  close(): void
}

type Asking = 'outside' | 'signal' | 'budget' | 'tell'

export interface ExamineRequest {
  /** Without an `id`, it gets the opaque one of this database. */
  account: Omit<Account, 'id'> & { id?: string }
  messages?: readonly Message[]
  outside: Outside
  /** Also ask what a server may count or what leaves traces. */
  deep?: boolean
  /** What changed lately; as the Mac tells it, unless given. */
  changes?: readonly Change[]
  /** What is known from before, in front of what this database knows. */
  past?: Past
  /** For the whole examination; 60 seconds unless told. */
  budget?: Millis
  signal: AbortSignal
  tell?: (progress: Progress) => void
}

export interface Examined {
  diagnosis: Diagnosis
  /** In the order of the probes' list. */
  findings: readonly { probe: Probe<unknown>; finding: Finding<unknown> }[]
  elapsed: Millis
  /** Why it could not be written down, where it could not; the diagnosis stands all the same. */
  unrecorded?: unknown
}

const day = 86_400_000
const kept = 366 * day
const lately = day
// More than the sum of any chain of probes that wait for each other.
const patience = 60_000

/** What can be found, for whoever lists it. */
export const knownCauses: readonly { id: string; title: string; harm: 'stops' | 'delays' }[] = causes
export const knownQuestions: readonly { id: string; question: string }[] = probes

/** Throws `DatabaseError` where the history cannot be opened; `:memory:` remembers nothing. */
export function startAgent(world: World, databasePath: string): Agent {
  const history = openHistory(databasePath)
  const { clock } = world

  return {
    async examine(request) {
      const given = request.account
      const accountKey = history.accountId({ ...given, id: '' })
      const account: Account = { ...given, id: given.id ?? accountKey }
      const at = clock.now()
      const began = clock.elapsed()
      const patient = {
        world,
        account,
        messages: request.messages ?? [],
        outside: request.outside,
        past: inOrder(request.past, history.past(accountKey)),
        changes: request.changes ?? world.mac.changes(at - lately),
        deep: request.deep ?? false,
        canSignIn: (await world.secrets.read(account.id)) !== undefined,
      }
      const chart = await examine(patient, probes, conductOf(request))
      const diagnosis = diagnose(chart, causes, probes)
      const elapsed = Math.round(clock.elapsed() - began)
      const findings = probes.flatMap((probe) => {
        const finding = chart.finding(probe)
        return finding ? [{ probe, finding }] : []
      })
      const told = findings.map(({ probe, finding }) => ({ probe: probe.id, finding }))
      try {
        history.record({ account, at, elapsed, why: 'asked', findings: told, diagnosis })
        // A clock that is years ahead would make everything look old: only one that was seen to be right counts.
        const offset = chart.fact(clockOffset)?.offset
        if (offset !== undefined && Math.abs(offset) < day) await history.forget(at - kept)
        return { diagnosis, findings, elapsed }
      } catch (error) {
        return { diagnosis, findings, elapsed, unrecorded: error }
      }
    },

    async findSettings(email, request) {
      const nobody = { messages: [], past: nothing, changes: [], deep: false, canSignIn: false }
      const patient = { ...nobody, world, account: { id: '', email }, outside: request.outside }
      const chart = await examine(patient, [mailRecords, publishedSettings], conductOf(request))
      return chart.fact(publishedSettings)
    },

    history: (query) => history.examinations(query),
    close: () => history.close(),
  }
}

function conductOf({ signal, budget, tell }: Pick<ExamineRequest, Asking>) {
  return { signal, budget: budget ?? patience, ...(tell && { tell }) }
}

const nothing: Past = { last: () => undefined }

function inOrder(first: Past = nothing, second: Past): Past {
  return { last: (probe, tone) => first.last(probe, tone) ?? second.last(probe, tone) }
}
