import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { packageFacts } from '../../src/cli/about.ts'
import { commandNames, loadCommand } from '../../src/cli/commands/index.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { render } from '../../src/core/render.ts'
import { say } from '../../src/core/sentence.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { ownFolder } from '../history/folder.ts'
import { jsonShapeOf } from './json-shape.ts'

/** Runs a command in this process, with what is its own in a folder of this test's. */
async function ran(argv: readonly string[], input = '') {
  let out = ''
  const { signal } = new AbortController()
  const status = await runCommandLine(argv, {
    terminal: terminalOn({ write: (text) => (out += text) }, {}),
    note: () => {},
    input: Readable.from([input]),
    signal,
    interrupt: () => {},
    log: memoryLog(systemClock),
  })
  return { status, out }
}

async function described(name: string) {
  const { command } = await loadCommand(name)
  return { ...command, json: jsonShapeOf(command) }
}

const scene = ['--scene', 'outlook-works-offline', '--speed', '20']

test.each([
  [['check', '--scene', 'hotel-wifi-blocks-587', '--speed', '20']],
  [['status', ...scene]],
  [['accounts', ...scene]],
  [['fix', ...scene]],
  [['fix', 'go-online', '--dry-run', ...scene]],
  [['fix', 'go-online', '--yes', '--then-undo', ...scene]],
  [['note', '--for', 'isp', '--scene', 'hotel-wifi-blocks-587', '--speed', '20']],
  [['sign-in', 'add', ...scene], 'a password\n'],
  [['sign-in', 'remove', ...scene]],
  [['explain', '-3253']],
  [['explain', 'no such thing at all']],
  [['round-trip', '--scene', 'healthy-own-server']],
  [['doctor', ...scene]],
  [['scenes']],
  [['causes']],
  [['rescue', import.meta.dirname, '--preview']],
])(
  'what %j prints in JSON is what its description says, and so is its end',
  async ([name = '', ...args], input?: string) => {
    vi.stubEnv('XDG_STATE_HOME', ownFolder())
    const { json, exits } = await described(name)
    const { status, out } = await ran([name, ...args, '--json'], input)
    const printed = JSON.parse(out)
    expect(json?.parse(printed)).toEqual(printed)
    expect(Object.keys(exits).map(Number)).toContain(status)
    vi.unstubAllEnvs()
  },
  60_000,
)

test('of what was remembered, too', async () => {
  const database = ['--database', join(ownFolder(), 'history.sqlite')]
  await ran(['check', '--scene', 'hotel-wifi-blocks-587', '--speed', '20', ...database])
  for (const name of ['history', 'episodes', 'treatments', 'undo']) {
    const since = name === 'history' || name === 'episodes' ? ['--since', '520w'] : []
    const { json, exits } = await described(name)
    const { status, out } = await ran([name, ...since, ...database, '--json'])
    if (name === 'history') expect(JSON.parse(out).examinations).toHaveLength(1)
    if (name !== 'undo') expect(json?.parse(JSON.parse(out))).toEqual(JSON.parse(out))
    expect([...Object.keys(exits).map(Number), 2]).toContain(status)
  }
})

test.each(commandNames)('%s helps', async (name) => {
  const { options, json, arguments: given = [], exits } = await described(name)
  const { status, out } = await ran([name, '--help'])
  expect(status).toBe(0)
  for (const { flags } of options) expect(out).toContain(flags)
  for (const { words } of given) expect(out.replaceAll(/\s+/g, ' ')).toContain(render(words))
  expect(out.includes('--json')).toBe(json !== undefined)
  for (const [number, words] of Object.entries({ ...exits, 2: say('wrong usage or input') }))
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`${number} ${render(words)}`)
})

test('the list of commands begins with what the package says of itself', async () => {
  const { out } = await ran(['--help'])
  expect(out.replaceAll(/\s+/g, ' ')).toContain(packageFacts().description)
})
