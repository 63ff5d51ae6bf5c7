import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdminCommand } from '../../../../src/core/hands.ts'
import { ActingScripts } from '../../../../src/world/real/hands/acting-scripts.ts'
import { runAdminCommand } from '../../../../src/world/real/hands/admin.ts'
import type { RunProgram } from '../../../../src/world/real/run.ts'
import { ownFolder } from '../../../history/folder.ts'

const { signal } = new AbortController()
const acting = resolve(import.meta.dirname, '../../../../native/scripts/acting')
const read = (name: string) => readFileSync(join(acting, name), 'utf8')
const reason = 'Outbox Doctor wants to set something.'

/** Plays osascript: what it was given after its source; the answer is `stdout`. */
async function given(command: AdminCommand, stdout = '') {
  const asked: (readonly string[])[] = []
  const run: RunProgram = async (_, args) => {
    asked.push(args)
    return { code: 0, stdout, stderr: '' }
  }
  return {
    result: await runAdminCommand(new ActingScripts(run), command, reason, signal),
    asked: asked.map((one) => one.slice(1)),
  }
}

const source = read('mac-setting.applescript')
const shell = read('network-setting.sh')

describe('what the script is given', () => {
  test.each<[AdminCommand, string[]]>([
    [{ command: 'set-clock' }, ['set-clock', reason]],
    [{ command: 'set-packet-size', interface: 'utun4', bytes: 1280 }, ['set-packet-size', reason, 'utun4', '1280']],
    [
      { command: 'set-name-servers', interface: 'en0', servers: ['1.1.1.1', '2606:4700:4700::1111'] },
      ['network-setting', reason, shell, 'en0', 'name-servers', '1.1.1.1', '2606:4700:4700::1111'],
    ],
    [
      { command: 'set-name-servers', interface: 'en0', servers: [] },
      ['network-setting', reason, shell, 'en0', 'name-servers'],
    ],
    [
      { command: 'set-past-proxies', interface: 'en7', hosts: ['*.local', '169.254/16', 'mail.example.net'] },
      ['network-setting', reason, shell, 'en7', 'past-proxies', '*.local', '169.254/16', 'mail.example.net'],
    ],
    [
      { command: 'set-ipv6', interface: 'en0', to: { is: 'off' } },
      ['network-setting', reason, shell, 'en0', 'ipv6-off'],
    ],
    [
      {
        command: 'set-ipv6',
        interface: 'en0',
        to: { is: 'manual', address: '2001:db8::5', prefixLength: 64, router: '2001:db8::1' },
      },
      ['network-setting', reason, shell, 'en0', 'ipv6-manual', '2001:db8::5', '64', '2001:db8::1'],
    ],
  ])('%j', async (command, args) => {
    expect(await given(command)).toEqual({ result: { done: true }, asked: [[source, ...args]] })
  })

  test.each<[string, object]>([
    ['no-service\n', { why: 'missing' }],
    ['no-value\n', { why: 'failed' }],
    [
      '** Error: The parameters were not valid.\n',
      { why: 'refused', detail: '** Error: The parameters were not valid.' },
    ],
    ['You cannot change\u0007 this.\n', { why: 'refused', detail: expect.not.stringMatching(/\p{Cc}/u) }],
  ])('an answer of %j is no success', async (stdout, answer) => {
    const command = { command: 'set-ipv6', interface: 'en0', to: { is: 'off' } } as const
    expect((await given(command, stdout)).result).toMatchObject({ done: false, ...answer })
  })

  const hostile = fc.oneof(
    fc.constantFrom(
      '$(touch canary)',
      '`id`',
      "'; id; '",
      '-setdnsservers',
      'a b',
      'a\nb',
      '',
      'Empty',
      'fe80::1%en0',
      '*;id',
      '..',
    ),
    fc.string({ maxLength: 80, unit: 'binary' }),
  )

  test('no hostile value comes as far as the script', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const commands: AdminCommand[] = [
          { command: 'set-name-servers', interface: one, servers: ['1.1.1.1'] },
          { command: 'set-name-servers', interface: 'en0', servers: ['1.1.1.1', one] },
          { command: 'set-past-proxies', interface: 'en0', hosts: [other, one] },
          {
            command: 'set-ipv6',
            interface: 'en0',
            to: { is: 'manual', address: one, prefixLength: 64, router: other },
          },
          { command: 'set-packet-size', interface: one, bytes: 1280 },
        ]
        for (const command of commands)
          for (const [, name, , ...values] of (await given(command)).asked) {
            expect(['network-setting', 'set-packet-size']).toContain(name)
            for (const value of values.filter((each) => each !== shell)) {
              expect(value).toMatch(/^[A-Za-z0-9*.:/_][A-Za-z0-9*.:/_-]*$/)
              expect(value.toLowerCase()).not.toBe('empty')
            }
          }
      }),
      { numRuns: 300 },
    )
  })
})

test('the script joins nothing to a command but its own words and quoted values', () => {
  const joined = [...source.matchAll(/set theShell to (.*)/g)].map(([, text = '']) => text)
  expect(joined.length).toBe(4)
  for (const text of joined)
    expect(text).toMatch(
      /^("[^"]*"|theShell)( & ("[^"]*"|quoted form of \((item [34] of theArguments|contents of theValue)\)))*$/,
    )
})

/** The shell script as it ships, with a stand-in in the place of the one tool that it starts. */
class ServiceTool {
  readonly folder = ownFolder()
  readonly #tool = join(this.folder, 'networksetup')

