import type { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { beforeAll, describe, expect, test } from 'vitest'
import type { KnownFolder } from '../../../src/core/server-view.ts'
import type { Clock } from '../../../src/core/time.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { farEnd, never, onLines, openSockets } from './far-end.ts'

const host = 'mail.example.test'
const login = { username: 'anna@example.test', secret: 'Hunter2-secret', method: 'password' } as const
const steady = simulatedClock(Date.now(), 0)
// The whole may take 30 seconds: silence is waited for on a faster clock.
const hasty = simulatedClock(Date.now(), 0, 100)
let good: TlsOptions
let root: string
beforeAll(async () => {
  good = await identityFor(host, {}, Date.now())
  root = await trustedRoot()
})

const full = 'IMAP4rev1 AUTH=PLAIN SASL-IR LIST-EXTENDED LIST-STATUS SPECIAL-USE ESEARCH CONDSTORE QUOTA'

/** What a server says to a command; nothing, where it is to say what is usual. */
type Special = (command: string, socket: Socket) => string | undefined

/** A small server; every command that it heard after the sign-in. */
async function server(special: Special, capabilities = full) {
  const heard: string[] = []
  const usual = (command: string) => {
    if (command === 'CAPABILITY') return `* CAPABILITY ${capabilities}\r\nT OK done`
    if (command === 'AUTHENTICATE PLAIN') return '+ '
    if (command.startsWith('GETQUOTAROOT')) return '* QUOTAROOT INBOX ""\r\n* QUOTA "" (STORAGE 90 100)\r\nT OK done'
    return command === 'LOGOUT' ? '* BYE bye\r\nT OK done' : 'T OK done'
  }
  const { port, open } = await farEnd((socket) => {
    let tag = ''
    const answer = (said: string) => void socket.write(`${said.replaceAll(/^T /gm, `${tag} `)}\r\n`)
    socket.write('* OK ready\r\n')
    onLines(socket, (line) => {
      const [, next = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
      if (command === '') return answer('T OK done')
      tag = next
      // Asked of a server without NAMESPACE: only the sign between names.
      if (command === 'LIST "" ""') return answer('* LIST (\\Noselect) "/" ""\r\nT OK done')
      if (!/^(CAPABILITY|AUTHENTICATE|NAMESPACE|LOGOUT)/.test(command)) heard.push(command)
      answer(special(command, socket) ?? usual(command))
      if (command === 'LOGOUT') socket.end()
    })
  }, good)
  return { port, open, heard }
}

async function view(port: number, known: readonly KnownFolder[] = [], clock: Clock = steady, signal = never) {
  const net = realNet({ clock, publicRoots: [root], dial: () => ({ to: { host: '127.0.0.1', port } }) })
  const answer = await net.serverView(
    { protocol: 'imap', host, port: 4, security: 'tls' },
    '192.0.2.7',
    login,
    known,
    signal,
  )
  expect(JSON.stringify(answer)).not.toMatch(/Hunter2|anna/)
  return answer
}

const listed = [
  '* LIST (\\Subscribed \\HasNoChildren) "." INBOX',
  '* STATUS INBOX (MESSAGES 3 UNSEEN 1 UIDNEXT 12 UIDVALIDITY 7 HIGHESTMODSEQ 90)',
  '* LIST (\\Subscribed \\Sent) "." INBOX.Gesendet',
  '* STATUS INBOX.Gesendet (MESSAGES 2 UIDNEXT 3 UIDVALIDITY 8)',
  '* LIST (\\Noselect) "." Family',
  '* LIST () "." "Family.K&APw-che"',
  '* LIST (\\NonExistent) "." Gone',
  'T OK done',
].join('\r\n')

const inbox: KnownFolder = { path: 'INBOX', messages: 2, highestUid: 10, uids: { from: 5, ranges: [[5, 10]] } }

describe('what a server has', () => {
  test('all folders by one command, and nothing is opened that is the same on both sides', async () => {
    const { port, heard } = await server((command) => (command.startsWith('LIST') ? listed : undefined))
    const answer = await view(port, [{ ...inbox, messages: 3, highestUid: 11 }])
    expect(answer).toEqual({
      outcome: 'seen',
      ms: expect.any(Number),
      value: {
        quota: { used: 90 * 1024, limit: 100 * 1024 },
        folders: [
          {
            path: 'INBOX',
            use: 'inbox',
            subscribed: true,
            messages: 3,
            unseen: 1,
            uidNext: 12,
            uidValidity: '7',
            highestModseq: '90',
          },
          {
            path: 'INBOX/Gesendet',
            use: 'sent',
            subscribed: true,
            messages: 2,
            uidNext: 3,
            uidValidity: '8',
          },
          { path: 'Family', use: 'other', isOnlyParent: true, subscribed: false },
          { path: 'Family/Küche', use: 'other', subscribed: false },
        ],
      },
    })
    expect(heard).toEqual([
      'LIST "" "*" RETURN (STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY HIGHESTMODSEQ) SPECIAL-USE CHILDREN SUBSCRIBED)',
      'GETQUOTAROOT INBOX',
    ])
  })

  test('the UIDs of a folder by EXAMINE, and how long those are there that the asker lacks', async () => {
    const { port, heard } = await server((command) => {
      if (command.startsWith('LIST')) return listed
      if (command.startsWith('UID SEARCH')) return '* ESEARCH (TAG "x") UID COUNT 3 ALL 4:5,11\r\nT OK done'
      if (command.startsWith('UID FETCH'))
        return '* 3 FETCH (UID 11 INTERNALDATE "20-Nov-2026 09:00:00 +0100")\r\nT OK done'
      return undefined
    })
    const answer = await view(port, [inbox])
    const [first] = answer.outcome === 'seen' ? answer.value.folders : []
    expect(first).toMatchObject({
      uids: {
        from: 5,
        ranges: [
          [5, 5],
          [11, 11],
        ],
      },
      arrived: [{ uid: 11, at: Date.parse('2026-11-20T08:00:00Z') }],
    })
    expect(heard.slice(2)).toEqual([
      'EXAMINE INBOX',
      'UID SEARCH RETURN (ALL COUNT) UID 5:*',
      'UID FETCH 11 (UID INTERNALDATE)',
    ])
    expect(heard.length).toBeLessThanOrEqual(6)
  })

  test('without ESEARCH the numbers come one by one; the last one always does, however low', async () => {
    const old = await server((command) => {
      if (command.startsWith('LIST')) return listed
      return command.startsWith('UID SEARCH') ? '* SEARCH 11 9 9\r\nT OK done' : undefined
    }, 'IMAP4rev1 AUTH=PLAIN SASL-IR LIST-EXTENDED LIST-STATUS')
    const answer = await view(old.port, [{ ...inbox, uids: { from: 10, ranges: [] } }])
    expect(answer.outcome === 'seen' && answer.value.folders[0]?.uids).toEqual({ from: 10, ranges: [[11, 11]] })
    expect(old.heard).not.toContain('GETQUOTAROOT INBOX')
  })

  test.each([
    ['an ESEARCH that says nothing', '* ESEARCH (TAG "x") UID\r\nT OK done'],
    ['a set that is none', '* ESEARCH (TAG "x") UID COUNT 1 ALL 5:x\r\nT OK done'],
    ['a refusal', 'T NO [UNAVAILABLE] later'],
    ['no answer at all', 'T OK done'],
  ])('%s: which messages there are is not known', async (_, said) => {
    const { port } = await server((command) => {
      if (command.startsWith('LIST')) return listed
      return command.startsWith('UID SEARCH') ? said : undefined
    })
    const answer = await view(port, [inbox])
    expect(answer.outcome === 'seen' && answer.value.folders[0]).not.toHaveProperty('uids')
  })

  test('a folder that may not be opened leaves the rest as it was told', async () => {
    const { port } = await server((command) => {
      if (command.startsWith('LIST')) return listed
      return command.startsWith('EXAMINE') ? 'T NO [NOPERM] not yours' : undefined
    })
    const answer = await view(port, [inbox])
    expect(answer.outcome === 'seen' && answer.value.folders).toHaveLength(4)
  })

  const plain = (folders: readonly string[]) => (command: string) => {
    if (command.startsWith('LIST')) return [...folders.map((name) => `* LIST () "/" ${name}`), 'T OK done'].join('\r\n')
    if (command.startsWith('LSUB')) return '* LSUB () "/" Sent\r\nT OK done'
    const [, name] = /^STATUS (\S+)/.exec(command) ?? []
    return name && `* STATUS ${name} (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 3)\r\nT OK done`
  }
  const many = ['INBOX', 'Sent', ...Array.from({ length: 90 }, (_, n) => `Box${n}`)]

  test('a server that tells of one folder at a time is asked for those that matter only', async () => {
    const { port, heard } = await server(plain(many), 'IMAP4rev1 AUTH=PLAIN SASL-IR')
    const answer = await view(port)
    const folders = answer.outcome === 'seen' ? answer.value.folders : []
    expect(folders).toHaveLength(92)
    expect(folders.filter(({ messages }) => messages !== undefined).map(({ path }) => path)).toEqual(['INBOX', 'Sent'])
    expect(folders.find(({ path }) => path === 'Sent')).toMatchObject({
      use: 'sent',
      isGuessed: true,
      subscribed: true,
    })
    expect(heard.filter((command) => command.startsWith('STATUS'))).toHaveLength(2)
  })

  test('so is one that promises to tell of all at once, and calls it an error', async () => {
    const { port, heard } = await server((command) =>
      command.includes('RETURN') ? 'T BAD Unknown argument' : plain(many)(command),
    )
    const answer = await view(port)
    expect(answer.outcome === 'seen' && answer.value.folders).toHaveLength(92)
    expect(heard.filter((command) => command.startsWith('STATUS'))).toHaveLength(2)
  })

  test('two folders may both be for what was sent', async () => {
    const said = '* LIST (\\Sent) "/" Sent\r\n* LIST (\\Sent) "/" "Sent Messages"\r\n* LIST () "/" INBOX\r\nT OK done'
    const { port } = await server((command) => (command.startsWith('LIST') ? said : undefined))
    const answer = await view(port)
    expect(answer.outcome === 'seen' && answer.value.folders.filter(({ use }) => use === 'sent')).toHaveLength(2)
  })
})

describe('a server that will not, or means ill', () => {
  test.each(['NO [SERVERBUG] Internal error', 'BAD Command unknown'])('LIST is answered by %s', async (said) => {
    const { port } = await server((command) => (command.startsWith('LIST') ? `T ${said}` : undefined))
    expect(await view(port)).toMatchObject({ outcome: 'failed', reply: { stage: 'select', code: said.split(' ')[0] } })
  })

  test('numbers that are none are not known, and never 0', async () => {
    const said =
      '* LIST () "/" INBOX\r\n* STATUS INBOX (MESSAGES -1 UIDNEXT 0 UIDVALIDITY x HIGHESTMODSEQ NIL)\r\nT OK done'
    const { port } = await server((command) => (/^LIST|^STATUS/.test(command) ? said : undefined))
    const answer = await view(port)
    expect(answer.outcome === 'seen' && answer.value.folders).toEqual([
      { path: 'INBOX', use: 'inbox', subscribed: true },
    ])
  })

  test('it asks to be left alone, and is at once', async () => {
    const throttled = 'T BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds'
    const { port, open } = await server((command) => (command.startsWith('LIST') ? throttled : undefined))
    const began = performance.now()
    expect(await view(port)).toMatchObject({ outcome: 'failed', code: 'THROTTLED', waitMs: 299_961 })
    expect(performance.now() - began).toBeLessThan(5_000)
    await expect.poll(() => open.size).toBe(0)
  })

  const pour = (socket: Socket, line: (n: number) => string) => {
    let n = 0
    const more = () => {
      while (!socket.destroyed && socket.write(Array.from({ length: 500 }, () => line(n++)).join('')));
    }
    socket.on('drain', more)
    more()
  }

  test.each<[string, (n: number) => string]>([
    ['folders without end', (n) => `* LIST () "/" Box${n}\r\n`],
    ['lines that are nothing without end', () => '* )(\r\n'],
    ['one line without end', () => 'x'.repeat(1_000)],
    ['a literal of 4 GB', (n) => (n === 0 ? '* LIST () "/" {4294967296}\r\n' : 'y'.repeat(1_000))],
    ['subscriptions without end', (n) => `* LSUB () "/" Box${n}\r\n`],
  ])('%s end soon, with little kept', async (_, line) => {
    const { port, open } = await server((command, socket) => {
      if (command.startsWith('LIST')) pour(socket, line)
      return command.startsWith('LIST') ? '' : undefined
    })
    const before = process.memoryUsage().heapUsed
    const answer = await view(port)
    expect(answer.outcome).not.toBe('seen')
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 ** 2)
    await expect.poll(() => open.size).toBe(0)
  })

  test.each(['LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH'])('it falls silent, or goes, at %s', async (at) => {
    const usual: Special = (command) => {
      if (command.startsWith('LIST')) return listed
      return command.startsWith('UID SEARCH') ? '* ESEARCH (TAG "x") UID COUNT 1 ALL 11\r\nT OK done' : undefined
    }
    const silent = await server((command, socket) => (command.startsWith(at) ? '* OK wait' : usual(command, socket)))
    expect(await view(silent.port, [inbox], hasty)).toMatchObject({ outcome: 'silent' })
    await expect.poll(() => silent.open.size).toBe(0)
    const gone = await server((command, socket) => {
      if (!command.startsWith(at)) return usual(command, socket)
      socket.destroy()
      return ''
    })
    expect((await view(gone.port, [inbox])).outcome).toBe('broken-off')
  })

  test('half a FETCH leaves unknown when the message came', async () => {
    const { port } = await server((command) => {
      if (command.startsWith('LIST')) return listed
      if (command.startsWith('UID SEARCH')) return '* ESEARCH (TAG "x") UID COUNT 1 ALL 11\r\nT OK done'
      return command.startsWith('UID FETCH')
        ? '* 3 FETCH (UID 11 INTERNALDATE "x")\r\n* 3 FETCH (UID\r\nT OK done'
        : undefined
    })
    const answer = await view(port, [inbox])
    expect(answer.outcome === 'seen' && answer.value.folders[0]).toMatchObject({ arrived: [] })
  })

  test('the password is refused', async () => {
    const { port } = await server(() => undefined, 'IMAP4rev1 LOGINDISABLED')
    expect(await view(port)).toMatchObject({ outcome: 'no-common-method' })
  })
})

test('nothing stays open', async () => {
  await expect.poll(openSockets).toEqual([])
})
