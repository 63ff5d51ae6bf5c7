/**
 * How fast mail is saved, and in how much memory, beside readpst and the least that it can take:
 * `TMPDIR=/dev/shm node_modules/.bin/node bench/rescue.ts [FOLDER OF MORE PST FILES]` (some 12 GB are needed there)
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { emlx } from '../src/world/simulated/apps/apple-mail/emlx.ts'
import { letterHere, mailboxAt } from '../test/rescue/mailbox-here.ts'
import { archiveOf, olmMail } from '../test/rescue/olm-here.ts'
import { letter } from '../test/rescue/rescue-here.ts'
import { table } from './statistics.ts'

const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-rescue-'))
const more = process.argv[2] ?? 'node_modules/pst-extractor/example/testdata'
const recordings = join(import.meta.dirname, '../test/recordings/rescue')
const large = Number(process.env.LARGE_GB ?? 2)
const reached = (is: boolean) => {
  if (!is) process.exitCode = 1
  return is ? 'reached' : 'MISSED'
}
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`

interface Saved {
  end: { summary?: { complete: boolean; found: number; written: number; skipped: number; failed: number } }
  all: number
  /** When all was written, and reading it again began. */
  checkingAt: number
  mebibytes: number
}

function saved(formats: string, source: string): Saved & { sizes: number[] } {
  const target = join(folder, 'ours')
  const told = execFileSync(process.execPath, [join(import.meta.dirname, 'rescue-saving.js'), target, formats, source])
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
  rmSync(target, { recursive: true })
  return { ...(JSON.parse(told.toString()) as Saved), sizes }
}

