/**
 * How long a look at a big mail store takes, of a mail app that is at work: `node_modules/.bin/node bench/stores.ts`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ObservationWithSubjects } from '../src/core/client.ts'
import { appleMailIndex, bareAppleMailIndex } from './apple-mail-index.ts'
import { outlookStore } from './outlook-store.ts'
import { median, table } from './statistics.ts'

/** A store with its writer, and somebody who looks. */
export interface Store {
  name: string
  file: string
  /** The writer commits something that has nothing to do with the outbox. */
  commit(): void
  look(): Promise<ObservationWithSubjects>
  close(): void
}

const rounds = 101
const goal = 20
const making: readonly ((home: string) => Store)[] = [appleMailIndex, bareAppleMailIndex, (home) => outlookStore(home)]
const rows: string[][] = [['a look, in milliseconds', 'first', 'unchanged', 'changed', 'worst', 'size', `≤ ${goal} ms`]]

for (const make of making) {
  const home = mkdtempSync(join(tmpdir(), 'outbox-doctor-stores-'))
  const store = make(home)
  try {
    rows.push(await measure(store))
  } finally {
    store.close()
    rmSync(home, { recursive: true, force: true })
  }
}
process.stdout.write(`${table(rows)}\n`)

async function measure(store: Store): Promise<string[]> {
  const first = await timed(store)
  const unchanged: number[] = []
  const changed: number[] = []
  for (let round = 0; round < rounds; round++) {
    unchanged.push(await timed(store))
    store.commit()
    changed.push(await timed(store))
  }
  const reached = Math.max(median(unchanged), median(changed)) <= goal
  if (!reached) process.exitCode = 1
  const times = [first, median(unchanged), median(changed), Math.max(...unchanged, ...changed)]
  const size = `${Math.round(statSync(store.file).size / 2 ** 20)} MB`
  return [store.name, ...times.map((time) => time.toFixed(1)), size, reached ? 'reached' : 'MISSED']
}

/** A look that sees what there is. */
async function timed(store: Store): Promise<number> {
  const began = performance.now()
  const { outbox } = await store.look()
  const took = performance.now() - began
  if (!outbox.seen || outbox.messages.length === 0) throw new Error(`${store.name}: the look saw nothing.`)
  return took
}
