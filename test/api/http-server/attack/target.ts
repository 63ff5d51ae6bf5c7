import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { endpointOf } from '../../../../src/api/endpoint.ts'
import { okAnswer } from '../../../../src/api/schema/answer.ts'
import { panelFiles } from '../../../../src/api/static.ts'
import { exchangeInvitation } from '../../../../src/api/transports/http-client.ts'
import { type HttpServer, openHttpServer } from '../../../../src/api/transports/http-server/server.ts'
import { answersOf, state } from '../../answers.ts'
import type { Aim } from './requests.ts'

/** A door with something to steal behind it, and the person who may come in. */
export interface Target {
  door: HttpServer
  aim: Aim
  /** What has been done behind the door for whoever asked, since the last time this was read. */
  done(): string[]
  /** What must get out to nobody. */
  secrets: readonly string[]
  /** Whether the person gets the panel and an answer, each by a connection of its own. */
  serves(): Promise<boolean>
  close(): Promise<void>
}

/** A person who waits longer has been kept out. */
const patienceMs = 5_000

export async function openTarget(options: { timeoutMs?: number; paceMs?: number } = {}): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-attack-'))
  const panel = join(folder, 'panel')
  mkdirSync(join(panel, 'assets'), { recursive: true })
  writeFileSync(join(panel, 'index.html'), '<!doctype html>')
  writeFileSync(join(panel, 'assets', 'large.js'), `//${'x'.repeat(2_000_000)}`)
  writeFileSync(join(folder, 'secret.html'), 'canary-file')
  writeFileSync(join(panel, '.env'), 'canary-file')
  symlinkSync(join(folder, 'secret.html'), join(panel, 'link.html'))

  const done: string[] = []
  const remember = (what: string) => done.push(what)
  const [message] = state.waiting
  const waiting = message ? [{ ...message, subject: 'canary-subject' }] : []
  const endpoint = endpointOf(
    answersOf({
      state() {
        remember('state')
        return okAnswer({ ...state, waiting })
      },
      removeEverything() {
        remember('removeEverything')
        return okAnswer({})
      },
    }),
  )
  endpoint.tell('state', { ...state, waiting })
  const door = await openHttpServer({ endpoint, files: panelFiles(panel), ...options })
  const { origin } = door
  const token = new URLSearchParams(new URL(door.invitation()).hash.split('?')[1]).get('token') ?? ''
  const own: typeof fetch = (url, init) => fetch(url, { ...init, headers: { origin, ...init?.headers } })
  const key = (await exchangeInvitation(token, origin, own)) ?? ''
  const headers = { origin, authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  return {
    door,
    aim: { host: new URL(origin).host, origin, key, outside: join(folder, 'secret.html') },
    done: () => done.splice(0),
    secrets: ['canary-subject', 'canary-file', key, token],
    async serves() {
      const panel = await answered(origin, 'GET', {})
      const answer = await answered(`${origin}/ask/state`, 'POST', headers)
      return panel === '<!doctype html>' && answer?.includes('canary-subject') === true
    },
    async close() {
      await door.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function answered(url: string, method: string, headers: Record<string, string>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const sent = request(url, { method, headers, agent: false, signal: AbortSignal.timeout(patienceMs) })
    sent.on('error', () => resolve(undefined))
    sent.on('response', (response) => text(response).then(resolve, () => resolve(undefined)))
    sent.end(method === 'POST' ? '{}' : undefined)
  })
}
