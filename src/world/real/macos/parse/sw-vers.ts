import type { MacVersion } from '../../../../core/mac.ts'
import { pairsIn } from './lines.ts'

/** `sw_vers`. */
export function parseVersion(text: string): MacVersion {
  const told = pairsIn(text)
  const product = told.get('ProductVersion')
  const build = told.get('BuildVersion')
  return { ...(product ? { product } : {}), ...(build ? { build } : {}) }
}
