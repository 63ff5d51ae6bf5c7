import type { Chart } from '../core/chart.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { MacVersion } from '../core/mac.ts'
import { Unknown } from '../core/probe.ts'
import type { Consultation, More, Remedy } from '../core/remedy.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'
import type { World } from '../core/world.ts'
import { cleared } from './cleared.ts'
import { consultationOf } from './consultation.ts'
import type { Patient } from './examine.ts'
import { followed } from './followed.ts'
import { interrupted, leave, mayBeUndone, tidy } from './interrupted.ts'
import { unlasting } from './lasting.ts'
import { lending } from './lent-secret.ts'
import { type Offer, offersFor } from './offers.ts'
import type { Recheck } from './recheck.ts'
import { type TreatConduct, type Treated, treat } from './treat.ts'
import { type UndoConduct, type Undone, undo } from './undo.ts'

/** What can be done about what was found in this run. */
export interface Treating {
  /** What the last examination of an account found, for remedies to look at. */
  consultation(account: string): Consultation | undefined
  /** What may be done for an account, the best first. */
  offers(account: string): readonly Offer[]
  /**
   * Does it; a guide counts as followed by the person. Never rejects. The account is to be examined anew afterwards:
   * only those who testified were asked again.
   */
  treat(request: TreatRequest): Promise<Treated>
  /** From the receipt alone. Never rejects. */
  undo(treatment: string, conduct?: UndoConduct): Promise<Undone>
  /** Newest first. */
  treatments(): readonly PastTreatment[]
  /** Those that the end of their process cut off, to be offered for undoing. */
  interrupted(): readonly PastTreatment[]
  /** What was cut off is left as it is; false where nothing was. */
  leave(treatment: string): boolean
}

export interface TreatRequest extends TreatConduct {
  account: string
  remedy: string
  /** A password for this once, where the remedy signs in. It is forgotten afterwards. */
  secret?: string
  /** What the mail app shows after the act; its own reader looks, unless given. */
  lookAgain?(signal: AbortSignal): Promise<Pick<Patient, 'account' | 'messages' | 'observation'>>
}

export interface PastTreatment extends Treatment {
  mayBeUndone: boolean
}

export interface WardParts extends Omit<Recheck, 'lookAgain'> {
  world: World
  receipts: Receipts
  remedies: readonly Remedy[]
  lookAgain(patient: Patient, signal: AbortSignal): Promise<Pick<Patient, 'account' | 'messages' | 'observation'>>
  /** A whole examination, written down like any other; `admit` is called before it ends. */
  examineMore?(patient: Patient, more: More, signal: AbortSignal): Promise<void>
}

/** The patients of this run, and what is done for them. */
export class Ward implements Treating {
  readonly #parts: WardParts
  readonly #patients = new Map<string, { patient: Patient; consultation: Consultation }>()

  constructor(parts: WardParts) {
    this.#parts = parts
  }

  /** To be called once at the start. Throws where the receipts cannot be read. */
  open(): void {
    const { receipts, remedies, world } = this.#parts
    tidy(receipts, remedies, world.clock.now())
  }

  admit(patient: Patient, chart: Chart, diagnosis: Diagnosis, version: MacVersion): void {
    const { causes, probes } = this.#parts
    const consultation: Consultation = {
      ...consultationOf(patient, chart, diagnosis, version, causes, probes),
      cleared: (cause) => cleared(cause, consultation, this.#parts),
    }
    this.#patients.set(patient.account.id, { patient, consultation })
  }

  consultation(account: string): Consultation | undefined {
    return this.#patients.get(account)?.consultation
  }

  offers(account: string): readonly Offer[] {
    const consultation = this.consultation(account)
    if (!consultation) return []
    const { remedies, receipts, world } = this.#parts
    return offersFor(consultation, remedies).map((offer) => {
      const blocked = offer.blocked ?? unlasting(offer.remedy, receipts, world)
      return { ...offer, ...(blocked !== undefined && { blocked }) }
    })
  }

  async treat({ account, remedy, secret, lookAgain, ...conduct }: TreatRequest): Promise<Treated> {
    const known = this.#patients.get(account)
    if (!known) return { is: 'refused', why: 'This account was not examined yet.' }
    const found = this.#parts.remedies.find(({ id }) => id === remedy)
    if (!found || found.kind === 'note') return { is: 'refused', why: 'This is nothing that can be done from here.' }
    const action = found.kind === 'guide' ? followed(found) : found
    const { patient, consultation } = known
    using lent = lending(patient.world, account, secret)
    const here = { ...patient, world: lent.world }
    const surgery = {
      ...this.#parts,
      lookAgain: async (signal: AbortSignal) => ({
        ...here,
        ...(await (lookAgain ? lookAgain(signal) : this.#parts.lookAgain(here, signal))),
      }),
    }
    const examineMore = (more: More, signal: AbortSignal) => this.#examineMore(surgery, more, signal)
    // Awaited: until it has ended, the password is lent.
    return await treat(action, { ...consultation, world: lent.world, examineMore }, surgery, conduct)
  }

  undo(treatment: string, conduct?: UndoConduct): Promise<Undone> {
    return undo(treatment, this.#parts, conduct)
  }

  treatments(): readonly PastTreatment[] {
    return this.#parts.receipts.all().map((one) => this.#past(one))
  }

  interrupted(): readonly PastTreatment[] {
    return interrupted(this.#parts.receipts).map((one) => this.#past(one))
  }

  leave(treatment: string): boolean {
    return leave(treatment, this.#parts.receipts, this.#parts.world.clock.now())
  }

  async #examineMore({ lookAgain }: Pick<Recheck, 'lookAgain'>, more: More, signal: AbortSignal) {
    const patient = await lookAgain(signal)
    await this.#parts.examineMore?.(patient, more, signal)
    const found = this.consultation(patient.account.id)
    if (!found) throw new Unknown('This account was not examined.')
    return found
  }

  #past(treatment: Treatment): PastTreatment {
    return { ...treatment, mayBeUndone: mayBeUndone(treatment, this.#parts.remedies) }
  }
}
