import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { printAnswer } from '../../src/cli/answer.ts'
import { clippedToWidth, widthOf, withHangingIndent, wrappedLines } from '../../src/cli/layout.ts'
import { progressDisplayOn } from '../../src/cli/progress.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import type { Diagnosis, NamedCause } from '../../src/core/diagnosis.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { known, probeOf } from '../history/records.ts'
import { Screen } from './screen.ts'

const probe = { ...probeOf<unknown>('ports'), question: foreignName('Which doors are open?') }
const esc = '\u001b'

describe('the last guard', () => {
  test('lets no control character through but line ends', () => {
    const screen = new Screen({ isTTY: false })
    terminalOn(screen, {}).print(`a${esc}[2Jb\u0007c\u202ed\r\ne${esc}[31mf`)
    expect(screen.written).toBe('a[2Jbcd\nef\n')
  })

  test('keeps our colours on a terminal, unless NO_COLOR is set', () => {
    const printed = (env: Record<string, string>, isTTY = true) => {
      const screen = new Screen({ isTTY })
      const terminal = terminalOn(screen, env)
      terminal.print(terminal.paint.red('stop'))
      return screen.written
    }
    expect(printed({})).toBe(`${esc}[31mstop${esc}[39m\n`)
    for (const plain of [printed({ NO_COLOR: '1' }), printed({ TERM: 'dumb' }), printed({}, false)]) {
      expect(plain).toBe('stop\n')
    }
  })
})

describe('an examination on a terminal', () => {
  test('shows what waits, and leaves nothing of it', () => {
    vi.useFakeTimers()
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const screen = new Screen({ isTTY: true, columns: 60, rows: 24 })
    const display = progressDisplayOn(terminalOn(screen, { NO_COLOR: '1' }))
    const other = { ...probeOf<unknown>('names'), question: foreignName('Can names be looked up?') }
    display.show({ is: 'asking', probe })
    display.show({ is: 'asking', probe: other })
    expect(screen.lines()).toEqual(['⠋ Which doors are open?', '⠋ Can names be looked up?'])
    vi.advanceTimersByTime(100)
    expect(screen.lines()[0]).toBe('⠙ Which doors are open?')
    display.show({ is: 'so far', probe, telling: { tone: 'plain', line: foreignName('Two are.') } })
    expect(screen.lines()[0]).toBe('⠙ Which doors are open? Two are.')
    display.show({ is: 'found', probe: other, finding: known({}, 'Names are found') })
    expect(screen.lines()).toEqual(['⠙ Which doors are open? Two are.'])
    display.show({ is: 'found', probe, finding: { state: 'unknown', why: foreignName('No time was left.'), ms: 1 } })
    display.end()
    expect(screen.lines()).toEqual([])
    expect(screen.cursorShown).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('fits a narrow and low one', () => {
    const screen = new Screen({ isTTY: true, columns: 24, rows: 8 })
    const display = progressDisplayOn(terminalOn(screen, { NO_COLOR: '1' }))
    for (let n = 0; n < 30; n++) display.show({ is: 'asking', probe: { ...probe, id: `p${n}` } })
    expect(screen.lines()).toHaveLength(4)
    expect(screen.lines().at(-1)).toBe('  and 27 more')
    for (const line of screen.lines()) expect(widthOf(line)).toBeLessThan(24)
    display.end()
  })
})

describe('the answer', () => {
  const cause: NamedCause = {
    id: 'x',
    title: foreignName('This network blocks outgoing mail.'),
    plain: foreignName('It lets web pages through, but not the port that mail leaves by.'),
    details: [],
    harm: 'stops',
    layer: 'path',
    weight: 0.9,
    evidence: [foreignName('Port 587 was silent for 9 s'), foreignName('Port 443 is open')],
    against: [foreignName('Mail arrives')],
    explains: [],
    testimony: [],
  }
  const said = (diagnosis: Diagnosis) => {
    const screen = new Screen({ isTTY: false })
    const findings = [{ probe, finding: { state: 'unknown', why: foreignName('No time was left.'), ms: 1 } as const }]
    printAnswer({ account: 'a', diagnosis, findings, grew: true, elapsed: 1 }, terminalOn(screen, {}))
    return screen.written
  }

  test('says what is wrong, why we think so, and what else it may be', () => {
    const other = {
      ...cause,
      id: 'y',
      title: foreignName('The disk is full.'),
      plain: foreignName('Nothing can be kept.'),
    }
    expect(said({ status: 'stuck', causes: [cause, other], undecided: [] })).toBe(`
Your mail cannot leave, and this is why:

This network blocks outgoing mail.
It lets web pages through, but not the port that mail leaves by.

Why we think so:
  • Port 587 was silent for 9 s
  • Port 443 is open

What speaks against it:
  • Mail arrives

It may also be:
  • The disk is full. Nothing can be kept.
`)
  })

  test('has a sentence for the good day', () => {
    expect(said({ status: 'clear', causes: [], undecided: [] })).toContain('Nothing stands in the way of your mail.')
  })
})

describe('layout', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 200 })
  test('no line is wider than asked, and no letter is lost', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrappedLines(text, width)
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true)
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        expect(widthOf(clippedToWidth(text, width))).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('wide letters count double, and later lines hang', () => {
    expect(widthOf('日本e\u0301')).toBe(5)
    expect(withHangingIndent('• ', 'one two three', 12)).toBe('• one two\n  three')
  })
})
