import { createHash } from 'node:crypto'

/** An opaque name of an account, as the readers of the stores make it. */
export function opaqueName(...parts: readonly (string | number)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map(String)))
    .digest('hex')
    .slice(0, 20)
}
