import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minute, quiet, type Story } from './story.ts'

const accounts = ['home', 'work'] as const

/** Both accounts stuck, and found to be so for one reason. */
function joined(): Story {
  const story = quiet()
    .sees([{}, { id: 'other', account: 'work' }])
    .pass(2 * minute)
  for (const account of accounts) story.happens({ is: 'examined', account, cause: 'no-network' })
  story.told()
  return story
}

const muted = (story: Story) => story.state.episodes.map(({ muted: is }) => is === true)

/** Which accounts are together in which episode. */
function together(story: Story): string[] {
  return story.state.episodes.map(({ cause, accounts: own, messages }) => `${cause}: ${own} (${messages})`)
}

describe('accounts that were stuck for one reason', () => {
  test('and come back with different ones, part; from then on nothing is told while nothing changes', () => {
    const story = joined()
    expect(together(story)).toEqual(['no-network: home,work (m0,other)'])
    story.happens({ is: 'examined', account: 'home', cause: 'password' })
    expect(together(story)).toEqual(['no-network: work (other)', 'password: home (m0)'])
    story.happens({ is: 'examined', account: 'work', cause: 'certificate' })
    expect(together(story)).toEqual(['certificate: work (other)', 'password: home (m0)'])
    story.told()
    for (let hours = 0; hours < 24; hours++) {
      story.happens({ is: 'examined', account: 'home', cause: 'password' }, minute)
      story.happens({ is: 'examined', account: 'work', cause: 'certificate' }, minute)
    }
    expect(story.told().filter((one) => !one.startsWith('examine'))).toEqual([])
  })

  test('are told to have parted, and the new spell is as old as its mail', () => {
    const story = joined()
    const [shared] = story.state.episodes
    story.pass(10 * minute).told()
    story.happens({ is: 'examined', account: 'home', cause: 'password' })
    expect(story.told().slice(0, 2)).toEqual(['parted no-network', 'opened password'])
    expect(story.state.episodes[1]?.openedAt).toBe(shared?.openedAt)
  })

  test('are together again where both find the same once more', () => {
    const story = joined()
    for (const account of accounts) story.happens({ is: 'examined', account, cause: `of ${account}` })
    for (const account of accounts) story.happens({ is: 'examined', account, cause: 'certificate' })
    expect(together(story)).toEqual(['certificate: home,work (m0,other)'])
  })

  test('keep in mind whose server was asked, wherever they go, until their mail has gone', () => {
    const story = joined().happens({ is: 'tried', account: 'home' }).happens({ is: 'tried', account: 'home' })
    const tried = () => story.state.episodes.map(({ accounts: own, tried: asked = [] }) => `${own}: ${asked}`)
    expect(tried()).toEqual(['home,work: home'])
    story.happens({ is: 'examined', account: 'home', cause: 'password' })
    expect(tried()).toEqual(['work: ', 'home: home'])
    story.happens({ is: 'examined', account: 'work', cause: 'password' })
    expect(tried()).toEqual(['home,work: home'])
    story.happens({ is: 'tried', account: 'work' })
    expect(tried()).toEqual(['home,work: home,work'])
    story.sees([{}])
    expect(tried()).toEqual(['home: home'])
    story
      .sees([])
      .sees([{ id: 'next' }])
      .pass(2 * minute)
    expect(tried()).toEqual(['home: '])
  })

  test('of whom one finds nothing, stay together', () => {
    const story = joined().happens({ is: 'examined', account: 'home' })
    expect(together(story)).toEqual(['no-network: home,work (m0,other)'])
  })
})

test('an episode that goes on for months remembers no more than its newest messages, and closes with the last', () => {
  const story = quiet()
    .sees([{}])
    .pass(2 * minute)
  for (let round = 1; round <= 400; round++) {
    story.sees([{}, { id: `next-${round}` }]).pass(2 * minute)
    if (story.state.examining) story.happens({ is: 'examined', account: story.state.examining, cause: 'blocked' })
  }
  const [episode] = story.state.episodes
  expect(episode?.messages).toHaveLength(100)
  expect(episode?.messages).toEqual(expect.arrayContaining(['m0', 'next-400']))
  story.told()
  story.sees([{}])
  expect(story.told()).not.toContain('closed blocked')
  expect(story.sees([]).told()).toContain('closed blocked')
})