/** `undefined`: it is not here. */
function byReadpst(source: string): { ms: number; items: number } | undefined {
  const target = join(folder, 'theirs')
  mkdirSync(target)
  const began = performance.now()
  const { status, error } = spawnSync('readpst', ['-D', '-e', '-q', '-o', target, source], { stdio: 'ignore' })
  const ms = performance.now() - began
  const items = readdirSync(target, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length
  rmSync(target, { recursive: true })
  return error || status !== 0 ? undefined : { ms, items }
}

function outlookFiles(): void {
  const rows = [
    ['PST and OST', 'MB', 'items', 'by readpst', 'written', 'read again', 'MB/s', 'by readpst', 'times', 'MiB'],
  ]
  const least = 64
  const pst = (path: string) =>
    readdirSync(path)
      .filter((name) => /\.(pst|ost)$/.test(name))
      .map((name) => join(path, name))
  if (!existsSync(more)) process.stdout.write(`NOT HERE, and left out: ${more} (npm pack pst-extractor has it)\n`)
  const made = join(folder, 'made.pst')
  makeLarge(made, large * 1e9)
  for (const path of [...pst(recordings), ...(existsSync(more) ? pst(more) : []), made]) {
    const [own, other, megabytes] = [saved('eml,ics,vcf', path), byReadpst(path), statSync(path).size / 1e6]
    if (!other) process.stdout.write('NOT HERE: readpst (pst-utils of Debian); nothing stands beside ours\n')
    const { found = 0, failed = 1, skipped = 1 } = own.end.summary ?? {}
    const isFast = megabytes < least || (megabytes * 1_000) / own.checkingAt >= 10
    rows.push([
      basename(path),
      ...[megabytes.toFixed(1), String(found), other ? String(other.items) : '-'],
      ...[seconds(own.checkingAt), seconds(own.all), ((megabytes * 1_000) / own.checkingAt).toFixed(0)],
      ...[other ? seconds(other.ms) : '-', other ? (own.checkingAt / other.ms).toFixed(1) : '-'],
      own.mebibytes.toFixed(0),
      reached(failed === 0 && skipped === 0 && found >= (other?.items ?? 0) && isFast && own.mebibytes <= 150),
    ])
  }
  process.stdout.write(`${table(rows)}\n\n`)
}

function makeLarge(path: string, bytes: number): void {
  const [file, perFolder] = [randomBytes(200_000), 300]
  const count = Math.round(bytes / 103_000)
  const folders = Array.from({ length: Math.ceil(count / perFolder) }, (_, number) => ({
    name: `Folder ${number}`,
    *items() {
      for (let at = number * perFolder; at < Math.min(count, (number + 1) * perFolder); at += 1)
        yield letterHere(at, at % 2 ? file : new Uint8Array())
    },
  }))
  mailboxAt(
    path,
    folders.map(({ name, items }) => ({ name, items: items() })),
  )
}

function olmArchive(): void {
  const path = join(folder, 'made.olm')
  const box = 'Accounts/Work/com.microsoft.__Messages/Inbox'
  const file = randomBytes(20_000)
  const parts = Array.from({ length: 5_000 }, (_, at) => {
    const number = String(at).padStart(5, '0')
    const url = `${box}/com.microsoft.__Attachments/${number}_0000`
    const list = `<OPFMessageCopyAttachmentList><messageAttachment OPFAttachmentName="a.bin" OPFAttachmentURL="${url}"></messageAttachment></OPFMessageCopyAttachmentList>`
    const fields = {
      OPFMessageCopySubject: `Letter ${number}`,
      OPFMessageCopyBody: 'Some words of a letter. '.repeat(400),
    }
    const mail = { name: `${box}/message_${number}.xml`, bytes: olmMail(fields, at % 5 === 0 ? list : '') }
    return at % 5 === 0 ? [mail, { name: url, bytes: file }] : [mail]
  })
  writeFileSync(path, archiveOf(parts.flat()))
  const rows = [['OLM, 5,000 messages', 'written', 'read again', 'the least', 'times', 'goal', 'MiB']]
  for (const [format, goal] of [
    ['eml', 1.3],
    ['mbox', 1.5],
  ] as const) {
    const own = saved(format, path)
    const sizes = join(folder, 'sizes.json')
    writeFileSync(sizes, JSON.stringify(own.sizes))
    const floor = join(folder, 'floor')
    const told = execFileSync(process.execPath, [join(import.meta.dirname, 'rescue-floor.js'), path, floor, sizes])
    rmSync(floor, { recursive: true })
    const { all } = JSON.parse(told.toString()) as { all: number }
    const times = own.checkingAt / all
    rows.push([
      `as ${format}`,
      ...[
        seconds(own.checkingAt),
        seconds(own.all),
        seconds(all),
        times.toFixed(2),
        `≤ ${goal}`,
        own.mebibytes.toFixed(0),
      ],
      reached(own.end.summary?.complete === true && times <= goal && own.mebibytes <= 150),
    ])
  }
  process.stdout.write(`${table(rows)}\n\n`)
}

function appleMail(count = 100_000): void {
  const store = join(
    folder,
    'Mail/V10/AAAAAAAA-0000-4000-8000-000000000001/INBOX.mbox/BBBBBBBB-0000-4000-8000-000000000002/Data',
  )
  for (let at = 0; at < count; at += 1) {
    const digits =
      Math.floor(at / 1_000) === 0
        ? []
        : String(Math.floor(at / 1_000))
            .split('')
            .reverse()
    const own = join(store, ...digits, 'Messages')
    if (at % 1_000 === 0) mkdirSync(own, { recursive: true })
    writeFileSync(
      join(own, `${at}.emlx`),
      emlx(letter(at % 300, `Letter ${at}.\n${'words '.repeat(300)}\n`), { flags: 1 }),
    )
  }
  const own = saved('mbox', join(folder, 'Mail'))
  const [writing, whole] = [(count * 1_000) / own.checkingAt, (count * 1_000) / own.all]
  const isComplete = own.end.summary?.complete === true
  process.stdout.write(
    `${table([
      ['Apple Mail into mbox', 'messages/s written', 'and read again', 'MiB'],
      [
        `${count} messages`,
        ...[writing.toFixed(0), whole.toFixed(0), own.mebibytes.toFixed(0)],
        reached(isComplete && writing >= 1_000 && own.mebibytes <= 150),
      ],
    ])}\n\n`,
  )
}

/** As the app has it, without the types: what takes them away at run time takes memory. */
function compile(): void {
  const dist = join(import.meta.dirname, '../dist')
  mkdirSync(dist, { recursive: true })
  const compilerOptions = { noEmit: false, rootDir: '../src', outDir: './bench', rewriteRelativeImportExtensions: true }
  const config = { extends: '../tsconfig.json', compilerOptions, include: ['../src/rescue/desk/*.ts'], exclude: [] }
  writeFileSync(join(dist, 'rescue-bench.json'), JSON.stringify(config))
  execFileSync('npx', ['tsc', '-p', join(dist, 'rescue-bench.json')], { stdio: 'inherit' })
}

try {
  compile()
  const only = process.env.ONLY
  if (!only || only === 'olm') olmArchive()
  if (!only || only === 'mail') appleMail(Number(process.env.MESSAGES ?? 100_000))
  if (!only || only === 'pst') outlookFiles()
} finally {
  rmSync(folder, { recursive: true })
}
