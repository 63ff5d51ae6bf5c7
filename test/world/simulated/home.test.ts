import { describe, expect, test } from 'vitest'
import { type Observation, observationWithoutSubjects } from '../../../src/core/client.ts'
import type { Message, Server } from '../../../src/core/mail.ts'
import { loadScene, sceneNames } from '../../../src/world/simulated/library.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { playScene } from '../../../src/world/simulated/world.ts'
import { readersOf } from './watched.ts'

interface Seen {
  /** What the scene says a look would show, and what the real reader of the app's store finds. */
  told: Observation
  read: Observation
}

async function looks(scene: Scene): Promise<Seen[]> {
  const played = await playScene(scene)
  const readers = readersOf(scene)
  const signal = AbortSignal.timeout(20_000)
  try {
    const { mac, clock } = played.world
    const all = Promise.all(
      readers.map(async (reader) => {
        const read = observationWithoutSubjects(await reader.read(mac, clock.now(), signal))
        const told = played.accounts.map(played.observationOf).find((one) => one?.client === reader.id)
        if (!told) throw new Error('A reader has an app.')
        return { told, read }
      }),
    )
    return await played.hasten(all)
  } finally {
    for (const reader of readers) reader.close()
    await played.close()
  }
}

// The readers make server names harmless, which takes a space at their end away.
const place = (server: Server | undefined) =>
  server && [server.protocol, server.host.trim(), server.port, server.security]

/** In tenths of kilobytes as it will travel: a store may have it before encoding. */
const travelling = ({ size, rawSize = 0 }: Message) => Math.round((size ?? (rawSize * 4) / 3) / 100)

/** What both must agree about: everything that decides what is examined. */
function essence({ accounts, outbox, mode, running }: Observation) {
  return {
    mode,
    running,
    accounts: accounts.map(({ id, email, incoming, outgoing, enabled }) => ({
      id,
      email,
      enabled,
      incoming: place(incoming),
      outgoing: place(outgoing),
    })),
    outbox: outbox.seen
      ? outbox.messages.map((message) => ({
          account: message.account,
          state: message.state === 'undo-send' ? 'waiting' : message.state,
          protection: message.protection,
          copyInSent: message.copyInSent ?? false,
          travelling: travelling(message),
        }))
      : 'not seen',
  }
}

const scenes = sceneNames().map((name) => [name, loadScene(name)] as const)

describe('what a scene says of its mail apps is what their readers find in the stores', () => {
  test.each(scenes)('%s', async (_, scene) => {
    for (const { told, read } of await looks(scene)) expect(essence(read)).toEqual(essence(told))
  })
})
