import { type Probe, Unknown } from '../core/probe.ts'
export interface DiskSpace {
  freeBytes: number
}

export const diskSpace: Probe<DiskSpace> = {
  id: 'disk-space',
  question: 'Is there room on the disk?',
  budget: 3_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
