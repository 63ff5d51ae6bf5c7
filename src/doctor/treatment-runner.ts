import type { AccountSnapshot } from '../core/account-snapshot.ts'
import type { Chart } from '../core/chart.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import { everythingAllowed, type FixRules, isForbiddenBy } from '../core/fix-rules.ts'
import type { MacVersion } from '../core/mac-powers.ts'
import { secretsMask } from '../core/private-words.ts'
import { Unknown } from '../core/probe.ts'
import type { ExtraQuestions, Remedy, RemedyContext } from '../core/remedy.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { SignIns } from '../core/sign-ins.ts'
import type { SyncDifference, SyncReport } from '../core/sync-report.ts'
import type { Receipt, Receipts, Treatment, TreatmentEnd } from '../core/treatment.ts'
import type { SentCopy, World } from '../core/world.ts'
import { isClearedByTreatment } from './cleared.ts'
import type { ExaminationInput } from './examine.ts'
import { asFollowedGuide } from './followed.ts'
import { closeHarmlessInterrupted, interruptedTreatments, leaveInterrupted, mayBeUndone } from './interrupted.ts'
import { whyNotLasting } from './lasting.ts'
import { withLentSecret } from './lent-secret.ts'
import { offersFor, offersOutOfStep, type RemedyOffer } from './offers.ts'
import type { RecheckDeps } from './recheck.ts'
import { remedyContextOf } from './remedy-context.ts'
import type { TreatmentProgress } from './remedy-run.ts'
import { type TreatOptions, type TreatResult, treat } from './treat.ts'
import { type UndoOptions, type UndoResult, undo } from './undo.ts'

/** What can be done about what was found in this run. */
export interface Treating {
  /** What the last examination of an account found, for remedies to look at. */
  remedyContext(account: string): RemedyContext | undefined
  /** What may be done for an account, the best first. */
  offers(account: string): readonly RemedyOffer[]
  /** What may be done where the mail app and its server of an account differ. */
  offersOutOfStep(account: string): readonly RemedyOffer[]
  /**
   * Does it; a guide counts as followed by the person. Never rejects. The account is to be examined anew afterwards:
   * only the probes that the cause rests on were asked again.
   */
  treat(request: TreatRequest): Promise<TreatResult>
  /** From the receipt alone. Never rejects. */
  undo(treatment: string, options?: UndoOptions): Promise<UndoResult>
  /** Newest first. */
  treatments(): readonly PastTreatment[]
  /** Those that the end of their process cut off, to be offered for undoing. */
  interrupted(): readonly PastTreatment[]
  /** What was cut off is left as it is; false where nothing was. */
  leave(treatment: string): boolean
}

export interface TreatRequest extends TreatOptions {
  account: string
  remedy: string
  /** A password for this once, where the remedy signs in. It is forgotten afterwards. */
  secret?: string
  /** What the mail app shows after the act; its own reader looks, unless given. */
  lookAgain?(signal: AbortSignal): Promise<AccountSnapshot>
}

export interface PastTreatment extends Treatment {
  mayBeUndone: boolean
}

export interface TreatmentRunnerDeps extends Omit<RecheckDeps, 'lookAgain'> {
  world: World
  receipts: Receipts
  remedies: readonly Remedy[]
  /** Of sign-ins that a person has asked for. */
  signIns: SignIns
  lookAgain(input: ExaminationInput, signal: AbortSignal): Promise<AccountSnapshot>
  /** As they stand now; everything is allowed without them. */
  rules?(): FixRules
  /** In what the mail app and its server of this account differ, and how they are compared anew. */
  outOfStep?(account: string): readonly SyncDifference[]
  compare?(input: ExaminationInput, signal: AbortSignal): Promise<SyncReport>
  /** A message to oneself, sent and looked for; what came of it, in words. */
  sendRoundTrip?(
    input: ExaminationInput,
    ...conduct: Parameters<NonNullable<RemedyContext['sendRoundTrip']>>
  ): ReturnType<NonNullable<RemedyContext['sendRoundTrip']>>
  /** A copy for Sent, taken by the server. */
  fileSentCopy?(
    input: ExaminationInput,
    ...copy: Parameters<NonNullable<RemedyContext['fileSentCopy']>>
  ): ReturnType<NonNullable<RemedyContext['fileSentCopy']>>
  /** A whole examination, written down like any other; `admit` is called before it ends. */
  examineMore?(input: ExaminationInput, more: ExtraQuestions, signal: AbortSignal): Promise<void>
}

/** The accounts that were examined in this run, and the treatments of what was found. */
export class TreatmentRunner implements Treating {
  readonly #parts: TreatmentRunnerDeps
  readonly #examined = new Map<string, { input: ExaminationInput; context: RemedyContext }>()

  constructor(parts: TreatmentRunnerDeps) {
    this.#parts = parts
  }

  /** To be called once at the start. Throws where the receipts cannot be read. */
  open(): void {
    const { receipts, remedies, world } = this.#parts
    closeHarmlessInterrupted(receipts, remedies, world.clock.now())
  }

