import type { MacVersion } from '../../../../core/mac-powers.ts'
import { harmless } from '../../../../core/text.ts'
import { pairsIn } from './lines.ts'

/** `sw_vers`. */
export function parseVersion(text: string): MacVersion {
  const told = pairsIn(text)
  const product = harmless(told.get('ProductVersion') ?? '', 20)
  const build = harmless(told.get('BuildVersion') ?? '', 20)
  return { ...(product ? { product } : {}), ...(build ? { build } : {}) }
}
