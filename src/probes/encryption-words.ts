import type { Telling } from '../core/probe.ts'
import type { Encryption } from './encryption.ts'

type One = NonNullable<Encryption['outgoing']>

const failures: Partial<Record<One['outcome'], string>> = {
  'not-offered': 'does not offer encryption',
  'starttls-refused': 'refuses to start encryption',
  'not-tls': 'answers in clear text where encryption was expected',
  'no-common-version': 'has no version of encryption that this Mac takes',
  'no-common-cipher': 'has no kind of encryption that this Mac takes',
  silent: 'says nothing where encryption should begin',
  closed: 'hangs up where encryption should begin',
  reset: 'is cut off where encryption should begin',
  injected: 'goes on in clear text where encryption should begin',
  'greeting-failed': 'does not get as far as encryption',
}

export function tellEncryption({ host, outcome, version, masked, otherMode, versions, mode }: One): Telling {
  if (outcome === 'secured') {
    const taken = versions?.filter(({ accepted }) => accepted).map(({ version: one }) => one)
    const line = `${host} is encrypted by ${version}${taken ? ` (it takes ${taken.join(', ')})` : ''}`
    return { tone: masked ? 'bad' : 'good', line }
  }
  if (outcome === 'clear') return { tone: 'plain', line: `${host} is set up without encryption` }
  const hint = otherMode?.works ? `; ${modes[otherMode.mode]} works there` : ''
  const what = mode === 'none' && outcome === 'greeting-failed' ? 'does not greet us' : failures[outcome]
  return { tone: 'bad', line: `${host} ${what ?? 'fails where encryption should begin'}${hint}` }
}

const modes = { tls: 'encryption from the start', starttls: 'STARTTLS' } as const
