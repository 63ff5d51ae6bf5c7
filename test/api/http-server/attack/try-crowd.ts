import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Target } from './target.ts'

export const crowds = ['silent', 'slow', 'deaf', 'guessing', 'restless'] as const

/** How often the person was served of so many tries, while another process does this with so many connections. */
export async function servedBeside(
  target: Target,
  way: (typeof crowds)[number],
  { connections, tries }: { connections: number; tries: number },
): Promise<number> {
  const { port } = new URL(target.door.origin)
  const crowd = spawn(process.execPath, [join(import.meta.dirname, 'crowd.ts'), port, way, String(connections)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(crowd, 'exit')
  await once(crowd.stdout, 'data')
  let served = 0
  for (let one = 0; one < tries; one++) if (await target.serves()) served += 1
  crowd.kill('SIGKILL')
  await gone
  target.done()
  return served
}
