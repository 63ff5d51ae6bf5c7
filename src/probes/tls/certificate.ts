import type { Certificate, CertificateFault, Trust } from '../../core/certificate.ts'
import type { PerServer } from '../../core/mail.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { calendarDay, joinSentences, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { inspectorOf } from '../../knowledge/inspectors.ts'
import { faultsOf } from '../lib/certificate-faults.ts'
import { isOnThisMac } from '../lib/host-name.ts'
import { askEach, describeEach, lineServersOf } from '../lib/per-server.ts'
import { serverName } from '../names/server-name.ts'
import { encryption } from './encryption.ts'

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
  question: say('Are the servers’ certificates in order?'),
  layer: 'encryption',
  decides: 'works',
  budget: 24_000,
  after: [serverName],
  vital: true,
  when: ({ account }) => lineServersOf(account).some(({ server }) => server.security !== 'none'),
  ask: (exam, signal, sofar) =>
    askEach(exam, sofar, encryption, async ({ server: { host, port }, conversation }) => {
      const handshake = (await conversation.secured)?.handshake
      if (handshake?.outcome !== 'secured') return undefined
      return { host, port, ...(await judgedChain(exam, handshake.chain, host, signal)) }
    }),
  describe: (fact, chart) => describeEach(fact, chart, tell),
}

/** A chain for a host name, with all that is wrong with it. */
export async function judgedChain(
  { world: { net, clock } }: Pick<ProbeContext, 'world'>,
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

const words: Record<CertificateFault, Sentence> = {
  expired: say('is out of date'),
  'not-yet-valid': say('is not valid yet'),
  'wrong-name': say('is for another name'),
  'self-signed': say('is signed by the server itself'),
  untrusted: say('comes from somebody unknown'),
  'missing-intermediate': say('came without its link to a known authority'),
  'weak-key': say('has a weak key'),
  'weak-signature': say('has a weak signature'),
}

function tell({ host, chain, faults, inspector }: One): Telling {
  const until = calendarDay(chain[0]?.notAfter ?? 0)
  const faulty = say('The certificate of {host} {faults}', {
    host: verbatim(host),
    faults: listOf(faults.map((fault) => words[fault])),
  })
  if (faults.length > 0 && isOnThisMac(host))
    return { tone: 'plain', line: say('{faulty}, as mail bridges on a Mac have it', { faulty }) }
  if (faults.length > 0) return { tone: 'bad', line: faulty }
  const good = say('{host} shows a good certificate until {until}', { host: verbatim(host), until })
  return {
    tone: 'good',
    line: joinSentences(
      [good, ...(inspector ? [say('it was issued by {inspector}', { inspector: verbatim(inspector) })] : [])],
      '; ',
    ),
  }
}
