import { z } from 'zod'
import { jsonOf } from './json.ts'
import { linesOf } from './lines.ts'

/** `networkQuality`. It moves up to a gigabyte: only on an explicit wish. */
export interface NetworkQuality {
  /** Bits a second. */
  up?: number
  down?: number
  /** Round trips a minute under load. */
  responsiveness?: number
}

const schema = z.object({
  ul_throughput: z.number().optional(),
  dl_throughput: z.number().optional(),
  responsiveness: z.number().optional(),
  error_code: z.number().optional(),
})

/** The form of `-c`; every field comes and goes with the version. */
export function parseNetworkQuality(text: string): NetworkQuality | 'offline' | undefined {
  const { data } = schema.safeParse(jsonOf(text))
  if (!data) return undefined
  if (data.error_code !== undefined) return 'offline'
  return {
    ...(data.ul_throughput === undefined ? {} : { up: data.ul_throughput }),
    ...(data.dl_throughput === undefined ? {} : { down: data.dl_throughput }),
    ...(data.responsiveness === undefined ? {} : { responsiveness: data.responsiveness }),
  }
}

/** The form for people: `Upload capacity` on 12, `Uplink capacity` since. */
export function parseNetworkQualitySummary(text: string): NetworkQuality | undefined {
  const lines = linesOf(text)
  const up = capacity(lines, /^Up(load|link) capacity: /)
  const down = capacity(lines, /^Down(load|link) capacity: /)
  return up === undefined && down === undefined
    ? undefined
    : { ...(up === undefined ? {} : { up }), ...(down === undefined ? {} : { down }) }
}

function capacity(lines: readonly string[], start: RegExp): number | undefined {
  const line = lines.find((one) => start.test(one))
  const megabits = /: (\d{1,7}(?:\.\d{1,6})?) Mbps/.exec(line ?? '')?.[1]
  return megabits === undefined ? undefined : Math.round(Number(megabits) * 1_000_000)
}
