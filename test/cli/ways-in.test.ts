import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadAllCommands, commandNames as names } from '../../src/cli/commands/index.ts'
import { csvText } from '../../src/cli/csv.ts'
import { minutesAgo } from '../../src/core/quantities.ts'
import { say } from '../../src/core/sentence.ts'
import { openHistory } from '../../src/history/history.ts'
import { ownFolder } from '../history/folder.ts'
import { recordOf } from '../history/records.ts'
import { outboxDoctor } from './run.ts'

const root = join(import.meta.dirname, '../..')

describe('a table', () => {
  test('is written as RFC 4180 has it', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['x', 1],
          [undefined, 'say "no", or\nyes'],
        ],
      ),
    ).toBe('a,b\nx,1\n,"say ""no"", or\nyes"\n')
  })

  test('holds no formula', () => {
    expect(csvText(['host'], [['=cmd|x'], ['+1'], ['-1'], ['@a'], ['mail.example.net']])).toBe(
      "host\n'=cmd|x\n'+1\n'-1\n'@a\nmail.example.net\n",
    )
  })

  test('keeps every field apart, whatever stands in it', () => {
    const field = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { maxLength: 5 }), (rows) => {
        const read = fieldsIn(csvText(['a', 'b'], rows)).slice(1)
        expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
          rows.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r])/, ''))),
        )
      }),
    )
  })
})

/** A reader of RFC 4180, letter by letter. */
function fieldsIn(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const one = text[at]
    if (isQuoted && one === '"' && text[at + 1] === '"') field += text[++at]
    else if (one === '"') isQuoted = !isQuoted
    else if (!isQuoted && one === ',') {
      row.push(field)
      field = ''
    } else if (!isQuoted && one === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else field += one
  }
  return rows
}

describe('--csv', () => {
  const database = () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = openHistory(path)
    history.record(recordOf({ at: Date.now() - 60_000 }))
    history.close()
    return path
  }

  test('of the history is a row for each examination', async () => {
    const { status, out } = await outboxDoctor(['history', '--csv', '--database', database()])
    expect(status).toBe(0)
    const [heading, one, ...rest] = out.trimEnd().split('\n')
    expect(heading).toBe('at,account,host,why,status,cause,title,elapsedMs')
    expect(one).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,[0-9a-f]{32},smtp\.example\.net,asked,clear,,,1235$/)
    expect(rest).toEqual([])
  })

  test('of the episodes has its heading where there are none', async () => {
    const { status, out } = await outboxDoctor(['episodes', '--csv', '--database', database()])
    expect({ status, out: out.trimEnd() }).toEqual({
      status: 0,
      out: 'id,openedAt,closedAt,client,hosts,messages,cause,title,end,helped',
    })
  })

  test.each(['history', 'episodes'])('of %s is no JSON', async (name) => {
    const { status, errors } = await outboxDoctor([name, '--csv', '--json'])
    expect(status).toBe(2)
    expect(errors).toBe('--csv and --json cannot be given together.\n')
  })
})

