import { roles } from '../../core/mail.ts'
import type { Probe, ProbeContext } from '../../core/probe.ts'
import { say } from '../../core/sentence.ts'
import type { CapabilitiesResult, GreetingResult, SecuringResult } from '../../wire/conversation.ts'
import { hasMaskedKeyword } from '../../wire/keywords.ts'
import { wasOffered } from '../lib/encryption-before.ts'
import type { Encryption, Unsecured } from '../lib/encryption-fact.ts'
import { languageThere, otherModeOf, secondOf, versionsTaken } from '../lib/encryption-tries.ts'
import { describeEncryption } from '../lib/encryption-words.ts'
import { askEach, describeEvery, hasLineServer, type ServerConversation } from '../lib/per-server.ts'
import { serverName } from '../names/server-name.ts'
import { serverPorts } from '../path/server-ports.ts'

type One = NonNullable<Encryption['outgoing']>

export const encryption: Probe<Encryption> = {
  id: 'encryption',
  remembered: true,
  question: say('Can the connection be encrypted as it is set up?'),
  layer: 'encryption',
  decides: 'works',
  budget: 24_000,
  after: [serverName],
  vital: true,
  when: hasLineServer,
  ask: (exam, _signal, sofar) => askEach(exam, sofar, serverPorts, (visit) => look(exam, visit)),
  describe: (fact, chart) => describeEvery(fact, chart, describeEncryption),
  replies: (fact) => roles.flatMap((role) => fact[role]?.refusal ?? []),
}

async function look(exam: ProbeContext, { role, server, conversation }: ServerConversation): Promise<One | undefined> {
  const address = await conversation.opened
  if (!address) return undefined
  const { host, port, security: mode } = server
  const secured = await conversation.secured
  const greeted = await conversation.greeted
  const found = secured ? outcomeOf(secured, greeted) : brokenBefore(await conversation.capable)
  const last = exam.past.last(encryption)?.fact[role]
  const offeredBefore = mode === 'starttls' && wasOffered(server, last, exam.past.last(encryption, 'good')?.fact[role])
  const masked = mode === 'starttls' && hasMaskedKeyword((await conversation.capable)?.before ?? [])
  const [otherMode, versions, second, speaks] = await Promise.all([
    otherModeOf(exam, { role, server, address, secured, greeted }),
    versionsTaken(exam, { role, server, address, secured }),
    secondOf(exam, { role, server, address, secured }),
    languageThere(exam, { role, server, address, secured, greeted }),
  ])
  return {
    host,
    port,
    mode,
    ...found,
    ...(otherMode && { otherMode }),
    ...(versions && { versions }),
    ...(second && { second }),
    ...(speaks && { speaks }),
    ...(offeredBefore && { offeredBefore }),
    ...(masked && { masked }),
  }
}

type Found = Pick<One, 'outcome' | 'code' | 'version' | 'cipher' | 'refusal'>

function outcomeOf(
  { mode, handshake, offered, refusal, broken }: SecuringResult,
  greeted: GreetingResult | undefined,
): Found {
  if (mode === 'none') return { outcome: greeted?.outcome === 'greeted' ? 'clear' : 'greeting-failed' }
  if (handshake?.outcome === 'secured') {
    const { outcome, version, cipher } = handshake
    return { outcome, version, cipher }
  }
  if (handshake) return { outcome: handshake.outcome, ...(handshake.code && { code: handshake.code }) }
  if (!offered) return { outcome: 'not-offered' }
  return refusal ? { outcome: 'starttls-refused', refusal } : { outcome: failureBy(broken) }
}

/** Before STARTTLS could be asked for, the greeting or the list of capabilities did not come. */
function brokenBefore(capable: CapabilitiesResult | undefined): Found {
  return capable?.broken ? { outcome: failureBy(capable.broken) } : { outcome: 'greeting-failed' }
}

function failureBy(broken: CapabilitiesResult['broken']): Unsecured {
  return broken === 'closed' || broken === 'reset' || broken === 'silent' ? broken : 'failed'
}
