import { expect, test } from 'vitest'
import { openGuideTarget } from '../../../src/api/answers/open-guide.ts'
import { clientIds } from '../../../src/clients/known-clients.ts'
import type { ActionResult, Hands } from '../../../src/core/hands.ts'
import type { OpenTarget } from '../../../src/core/remedy.ts'
import { foreignName } from '../../../src/core/sentence.ts'

/** Hands that write down what they were told to open. */
function noting() {
  const told: unknown[] = []
  const note = (what: unknown): Promise<ActionResult> => {
    told.push(what)
    return Promise.resolve({ done: true })
  }
  const hands: Pick<Hands, 'open' | 'show'> = {
    open: (client, how) => note({ client, how }),
    show: note,
  }
  return { told, hands }
}

const signal = new AbortController().signal

test.each(clientIds)('the app that a guide names is opened: %s', async (target) => {
  const { hands, told } = noting()
  expect(await openGuideTarget(hands, { what: 'app', target, words: foreignName('Open it') }, signal)).toEqual({
    done: true,
  })
  expect(told).toEqual([{ client: target, how: 'front' }])
})

test.each(['panel', 'page', 'tool'] as const)('a %s is shown by its name', async (what) => {
  const { hands, told } = noting()
  expect(await openGuideTarget(hands, { what, target: 'x', words: foreignName('Open it') }, signal)).toEqual({
    done: true,
  })
  expect(told).toEqual([{ [what]: 'x' }])
})

test.each(['eudora', 'Outlook', 'toString', ''])('an app that is none of ours is refused: %j', async (target) => {
  const { hands, told } = noting()
  // As a guide of another version of us might come, past the compiler.
  const opens = JSON.parse(JSON.stringify({ what: 'app', target, words: 'Open it' })) as OpenTarget
  expect(await openGuideTarget(hands, opens, signal)).toMatchObject({ done: false, why: 'missing' })
  expect(told).toEqual([])
})
