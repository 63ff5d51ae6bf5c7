import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { started } from './run.ts'

/** Loaded before the program: does this as soon as somebody would notice. */
const soon = (what: string) =>
  `--import data:text/javascript,${encodeURIComponent(
    `const turn = setInterval(() => {
      if (process.listenerCount('uncaughtException') === 0) return
      clearInterval(turn)
      ${what}
    }, 20)`,
  )}`

const logOf = (home: string) => join(home, 'outbox-doctor/log/terminal.log')

describe('what nobody caught', () => {
  test.each([
    ['an exception', `throw new TypeError('canary of anna@example.net')`],
    ['a rejection', `void Promise.reject(new TypeError('canary of anna@example.net'))`],
  ])(
    '%s ends a watch with a sentence, the documented status, and a line in the log',
    { timeout: 120_000 },
    async (_, what) => {
      const { home, ended } = started(['watch', '--scene', 'outlook-works-offline'], { NODE_OPTIONS: soon(what) })
      const { status, errors } = await ended
      expect(status).toBe(3)
      expect(errors).toBe('Outbox Doctor failed by a fault of its own: canary of anna@example.net\n')
      const log = readFileSync(logOf(home), 'utf8')
      expect(
        log
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([{ level: 'error', program: 'terminal', event: 'uncaught', name: 'TypeError' }])
      expect(log).not.toMatch(/canary|anna/)
      expect((statSync(logOf(home)).mode & 0o777).toString(8)).toBe('600')
    },
  )
})
