import { type Sentence, say } from '../core/sentence.ts'
import type { SyncReport } from '../core/sync-report.ts'
import { weightOf } from './judge-difference.ts'
import { tellDifference } from './tell-difference.ts'

/** What came of comparing an account with its server, as its owner reads it. */
export interface ToldReport {
  tone: 'good' | 'plain' | 'bad'
  /** How it stands, the whole in a few words first. */
  lines: readonly Sentence[]
  differences: readonly { what: Sentence; advice: Sentence }[]
  unseen: readonly Sentence[]
}

/** `app`: the mail app's name. Nothing is said to be in step that was seen from this Mac only. */
export function tellReport(
  { verdict, sides, differences, changesWaiting, unseen }: SyncReport,
  app: string,
): ToldReport {
  const has = (...kinds: readonly string[]) => differences.some(({ is }) => kinds.includes(is))
  const isInboxKnown =
    sides === 'both' &&
    verdict !== 'unsure' &&
    !has('inbox-behind', 'dead-idle-connection', 'index-damaged', 'renumbered')
  const isTrouble = differences.some((one) => weightOf(one) !== 'told')
  return {
    tone: isTrouble ? 'bad' : verdict === 'in-step' ? 'good' : 'plain',
    lines: [
      ...(verdict === 'in-step' ? [say('What you see is what the server has.')] : []),
      ...(sides === 'mac-only' ? [say('Seen from this Mac only.')] : []),
      ...(isInboxKnown && verdict === 'differs' ? [say('The inbox is current.')] : []),
      ...waitingLines(changesWaiting, has('changes-not-leaving')),
      ...(sides !== 'none' && !has('sent-not-saved') && verdict !== 'unsure'
        ? [say('All that you have sent is filed.')]
        : []),
    ],
    differences: differences.map((one) => tellDifference(one, app)),
    unseen,
  }
}

function waitingLines(changes: number | undefined, isTold: boolean): Sentence[] {
  if (changes === undefined || isTold) return []
  return [
    changes === 0
      ? say('No change waits to be told to the server.')
      : say('{count} changes wait to be told to the server.', { count: changes }),
  ]
}
