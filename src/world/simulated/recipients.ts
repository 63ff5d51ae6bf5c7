import type { SceneMessage } from './schema/account.ts'

/** The addresses that a message goes to; where only their number is told, made-up ones. */
export function recipientsOf({ recipients = 1 }: Pick<SceneMessage, 'recipients'>): readonly string[] {
  return typeof recipients === 'number' ? madeUp(recipients) : recipients
}

function madeUp(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `recipient-${index + 1}@example.org`)
}
