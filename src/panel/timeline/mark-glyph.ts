import type { MarkKind } from '../../core/timeline.ts'

/** A small shape for each kind of change, around the point where it stands. Troubles are drawn across the rows. */
export const markShapes: Readonly<Record<Exclude<MarkKind, 'episode'>, string>> = {
  network: 'M-4 3.5L0-4L4 3.5z',
  vpn: 'M0-4.5L4.5 0L0 4.500L-4.500 0z',
  filter: 'M-4-4h8L0 4z',
  sleep: 'M2.500 3.600A4.200 4.200 0 1 1 2.500-3.600A3.200 3.200 0 0 0 2.500 3.600z',
  wake: 'M-3.200 0a3.200 3.200 0 1 0 6.400 0a3.200 3.200 0 1 0-6.400 0z',
  'app-update': 'M-3.500-3.500h7v7h-7z',
  'system-update': 'M-3.500-3.500h7v7h-7zM-1.500-1.500v3h3v-3z',
  settings: 'M-4-1.200h8v2.400h-8zM-1.200-4h2.400v8h-2.400z',
  treatment: 'M-1.300-4h2.600v2.700h2.700v2.600h-2.700v2.700h-2.600v-2.700h-2.700v-2.600h2.700z',
}
