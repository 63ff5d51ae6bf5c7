import { z } from 'zod'
import type { AppAbilities } from '../core/app-abilities.ts'
import data from './app-abilities.json' with { type: 'json' }

const tlsVersion = z.enum(['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
const version = z.string().regex(/^\d+(\.\d+)*$/)

const rows = z
  .array(
    z.strictObject({
      app: z.string().min(1),
      /** The app's own version: from this one, and below that one. */
      from: version.exactOptional(),
      below: version.exactOptional(),
      signIn: z.strictObject({ can: z.array(z.string()), cannot: z.array(z.string()) }),
      insecure: z.enum(['yes', 'only-if-allowed', 'no', 'unknown']),
      tls: z.strictObject({ min: tlsVersion.exactOptional(), max: tlsVersion.exactOptional() }),
      confidence: z.enum(['high', 'medium', 'low']),
      source: z.string().min(1),
    }),
  )
  .parse(data)

/** What is known of an app in this version; without a version, what goes for all of them alike is not known either. */
export function abilitiesOf(app: string, told: string | undefined): AppAbilities {
  const own = rows.filter((row) => row.app === app)
  const fitting =
    told === undefined ? own.slice(own.length > 1 ? own.length : 0) : own.filter((row) => isWithin(told, row))
  const [row] = fitting
  return row ? { signIn: row.signIn, insecure: row.insecure, tls: row.tls } : {}
}

function isWithin(told: string, { from, below }: { from?: string; below?: string }): boolean {
  return (from === undefined || compare(told, from) >= 0) && (below === undefined || compare(told, below) < 0)
}

/** Versions in the order of their numbers: 9.3 before 16.0. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0))
  const at = Array.from({ length: Math.max(a?.length ?? 0, b?.length ?? 0) }, (_, index) => index)
  return at.map((index) => (a?.[index] ?? 0) - (b?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}
