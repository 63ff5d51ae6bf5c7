import type { AppAbilities, VersionAbilities } from '../core/app-abilities.ts'
import type { ClientId } from '../core/mail.ts'
import { knownClient } from './known-clients.ts'

/** What is known of an app in this version; without a version, what goes for all of them alike is not known either. */
export function abilitiesOf(app: ClientId, told: string | undefined): AppAbilities {
  const own = knownClient(app)?.abilities ?? []
  const fitting =
    told === undefined ? own.slice(own.length > 1 ? own.length : 0) : own.filter((row) => isWithin(told, row))
  const [row] = fitting
  return row ? { signIn: row.signIn, insecure: row.insecure, tls: row.tls } : {}
}

function isWithin(told: string, { from, below }: Pick<VersionAbilities, 'from' | 'below'>): boolean {
  return (from === undefined || compare(told, from) >= 0) && (below === undefined || compare(told, below) < 0)
}

/** Versions in the order of their numbers: 9.3 before 16.0. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0))
  const at = Array.from({ length: Math.max(a?.length ?? 0, b?.length ?? 0) }, (_, index) => index)
  return at.map((index) => (a?.[index] ?? 0) - (b?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}
