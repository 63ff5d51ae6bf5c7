import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { accountForEmail, checkedEmail } from '../../src/cli/check-email.ts'
import type { CommandContext } from '../../src/cli/command-context.ts'
import { passwordFrom } from '../../src/cli/password.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { render } from '../../src/core/render.ts'
import { outsideWorld } from '../../src/knowledge/outside.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { Screen } from './screen.ts'

const published = {
  incoming: [{ protocol: 'imap', host: 'imap.example.net', port: 993, security: 'tls' }],
  outgoing: [{ protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' }],
  tried: [],
} as const

/** A person at a terminal who types this. */
function personTyping(typed: string) {
  const screen = new Screen({ isTTY: true, columns: 80 })
  const input: CommandContext['input'] = new PassThrough()
  input.isTTY = true
  const notes: string[] = []
  const controller = new AbortController()
  const session: CommandContext = {
    terminal: terminalOn(screen, {}),
    note: (sentence) => void notes.push(render(sentence)),
    input,
    signal: controller.signal,
    log: memoryLog(systemClock),
    interrupt: () => controller.abort(new Error('Control-C')),
  }
  input.push(typed)
  return { session, screen, notes }
}

function confirmed({ session }: ReturnType<typeof personTyping>, found: typeof published | undefined = published) {
  return accountForEmail({ findSettings: async () => found }, 'anna@example.net', { outside: outsideWorld }, session)
}

describe('settings that were looked up', () => {
  test('are shown, and used when the person agrees', async () => {
    const person = personTyping('\r')
    const [incoming, outgoing] = [published.incoming[0], published.outgoing[0]]
    expect(await confirmed(person)).toEqual({ email: 'anna@example.net', incoming, outgoing })
    expect(person.screen.written).toContain('outgoing: smtp.example.net, port 587, encrypted by STARTTLS')
  })

  test('are left when the person does not', async () => {
    await expect(confirmed(personTyping('n\r'))).rejects.toThrow(/Nothing was checked/)
  })

  test('may not be there', async () => {
    const person = personTyping('')
    expect(
      await accountForEmail(
        { findSettings: async () => undefined },
        'a@b.example',
        { outside: outsideWorld },
        person.session,
      ),
    ).toBe(undefined)
    expect(person.notes).toEqual([expect.stringMatching(/No mail settings are published for b\.example/)])
  })

  test('can be left by Control-C', async () => {
    await expect(confirmed(personTyping('\u0003'))).rejects.toThrow()
  })

  test('need a person to confirm them', () => {
    const { session } = personTyping('')
    expect(checkedEmail('anna@example.net', session, false)).toBe('anna@example.net')
    const nobody = { ...session, terminal: terminalOn(new Screen({ isTTY: false }), {}) }
    expect(() => checkedEmail('anna@example.net', nobody, false)).toThrow(/--account FILE\.json/)
    expect(() => checkedEmail('anna@example.net', session, true)).toThrow(/--account FILE\.json/)
  })
})

describe('a password', () => {
  const piped = (...pieces: (string | Buffer)[]) => {
    const { session } = personTyping('')
    const input: CommandContext['input'] = new PassThrough()
    for (const piece of pieces) input.push(piece)
    input.push(null)
    return passwordFrom({ ...session, input })
  }

  test('from a pipe is everything up to the line end', async () => {
    const letter = Buffer.from('ä')
    expect(await piped('pass ', letter.subarray(0, 1), letter.subarray(1), ' word\r\nmore')).toBe('pass ä word')
    expect(await piped('bare')).toBe('bare')
  })

  test('must be there, and be short', async () => {
    await expect(piped('\n')).rejects.toThrow(/no password came/)
    await expect(piped('x'.repeat(5000))).rejects.toThrow(/longer than 4096/)
    await expect(passwordFrom(personTyping('\r').session)).rejects.toThrow(/no password came/)
  })

  test('at a terminal is waited for in words, and not shown while it is typed', async () => {
    const { session, screen, notes } = personTyping('canary word\r')
    expect(await passwordFrom(session)).toBe('canary word')
    expect(notes).toEqual([expect.stringMatching(/Waiting for the password.*Return.*not shown.*Control-C/)])
    expect(screen.written).not.toContain('canary')
  })

  test('at a terminal can be left by Control-C', async () => {
    await expect(passwordFrom(personTyping('half\u0003').session)).rejects.toThrow()
  })
})
