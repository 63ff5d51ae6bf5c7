import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer as createWebServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Outside } from '../../src/core/outside.ts'
import { ownFolder } from '../history/folder.ts'
import { startNameServer } from '../name-server.ts'

/** An account whose server, names and outside world all are on loopback; the arguments of `check` that say so. */
export async function madeUpAccount(serve: (socket: Socket) => void) {
  const folder = ownFolder()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    serve(socket)
  })
  const port = await listening(server)
  const page = createWebServer((_request, response) => response.end('Open')).on('error', () => {})
  const captive = { url: `http://127.0.0.1:${await listening(page)}/`, body: 'Open' }
  const names = await startNameServer({ 'mail.example.test': { A: ['127.0.0.1'] }, 'known.test': { A: ['127.0.0.1'] } })
  onTestFinished(() => names.stop())
  const resolver = `127.0.0.1:${names.port}`
  const outside: Outside = {
    captiveChecks: [captive],
    controlHosts: [{ host: '127.0.0.1', vendor: 'Nobody', ports: [port] }],
    controlNames: ['known.test'],
    publicResolvers: [{ server: resolver, name: 'Own' }],
    dohResolvers: [],
    clocks: [],
    settingsDirectories: [],
    autodiscover: [],
    statusFeeds: [],
    blocklists: [],
  }
  const outgoing = { host: 'mail.example.test', port, security: 'none' }
  const file = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(content))
    return join(folder, name)
  }
  const account = file('account.json', { email: 'canary-anna@example.test', outgoing })
  const args = ['check', '--account', account, '--resolver', resolver, '--outside', file('outside.json', outside)]
  return { args, server, folder }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A small mail server that knows enough SMTP to be left politely. */
export function politeSmtp(socket: Socket): void {
  socket.write('220 mail.example.test ESMTP\r\n')
  let heard = ''
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1')
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const verb = heard.slice(0, 4).toUpperCase()
      heard = heard.slice(end + 2)
      if (verb === 'EHLO') socket.write('250-mail.example.test\r\n250 SIZE 1000000\r\n')
      else if (verb === 'QUIT') socket.end('221 2.0.0 Bye\r\n')
      else socket.write('502 5.5.1 No\r\n')
    }
  })
}
