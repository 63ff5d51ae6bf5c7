import { z } from 'zod'
import type { Certificate } from '../core/certificate.ts'
import data from './inspectors.json' with { type: 'json' }

/** Products that open encrypted connections, by the issuer they write into their certificates. */
const inspectors = z
  .array(z.strictObject({ name: z.string().min(1), pattern: z.string().min(1) }))
  .parse(data)
  .map(({ name, pattern }) => ({ name, issuer: new RegExp(pattern, 'i') }))

/** The product that issued a certificate of this chain. Subject and dates are copied from the true one. */
export function inspectorOf(chain: readonly Pick<Certificate, 'issuer'>[]): string | undefined {
  return inspectors.find(({ issuer: known }) => chain.some(({ issuer }) => known.test(issuer)))?.name
}
