import type { Net } from '../../../core/world.ts'
import { untilAborted } from '../until-aborted.ts'
import { SocketConnection } from './connection.ts'
import { dialDirectly } from './dial.ts'
import { resolveByHttps } from './doh.ts'
import { fetchText, type HttpDeps } from './http.ts'
import { lookupByResolver, lookupBySystem } from './lookup.ts'
import type { NetOptions } from './options.ts'
import { resolveBy } from './resolve.ts'
import { rootsWith } from './roots.ts'
import { fileSentCopy } from './sign-in/file-sent.ts'
import { locateMessage, putMessageAway } from './sign-in/own-message.ts'
import { sendMail } from './sign-in/send-mail.ts'
import { signInToServer } from './sign-in/sign-in.ts'
import { viewServer } from './sign-in/view-server.ts'
import { openSocket } from './socket.ts'
import { systemResolvers } from './system-resolvers.ts'
import { judgeTrust } from './trust.ts'

export type { Destination, Dial } from './dial.ts'
export type { NetOptions } from './options.ts'

/** The net by real sockets. Every time limit goes by the clock at hand, never by a library's own timer. */
export function realNet(options: NetOptions): Net {
  const { clock, dial = dialDirectly, resolver, judge } = options
  const resolvers = () => (resolver === undefined ? systemResolvers() : [resolver])
  const resolve = resolveBy(clock, dial, resolvers)
  const lookup: Net['lookup'] = (name, signal) =>
    resolver === undefined ? lookupBySystem(clock, name, signal) : lookupByResolver(resolve, resolver, name, signal)
  const open: HttpDeps['open'] = (...to) => openSocket({ clock, dial }, ...to)
  const { extraRoots: extra, publicRoots: extraPublic, systemRoots: system } = options
  const roots = rootsWith({ extra, extraPublic, system })
  const web: HttpDeps = { clock, roots, lookup, open }
  return {
    lookup,
    resolvers,
    resolve: (name, type, server, signal) =>
      typeof server === 'object' && 'doh' in server
        ? resolveByHttps(web, server.doh, name, type, signal)
        : resolve(name, type, server, signal),
    async connect(address, port, timeoutMs, signal) {
      const { attempt, socket } = await open(address, port, timeoutMs, signal)
      return socket ? { attempt, connection: new SocketConnection(address, socket, clock, signal) } : { attempt }
    },
    http: (request, signal) => fetchText(web, request, signal),
    trust: (chain, host, signal) => judgeTrust({ clock, roots, judge }, chain, host, signal),
    roots: async (signal) => {
      await untilAborted(roots.system(), signal)
      return roots.reading()
    },
    signIn: (server, address, login, signal) => signInToServer({ clock, dial, roots, server, address, login }, signal),
    send: (server, address, login, mail, signal) =>
      sendMail({ clock, dial, roots, server, address, login }, mail, signal),
    locate: (server, address, login, { messageId, everywhere }, signal) =>
      locateMessage({ clock, dial, roots, server, address, login }, messageId, everywhere, signal),
    putAway: (server, address, login, messageId, signal) =>
      putMessageAway({ clock, dial, roots, server, address, login }, messageId, signal),
    fileSent: (server, address, login, copy, signal) =>
      fileSentCopy({ clock, dial, roots, server, address, login }, copy, signal),
    serverView: (server, address, login, known, signal) =>
      viewServer({ clock, dial, roots, server, address, login }, known, signal),
  }
}
