import { z } from 'zod'
import type { Outside } from '../core/outside.ts'
import data from './outside.json' with { type: 'json' }

/** The shape of `outside.json` and of a file that stands in for it. */
export const outsideSchema = z.strictObject({
  captiveChecks: z.array(z.strictObject({ url: z.url({ protocol: /^http$/ }), body: z.string().min(1) })),
  controlHosts: z.array(
    z.strictObject({ host: z.string().min(1), vendor: z.string().min(1), ports: z.array(z.int().min(1).max(65535)) }),
  ),
  controlNames: z.array(z.string().min(1)),
  publicResolvers: z.array(z.strictObject({ server: z.string().min(1), name: z.string().min(1) })),
  dohResolvers: z.array(z.strictObject({ url: z.url(), name: z.string().min(1) })),
  clocks: z.array(z.url()),
  settingsDirectories: z.array(z.string().includes('{domain}')),
  autodiscover: z.array(z.string().includes('{domain}')),
  statusFeeds: z.array(
    z.strictObject({
      provider: z.string().min(1),
      format: z.enum(['apple', 'google', 'microsoft']),
      service: z.string().min(1),
      url: z.url(),
    }),
  ),
  blocklists: z.array(z.strictObject({ zone: z.string().min(1), name: z.string().min(1) })),
}) satisfies z.ZodType<Outside>

/** The outside world as everybody has it. */
export const outsideWorld: Outside = outsideSchema.parse(data)
