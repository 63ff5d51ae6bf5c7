import type { ScriptName } from '../core/mac-powers.ts'

/** Where the databases of a mail app stand, for a report on how they are built. */
export interface ClientStores {
  readonly folder: string
  /** The databases below the folders in there; each with a short name that holds nothing private. */
  below(folders: readonly string[]): readonly StorePlace[]
}

export interface StorePlace {
  readonly name: string
  readonly folder: string
  readonly file: string
}

/** A question about a mail app that only a real Mac can settle, and how it is put there. */
export interface ClientQuestion {
  /** Stable: `mail-1`. */
  readonly id: string
  readonly question: string
  readonly ask: AskOfMac
}

export type AskOfMac =
  /** How this script, or each of these, is answered. */
  | { readonly scripts: readonly ScriptName[]; readonly timed?: boolean }
  /** What the app's databases say of themselves. */
  | { readonly stores: 'outboxes' | 'marks' }
  | { readonly columnsOf: string }
  /** Names in a folder that tell nothing of anybody. */
  | { readonly namesIn: string }
  | { readonly by: 'menu' | 'nobody' | 'person' }
  /** A sentence for whoever reads the report. */
  | { readonly told: string }
