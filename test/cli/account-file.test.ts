import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAccountFile } from '../../src/cli/account-file.ts'
import { lengthOfTime } from '../../src/cli/since.ts'
import { ownFolder } from '../history/folder.ts'

const outgoing = { host: 'smtp.example.net', port: 587, security: 'starttls' }
const whole = {
  email: 'anna@example.net',
  client: 'apple-mail',
  incoming: {
    protocol: 'imap',
    host: 'imap.example.net',
    port: 993,
    security: 'tls',
    username: 'anna',
    auth: 'password',
  },
  outgoing,
}

function sparse(path: string): void {
  writeFileSync(path, '{')
  truncateSync(path, 8 * 1024 ** 3)
}

function read(content: unknown) {
  const path = join(ownFolder(), 'account.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return readAccountFile(path)
}

describe('an account file', () => {
  test('is read as it stands; what sends is SMTP', async () => {
    expect(await read(whole)).toEqual({ ...whole, outgoing: { protocol: 'smtp', ...outgoing } })
  })

  test('may come with a byte order mark, and a host typed wrongly is let through', async () => {
    const typo = { ...outgoing, host: 'smtp example,net' }
    const { outgoing: server } = await read(`\uFEFF${JSON.stringify({ email: 'a@b.example', outgoing: typo })}`)
    expect(server?.host).toBe('smtp example,net')
  })

  test('may come out of a pipe, in portions', async () => {
    const path = join(ownFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const text = JSON.stringify(whole)
    const script = `sleep 0.2; printf '%s' "$1" >&3; sleep 0.2; printf '%s' "$2" >&3`
    const writing = spawn('/bin/sh', ['-c', `exec 3<>"$0"; echo; ${script}`, path, text.slice(0, 40), text.slice(40)])
    await once(writing.stdout, 'data')
    expect(await readAccountFile(path)).toEqual({ ...whole, outgoing: { protocol: 'smtp', ...outgoing } })
  })

  test.each([
    ['a pipe with nobody at its other end', (path: string) => execFileSync('mkfifo', [path]), /is not JSON/],
    ['a device that never ends', (path: string) => symlinkSync('/dev/zero', path), /larger than 1 MB/],
    ['a folder', (path: string) => mkdirSync(path), /it is a folder/],
    ['a link to itself', (path: string) => symlinkSync(path, path), /cannot be read/],
    ['8 GB of nothing', (path: string) => sparse(path), /larger than 1 MB/],
  ])('%s keeps nobody waiting', async (_, put, words) => {
    const path = join(ownFolder(), 'account.json')
    put(path)
    await expect(readAccountFile(path)).rejects.toThrow(words)
  })

  const wrong: [string, unknown, RegExp][] = [
    ['no JSON', 'email: anna', /^The file account\.json is not JSON\.$/],
    ['no object', [], /must hold one object, in \{ \}/],
    ['no address', { ...whole, email: 'anna' }, /email must be an e-mail address/],
    ['no server', { email: 'a@b.example' }, /outgoing is missing/],
    ['an unknown field', { ...whole, outgoing: { ...outgoing, prot: 25 } }, /outgoing\.prot is not a known field/],
    [
      'a missing field',
      { ...whole, outgoing: { host: 'x', port: 25 } },
      /outgoing\.security must be tls or starttls or none/,
    ],
    [
      'a port too high',
      { ...whole, outgoing: { ...outgoing, port: 65_536 } },
      /outgoing\.port must be a number from 1 to 65535/,
    ],
    [
      'a port as text',
      { ...whole, outgoing: { ...outgoing, port: '25' } },
      /outgoing\.port must be a number from 1 to 65535/,
    ],
    [
      'a host too long',
      { ...whole, outgoing: { ...outgoing, host: 'x'.repeat(254) } },
      /outgoing\.host must be at most 253/,
    ],
    [
      'a line end in a host',
      { ...whole, outgoing: { ...outgoing, host: 'a\r\nb' } },
      /outgoing\.host must be one line/,
    ],
    [
      'a wrong protocol',
      { ...whole, incoming: { ...whole.incoming, protocol: 'nntp' } },
      /incoming\.protocol must be imap or/,
    ],
    [
      'a password',
      { ...whole, password: 'p' },
      /password must not stand in a file; please give it with --password-stdin/,
    ],
    [
      'a password inside',
      { ...whole, outgoing: { ...outgoing, secret: 'p' } },
      /outgoing\.secret must not stand in a file/,
    ],
    ['a megabyte', ' '.repeat(1024 * 1024 + 1), /larger than 1 MB/],
  ]
  test.each(wrong)('with %s names the field', async (_what, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence)
  })

  test('that is a folder says so', async () => {
    await expect(readAccountFile(ownFolder())).rejects.toThrow(/it is a folder/)
  })
})

test('lengths of time', () => {
  expect(['30m', '24h', '7d', ' 2w '].map(lengthOfTime)).toEqual([1_800_000, 86_400_000, 604_800_000, 1_209_600_000])
  for (const wrong of ['', '7', 'd', '0d', '-7d', '7 days', '1e3d', '999999d']) {
    expect(() => lengthOfTime(wrong)).toThrow(/--since takes/)
  }
})
