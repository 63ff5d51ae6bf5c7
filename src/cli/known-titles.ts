import type { ClientId } from '../core/mail.ts'
import type { Sentence, Verbatim } from '../core/sentence.ts'

/** What is known by an id, as it is told; nothing where another version wrote down an id that is not known here. */
export interface KnownTitles {
  cause(id: string | undefined): Sentence | undefined
  remedy(id: string): Sentence | undefined
  /** As a mail app is told from others; by its id where it is not known. */
  client(id: ClientId): Verbatim
}

/** Loads them where they are told: every probe, cause and remedy comes along. */
export async function knownTitles(): Promise<KnownTitles> {
  const [{ knownCauses, knownRemedies }, { fullClientName }] = await Promise.all([
    import('../agent.ts'),
    import('./client-name.ts'),
  ])
  return {
    cause: (id) => knownCauses.find((one) => one.id === id)?.title,
    remedy: (id) => knownRemedies.find((one) => one.id === id)?.label,
    client: fullClientName,
  }
}
