import { expect, test } from 'vitest'
import { saysPassword, tryServers } from './try-servers.ts'

/** The same as bench/attack/mail-servers.ts, with fewer sessions. */
test.each(['smtp', 'imap', 'pop3'] as const)(
  'whatever a server does that speaks %s: nothing fails, nothing private gets out, and it ends',
  async (protocol) => {
    expect(await saysPassword(protocol)).toBe(true)
    const { sessions, faults } = await tryServers(protocol, 72, 10)
    expect(faults).toEqual([])
    expect(sessions).toBe(72)
  },
  120_000,
)
