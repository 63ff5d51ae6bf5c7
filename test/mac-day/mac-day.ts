/**
 * `npm run mac -- [--ask] [FOLDER]`: settles on a Mac what no other machine can, and leaves one folder that says so. It
 * writes into this checkout and into folders of its own, and needs no account in Mail. What makes macOS ask the person a
 * question is done only with `--ask`. Elsewhere it tells what it would do.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { systemClock } from '../../src/world/real/clock.ts'
import { macOs } from '../../src/world/real/mac/mac-os.ts'
import { realMac } from '../../src/world/real/mac/this-mac.ts'
import { runProgram } from '../../src/world/real/run.ts'
import { type Day, dayIn, proveAll } from './day.ts'
import { ended, root } from './ended.ts'
import { type Point, pointsIn } from './points.ts'
import { recordingRun } from './record.ts'
import { type Redact, redactor } from './redact.ts'
import { harm, reportOf } from './report.ts'
import { steps } from './steps.ts'

const { values, positionals } = parseArgs({
  options: { ask: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = resolve(positionals[0] ?? join(root, 'mac-day'))
const print = (line: string) => void process.stdout.write(`${line}\n`)
const longestMs = 60 * 60_000
const leavingMs = 5_000
const lookedAtMs = 60_000

function tellPlan(): void {
  print('This is not a Mac. On one, this command would, one after another:')
  for (const { title, does } of [...steps, ...last]) print(`- ${title}: ${does}.`)
  for (const line of harm) print(line)
  print(`It would leave report.md and what belongs to it in ${folder}, with everything private replaced.`)
}

async function spend(): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'report.md'))) {
    print(`${folder} holds something else; please name another folder.`)
    return 2
  }
  rmSync(folder, { recursive: true, force: true })
  const day = dayIn(folder, AbortSignal.any([AbortSignal.timeout(longestMs), interrupted()]))
  const redact = await redactorHere(day)
  // Kept texts may hold a name as well as the report may.
  const careful: Day = {
    ...day,
    keep: (path, bytes) => day.keep(path, typeof bytes === 'string' ? redact(bytes) : bytes),
  }
  const all = await proveAll([...steps, recorded(redact)], careful, print, { mayAsk: values.ask })
  const points = await openPoints(careful)
  day.keep('report.md', reportOf(new Date().toISOString().slice(0, 10), all, points, redact))
  print(readFileSync(join(folder, 'report.md'), 'utf8'))
  return all.some(({ is }) => is === 'failed') ? 1 : 0
}

/** What is started has a group of its own, which Control-C at a terminal does not reach: it is ended from here. */
function interrupted(): AbortSignal {
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end.abort())
  return end.signal
}

async function redactorHere(day: Day): Promise<Redact> {
  const told = await Promise.all(
    [
      ['/usr/sbin/scutil', '--get', 'ComputerName'],
      ['/usr/sbin/scutil', '--get', 'LocalHostName'],
      ['/usr/bin/id', '-F'],
    ].map(async ([path = '', ...args]) => (await ended(path, args, day)).stdout.trim()),
  )
  const [computer = '', local = '', fullName = ''] = told
  const names = [computer, local, hostname(), hostname().replace(/\..*$/, '')].filter((name) => name !== '')
  return redactor({ user: userInfo().username, computerNames: [...new Set(names)], ...(fullName && { fullName }) })
}

/** The tools of the Mac, asked as the product asks them. */
const recorded = (redact: Redact) => ({
  title: 'What the Mac’s own tools print',
  does: 'asks them as the product does, and keeps what they print in the form of test/recordings',
  async prove(day: Day) {
    const recording = recordingRun(runProgram)
    const mac = macOs({ clock: systemClock, unix: realMac(systemClock), run: recording.run })
    const signal = AbortSignal.timeout(lookedAtMs)
    const looks = [
      mac.version(signal),
      mac.network(signal),
      mac.filters(signal),
      mac.power(signal),
      mac.routeTo('192.0.2.1', signal),
      mac.programs.running(signal),
    ]
    const failed = (await Promise.allSettled(looks)).filter(({ status }) => status === 'rejected').length
    const version = await ended('/usr/bin/sw_vers', ['-productVersion'], day)
    const all = recording.recordings(redact, version.stdout.trim())
    for (const { path, text } of all) day.keep(`recordings/${path}`, text)
    return { is: 'done' as const, lines: [`${all.length} recordings; ${failed} of ${looks.length} looks failed.`] }
  },
})

const last = [
  recorded((text) => text),
  {
    title: 'The open points',
    does: 'asks outbox-doctor doctor --open-points, which only looks, and gives each point its line',
  },
]

const sections = z.object({ sections: z.array(z.object({ id: z.string(), lines: z.array(z.string()) })) })

async function openPoints(day: Day): Promise<readonly Point[]> {
  const { stdout } = await ended(
    process.execPath,
    ['src/cli/outbox-doctor.js', 'doctor', '--open-points', '--json'],
    day,
    {
      within: 300_000,
    },
  )
  try {
    const report = sections.parse(JSON.parse(stdout))
    day.keep('doctor.json', JSON.stringify(report, undefined, 2))
    return pointsIn(report.sections.find(({ id }) => id === 'open-points')?.lines ?? [])
  } catch {
    return []
  }
}

if (process.platform === 'darwin') {
  process.exitCode = await spend()
  // Whatever was given up may hold something open still.
  setTimeout(() => process.exit(), leavingMs).unref()
} else tellPlan()
