import type { Reach } from '../../core/network.ts'

const reaches: Readonly<Record<string, Reach>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'silent',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EPERM: 'denied',
  EACCES: 'denied',
}

/** What a system's error code says about a connection attempt (connect(2)); an unheard-of one is `unreachable`. */
export function reachOf(code: string | undefined): Exclude<Reach, 'open'> {
  const reach = code === undefined ? undefined : reaches[code]
  return reach === undefined || reach === 'open' ? 'unreachable' : reach
}

/** The code that usually stands for an attempt that ended so. */
export function usualCode(reach: Exclude<Reach, 'open'>): string {
  return Object.keys(reaches).find((code) => reaches[code] === reach) ?? 'EHOSTUNREACH'
}

/** The system's or a library's name for an error. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
