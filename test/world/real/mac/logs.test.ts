import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FSWatcher, mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { AppleMail } from '../../../../src/clients/apple-mail/apple-mail.ts'
import { systemClock } from '../../../../src/world/real/clock.ts'
import { filesBelow } from '../../../../src/world/real/mac/files.ts'
import { watchFolders } from '../../../../src/world/real/mac/folder-watch.ts'
import { readingThread } from '../../../../src/world/real/reading/thread.ts'
import { FakeMail } from '../../../clients/apple-mail/mac.ts'

const writer = join(import.meta.dirname, 'log-writer.ts')

type Heard = (event: string, name: string | null) => void

/** A Mac's folder events tell of names that come and go, and nothing of a file that its writer keeps open. */
function likeAMac() {
  const logs: string[] = []
  const watching = (path: string, options: object, heard: Heard): FSWatcher => {
    const isLog = path.endsWith('-wal')
    if (isLog) logs.push(path)
    return watch(path, options, (event, name) => {
      if (isLog || event === 'rename') heard(event, name)
    })
  }
  return { watch: watching as typeof watch, logs }
}

/** Mail as a process of its own that keeps its index open, and writes when told to. */
function mailIn(home: string) {
  const child = spawn(process.execPath, [writer, home], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const done = async () => void (await once(child.stdout, 'data'))
  return {
    ready: done,
    tell: async (what: string) => {
      child.stdin.write(`${what}\n`)
      await done()
    },
  }
}

test('a message is seen within 5 s of its commit, though its writer keeps the log open', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const mail = mailIn(folder)
  await mail.ready()
  const fake = new FakeMail()
  fake.running = false
  const client = new AppleMail()
  const mac = { ...fake.mac(folder), files: filesBelow(folder, systemClock, { copies: join(folder, 'copies') }) }
  const { signal } = new AbortController()
  let seen = 0
  const look = async () => {
    const { outbox } = await client.read(mac, Date.now(), signal)
    seen = outbox.seen ? outbox.messages.length : -1
  }
  const paths = [join(folder, 'Library/Mail/V10/MailData')]
  const events = likeAMac()
  const stop = watchFolders(paths, systemClock, () => void look(), events)
  onTestFinished(() => {
    stop()
    client.close()
  })
  // Once in the log that was there, once in the one that Mail makes anew, once more in that.
  for (const [turn, what] of ['message', 'anew', 'message'].entries()) {
    // The log of now is listened to.
    await expect.poll(() => events.logs.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(turn < 2 ? 1 : 2)
    // While anybody reads, the old log stays.
    if (what === 'anew') {
      client.close()
      await readingThread().run({ is: 'close', store: 0 }, signal)
    }
    const began = performance.now()
    await mail.tell(what)
    await expect.poll(() => seen, { interval: 20, timeout: 20_000 }).toBe(turn + 1)
    expect(performance.now() - began).toBeLessThan(5_000)
  }
})
