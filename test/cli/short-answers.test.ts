import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { printNextStep } from '../../src/cli/next-step.ts'
import { printPromise } from '../../src/cli/offer-lines.ts'
import { printFindings } from '../../src/cli/print-findings.ts'
import { runCommandLine } from '../../src/cli/program.ts'
import { terminalOn } from '../../src/cli/terminal.ts'
import { memoryLog } from '../../src/core/log.ts'
import { asCommand, foreignName } from '../../src/core/sentence.ts'
import { openHistory } from '../../src/history/history.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { ownFolder } from '../history/folder.ts'
import { known, probeOf, recordOf } from '../history/records.ts'
import { outboxDoctor } from './run.ts'
import { Screen } from './screen.ts'

const hotel = ['--scene', 'hotel-wifi-blocks-587']
const german = { LANG: 'de_DE.UTF-8' }
const timeless = (text: string) => text.replaceAll(/[\d.]+ m?s\b/g, 'a while')
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('check', () => {
  test('says the verdict first, and the command that mends it last', async () => {
    const { out } = await outboxDoctor(['check', ...hotel])
    const places = ['Your mail cannot leave', 'Why we think so', 'What was asked', 'What can be done'].map((words) =>
      out.indexOf(words),
    )
    expect(places.every((one) => one > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(out.search(/^[✓✗·?–] /m)).toBeGreaterThan(places[2] as number)
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([
      'What can be done: Use another port',
      '  npx outbox-doctor fix switch-port --scene hotel-wifi-blocks-587',
    ])
  })

  test('what its last line says can be done', async () => {
    const { out } = await outboxDoctor(['check', '--scene', 'outlook-works-offline'])
    const line = out.trimEnd().split('\n').at(-1) ?? ''
    const [, ...args] = line.trim().split(' ').slice(1)
    expect((await outboxDoctor([...args, '--yes'])).status).toBe(0)
  })

  test('in German, too', async () => {
    const { out } = await outboxDoctor(['check', ...hotel], '', german)
    expect(out).toMatch(/^Was gefragt wurde, und was zurückkam:$/m)
    expect(out.trimEnd().split('\n').at(-2)).toBe('Was sich tun lässt: Einen anderen Port verwenden')
  })

  const findings = [
    { probe: probeOf<unknown>('names'), finding: known({}, 'Names are found', 'good') },
    { probe: probeOf<unknown>('ports'), finding: known({}, 'Port 587 is silent', 'bad') },
    { probe: probeOf<unknown>('disk'), finding: known({}, 'The disk has room', 'good') },
  ]
  const shown = (isTTY: boolean, isWhole: boolean) => {
    const screen = new Screen({ isTTY })
    printFindings(findings, isWhole, terminalOn(screen, { NO_COLOR: '1' }))
    return screen.lines()
  }

  test('does not push the verdict off a screen, unless all is wished for', () => {
    expect(shown(true, false)).toEqual([
      'What was asked, and what came back:',
      '✗ wrong      Port 587 is silent',
      '2 answers more: --details shows them.',
    ])
    for (const whole of [shown(true, true), shown(false, false)]) {
      expect(whole).toHaveLength(4)
      expect(whole.join('\n')).not.toContain('--details')
    }
  })

  test('on a narrow screen the command is broken as a shell joins it again', async () => {
    const { out } = await outboxDoctor(['check', ...hotel], '', {}, 40)
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([
      '  npx outbox-doctor fix switch-port \\',
      '    --scene hotel-wifi-blocks-587',
    ])
  })

  test('a command that is told can be copied into a shell', () => {
    const screen = new Screen({ isTTY: false })
    const offer = { remedy: { id: 'r', label: foreignName('Help') } } as never
    printNextStep([offer], 'stuck', { account: "Anna's Mac/a b.json" }, terminalOn(screen, {}))
    expect(screen.lines().at(-1)).toBe("  npx outbox-doctor fix r --account 'Anna'\\''s Mac/a b.json'")
  })
})

test('at a terminal, fix says what is wrong and what it will do; check has told the rest', async () => {
  const screen = new Screen({ isTTY: true, columns: 80, rows: 60 })
  await runCommandLine(['fix', '--scene', 'outlook-works-offline', '--dry-run', '--speed', '1'], {
    terminal: terminalOn(screen, { NO_COLOR: '1' }),
    note: () => {},
    input: Readable.from([]),
    signal: new AbortController().signal,
    interrupt: () => {},
    log: memoryLog(systemClock),
  })
  const lines = screen.lines()
  expect(lines[0]).toBe('The mail app is switched offline.')
  expect(lines).toContain('What can be done:')
  expect(lines.join('\n')).not.toMatch(/Why we think so|What was asked/)
})

describe('with --json', () => {
  const errorShape = z.strictObject({
    schema: z.literal(1),
    error: z.strictObject({ status: z.union([z.literal(2), z.literal(3)]), sentence: z.string().min(5) }),
  })

  test.each([
    ['', 2],
    ['dance', 2],
    ['check', 2],
    ['check --scene nowhere', 2],
    ['check --scene hotel-wifi-blocks-587 --wish', 2],
    ['status --scene nowhere', 2],
    ['fix no-such-remedy --scene hotel-wifi-blocks-587', 2],
    ['undo 99', 3],
    ['history --since yesterday', 2],
    ['explain the sky is blue', 3],
  ])('an error of “%s” is JSON on stdout, and the same sentence on stderr', async (line, status) => {
    const ran = await outboxDoctor([...line.split(' ').filter(Boolean), '--json'])
    const printed = JSON.parse(ran.out)
    expect(ran.status).toBe(status)
    if (!('error' in printed)) return expect(printed.schema).toBe(1)
    const { error } = errorShape.parse(printed)
    expect(error.status).toBe(status)
    expect(flat(ran.errors)).toContain(flat(error.sentence))
  })

  test('an answer that is no error stands alone', async () => {
    const { out } = await outboxDoctor(['check', ...hotel, '--json'])
    expect(JSON.parse(out)).not.toHaveProperty('error')
  })
})

describe('status', () => {
  test('says how to find out why, where it is not known yet', async () => {
    const { status, out } = await outboxDoctor(['status', ...hotel])
    expect(status).toBe(1)
    expect(flat(out)).toContain('Why is not known yet: outbox-doctor check finds it out.')
    expect(flat((await outboxDoctor(['status', ...hotel], '', german)).out)).toContain('outbox-doctor check findet es')
  })

  test('names the cause once it is known', async () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = openHistory(path)
    const nothing = { details: [], evidence: [], against: [], explains: [], testimony: [] }
    const told = { title: foreignName('x'), plain: foreignName('x'), harm: 'stops', layer: 'path', weight: 1 } as const
    const blocked = { id: 'port-blocked-here', ...told, ...nothing }
    const diagnosis = { status: 'stuck', causes: [blocked], undecided: [] } as const
    history.record(recordOf({ at: Date.now() - 60_000, diagnosis }))
    history.close()
    const { status, out } = await outboxDoctor(['status', '--database', path])
    expect(status).toBe(1)
    expect(flat(out)).toContain('Why: This network blocks the port your mail uses.')
    expect(out).not.toContain('Why is not known yet')
  })

  test('asks nothing where all is well', async () => {
    const { out } = await outboxDoctor(['status', '--scene', 'healthy-gmail'])
    expect(out).not.toContain('Why is not known yet')
  })
})

describe('note', () => {
  test('without a reader, it is for whoever can do most', async () => {
    const { status, out, errors } = await outboxDoctor(['note', ...hotel])
    expect(status).toBe(0)
    expect(timeless(out)).toBe(timeless((await outboxDoctor(['note', '--for', 'isp', ...hotel])).out))
    expect(errors).toBe('This text is for your internet provider.\n')
    const auf = await outboxDoctor(['note', ...hotel], '', german)
    expect(auf.errors).toMatch(/^Dieser Text ist für: /)
  })

  test('says where there is none', async () => {
    const { status, out, errors } = await outboxDoctor(['note', '--scene', 'outlook-works-offline'])
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(errors).toBe('Nobody else could do anything about this, so there is no text to send.\n')
  })
})

test('export-stuck says what it saved, each file with its size', async () => {
  const folder = join(ownFolder(), 'out')
  const { out } = await outboxDoctor(['export-stuck', folder, '--scene', 'outlook-works-offline'])
  const files = readdirSync(folder)
  expect(files).toHaveLength(2)
  for (const file of files) {
    const kilobytes = Math.max(1, Math.round(statSync(join(folder, file)).size / 1_000))
    expect(flat(out)).toContain(`• ${file}: ${kilobytes} kB`)
  }
})

describe('fix', () => {
  const remedy = ['fix', 'switch-port', ...hotel]

  test('is read aloud without a command of a shell, and shows each to whoever asks', async () => {
    const short = await outboxDoctor(remedy)
    expect(short.out).toContain('Port for sending: 587 → 465')
    expect(short.out).not.toContain('osascript')
    expect(short.out).toMatch(/exact commands?: --details shows (it|them)\./)
    for (const flag of ['--details', '--dry-run']) {
      const { out } = await outboxDoctor([...remedy, flag])
      expect(out, flag).toContain('osascript')
      expect(out, flag).not.toContain('--details shows')
    }
  })

  test('counts what it folds away', () => {
    const screen = new Screen({ isTTY: false })
    const promise = [foreignName('Mail is asked.'), asCommand('one'), asCommand('two')]
    printPromise(promise, false, terminalOn(screen, {}))
    expect(screen.lines()).toEqual(['- Mail is asked.', '- 2 exact commands: --details shows them.'])
  })
})
