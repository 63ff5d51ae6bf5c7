import { harmless } from '../core/text.ts'
import { readFields } from './protobuf.ts'

/** `rejected`: data points or log records; `words`: the collector's, in one harmless line. */
export interface PartialSuccess {
  rejected: number
  words: string
}

const longest = 200

/**
 * What an Export…ServiceResponse says of what was not taken (its `partial_success`: 1 rejected, 2 error_message); a
 * collector that took all leaves it empty. What is no such response says nothing of it either.
 */
export function partialSuccessIn(body: Uint8Array): PartialSuccess | undefined {
  const partial = readFields(body)?.findLast(({ number }) => number === 1)?.value
  const fields = partial instanceof Uint8Array ? readFields(partial) : undefined
  const rejected = fields?.findLast(({ number }) => number === 1)?.value
  const words = fields?.findLast(({ number }) => number === 2)?.value
  const said = words instanceof Uint8Array ? harmless(new TextDecoder().decode(words), longest) : ''
  const count = typeof rejected === 'number' && Number.isSafeInteger(rejected) ? rejected : 0
  return count === 0 && said === '' ? undefined : { rejected: count, words: said }
}
