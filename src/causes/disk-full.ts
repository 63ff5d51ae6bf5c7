import { absent, type Cause, present } from '../core/cause.ts'
import { diskSpace } from '../probes/disk-space.ts'

/** Mail apps write a message several times on its way out, and macOS itself begins to fail below this. */
const least = 500e6

export const diskFull: Cause = {
  id: 'disk-full',
  title: 'The disk is full.',
  harm: 'stops',
  patience: 0,
  judge(chart) {
    const free = chart.fact(diskSpace)?.freeBytes
    if (free === undefined || free >= least) return absent
    return present(0.85, [
      `${Math.floor(free / 1e6)} MB free where mail is kept; at least ${least / 1e6} MB are needed`,
    ])
  },
  explain: () => ({
    plain: 'There is hardly any room left on your Mac, and the mail app needs some to put a message together.',
    details: ['System Settings, General, Storage shows what takes the room. Emptying the Trash is a good start.'],
  }),
}
