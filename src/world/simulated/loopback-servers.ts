import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { Millis } from '../../core/time.ts'
import { identityFor } from './certificate-authority.ts'
import type { SimulatedClock } from './clock.ts'
import type { ResolvedScene } from './resolved-scene.ts'
import { acceptedLogin } from './scene-accounts.ts'
import { familyOf, type SceneHost } from './scene-hosts.ts'
import { type DnsListener, listenForQueries } from './servers/dns-server.ts'
import { acceptTls, tlsContextFor } from './servers/encrypt.ts'
import { Loopback } from './servers/loopback.ts'
import { type MailServer, serveMail } from './servers/mail-session.ts'
import { SceneMailbox } from './servers/scene-mailbox.ts'
import { breakConnection } from './servers/server-faults.ts'
import { webServer } from './servers/web-server.ts'
import type { Service } from './services.ts'
import { sceneCertificateOf, shapedByWay, wayOf } from './shaped-by-path.ts'

const slowness: Millis = 3_000
const mute = 'a port that is open and says nothing'

/** The scene's sockets: one port on loopback for each open port of each host, one resolver for each address. */
export class LoopbackServers {
  readonly #resolved: () => ResolvedScene
  readonly #clock: SimulatedClock
  readonly #loopback = new Loopback()
  readonly #post = new SceneMailbox()
  readonly #resolvers = new Map<string, DnsListener>()
  readonly #contexts = new Map<string, Promise<SecureContext>>()
  #over = false

  constructor(resolved: () => ResolvedScene, clock: SimulatedClock) {
    this.#resolved = resolved
    this.#clock = clock
  }

  /** Opens what the situation needs and is not open yet. */
  async build(): Promise<void> {
    if (this.#over) return
    const { places, resolvers } = this.#resolved()
    const doors = [...places.byName.values()].flatMap((place) =>
      [...place.ports].flatMap(([port, { service }]) =>
        ([4, 6] as const)
          .filter((family) => family === 4 || differsByFamily(service))
          .map((family) =>
            this.#loopback.open(nameOf(place, port, family), (socket) =>
              this.#accept(socket, place.host, port, family),
            ),
          ),
      ),
    )
    await Promise.all([
      this.#loopback.open(mute, () => {}),
      ...doors,
      ...resolvers.map((server) => this.#openResolver(server)),
    ])
  }

  /** The loopback port behind an address of the play. */
  listening = (address: string, port: number, transport: 'tcp' | 'udp'): number | undefined => {
    if (transport === 'udp') return this.#resolvers.get(address)?.port
    const place = this.#resolved().places.byAddress.get(address)
    if (!place) return this.#loopback.portOf(mute)
    // One listener for both families, unless its server has other words for one of them.
    const own = this.#loopback.portOf(nameOf(place, port, familyOf(address)))
    return own ?? this.#loopback.portOf(nameOf(place, port, 4)) ?? this.#loopback.portOf(mute)
  }

  async close(): Promise<void> {
    if (this.#over) return
    this.#over = true
    await Promise.all([this.#loopback.close(), ...[...this.#resolvers.values()].map((each) => each.close())])
  }

  async #openResolver(server: string): Promise<void> {
    if (this.#resolvers.has(server)) return
    const listener = await listenForQueries(() => this.#resolved().names(server), this.#clock)
    if (this.#over) await listener.close()
    else this.#resolvers.set(server, listener)
  }

  #accept(socket: Socket, host: string, port: number, family: 4 | 6): void {
    const resolved = this.#resolved()
    const place = resolved.places.byName.get(host)
    const service = place?.ports.get(port)?.service
    // No service behind an open port: it stays open and silent.
    if (!place || !service) return
    const way = wayOf(resolved.scene)
    const slow = place.addresses.some((address) => resolved.reachability(address, port) === 'slow')
    const delay = (slow ? slowness : 0) + (way?.delay ?? 0) + delayOf(service)
    const shaped = shapedByWay(toldTo(family, service), way)
    const served =
      shaped.protocol === 'web'
        ? this.#serveWeb(socket, shaped, delay)
        : serveMail(socket, this.#mailServer(shaped, delay))
    served.catch(() => socket.destroy())
  }

  #mailServer(service: Extract<Service, { speaker: unknown }>, delay: Millis): MailServer {
    const login = acceptedLogin(this.#resolved().scene, service)
    return { ...service, login, post: this.#post, delay, clock: this.#clock, context: () => this.#context(service) }
  }

  async #serveWeb(socket: Socket, service: Extract<Service, { website: unknown }>, delay: Millis): Promise<void> {
    const { scene, outside, names } = this.#resolved()
    const way = wayOf(scene)
    if (service.mode === 'tls' && way?.largePackets === 'lost') return breakConnection('stall', socket)
    const stream = service.mode === 'tls' ? await acceptTls(socket, await this.#context(service)) : socket
    const doh = outside.dohResolvers.map(({ url }) => new URL(url)).find(({ hostname }) => hostname === service.host)
    const instead = service.mode === 'tls' ? undefined : way?.web === 'captive' ? portal : way?.web
    if (!stream) return
    webServer({
      website: service.website,
      delay,
      clock: this.#clock,
      ...(instead && { instead }),
      ...(doh && { doh: { path: doh.pathname, view: names(service.host) } }),
    })(stream)
  }

  /** A host's certificate stays the same for all its visitors. */
  #context(service: Service): Promise<SecureContext> {
    const wish = sceneCertificateOf(service)
    const tls = service.protocol === 'web' ? service.website.tls : service.speaker.tls
    const name = JSON.stringify([service.host, wish, tls])
    const made =
      this.#contexts.get(name) ??
      identityFor(service.host, wish, this.#clock.truth()).then((identity) => tlsContextFor(identity, tls))
    this.#contexts.set(name, made)
    return made
  }
}

const portal = {
  status: 302,
  headers: { Location: 'http://login.wifi.example/welcome' },
  body: '<html><title>Welcome</title>Please sign in to use this network.</html>',
}

function delayOf(service: Service): Millis {
  return (service.protocol === 'web' ? service.website : service.speaker).delay ?? 0
}

function differsByFamily(service: Service | undefined): boolean {
  return service !== undefined && service.protocol !== 'web' && service.speaker.repliesToIpv6 !== undefined
}

/** A service as it speaks to a client that came by this family. */
function toldTo(family: 4 | 6, service: Service): Service {
  if (family === 4 || service.protocol === 'web' || !service.speaker.repliesToIpv6) return service
  const { speaker } = service
  return { ...service, speaker: { ...speaker, replies: { ...speaker.replies, ...speaker.repliesToIpv6 } } }
}

function nameOf(place: SceneHost, port: number, family: 4 | 6): string {
  return `${place.host} ${port} ${family}`
}
