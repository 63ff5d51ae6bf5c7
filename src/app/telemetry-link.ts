import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import type { TelemetryView } from '../core/telemetry.ts'
import type { Session } from '../session/session.ts'
import type { TelemetryFile } from '../storage/telemetry-file.ts'
import type { TelemetryExporter } from '../telemetry/exporter.ts'

export interface TelemetryLinkParts {
  session: Pick<Session, 'agent' | 'world'>
  version: string
  /** As things stand. */
  state(): Pick<State, 'waiting' | 'online' | 'episodes'>
  /** In force now, with what is shown to nobody. */
  settings(): Promise<Settings>
  file: TelemetryFile
  newId(): string
  random?(): number
}

type Wanted = Settings['telemetry']

/** Figures for the collector of an organisation, where one wants them; until then, nothing of it is even loaded. */
export class TelemetryLink {
  readonly #parts: TelemetryLinkParts
  #exporter: TelemetryExporter | undefined
  /** What it was begun with; missing before anybody has said so. */
  #wanted: string | undefined
  #isOver = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: TelemetryLinkParts) {
    this.#parts = parts
  }

  /** The settings may be others. What is kept of it goes as soon as nobody wants it, and with it who this was. */
  want(): void {
    void this.#inTurn(async () => {
      const { telemetry } = await this.#parts.settings()
      const wanted = isWanted(telemetry) ? JSON.stringify(telemetry) : 'nothing'
      if (this.#isOver || wanted === this.#wanted) return
      this.#wanted = wanted
      await this.#exporter?.stop()
      this.#exporter = isWanted(telemetry) ? await this.#begun(telemetry) : undefined
      if (!this.#exporter) await this.#parts.file.remove()
    })
  }

  hear(state: Pick<State, 'episodes'>): void {
    this.#exporter?.hear(state)
  }

  async view(): Promise<TelemetryView> {
    const { telemetry } = await this.#parts.settings()
    if (!isWanted(telemetry)) return { on: false }
    const kept = await this.#parts.file.read()
    const { id, since, last } = kept ?? {}
    return {
      on: true,
      // As it goes over the wire: in letters that cannot look like others.
      endpoint: new URL(telemetry.endpoint).href,
      ...(id !== undefined && { id }),
      ...(since !== undefined && { since }),
      ...(last && { last }),
    }
  }

  /** From now on this is another installation, which has counted nothing yet. */
  reset(): Promise<void> {
    const { file, newId, session } = this.#parts
    return this.#inTurn(async () => {
      if (!this.#exporter) return
      const { firstKept } = await import('../telemetry/exporter.ts')
      await file.write(firstKept(newId(), session.world.clock.now()))
    })
  }

  /** After this, nothing is sent or written. */
  stop(): Promise<unknown> {
    this.#isOver = true
    return this.#inTurn(async () => {
      await this.#exporter?.stop()
      this.#exporter = undefined
    })
  }

  async #begun({ endpoint, headers }: Wanted): Promise<TelemetryExporter> {
    const { session, version, state, file, newId, random = Math.random } = this.#parts
    const { clock, log, net } = session.world
    const [{ TelemetryExporter }, { frugality, telemetryFacts, telemetryNames, telemetryResource }] = await Promise.all(
      [import('../telemetry/exporter.ts'), import('../session/telemetry.ts')],
    )
    return new TelemetryExporter({
      endpoint,
      headers,
      http: (request, signal) => net.http(request, signal),
      store: file,
      facts: (since) => telemetryFacts(session, state(), since),
      names: telemetryNames,
      resource: await telemetryResource(session, version),
      version,
      isFrugal: frugality(session),
      newId,
      random,
      clock,
      log,
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const { log } = this.#parts.session.world
    const done = this.#turn.then(work).catch((error) => log.warn('note-failed', { error }))
    this.#turn = done
    return done
  }
}

function isWanted({ on, endpoint }: Wanted): boolean {
  return on && endpoint !== ''
}
