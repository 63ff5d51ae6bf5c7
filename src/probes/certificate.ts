import type { Certificate, CertificateFault, Trust } from '../core/certificate.ts'
import type { PerServer } from '../core/mail.ts'
import type { Examination, Probe, Telling } from '../core/probe.ts'
import { inspectorOf } from '../knowledge/inspectors.ts'
import { faultsOf } from './certificate-faults.ts'
import { encryption } from './encryption.ts'
import { isOnThisMac } from './host-name.ts'
import { askEach, lineServersOf, tellEach } from './per-server.ts'
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

type One = NonNullable<CertificateFact['outgoing']>

export const certificate: Probe<CertificateFact> = {
  id: 'certificate',
  question: 'Are the servers’ certificates in order?',
  layer: 'encryption',
  budget: 24_000,
  after: [serverName],
  vital: true,
  when: ({ account }) => lineServersOf(account).some(({ server }) => server.security !== 'none'),
  ask: (exam, signal, sofar) =>
    askEach(exam, sofar, encryption, async ({ server: { host, port }, conversation }) => {
      const handshake = (await conversation.secured)?.handshake
      if (handshake?.outcome !== 'secured') return undefined
      return { host, port, ...(await judged(exam, handshake.chain, host, signal)) }
    }),
  tell: (fact, chart) => tellEach(fact, chart, tell),
}

/** A chain for a host name, with all that is wrong with it. */
export async function judged(
  { world: { net, clock } }: Examination,
  chain: readonly Certificate[],
  host: string,
  signal: AbortSignal,
): Promise<Omit<One, 'host' | 'port'>> {
  const trust = await net.trust(chain, host, signal)
  const inspector = inspectorOf(chain)
  return { chain, trust, faults: faultsOf(chain, trust, clock.now()), ...(inspector && { inspector }) }
}

/** Whether a secret may be said behind this certificate: nothing is wrong with it that this Mac would mind. */
export function isTrustworthy({ faults, trust }: Pick<One, 'faults' | 'trust'>, host: string): boolean {
  // macOS fetches a missing intermediate by itself; whether it found its way is in its own verdict.
  const harmless: CertificateFault[] = ['missing-intermediate']
  // All names of this Mac mean the same one.
  if (isOnThisMac(host)) harmless.push('wrong-name')
  return faults.every((fault) => harmless.includes(fault) && trust.system === true)
}

const words: Record<CertificateFault, string> = {
  expired: 'is out of date',
  'not-yet-valid': 'is not valid yet',
  'wrong-name': 'is for another name',
  'self-signed': 'is signed by the server itself',
  untrusted: 'comes from somebody unknown',
  'missing-intermediate': 'came without its link to a known authority',
  'weak-key': 'has a weak key',
  'weak-signature': 'has a weak signature',
}

function tell({ host, chain, faults, inspector }: One): Telling {
  const until = new Date(chain[0]?.notAfter ?? 0).toISOString().slice(0, 10)
  const faulty = `The certificate of ${host} ${faults.map((fault) => words[fault]).join(' and ')}`
  if (faults.length > 0 && isOnThisMac(host))
    return { tone: 'plain', line: `${faulty}, as mail bridges on a Mac have it` }
  if (faults.length > 0) return { tone: 'bad', line: faulty }
  const good = `${host} shows a good certificate until ${until}`
  return { tone: 'good', line: [good, ...(inspector ? [`it was issued by ${inspector}`] : [])].join('; ') }
}
