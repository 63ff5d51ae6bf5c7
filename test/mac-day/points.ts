/** What an answer of `outbox-doctor doctor` to an open point settles. What neither pattern knows settles nothing. */
interface Settled {
  proved?: RegExp
  contradicted?: RegExp
}

export type Verdict = 'proved' | 'contradicted' | 'not seen'

/** A point that only a person can see, or that shows only while it happens. */
const neverHere: Settled = {}
/** A point of which the report knows nothing: a step sees it itself. */
export const byStep: Settled = {}

/** By the id of the point; each has its row. */
export const settledBy: Readonly<Record<string, Settled>> = {
  'app-1': byStep,
  'app-2': neverHere,
  'app-3': neverHere,
  'app-4': { proved: /^They are granted/, contradicted: /^They are refused/ },
  'app-5': neverHere,
  'app-6': byStep,
  'app-7': byStep,
  'app-8': neverHere,
  'app-9': neverHere,
  'app-10': neverHere,
  'app-11': neverHere,
  'mail-1': { proved: /: (?!no outbox)\S.* among [1-9]\d* mailbox/ },
  'mail-2': neverHere,
  'mail-3': { proved: /^answered after \d+ ms/i },
  'mail-4': neverHere,
  'mail-5': neverHere,
  'mail-6': { proved: / of [1-9]\d* entr(y|ies)\.$/ },
  'mail-7': {
    proved: /\bV\d+\b.* of [1-9]\d* entr(y|ies)\.$/,
    contradicted: /^(?!.*\bV\d).* of [1-9]\d* entr(y|ies)\.$/,
  },
  'mail-8': neverHere,
  'mail-9': neverHere,
  'mail-10': neverHere,
  'mail-11': neverHere,
  'mail-12': neverHere,
  'mail-13': neverHere,
  'mail-14': neverHere,
  'outlook-1': { proved: /: .*(status|sent)/i, contradicted: /: no table of messages/ },
  'outlook-2': { proved: /: .*(server|host|address)/i, contradicted: /: no such table/ },
  'outlook-3': { proved: /: .*(type|kind)/i, contradicted: /: no such table/ },
  'outlook-4': { proved: /^answered after \d+ ms/i },
  'outlook-5': neverHere,
  'outlook-6': { proved: /outlook-outbox answered/, contradicted: /failed -(1728|27\d\d)/ },
  'outlook-7': neverHere,
  'outlook-8': neverHere,
  'sync-1': neverHere,
  'sync-2': neverHere,
  'sync-3': neverHere,
  'sync-4': neverHere,
  'sync-5': neverHere,
  'sync-6': neverHere,
  'thunderbird-1': neverHere,
  'thunderbird-2': neverHere,
  'thunderbird-3': neverHere,
  'macos-1': neverHere,
  'macos-2': { proved: /^\d+ filters?\.$/ },
  'macos-3': neverHere,
  'macos-4': { proved: /[1-9]\d* connections? of .* in \d+ ms/ },
  'macos-5': { proved: /^[1-9]\d* certificates? in \d+ ms/, contradicted: /^(0 certificates|They could not be read)/ },
  'macos-6': neverHere,
  'macos-7': { proved: /^Something of the kind/ },
  'macos-8': { proved: /^\d+ times in the \d+ s/ },
  'macos-9': neverHere,
  'macos-10': { proved: /^Understood: (mains|battery)/, contradicted: /^Not understood/ },
  'macos-11': { proved: /: intact\./, contradicted: /: unknown,/ },
  'macos-12': { proved: /came with an address and a state/ },
  'macos-13': { proved: / 0 came broken/, contradicted: / [1-9]\d* came broken/ },
  'macos-14': { proved: /^[1-9]\d* VPNs? listed/ },
  'macos-15': { proved: /^0 events in/ },
  'macos-16': { proved: /^Told\.$/ },
  'app-12': neverHere,
  'permissions-1': neverHere,
  'settings-1': neverHere,
  'settings-2': neverHere,
  'settings-3': neverHere,
  'settings-4': neverHere,
  'settings-5': neverHere,
  'settings-6': neverHere,
  'permissions-2': neverHere,
  // A question would have held the answer back until somebody had answered it.
  'permissions-3': { proved: /^(?!.*: unknown)Mail: .* in \d{1,3} ms;/ },
  'permissions-4': neverHere,
  'network-1': neverHere,
  'network-2': neverHere,
  'network-3': neverHere,
  'network-4': neverHere,
  'network-5': { proved: /^IPv6 is \w+; name servers understood, .* understood\.$/, contradicted: /not understood/ },
  'network-6': neverHere,
  'network-7': neverHere,
  'network-8': neverHere,
  'files-1': neverHere,
  'files-2': neverHere,
  'files-3': byStep,
}

const settlesNothing = /could not be found out|settles nothing|is not there|may not be read|shows only while/

export function verdictOn(id: string, answer: string): Verdict {
  const { proved, contradicted } = settledBy[id] ?? neverHere
  if (settlesNothing.test(answer)) return 'not seen'
  if (contradicted?.test(answer)) return 'contradicted'
  return proved?.test(answer) ? 'proved' : 'not seen'
}

export interface Point {
  id: string
  question: string
  answer: string
}

/** From the lines of the report's last part: `macos-5: Does this …? 161 certificates.` */
export function pointsIn(lines: readonly string[]): readonly Point[] {
  return lines.flatMap((line) => {
    const [, id, question, answer = ''] = /^([a-z]+-\d+): (.*?\?)(?: (.*))?$/.exec(line) ?? []
    return id !== undefined && question !== undefined ? [{ id, question, answer }] : []
  })
}
