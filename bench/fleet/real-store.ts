import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Where a program is: by its variable, or on the path; `undefined` where it is not here. */
export function programFor(variable: string, name: string): string | undefined {
  const told = process.env[variable]
  if (told !== undefined && told !== '') return told
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a program that listens, and waits until it answers there; `undefined` where it does not. */
export async function startListening(
  program: string,
  argsFor: (port: number, folder: string) => readonly string[],
  path: string,
) {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-store-'))
  const child = spawn(program, argsFor(port, folder), { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void said.push(String(chunk)))
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await fetch(`${url}${path}`).then(
      () => true,
      () => false,
    )
    if (isThere) return { url, port, folder, said, stop, cpuMs: () => cpuOf(child.pid ?? 0) }
    await pause(100)
  }
  await stop()
  throw new Error(`${program} did not come up: ${said.join('').slice(-2_000)}`)
}

/** Fields 14 and 15 after the name in brackets, in ticks of 10 ms (proc_pid_stat(5)). */
async function cpuOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** VictoriaMetrics, which spells our names as Prometheus does. */
export const startVictoriaMetrics = (program: string) =>
  startListening(
    program,
    (port, folder) => [
      `-storageDataPath=${folder}`,
      `-httpListenAddr=127.0.0.1:${port}`,
      '-opentelemetry.usePrometheusNaming',
      // Half a minute usually, in which what is new is not told yet.
      '-search.latencyOffset=1s',
    ],
    '/health',
  )

/** What evaluates alert rules, on a store. */
export const startVmalert = (program: string, store: string, rules: string) =>
  startListening(
    program,
    (port) => [
      `-datasource.url=${store}`,
      `-rule=${rules}`,
      '-notifier.blackhole',
      '-rule.evalDelay=1s',
      `-httpListenAddr=127.0.0.1:${port}`,
    ],
    '/health',
  )
