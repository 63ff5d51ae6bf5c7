import { answerJson } from '../../../../src/cli/answer-json.ts'
import type { Scene } from '../../../../src/world/simulated/scene.ts'
import type { SceneCheck } from './scene-check.ts'

export const tellsNothingPrivate: SceneCheck = {
  says: 'tells nothing private, and nothing that drives a terminal',
  holds({ found, scene }, expect) {
    const told = answerJson(found)
    expect(secretsOf(scene).filter((secret) => told.includes(secret))).toEqual([])
    expect(told.match(/canary[\w@.-]*/gi) ?? []).toEqual([])
    expect(textsIn(JSON.parse(told)).filter((text) => unreadable.test(text))).toEqual([])
  },
}

/** What the scene's people would not want to see anywhere. */
function secretsOf({ account, outbox = [] }: Scene): string[] {
  const messages = outbox.flatMap(({ recipients, sender, subject }) => [
    ...(Array.isArray(recipients) ? recipients : []),
    sender,
    subject,
  ])
  return [account.email, account.secret, ...messages].filter((one) => one !== undefined)
}

/** Drives a terminal, hides, or turns text round. */
const unreadable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
