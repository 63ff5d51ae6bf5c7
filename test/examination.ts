import type { Hands } from '../src/core/hands.ts'
import { memoryLog } from '../src/core/log.ts'
import type { Account } from '../src/core/mail.ts'
import type { Outside } from '../src/core/outside.ts'
import type { Finding, Probe, ProbeContext } from '../src/core/probe.ts'
import { foreignName } from '../src/core/sentence.ts'
import type { Mac, Net, World } from '../src/core/world.ts'
import { systemClock } from '../src/world/real/clock.ts'

/** What a test says about an examination; whatever it leaves out must not be needed. */
export interface Given {
  account?: Partial<Account>
  clock?: World['clock']
  net?: Partial<Net>
  mac?: Partial<Mac>
  hands?: Partial<Hands>
  secrets?: World['secrets']
  outside?: Partial<Outside>
  deep?: boolean
  canSignIn?: boolean
  trial?: ProbeContext['trial']
  readLog?: boolean
  /** Whether nothing explains why mail waits; nobody knows unless told. */
  unexplained?: boolean
  signIns?: ProbeContext['signIns']
  messages?: ProbeContext['messages']
  observation?: ProbeContext['observation']
  changes?: ProbeContext['chart']['changes']
  past?: ProbeContext['past']
  /** Facts of probes that were asked earlier. */
  facts?: readonly (readonly [probe: unknown, fact: unknown])[]
  signal?: AbortSignal
}

/** An outside world in which there is nobody to ask. */
export const nothingOutside: Outside = {
  captiveChecks: [],
  controlHosts: [],
  controlNames: [],
  publicResolvers: [],
  dohResolvers: [],
  clocks: [],
  settingsDirectories: [],
  autodiscover: [],
  statusFeeds: [],
  blocklists: [],
}

/** An examination by hand: one probe is asked, the others' facts are given. */
export function examination(given: Given): ProbeContext {
  const account = { id: 'account', email: 'anna@example.org', ...given.account }
  const clock = given.clock ?? systemClock
  const shared = new Map<object, unknown>()
  const facts = new Map<unknown, unknown>(given.facts)
  const past = given.past ?? { last: () => undefined }
  const messages = given.messages ?? []
  const finding = <F>(probe: Probe<F>): Finding<F> | undefined =>
    facts.has(probe)
      ? { state: 'known', fact: facts.get(probe) as F, telling: { tone: 'plain', line: foreignName('') }, ms: 0 }
      : undefined
  return {
    world: {
      clock,
      net: needed('net', given.net),
      mac: needed('mac', given.mac),
      hands: needed('hands', given.hands),
      secrets: given.secrets ?? { read: async () => undefined },
      log: memoryLog(clock),
    },
    account,
    messages,
    ...(given.observation && { observation: given.observation }),
    outside: { ...nothingOutside, ...given.outside },
    past,
    deep: given.deep ?? false,
    canSignIn: given.canSignIn ?? false,
    ...(given.trial && { trial: given.trial }),
    ...(given.readLog && { readLog: true }),
    unexplained: () => given.unexplained ?? false,
    signIns: given.signIns ?? { mayTry: async () => ({ may: true, ended: () => {} }) },
    chart: {
      account,
      messages,
      at: clock.now(),
      past,
      ...(given.observation && { observation: given.observation }),
      changes: given.changes ?? [],
      finding,
      fact: <F>(probe: Probe<F>) => facts.get(probe) as F | undefined,
      replies: () => [],
    },
    once<T>(key: object, make: () => T): T {
      if (!shared.has(key)) shared.set(key, make())
      return shared.get(key) as T
    },
    signal: given.signal ?? new AbortController().signal,
  }
}

/** Asks one probe, and gives its answer with how it is told. */
export async function askAlone<F>(probe: Probe<F>, given: Given) {
  const exam = examination(given)
  const sofar: F[] = []
  const answer = await probe.ask(exam, exam.signal, (fact) => sofar.push(fact))
  return { answer, sofar, exam }
}

/** As `askAlone`, for where a fact must come. */
export async function factOf<F extends object>(probe: Probe<F>, given: Given) {
  const { answer, sofar, exam } = await askAlone(probe, given)
  if ('because' in answer) throw new Error(`skipped because of ${answer.because}`)
  return { fact: answer as F, telling: probe.describe(answer as F, exam.chart), sofar }
}

/** A seam of which only the given verbs may be used. */
function needed<T extends object>(name: string, verbs: Partial<T> = {}): T {
  return new Proxy(verbs as T, {
    get(target, verb, self) {
      if (!(verb in target)) throw new Error(`The test gives no ${name}.${String(verb)}`)
      return Reflect.get(target, verb, self)
    },
  })
}
