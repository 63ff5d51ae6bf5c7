import type { Certificate, CertificateFault, Trust } from '../core/certificate.ts'
import type { PerServer } from '../core/mail.ts'

export type CertificateFact = PerServer<{
  host: string
  port: number
  /** Leaf first. */
  chain: readonly Certificate[]
  trust: Trust
  /** All faults at once; the dates are judged by the Mac's clock here and by the true time in the causes. */
  faults: readonly CertificateFault[]
  /** A security program or company proxy known by its issuer name. */
  inspector?: string
}>