  admit(input: ExaminationInput, chart: Chart, diagnosis: Diagnosis, version: MacVersion): void {
    const { causes, probes } = this.#parts
    const context: RemedyContext = {
      ...remedyContextOf(input, chart, diagnosis, version, causes, probes),
      cleared: (cause) => isClearedByTreatment(cause, context, this.#parts),
    }
    this.#examined.set(input.account.id, { input, context })
  }

  remedyContext(account: string): RemedyContext | undefined {
    return this.#examined.get(account)?.context
  }

  offers(account: string): readonly RemedyOffer[] {
    const context = this.remedyContext(account)
    return context ? this.#allowed(offersFor(context, this.#parts.remedies)) : []
  }

  offersOutOfStep(account: string): readonly RemedyOffer[] {
    const known = this.remedyContext(account)
    if (!known) return []
    const { remedies, outOfStep } = this.#parts
    return this.#allowed(offersOutOfStep({ ...known, outOfStep: outOfStep?.(account) ?? [] }, remedies))
  }

  #allowed(offers: readonly RemedyOffer[]): readonly RemedyOffer[] {
    const { receipts, world } = this.#parts
    return offers.map((offer) => {
      const why = this.#whyNotAllowed(offer.remedy)
      if (why !== undefined) return { ...offer, blocked: why, forbidden: true as const }
      const blocked = offer.blocked ?? whyNotLasting(offer.remedy, receipts, world)
      return { ...offer, ...(blocked !== undefined && { blocked }) }
    })
  }

  async treat({ account, remedy, secret, lookAgain, ...conduct }: TreatRequest): Promise<TreatResult> {
    const known = this.#examined.get(account)
    if (!known) return { is: 'refused', why: say('This account was not examined yet.') }
    const found = this.#parts.remedies.find(({ id }) => id === remedy)
    if (!found || found.kind === 'note')
      return { is: 'refused', why: say('This is nothing that can be done from here.') }
    const why = this.#whyNotAllowed(found)
    if (why !== undefined) return { is: 'refused', why }
    const action = found.kind === 'guide' ? asFollowedGuide(found) : found
    const { input, context } = known
    if (action.signsIn === 'anew' && secret === undefined)
      return { is: 'refused', why: say('This needs a password. Give it first.') }
    const meant = secret === undefined ? undefined : (action.meant?.(secret) ?? secret)
    using lent = withLentSecret(input.world, account, meant)
    const here = { ...input, world: lent.world, ...(meant !== undefined && { canSignIn: true }) }
    const clean = secretsMask([secret, meant])
    const { receipts } = this.#parts
    const deps = {
      ...this.#parts,
      receipts: {
        ...receipts,
        note: (receipt: Receipt, ending: TreatmentEnd) => receipts.note(receipt, clean(ending)),
        end: (id: string, ending: TreatmentEnd) => receipts.end(id, clean(ending)),
      },
      lookAgain: async (signal: AbortSignal) => ({
        ...here,
        ...(await (lookAgain ? lookAgain(signal) : this.#parts.lookAgain(here, signal))),
      }),
    }
    const examineMore = (more: ExtraQuestions, signal: AbortSignal) => this.#examineMore(deps, more, signal)
    // Awaited: until it has ended, the password is lent.
    const { signIns, outOfStep, compare, sendRoundTrip, fileSentCopy } = this.#parts
    const steps = {
      outOfStep: outOfStep?.(account) ?? [],
      ...(compare && { compare: (signal: AbortSignal) => compare(here, signal) }),
      ...(sendRoundTrip && {
        sendRoundTrip: (report: (line: Sentence) => void, signal: AbortSignal) => sendRoundTrip(here, report, signal),
      }),
      ...(fileSentCopy && {
        fileSentCopy: (copy: SentCopy, signal: AbortSignal) => fileSentCopy(here, copy, signal),
      }),
    }
    const { onProgress } = conduct
    const told = onProgress && { onProgress: (progress: TreatmentProgress) => onProgress(clean(progress)) }
    return clean(
      await treat(action, { ...context, ...steps, world: lent.world, examineMore, signIns }, deps, {
        ...conduct,
        ...told,
      }),
    )
  }

  undo(treatment: string, options?: UndoOptions): Promise<UndoResult> {
    return undo(treatment, this.#parts, options)
  }

  treatments(): readonly PastTreatment[] {
    return this.#parts.receipts.all().map((one) => this.#past(one))
  }

  interrupted(): readonly PastTreatment[] {
    return interruptedTreatments(this.#parts.receipts).map((one) => this.#past(one))
  }

  leave(treatment: string): boolean {
    return leaveInterrupted(treatment, this.#parts.receipts, this.#parts.world.clock.now())
  }

  #whyNotAllowed(remedy: Remedy): Sentence | undefined {
    const { rules = () => everythingAllowed } = this.#parts
    const inForce = rules()
    return isForbiddenBy(inForce, remedy) ? inForce.why : undefined
  }

  async #examineMore({ lookAgain }: Pick<RecheckDeps, 'lookAgain'>, more: ExtraQuestions, signal: AbortSignal) {
    const input = await lookAgain(signal)
    await this.#parts.examineMore?.(input, more, signal)
    const found = this.remedyContext(input.account.id)
    if (!found) throw new Unknown(say('This account was not examined.'))
    return found
  }

  #past(treatment: Treatment): PastTreatment {
    return { ...treatment, mayBeUndone: mayBeUndone(treatment, this.#parts.remedies) }
  }
}
