import { readScene, type Scene } from '../../../src/world/simulated/scene.ts'
import { examined } from './examined.ts'
import { watched } from './watched.ts'

/** What comes first, asked once and by the watch; `null` for nothing. */
export interface AskedBothWays {
  check: string | null
  watch: string | null
}

const minute = 60_000

/** Examines a scene, and watches another play of it for so long. */
export async function askedBothWays(scene: Scene, howLong = 6 * minute): Promise<AskedBothWays> {
  const { diagnosis } = await examined(scene)
  const { told } = await watched(scene, howLong)
  const open = told.findLast(({ is }) => is === 'named' || is === 'closed')
  return { check: diagnosis.causes[0]?.id ?? null, watch: open?.cause ?? null }
}

const server = (more: object) => ({ host: 'mail.example.net', security: 'tls', ...more })

/** Anna's mail of 18 KB waits for half an hour, and all is well but what is told here. */
export function annas(world: object): Scene {
  return readScene(
    JSON.stringify({
      title: 'A case',
      story: 'Of a kind.',
      expects: { first: null, status: 'stuck' },
      account: {
        email: 'anna@example.net',
        client: 'apple-mail',
        incoming: server({ protocol: 'imap', port: 993 }),
        outgoing: server({ port: 465 }),
      },
      outbox: [{ waiting: '30m', size: 18_000, recipients: 1 }],
      ...world,
    }),
  )
}
