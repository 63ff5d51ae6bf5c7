import { rendered } from '../core/rendered.ts'
import { mayHoldAddress, withoutAddresses } from '../core/text.ts'

/** JSON for people and programs, with a last guard: it may be handed on, so no address stands in it. */
export function jsonText(value: unknown, indent = 2): string {
  const guarded = (_key: string, one: unknown) =>
    typeof one === 'string' && mayHoldAddress(one) ? withoutAddresses(one, one.length) : one
  return JSON.stringify(rendered(value), guarded, indent)
}
