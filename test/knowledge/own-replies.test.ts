import { describe, expect, test } from 'vitest'
import { causeIds } from './cause-ids.ts'
import { explained, judged, own, ownCounts, pastedLine } from './own-replies.ts'

const mayBe = (right: readonly (string | null)[]) => [...right, null]

describe('cases of our own', () => {
  test('each names causes that exist, and where its words are from', () => {
    for (const { right, seen } of [...own.replies, ...own.pastes]) {
      for (const id of right) if (id !== null) expect(causeIds).toContain(id)
      expect(seen.length).toBeGreaterThan(5)
    }
  })

  test('hold no address but of examples', () => {
    const said = [...own.replies.map(({ said: text }) => text), ...own.pastes.map(({ text }) => text)].join('\n')
    const hosts = [...said.matchAll(/[\w.-]@([a-z0-9.-]+\.[a-z]+)/gi)].map(([, host = '']) => host)
    expect(hosts.filter((host) => !/^example\.(com|org|net|cn|ru|fr|it|ne\.jp)$/.test(host))).toEqual([])
    // 4.1.1.1 is a section of RFC 2821, and 4.16.55.1 a code of Yahoo.
    const numbers = [...said.matchAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g)].map(([ip]) => ip)
    expect(numbers.filter((ip) => !ip.startsWith('192.0.2.') && !ip.startsWith('4.'))).toEqual([])
  })

  test.each(own.replies)('$stage: $said', (reply) => {
    expect(mayBe(reply.right)).toContain(judged(reply))
    expect(mayBe(reply.right)).toContain(explained(pastedLine(reply)))
  })

  test.each(own.pastes)('pasted: $text', ({ text, right }) => {
    expect(mayBe(right)).toContain(explained(text))
  })

  test('how many are right, undecided and wrong', () => {
    const counts = ownCounts()
    console.info(`Cases of our own: ${JSON.stringify(counts)}`)
    for (const { right, undecided, wrong } of Object.values(counts)) {
      expect(wrong).toBe(0)
      expect(right / (right + undecided)).toBeGreaterThan(0.97)
    }
  })
})