  constructor(order: string, says = '') {
    writeFileSync(join(this.folder, 'order'), order)
    writeFileSync(join(this.folder, 'says'), says)
    writeFileSync(
      this.#tool,
      `#!/bin/sh
if [ "$1" = -listnetworkserviceorder ]; then exec cat '${this.folder}/order'; fi
printf '%s\\0' "$@" >> '${this.folder}/asked'
exec cat '${this.folder}/says'
`,
    )
    chmodSync(this.#tool, 0o755)
  }

  run(...args: string[]): string {
    const script = shell.replace('tool=/usr/sbin/networksetup', `tool='${this.#tool}'`)
    expect(script).not.toBe(shell)
    return execFileSync('/bin/sh', ['-c', script, 'network-setting', ...args], { cwd: this.folder, encoding: 'utf8' })
  }

  /** What the tool was told to change. */
  get asked(): string[] {
    const path = join(this.folder, 'asked')
    return existsSync(path) ? readFileSync(path, 'utf8').split('\0').slice(0, -1) : []
  }
}

const heading = 'An asterisk (*) denotes that a network service is disabled.\n'
const service = (name: string, device: string, mark = '1') =>
  `(${mark}) ${name}\n(Hardware Port: Wi-Fi, Device: ${device})\n\n`

describe('network-setting.sh', () => {
  test.each([
    [
      ['name-servers', '1.1.1.1', '::1'],
      ['-setdnsservers', 'Wi-Fi', '1.1.1.1', '::1'],
    ],
    [['name-servers'], ['-setdnsservers', 'Wi-Fi', 'Empty']],
    [
      ['past-proxies', '*.local', 'mail.example.net'],
      ['-setproxybypassdomains', 'Wi-Fi', '*.local', 'mail.example.net'],
    ],
    [['past-proxies'], ['-setproxybypassdomains', 'Wi-Fi', 'Empty']],
    [['ipv6-off'], ['-setv6off', 'Wi-Fi']],
    [['ipv6-automatic'], ['-setv6automatic', 'Wi-Fi']],
    [
      ['ipv6-manual', '2001:db8::5', '64', '2001:db8::1'],
      ['-setv6manual', 'Wi-Fi', '2001:db8::5', '64', '2001:db8::1'],
    ],
  ])('%j', (args, asked) => {
    const tool = new ServiceTool(heading + service('USB LAN', 'en7') + service('Wi-Fi', 'en0', '2'))
    expect([tool.run('en0', ...args), tool.asked]).toEqual(['', asked])
  })

  test('takes no file for a host: what could be a pattern is not opened up', () => {
    const tool = new ServiceTool(heading + service('Wi-Fi', 'en0'))
    writeFileSync(join(tool.folder, 'x.local'), '')
    tool.run('en0', 'past-proxies', '*.local')
    expect(tool.asked).toEqual(['-setproxybypassdomains', 'Wi-Fi', '*.local'])
  })

  test('tells what the tool says', () => {
    const tool = new ServiceTool(heading + service('Wi-Fi', 'en0'), '** Error: The parameters were not valid.\n')
    expect(tool.run('en0', 'ipv6-off')).toBe('** Error: The parameters were not valid.\n')
  })

  test.each([
    ['nobody', heading + service('Wi-Fi', 'en1')],
    ['two', heading + service('Wi-Fi', 'en0') + service('Wi-Fi at work', 'en0', '2')],
    ['one that is switched off', heading + service('Wi-Fi', 'en0', '*')],
    ['one that would be an option', heading + service('-setv6off', 'en0')],
    ['one without a name', heading + service('', 'en0')],
  ])('changes nothing where the interface is used by %s', (_, order) => {
    const tool = new ServiceTool(order)
    expect([tool.run('en0', 'ipv6-off'), tool.asked]).toEqual(['no-service\n', []])
  })

  test.each([
    ['no-interface\n', ['en0)', 'ipv6-off']],
    ['no-interface\n', ['*', 'ipv6-off']],
    ['no-value\n', ['en0', 'name-servers', '1.1.1.1', '$(touch canary)']],
    ['no-value\n', ['en0', 'name-servers', '-setv6off']],
    ['no-value\n', ['en0', 'name-servers', 'Empty', '1.1.1.1']],
    ['no-value\n', ['en0', 'past-proxies', 'a b']],
    ['no-value\n', ['en0', 'past-proxies', 'a;id']],
    ['no-value\n', ['en0', 'past-proxies', 'ä.example']],
    ['no-value\n', ['en0', 'ipv6-manual', '2001:db8::5']],
    ['no-value\n', ['en0', 'setv6off']],
  ])('says %j to %j', (word, args) => {
    const tool = new ServiceTool(heading + service('Wi-Fi', 'en0'))
    expect([tool.run(...args), tool.asked, existsSync(join(tool.folder, 'canary'))]).toEqual([word, [], false])
  })

  test('gives any name of a service on as one argument, and runs nothing of it', { timeout: 60_000 }, () => {
    const names = fc.oneof(
      fc.constantFrom(
        '$(touch canary)',
        '`touch canary`',
        "'; touch canary; '",
        '"; touch canary; "',
        'Wi-Fi && touch canary',
        'END',
        '*',
        '\\',
        'Wi-Fi (2) x',
        '~',
        '$HOME',
        'Büro 🏢',
      ),
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    )
    // What a shell's own `read` and `$(…)` cannot carry is no name that anybody could give a service.
    const possible = names.filter((name) => !/[\0\r\n]/.test(name) && !name.startsWith('-'))
    fc.assert(
      fc.property(possible, (name) => {
        const tool = new ServiceTool(heading + service(name, 'en0'))
        expect([tool.run('en0', 'ipv6-off'), tool.asked]).toEqual(['', ['-setv6off', name]])
        expect(existsSync(join(tool.folder, 'canary'))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})