describe('whatever is found of whom', () => {
  const cause = fc.constantFrom('a', 'b', 'c', undefined)
  const account = fc.constantFrom(...accounts, 'club', 'shop')
  const mail = fc.subarray(['home', 'work', 'club', 'shop'])
  /** Mail stands in the outbox, for so long; or somebody was examined. */
  const command = fc.oneof(
    mail.map((whose) => (story: Story) => {
      story.sees(whose.map((one) => ({ id: `of-${one}`, account: one }))).pass(2 * minute)
    }),
    fc.tuple(account, cause).map(([one, found]) => (story: Story) => {
      story.happens({ is: 'examined', account: one, ...(found !== undefined && { cause: found }) })
    }),
  )

  test('an account is in one episode at most, with its own messages and nobody else’s', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const story = quiet()
        for (const happen of commands) {
          happen(story)
          const { episodes } = story.state
          const all = episodes.flatMap((one) => one.accounts)
          expect(new Set(all).size).toBe(all.length)
          const causes = episodes.flatMap((one) => one.cause ?? [])
          expect(new Set(causes).size).toBe(causes.length)
          for (const episode of episodes) {
            expect(episode.accounts).not.toEqual([])
            const own = episode.accounts.map((one) => `of-${one}`)
            expect(own).toEqual(expect.arrayContaining(episode.messages.filter((key) => key in story.state.waiting)))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what was found once and is found again changes nothing and tells nothing', () => {
    const findings = fc.array(fc.tuple(account, fc.constantFrom('a', 'b', 'c')), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), findings, (commands, found) => {
        const story = quiet()
        for (const happen of commands) happen(story)
        const last = new Map(found)
        for (const [one, of] of last) story.happens({ is: 'examined', account: one, cause: of })
        const before = story.state.episodes
        story.told()
        for (let again = 0; again < 3; again++)
          for (const [one, of] of last) story.happens({ is: 'examined', account: one, cause: of })
        expect(story.state.episodes).toEqual(before)
        expect(story.told().filter((one) => !/^(examine|abort)/.test(one))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a trouble that a person knows of', () => {
  const known = () => {
    const story = joined()
    return story.happens({ is: 'muted', episode: story.state.episodes[0]?.id ?? '', on: true })
  }

  test('stays quiet while nothing about it changes, and when some of it is over', () => {
    const story = known()
    story.happens({ is: 'examined', account: 'home', cause: 'no-network' }, minute).pass(60 * minute)
    expect(muted(story)).toEqual([true])
    expect(together(story.sees([{}]))).toEqual(['no-network: home (m0)'])
    expect(muted(story)).toEqual([true])
  })

  test('is told of again with another cause, and with more mail', () => {
    const renamed = known()
    for (const account of accounts) renamed.happens({ is: 'examined', account, cause: 'certificate' })
    expect(muted(renamed)).toEqual([false])
    const more = known()
      .sees([{}, { id: 'other', account: 'work' }, { id: 'third' }])
      .pass(2 * minute)
    expect(together(more)).toEqual(['no-network: home,work (m0,other,third)'])
    expect(muted(more)).toEqual([false])
  })

  test('is told of again where a person wants that, and one that is over changes nothing', () => {
    const story = known()
    const [episode] = story.state.episodes
    story.happens({ is: 'muted', episode: 'nobody', on: false })
    expect(muted(story)).toEqual([true])
    story.happens({ is: 'muted', episode: episode?.id ?? '', on: false })
    expect(story.state.episodes).toEqual([expect.not.objectContaining({ muted: expect.anything() })])
  })

  test('is never quiet with a cause or a message that it was not muted with, whatever happens', () => {
    const outbox = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), account: fc.constantFrom(...accounts) }),
      { selector: ({ id }) => id, maxLength: 4 },
    )
    const turn = fc.oneof(
      outbox.map((messages) => (story: Story) => void story.sees(messages)),
      fc.constant((story: Story) => void story.pass(2 * minute)),
      fc
        .record({ account: fc.constantFrom(...accounts), cause: fc.constantFrom('x', 'y') })
        .map((found) => (story: Story) => void story.happens({ is: 'examined', ...found })),
      fc.nat(1).map((index) => (story: Story) => {
        const { id = '' } = story.state.episodes[index] ?? {}
        story.happens({ is: 'muted', episode: id, on: true })
        const now = story.state.episodes.find((one) => one.id === id)
        if (now) known.set(id, { cause: now.cause, messages: now.messages })
      }),
    )
    let known: Map<string, { cause: string | undefined; messages: readonly string[] }>
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 30 }), (turns) => {
        known = new Map()
        const story = quiet()
        for (const take of turns) {
          take(story)
          for (const { id, muted: is, cause, messages } of story.state.episodes) {
            if (!is) continue
            expect(cause).toBe(known.get(id)?.cause)
            expect(known.get(id)?.messages).toEqual(expect.arrayContaining([...messages]))
          }
        }
      }),
    )
  })
})
