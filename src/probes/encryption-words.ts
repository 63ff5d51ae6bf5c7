import type { Telling } from '../core/probe.ts'
import type { Encryption } from './encryption-fact.ts'

type One = NonNullable<Encryption['outgoing']>

const failures: Partial<Record<One['outcome'], (host: string) => string>> = {
  'not-offered': (host) => `${host} does not offer encryption`,
  'starttls-refused': (host) => `${host} refuses to start encryption`,
  'not-tls': (host) => `${host} answers in clear text where encryption was expected`,
  'no-common-version': (host) => `${host} has no version of encryption that this Mac takes`,
  'no-common-cipher': (host) => `${host} has no kind of encryption that this Mac takes`,
  silent: (host) => `${host} says nothing where encryption should begin`,
  closed: (host) => `${host} hangs up where encryption should begin`,
  reset: (host) => `${host} is cut off where encryption should begin`,
  injected: (host) => `${host} goes on in clear text where encryption should begin`,
  'greeting-failed': (host) => `${host} does not get as far as encryption`,
}

export function tellEncryption({ host, outcome, version, masked, otherMode, versions, mode, second }: One): Telling {
  if (outcome === 'secured') {
    const taken = versions?.filter(({ accepted }) => accepted).map(({ version: one }) => one)
    const lines = [`${host} is encrypted by ${version}`, ...(taken ? [`it takes ${taken.join(', ')}`] : [])]
    return { tone: masked ? 'bad' : 'good', line: lines.join('; ') }
  }
  if (outcome === 'clear') return { tone: 'plain', line: `${host} is set up without encryption` }
  const hint = otherMode?.works ? [modes[otherMode.mode]] : []
  if (second?.small && !second.large) hint.push('with a short first word it works')
  if (second?.large) hint.push('a second time it works')
  const failed = failures[outcome]?.(host) ?? `${host} fails where encryption should begin`
  const line = mode === 'none' && outcome === 'greeting-failed' ? `${host} does not greet us` : failed
  return { tone: 'bad', line: [line, ...hint].join('; ') }
}

const modes: Record<'tls' | 'starttls', string> = {
  tls: 'encryption from the start works there',
  starttls: 'STARTTLS works there',
}
