import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Sentence } from '../core/sentence.ts'
import type { KeptTelemetry } from '../core/telemetry.ts'
import { dataFolder } from './folders.ts'
import { replaceFile } from './replace-file.ts'

const maxBytes = 512 * 1_024
const moment = z.number().min(0)
const counts = z.record(z.string().max(120), z.int().min(0))
const lengths = z.strictObject({
  count: z.int().min(0),
  sum: z.number().min(0),
  buckets: z.array(z.int().min(0)).max(20),
})
const attributes = z.record(z.string().max(120), z.union([z.string().max(300), z.number()]))
const named = { name: z.string().max(120), unit: z.string().max(40) }
const numberPoint = z.strictObject({ attributes, value: z.number() })
const histogramPoint = lengths.extend({ attributes, bounds: z.array(z.number()).max(20) })
const batch = z.strictObject({
  at: moment,
  since: moment,
  resource: attributes,
  metrics: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...named, kind: z.literal('gauge'), points: z.array(numberPoint).max(50) }),
        z.strictObject({ ...named, kind: z.literal('sum'), points: z.array(numberPoint).max(50) }),
        z.strictObject({ ...named, kind: z.literal('histogram'), points: z.array(histogramPoint).max(50) }),
      ]),
    )
    .max(50),
  records: z.array(z.strictObject({ at: moment, name: z.string().max(120), attributes })).max(500),
})

/** What is kept of figures for a collector; what is not of our making is none. */
const keptSchema = z.strictObject({
  id: z.uuid(),
  since: moment,
  tally: z.strictObject({
    until: moment,
    episodes: counts,
    recovery: lengths,
    remedies: counts,
    probes: lengths,
    probesUntil: moment,
  }),
  toldUntil: moment,
  last: z
    .strictObject({
      at: moment,
      told: z.custom<Sentence>((value) => typeof (value as Sentence | null)?.key === 'string'),
      taken: z.boolean(),
      batch,
    })
    .exactOptional(),
})

export interface TelemetryFile {
  /** `undefined` where there is none, or one that cannot be understood. Never rejects. */
  read(): Promise<KeptTelemetry | undefined>
  write(kept: KeptTelemetry): Promise<void>
  remove(): Promise<void>
}

/** Beside the history. */
export const telemetryFile = (file: string = join(dataFolder(), 'telemetry.json')): TelemetryFile => ({
  read: () => readKept(file),
  write: (kept) => replaceFile(kept, file),
  remove: () => rm(file, { force: true }),
})

/** Random, and made of nothing of this Mac. */
export const newInstallationId = (): string => randomUUID()

async function readKept(path: string): Promise<KeptTelemetry | undefined> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > maxBytes) return undefined
    return keptSchema.parse(JSON.parse(await file.readFile('utf8')))
  } catch {
    // Nothing was ever sent, or somebody else wrote there: then it begins anew.
    return undefined
  }
}
