import type { Probe } from '../core/probe.ts'

export interface DiskSpace {
  freeBytes: number
}

/** Below this, macOS itself warns and mail apps stop storing what they send. */
const tooLittle = 500e6

export const diskSpace: Probe<DiskSpace> = {
  id: 'disk-space',
  question: 'Is there room on the disk?',
  layer: 'mail-app',
  budget: 3_000,
  ask: async ({ world: { mac } }, signal) => ({ freeBytes: await mac.freeSpace(signal) }),
  tell: ({ freeBytes }) => ({ tone: freeBytes < tooLittle ? 'bad' : 'good', line: `${inWords(freeBytes)} free` }),
}

/** In powers of ten, as the Finder counts. */
function inWords(bytes: number): string {
  if (bytes < 1e9) return `${Math.round(bytes / 1e6)} MB`
  return `${bytes < 10e9 ? (bytes / 1e9).toFixed(1) : Math.round(bytes / 1e9)} GB`
}
