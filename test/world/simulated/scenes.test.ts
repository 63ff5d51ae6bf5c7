import { beforeAll, describe, expect, test } from 'vitest'
import { knownCauses } from '../../../src/agent.ts'
import { answerJson } from '../../../src/cli/answer-json.ts'
import { loadScene, sceneNames } from '../../../src/world/simulated/library.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { examined } from './examined.ts'

const scenes = sceneNames().map((name) => [name, loadScene(name)] as const)

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

describe.concurrent('every scene that ships', () => {
  // Certificates, keys and modules are made and loaded once, and nobody's time limit should pay for it.
  beforeAll(async () => void (await examined(loadScene('healthy-own-server'))))

  test.for(scenes)('%s', { timeout: 90_000 }, async ([, scene], { expect: expectHere }) => {
    const answer = await examined(scene)
    const { causes, undecided, status } = answer.diagnosis
    const { expects } = scene
    expectHere({ first: causes[0]?.id ?? null, status }).toEqual({ first: expects.first, status: expects.status })
    expectHere(causes.map(({ id }) => id)).toEqual(expectHere.arrayContaining(expects.also ?? []))
    expectHere(undecided.map(({ id }) => id)).toEqual(expectHere.arrayContaining(expects.undecided ?? []))
    const told = answerJson(answer.told)
    expectHere(secretsOf(scene).filter((secret) => told.includes(secret))).toEqual([])
    expectHere(told.match(/canary[\w@.-]*/gi) ?? []).toEqual([])
    expectHere(textsIn(JSON.parse(told)).filter((text) => unreadable.test(text))).toEqual([])
  })
})

test('every cause comes first in some scene', () => {
  const first = new Set(scenes.map(([, { expects }]) => expects.first))
  expect(knownCauses.map(({ id }) => id).filter((id) => !first.has(id))).toEqual([])
})

test('what is expected is known by its id', () => {
  const known = knownCauses.map(({ id }) => id)
  const named = scenes.flatMap(([, { expects }]) => [expects.first, expects.also, expects.undecided].flat())
  expect(named.filter((id) => id && !known.includes(id))).toEqual([])
})

test('there is a scene for each way in which an examination can end', () => {
  const ends = new Set(scenes.map(([, { expects }]) => expects.status))
  expect([...ends].sort()).toEqual(['clear', 'offline', 'stuck', 'unsure', 'waiting'])
})

test('titles and stories are short, and each is told once', () => {
  for (const part of ['title', 'story'] as const) {
    const texts = scenes.map(([, scene]) => scene[part])
    expect(new Set(texts).size).toBe(texts.length)
    const most = part === 'title' ? 60 : 160
    expect(texts.filter((text) => text.length > most)).toEqual([])
  }
})
