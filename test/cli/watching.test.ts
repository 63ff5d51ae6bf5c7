import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from '../history/folder.ts'
import { account, recordOf } from '../history/records.ts'
import { outboxDoctor, started } from './run.ts'

/** A message that is stuck in a network that blocks its port, until the network changes. */
const scene = {
  title: 'A blocked port',
  story: 'The network lets nothing through on port 587; later it does, and the message leaves.',
  expects: { first: null, status: 'unsure' },
  now: '2026-11-20T09:30:00Z',
  account: {
    email: 'canary-anna@example.net',
    client: 'apple-mail',
    incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls' },
    outgoing: { host: 'mail.example.net', port: 587, security: 'starttls', username: 'canary-login' },
  },
  outbox: [{ waiting: '20m', subject: 'canary-subject', recipients: ['canary-rcpt@example.org'] }],
}

function sceneFile(): string {
  const file = join(ownFolder(), 'scene.json')
  writeFileSync(file, JSON.stringify(scene))
  return file
}

describe('where there is no Mac', () => {
  test.each(['watch', 'accounts', 'status'])('%s says so and names --scene', async (command) => {
    const { status, out, errors } = await outboxDoctor([command])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(/^This computer is not a Mac, .*--scene NAME\.\n$/)
  })

  test('status tells what was seen last, if anything was', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = openHistory(path)
    history.record(recordOf({ at: Date.now() - 60_000 }))
    history.close()
    const { status, out, errors } = await outboxDoctor(['status', '--database', path])
    expect({ status, errors }).toMatchObject({ status: 0, errors: expect.stringContaining('--scene NAME') })
    expect(out).toMatch(/smtp\.example\.net, 6\d seconds ago: no cause was found/)
  })

  test('doctor checks its own things, and names every open question to whoever asks for them', async () => {
    const { status, out } = await outboxDoctor(['doctor', '--open-points', '--json'])
    expect(status).toBe(0)
    const { sections } = JSON.parse(out) as { sections: { id: string; lines: string[] }[] }
    const linesOf = (id: string) => sections.find((one) => one.id === id)?.lines ?? []
    const [here, ...open] = linesOf('open-points')
    expect(here).toMatch(/^This computer is not a Mac\./)
    const ids = open.map((line) => line.split(':')[0])
    const points = (name: string, last: number) => Array.from({ length: last }, (_, index) => `${name}-${index + 1}`)
    const named = (name: string, ...numbers: number[]) => numbers.map((number) => `${name}-${number}`)
    // Those of an app stand in the order in which they are best tried.
    expect(ids).toEqual([
      ...points('app', 12),
      ...named('mail', 1, 2, 3, 4, 5, 6, 10, 11, 7, 8, 9, 12, 13, 14),
      ...named('outlook', 1, 2, 3, 4, 7, 5, 6, 8),
      ...points('thunderbird', 3),
      ...points('macos', 16),
      ...points('permissions', 4),
      ...points('network', 8),
      ...named('settings', 1, 2, 3, 4, 6, 5),
      ...points('sync', 6),
      ...points('files', 3),
    ])
    expect(linesOf('settings')).toEqual(['Everything that is set was understood.'])
  })
})

describe('in a made-up world', () => {
  test('doctor lets macOS ask about the mail apps, when it is told to', async () => {
    const file = join(ownFolder(), 'scene.json')
    writeFileSync(file, JSON.stringify({ ...scene, mac: { permissions: { automation: 'not-asked' } } }))
    const linesOf = async (...more: string[]) => {
      const { out } = await outboxDoctor(['doctor', '--scene-file', file, '--json', ...more])
      const { sections } = JSON.parse(out) as { sections: { id: string; lines: string[] }[] }
      return sections.find(({ id }) => id === 'permissions')?.lines ?? []
    }
    expect(await linesOf()).toContainEqual(expect.stringMatching(/^Automation of Mail: not asked for yet\./))
    expect(await linesOf('--ask')).toContain('Automation of Mail: granted.')
  })

  // In a process of its own, which may have to wait for the processor.
  test('watch tells of stuck mail and its cause, and ends cleanly when interrupted', { timeout: 120_000 }, async () => {
    const folder = ownFolder()
    const database = join(folder, 'history.sqlite')
    const args = ['watch', '--json', '--scene-file', sceneFile(), '--database', database, '--speed', '20']
    const { child, ended } = started(args)
    const events: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      const { schema, event, at } = JSON.parse(line)
      expect([schema, new Date(at).getTime() > 0]).toEqual([1, true])
      events.push(event)
      if (event === 'opened') child.kill('SIGINT')
    }
    const { status, errors } = await ended
    expect({ status, errors }).toEqual({ status: 130, errors: '' })
    expect(events).toEqual(expect.arrayContaining(['watching', 'arrived', 'opened']))
    const { out } = await outboxDoctor(['episodes', '--json', '--since', '52w', '--database', database])
    expect(JSON.parse(out)).toMatchObject({ schema: 1, episodes: [{ client: 'apple-mail', messages: 1 }] })
    expect(readFileSync(database, 'latin1')).not.toContain('canary')
  })

  test('watch ends cleanly at once, too', async () => {
    const { child, ended } = started(['watch', '--scene-file', sceneFile()])
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    expect((await ended).status).toBe(130)
  })

  test.each([['accounts'], ['status'], ['doctor']])('%s tells nothing private', async (command) => {
    const { status, out, errors } = await outboxDoctor([command, '--json', '--scene-file', sceneFile()])
    expect(errors).toBe('')
    expect(status).toBe(command === 'status' ? 1 : 0)
    expect(JSON.parse(out)).toMatchObject({ schema: 1 })
    expect(out).not.toContain('canary')
    const words = await outboxDoctor([command, '--scene-file', sceneFile()])
    expect(words.out).not.toMatch(/canary-(login|subject|rcpt)|anna@/)
  })

  test.each([
    ['watch --scene a --scene-file b', /cannot be given together/],
    ['watch --scene no-such-scene', /there is no story of that name/],
    ['status --speed 2', /--speed means nothing without a story/],
  ])('%s is wrong usage', async (line, sentence) => {
    const { status, errors } = await outboxDoctor(line.split(' '))
    expect(status).toBe(2)
    expect(errors).toMatch(sentence)
  })
})

describe('explain', () => {
  test.each([
    [['3253'], 0, /Network connection/],
    [['-3253'], 0, /Network connection/],
    [['535 5.7.8 Error: authentication failed'], 0, /password/i],
    [['the', 'sky', 'is', 'blue'], 3, /^$/],
  ])('%j ends with %i', async (words, expected, sentence) => {
    const { status, out } = await outboxDoctor(['explain', ...words])
    expect(status).toBe(expected)
    expect(out).toMatch(sentence)
    const json = JSON.parse((await outboxDoctor(['explain', '--json', ...words])).out)
    expect(json).toMatchObject({ schema: 1, known: expected === 0 })
  })
})

test('episodes of an empty history are none; those there are come in plain words', async () => {
  expect(await outboxDoctor(['episodes'])).toMatchObject({ status: 0, out: 'No mail was stuck in the last 30 days.\n' })
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const openedAt = Date.now() - 3_600_000
  const episode = { id: 'e', client: 'outlook', accounts: ['a'], messages: ['m', 'n'], openedAt } as const
  history.episodes.turn(openedAt, 'closed', { ...episode, closedAt: openedAt + 540_000, end: 'sent' }, [account])
  history.close()
  const { out } = await outboxDoctor(['episodes', '--database', path])
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(
    /2 messages in Outlook \(smtp\.example\.net\), for 9 minutes\. No cause was found\. $/,
  )
})
