/**
 * Kills a rescue 200 times, at whatever moment, and looks whether what comes of it in the end is the same to the byte:
 * `node_modules/.bin/node bench/rescue-kills.ts [KILLS]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRescues } from '../test/rescue/kills.ts'
import { filled, letter } from '../test/rescue/rescue-here.ts'

const kills = Number(process.argv[2] ?? 200)
const recordings = join(import.meta.dirname, '../test/recordings/rescue')
const letters = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`Box ${at % 3}/${at}.eml`, letter(at, 'text\n'.repeat(at * 500))]),
)
const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-'))
const archives = ['SampleOLM.olm', 'notes-attachments-embedded-unicode.pst', 'dist-list-unicode.pst']
let seed = 16
/** The same moments in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
try {
  const sources = [filled(folder, letters), ...archives.map((name) => join(recordings, name))]
  const began = performance.now()
  const tally = await killRescues(sources, kills, random, ({ kills: done }) => {
    if (done % 20 === 0) process.stderr.write(`${done} kills\n`)
  })
  const seconds = Math.round((performance.now() - began) / 1_000)
  process.stdout.write(`${tally.kills} kills, ${tally.finished} rescues brought to their end, ${seconds} s: `)
  process.stdout.write(tally.wrong.length === 0 ? 'all the same bytes\n' : `${tally.wrong.length} WRONG\n`)
  for (const one of tally.wrong) process.stdout.write(`  ${one}\n`)
  if (tally.wrong.length > 0 || tally.kills < kills) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
