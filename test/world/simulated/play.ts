import { onTestFinished } from 'vitest'
import type { Connection, ReadLineResult } from '../../../src/core/world.ts'
import { readScene, type Scene } from '../../../src/world/simulated/scene.ts'
import { type PlayedScene, playScene } from '../../../src/world/simulated/world.ts'

const healthy = {
  title: 'A test',
  story: 'A made-up world.',
  expects: { first: null, status: 'clear' },
  account: {
    email: 'anna@example.net',
    incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls' },
    outgoing: { host: 'mail.example.net', port: 587, security: 'starttls' },
    secret: 'a good secret',
  },
}

/** A scene that differs from a healthy one in these fields. */
export function sceneWith(difference: object = {}): Scene {
  return readScene(JSON.stringify({ ...healthy, ...difference }))
}

export interface Played extends PlayedScene {
  signal: AbortSignal
  /** Connects to a host by its name, in a family. */
  dial(host: string, port: number, family?: 4 | 6): ReturnType<PlayedScene['world']['net']['connect']>
  /** The connection, which must have come about. */
  open(host: string, port: number): Promise<Connection>
}

/** Plays a scene for one test; it ends with the test. `leaping`: until then, what only waits takes no time. */
export async function play(difference: object = {}, time: 'passing' | 'leaping' = 'passing'): Promise<Played> {
  const played = await playScene(sceneWith(difference))
  onTestFinished(() => played.close())
  // What was told last is done first.
  if (time === 'leaping') void played.hasten(new Promise<void>((end) => onTestFinished(() => end())))
  const signal = AbortSignal.timeout(20_000)
  const { net } = played.world
  const dial: Played['dial'] = async (host, port, family = 4) => {
    const { records } = await net.lookup(host, signal)
    const address = records.find((record) => record.family === family)?.address ?? 'nowhere'
    return net.connect(address, port, 1_000, signal)
  }
  const open = async (host: string, port: number) => {
    const { connection } = await dial(host, port)
    if (!connection) throw new Error(`${host} ${port} did not open`)
    return connection
  }
  return { ...played, signal, dial, open }
}

/** All lines of one SMTP reply, or how the stream ended. */
export async function smtpReply(connection: Connection): Promise<string[]> {
  const lines: string[] = []
  for (;;) {
    const heard: ReadLineResult = await connection.readLine(2_000)
    if ('end' in heard) return [...lines, heard.end]
    lines.push(heard.line)
    if (!/^\d{3}-/.test(heard.line)) return lines
  }
}

/** Says a line and hears the reply. */
export async function ask(connection: Connection, line: string): Promise<string[]> {
  await connection.writeLine(line)
  return smtpReply(connection)
}