test('the history tells when it was, and not how long ago it was then', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const history = openHistory(path)
  const ago = say('that was {ago}', { ago: minutesAgo(120_000) })
  const words = { title: ago, plain: ago, details: [], evidence: [ago], against: [ago] }
  const cause = { ...words, id: 'c', harm: 'stops', layer: 'path', weight: 1, explains: [], testimony: [] } as const
  const finding = { state: 'known', fact: {}, telling: { tone: 'good', line: ago }, ms: 1 } as const
  const diagnosis = { status: 'stuck', causes: [cause], undecided: [] } as const
  history.record(recordOf({ at: Date.now() - 60_000, findings: [{ probe: 'p', finding }], diagnosis }))
  history.close()
  const { out } = await outboxDoctor(['history', '--json', '--database', path])
  expect(out.match(/that was on [^"]*\d:\d\d/g)).toHaveLength(3)
  expect(out).not.toContain('minutes ago')
})

describe('completion', () => {
  /** What bash would offer after these words. */
  async function offeredAfter(line: string): Promise<string[]> {
    const { out } = await outboxDoctor(['completion', 'bash'])
    const words = line.split(' ')
    const given = words.map((word) => `'${word}'`).join(' ')
    const script = `${out}\nCOMP_WORDS=(outbox-doctor ${given}); COMP_CWORD=${words.length}; _outbox_doctor; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-euc', script], { encoding: 'utf8' }).split('\n').filter(Boolean)
  }

  test('in bash offers the commands, and the options of each', async () => {
    expect(await offeredAfter('e')).toEqual(names.filter((name) => name.startsWith('e')))
    expect(await offeredAfter('')).toEqual([...names, 'help', '--help', '--version'])
    expect(await offeredAfter('check --sc')).toEqual(['--scene', '--scene-file'])
    expect(await offeredAfter('history --')).toEqual(['--since', '--database', '--csv', '--json', '--help'])
    expect(await offeredAfter('help fi')).toEqual(['fix'])
  })

  test.each(['zsh', 'fish'])('in %s names every command and option with its words', async (shell) => {
    const { status, out } = await outboxDoctor(['completion', shell])
    expect(status).toBe(0)
    for (const { name, command } of await loadAllCommands()) {
      expect(out).toMatch(new RegExp(`(?:'|-a )${name}[: ]`))
      for (const { flags } of command.options) {
        const [option = ''] = flags.split(' ')
        expect(out).toContain(shell === 'fish' ? `-l ${option.slice(2)} ` : `'${option}:`)
      }
    }
    const auf = await outboxDoctor(['completion', shell], '', { LANG: 'de_DE.UTF-8' })
    expect(auf.out).toContain('Befehle zu ergänzen')
  })

  test('is for three shells', async () => {
    const { status, errors } = await outboxDoctor(['completion', 'tcsh'])
    expect({ status, errors }).toEqual({ status: 2, errors: 'There is completion for bash, zsh and fish.\n' })
  })
})

describe('the manual page', () => {
  test.each(['C.UTF-8', 'de_DE.UTF-8'])('tells of every command and option (%s)', async (LANG) => {
    const { status, out } = await outboxDoctor(['man'], '', { LANG })
    expect(status).toBe(0)
    for (const { name, command } of await loadAllCommands()) {
      const { options } = command
      expect(out).toContain(`.SS "${name.replaceAll('-', '\\-')}`)
      for (const { flags } of options) expect(out).toContain(`.B ${flags.replaceAll('-', '\\-')}\n`)
    }
    // Nothing but the macros of man(7) begins with a point, and every escape is one that roff knows.
    const macros = new Set(out.split('\n').flatMap((line) => /^[.'](\S*)/.exec(line)?.[1] ?? []))
    expect([...macros].toSorted()).toEqual(['B', 'I', 'SH', 'SS', 'TH', 'TP'])
    expect(out.match(/\\(?![-e&]|\(dq)/g)).toBe(null)
  })
})

describe('the command line in few files', () => {
  /** A checkout whose sources and whose bundle say which of them they are. */
  function checkout() {
    const folder = ownFolder()
    for (const part of ['src/cli', 'dist/cli/cli']) mkdirSync(join(folder, part), { recursive: true })
    cpSync(join(root, 'src/cli/outbox-doctor.js'), join(folder, 'src/cli/outbox-doctor.js'))
    const write = (name: string, text: string, at = 0) => {
      writeFileSync(join(folder, name), text)
      utimesSync(join(folder, name), at, at)
    }
    write('package.json', '{ "type": "module" }')
    write('src/cli/main.ts', "process.stdout.write('sources')")
    write('dist/cli/cli/main.js', "process.stdout.write('bundle')", 60)
    write('dist/cli/sources.json', '{ "any": ["src/cli/main.ts"], "work": ["src/agent.ts"] }', 60)
    write('src/agent.ts', '')
    const said = (...args: string[]) =>
      spawnSync(process.execPath, [join(folder, 'src/cli/outbox-doctor.js'), ...args], { encoding: 'utf8' }).stdout
    return { folder, write, said }
  }

  test('is what runs, for as long as nothing has changed', () => {
    const { write, said } = checkout()
    expect(said()).toBe('bundle')
    write('src/cli/main.ts', "process.stdout.write('changed')", 61)
    expect(said()).toBe('changed')
  })

  test('is what tells help, also where the engine has changed', () => {
    const { write, said } = checkout()
    write('src/agent.ts', 'changed', 61)
    expect([said('--help'), said('check', '--help')]).toEqual(['bundle', 'sources'])
  })

  test.each([
    ['a source is gone', '{ "any": ["src/cli/main.ts", "src/cli/gone.ts"] }'],
    ['the list is damaged', '{ "any": ["src/cli/ma'],
  ])('is left alone where %s', (_, list) => {
    const { write, said } = checkout()
    write('dist/cli/sources.json', list, 60)
    expect(said()).toBe('sources')
  })
})

describe('without what it needs, a sentence and no trace', () => {
  test('the libraries, on a Node that is new enough', () => {
    const folder = ownFolder()
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
    cpSync(join(root, 'package.json'), join(folder, 'package.json'))
    const ran = spawnSync(process.execPath, [join(folder, 'src/cli/outbox-doctor.js'), 'status'], { encoding: 'utf8' })
    expect(ran).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'Outbox Doctor’s libraries are not installed yet. Please run: npm ci\n',
    })
  })

  test('a Node that is new enough for the tests', () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })"
    const ran = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', `${old}; await import('./vitest.config.ts')`],
      { encoding: 'utf8', cwd: root },
    )
    expect(ran).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'The tests need Node 24, which npm ci brings; this is 20.20.2. Please run: npm test\n',
    })
  })
})
