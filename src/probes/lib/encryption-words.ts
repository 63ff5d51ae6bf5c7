import type { Telling } from '../../core/probe.ts'
import { joinSentences, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Encryption } from './encryption-fact.ts'

type One = NonNullable<Encryption['outgoing']>

const failures: Partial<Record<One['outcome'], (host: string) => Sentence>> = {
  'not-offered': (host) => say('{host} does not offer encryption', { host: verbatim(host) }),
  'starttls-refused': (host) => say('{host} refuses to start encryption', { host: verbatim(host) }),
  'not-tls': (host) => say('{host} answers in clear text where encryption was expected', { host: verbatim(host) }),
  'no-common-version': (host) =>
    say('{host} has no version of encryption that this Mac takes', { host: verbatim(host) }),
  'no-common-cipher': (host) => say('{host} has no kind of encryption that this Mac takes', { host: verbatim(host) }),
  silent: (host) => say('{host} says nothing where encryption should begin', { host: verbatim(host) }),
  closed: (host) => say('{host} hangs up where encryption should begin', { host: verbatim(host) }),
  reset: (host) => say('{host} is cut off where encryption should begin', { host: verbatim(host) }),
  injected: (host) => say('{host} goes on in clear text where encryption should begin', { host: verbatim(host) }),
  'greeting-failed': (host) => say('{host} does not get as far as encryption', { host: verbatim(host) }),
}

export function describeEncryption({
  host,
  outcome,
  version,
  masked,
  otherMode,
  versions,
  mode,
  second,
}: One): Telling {
  if (outcome === 'secured') {
    const taken = versions?.filter(({ accepted }) => accepted).map(({ version: one }) => one)
    const lines = [
      say('{host} is encrypted by {version}', { host: verbatim(host), version: verbatim(version ?? 'TLS') }),
      ...(taken ? [say('it takes {taken}', { taken: listOf(taken.map(verbatim), ', ') })] : []),
    ]
    return { tone: masked ? 'bad' : 'good', line: joinSentences(lines, '; ') }
  }
  if (outcome === 'clear')
    return { tone: 'plain', line: say('{host} is set up without encryption', { host: verbatim(host) }) }
  const hint = otherMode?.works ? [modes[otherMode.mode]] : []
  if (second?.small && !second.large) hint.push(say('with a short first word it works'))
  if (second?.large) hint.push(say('a second time it works'))
  const failed =
    failures[outcome]?.(host) ?? say('{host} fails where encryption should begin', { host: verbatim(host) })
  const line =
    mode === 'none' && outcome === 'greeting-failed'
      ? say('{host} does not greet us', { host: verbatim(host) })
      : failed
  return { tone: 'bad', line: joinSentences([line, ...hint], '; ') }
}

const modes: Record<'tls' | 'starttls', Sentence> = {
  tls: say('encryption from the start works there'),
  starttls: say('STARTTLS works there'),
}
