import type { Millis } from './time.ts'

/** Upload speed assumed until one was seen, in bytes per millisecond: 512 kbit/s, a poor uplink. */
export const slowUploadBytesPerMs = 64

/** The slowest that anybody sends with, in bytes per millisecond: 128 kbit/s. */
export const slowestUploadBytesPerMs = 16

/** How long sending so many bytes may take at this speed: twice the time, since others use the uplink, too. */
export function uploadMs(bytes: number, speed: number): Millis {
  return (2 * bytes) / speed
}
