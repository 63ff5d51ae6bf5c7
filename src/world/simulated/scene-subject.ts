import type { QueuedMessage } from './outbox.ts'

/** What people write about; made up. */
const usual = [
  'Invoice for October',
  'Dinner on Friday?',
  'Minutes of the meeting',
  'Your order is ready',
  'Photos from the garden',
  'Question about the contract',
  'Train tickets',
  'Draft for chapter two',
  'Keys for the flat',
  'Rehearsal on Thursday',
]

/** The subject of a message of the scene: its own, or a made-up one that no other message of the scene has. */
export function sceneSubject({ number, message }: Pick<QueuedMessage, 'number' | 'message'>): string {
  const round = Math.floor((number - 1) / usual.length)
  // Messages that are alike in subject and recipients are taken for copies of each other.
  return message.subject ?? `${usual[(number - 1) % usual.length]}${round > 0 ? ` (${round + 1})` : ''}`
}
