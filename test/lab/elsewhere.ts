/**
 * The rest of the outside world, run inside the lab's namespace: two providers that greet on every mail port, their
 * web pages, and a web server beside the stranger's mail server. Arguments: the key and the chain for TLS.
 */
import { readFileSync } from 'node:fs'
import { createServer as createWeb } from 'node:http'
import { createServer as createSecureWeb } from 'node:https'
import { createServer, type Server } from 'node:net'
import { createServer as createSecure } from 'node:tls'
import { controls, mailPorts, stranger } from './hosts.ts'

const [key = '', chain = ''] = process.argv.slice(2)
const tls = { key: readFileSync(key), cert: readFileSync(chain) }
/** What the captive checks expect to read. */
const page = 'Success'

const greetings: Record<number, string> = {
  25: '220 control ESMTP',
  465: '220 control ESMTP',
  587: '220 control ESMTP',
  110: '+OK ready',
  995: '+OK ready',
  143: '* OK [CAPABILITY IMAP4rev1] ready',
  993: '* OK [CAPABILITY IMAP4rev1] ready',
}
const encrypted = [465, 993, 995]

/** Greets and, whatever it hears, says goodbye: nobody has business with it beyond a sign of life. */
function mailServer(port: number): Server {
  const greet = (socket: import('node:net').Socket) => {
    socket.on('error', () => {})
    socket.write(`${greetings[port]}\r\n`)
    socket.once('data', () => socket.end())
  }
  return encrypted.includes(port) ? createSecure(tls, greet) : createServer(greet)
}

const servers = [...controls, stranger].flatMap(({ ipv4, ipv6 }) =>
  [ipv4, ipv6].flatMap((host) => [
    ...mailPorts.map((port) => ({ host, port, server: mailServer(port) })),
    { host, port: 80, server: createWeb((_request, response) => response.end(page)) },
    { host, port: 443, server: createSecureWeb(tls, (_request, response) => response.end(page)) },
  ]),
)

await Promise.all(
  servers.map(({ host, port, server }) => {
    server.on('error', () => {})
    server.on('tlsClientError', () => {})
    return new Promise<void>((resolve) => server.listen(port, host, resolve))
  }),
)
process.stdout.write('ready\n')
