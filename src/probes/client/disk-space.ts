import type { Probe } from '../../core/probe.ts'
import { byteCount, say } from '../../core/sentence.ts'

export interface DiskSpace {
  freeBytes: number
}

/** Below this, macOS itself warns and mail apps stop storing what they send. */
const tooLittle = 500e6

export const diskSpace: Probe<DiskSpace> = {
  id: 'disk-space',
  question: say('Is there room on the disk?'),
  layer: 'mail-app',
  budget: 3_000,
  ask: async ({ world: { mac } }, signal) => ({ freeBytes: await mac.freeSpace(signal) }),
  describe: ({ freeBytes }) => ({
    tone: freeBytes < tooLittle ? 'bad' : 'good',
    line: say('{size} free', { size: byteCount(freeBytes) }),
  }),
}
