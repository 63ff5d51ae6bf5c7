import type { Certificate, CertificateFault, Trust } from '../core/certificate.ts'
import type { PerServer } from '../core/mail.ts'
import { type Probe, Unknown } from '../core/probe.ts'
import { serverName } from './server-name.ts'

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

export const certificate: Probe<CertificateFact> = {
  id: 'certificate',
  question: "Are the servers' certificates in order?",
  budget: 24_000,
  after: [serverName],
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
