import { absent, type Cause, present } from '../../core/cause.ts'
import { say } from '../../core/sentence.ts'
import { diskSpace } from '../../probes/client/disk-space.ts'

/** Mail apps write a message several times on its way out, and macOS itself begins to fail below this. */
const least = 500e6

export const diskFull: Cause = {
  id: 'disk-full',
  title: say('The disk is full.'),
  harm: 'stops',
  layer: 'mail-app',
  showAfterMs: 0,
  judge(chart) {
    const free = chart.fact(diskSpace)?.freeBytes
    if (free === undefined || free >= least) return absent
    return present(0.85, [
      say('{floor} MB free where mail is kept; at least {least} MB are needed', {
        floor: Math.floor(free / 1e6),
        least: least / 1e6,
      }),
    ])
  },
  explain: () => ({
    plain: say('There is hardly any room left on your Mac, and the mail app needs some to put a message together.'),
    details: [say('System Settings, General, Storage shows what takes the room. Emptying the Trash is a good start.')],
  }),
}
