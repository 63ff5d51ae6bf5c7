import { linesOf, pairsIn, wholeNumber } from './lines.ts'

export interface RouteAnswer {
  interface: string
  /** A tunnel has none. */
  gateway?: string
  /** `128.0.0.0` with an interface of a VPN: half of the world goes there. */
  mask?: string
  mtu?: number
}

/** `route -n get ADDRESS`, which ends 0 even without a route. `undefined`: it did not say. */
export function parseRoute({ stdout, stderr }: { stdout: string; stderr: string }): RouteAnswer | 'none' | undefined {
  const lines = linesOf(stdout)
  const told = pairsIn(stdout)
  const name = told.get('interface')
  if (!name) return stderr.includes('not in table') ? 'none' : undefined
  const gateway = told.get('gateway')
  const mask = told.get('mask')
  const mtu = mtuIn(lines)
  return {
    interface: name,
    ...(gateway ? { gateway } : {}),
    ...(mask ? { mask } : {}),
    ...(mtu ? { mtu } : {}),
  }
}

/** The column below `mtu`; `rtt,msec` is one column. */
function mtuIn(lines: readonly string[]): number | undefined {
  const at = lines.findIndex((line) => line.includes('recvpipe'))
  const column = lines[at]?.trim().split(/\s+/).indexOf('mtu') ?? -1
  return at < 0 ? undefined : wholeNumber(lines[at + 1]?.trim().split(/\s+/)[column])
}
