import type { Scene } from './scene.ts'
import type { SceneCertificate, SceneMailServer } from './schema/hosts.ts'
import type { SceneMac } from './schema/mac-state.ts'
import type { NetworkPath } from './schema/surroundings.ts'
import { mailPorts, type Service } from './services.ts'

/** What fits into one packet everywhere. */
const onePacket = 1_200

/** What happens on the way as this Mac uses it: packets that are small enough are not lost. */
export function wayOf({ mac, way }: Scene): NetworkPath | undefined {
  if (way?.packetsUpTo === undefined || packetSizeOf(mac ?? {}) > way.packetsUpTo) return way
  const { largePackets: _, ...passes } = way
  return passes
}

function packetSizeOf({ routes, interfaces }: SceneMac): number {
  const first = routes?.default
  const told = first === undefined || first === 'none' ? undefined : first.mtu
  return told ?? interfaces?.[0]?.mtu ?? 1_500
}

/** A service as it looks from this Mac, after everything on the way has had its hands on it. */
export function shapedByWay(service: Service, way: NetworkPath | undefined): Service {
  if (!way || way.except?.some((each) => each.toLowerCase() === service.host)) return service
  const certificate = way.inspector && inspected(sceneCertificateOf(service), way.inspector)
  if (service.protocol === 'web') {
    return certificate ? { ...service, website: { ...service.website, certificate } } : service
  }
  const isMail = mailPorts.includes(service.port)
  const cut = way.largePackets === 'lost' ? 'stall' : isMail ? way.tls : undefined
  const speaker: SceneMailServer = {
    ...service.speaker,
    ...(certificate && { certificate }),
    ...(cut && { breaks: { at: 'tls' as const, how: cut } }),
    ...(way.largePackets === 'lost-up' && { hearsUpTo: onePacket }),
    ...(isMail &&
      (way.longHello || way.largePackets === 'lost-up') && {
        breaks: { at: 'tls' as const, how: 'stall' as const, above: onePacket },
      }),
    ...(way.starttls && { starttls: way.starttls }),
    // RFC 3207 §6 knows such boxes: every character of the greeting becomes an asterisk.
    ...(way.greeting && service.protocol === 'smtp' && { greeting: `220 ${'*'.repeat(40)}` }),
  }
  return { ...service, speaker }
}

export function sceneCertificateOf(service: Service): SceneCertificate {
  return (service.protocol === 'web' ? service.website : service.speaker).certificate ?? {}
}

/** An inspecting box copies names and dates, and signs by itself. */
function inspected(original: SceneCertificate, inspector: NonNullable<NetworkPath['inspector']>): SceneCertificate {
  const { intermediate: _, ...kept } = original
  return { ...kept, issuer: inspector }
}
