import { namedRoot } from './certificate-authority.ts'
import type { Scene } from './scene.ts'

/** The roots of the programs and companies that this Mac trusts, now or later in the play. PEM. */
export function trustedRoots({ hosts, way, later, mends }: Scene): Promise<string[]> {
  const names = new Set(namesIn({ hosts, way, later, mends }))
  return Promise.all([...names].map(namedRoot))
}

/** An issuer may stand at a host, at one of its services or ports, or on the way: wherever, it is found by its form. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('name' in value && 'trusted' in value) return value.trusted === true ? [String(value.name)] : []
  return Object.values(value).flatMap(namesIn)
}
