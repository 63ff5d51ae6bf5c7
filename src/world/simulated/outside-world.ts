import { domainOf } from '../../core/mail.ts'
import type { Outside } from '../../core/outside.ts'
import { feedPages } from './feeds.ts'
import { publishedPages } from './published.ts'
import { releasePage } from './published-release.ts'
import type { Scene } from './scene.ts'
import type { SceneMachine, ScenePage } from './schema/hosts.ts'
import { type MachineInFull, mailPorts } from './services.ts'

/** The machines of the outside world in good health, as its data lists them; what is the matter comes later. */
export function outsideMachines(scene: Scene, outside: Outside): Map<string, SceneMachine> {
  const machines = new Map<string, MachineInFull>()
  const pages = [...plainPages(scene, outside), ...feedPages(scene, outside), ...publishedPages(scene, outside)]
  // A domain with odd characters has no pages.
  for (const [url, page] of pages) if (URL.canParse(url)) addPage(machines, new URL(url), page)
  for (const { host, ports } of outside.controlHosts) for (const port of ports) addPort(machines, host, port)
  for (const { server } of outside.publicResolvers) {
    const machine = machines.get(server) ?? {}
    machines.set(server, { ...machine, ports: { ...machine.ports, 53: 'open' } })
  }
  // The last, so that no other host gets another address by it.
  const [address, page] = releasePage(scene)
  addPage(machines, new URL(address), page)
  return machines
}

function plainPages(scene: Scene, outside: Outside): [string, ScenePage][] {
  const asked = domainOf(scene.account.email)
  const portal = typeof scene.outside === 'object' ? scene.outside.captiveChecks : undefined
  const captive = outside.captiveChecks.map(({ url, body }): [string, ScenePage] => [
    url,
    typeof portal === 'object' ? portal : { body },
  ])
  const nothing = [...outside.settingsDirectories, ...outside.autodiscover]
    .map((template) => template.replaceAll('{domain}', asked || 'example.invalid'))
    // What stands under the domain itself is the domain's to run, not the outside world's.
    .filter((url) => asked !== '' && URL.canParse(url) && !new URL(url).hostname.endsWith(asked))
    .map((url): [string, ScenePage] => [url, { status: 404, body: 'Not found' }])
  const doh = outside.dohResolvers.map(({ url }): [string, ScenePage] => [url, { status: 400, body: '' }])
  return [...captive, ...outside.clocks.map((url): [string, ScenePage] => [url, { body: 'Hello' }]), ...nothing, ...doh]
}

function addPage(machines: Map<string, MachineInFull>, url: URL, page: ScenePage): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const machine = machines.get(host) ?? {}
  const web = typeof machine.web === 'object' ? machine.web : {}
  machines.set(host, { ...machine, web: { ...web, pages: { ...web.pages, [url.pathname + url.search]: page } } })
}

/** A control host listens where the data says, and on no other mail port. */
function addPort(machines: Map<string, MachineInFull>, host: string, port: number): void {
  const machine = machines.get(host) ?? {}
  if (!mailPorts.includes(port)) machines.set(host, { ...machine, web: machine.web ?? 'healthy' })
  else machines.set(host, { ...machine, ports: { ...machine.ports, [port]: {} } })
}

/** Which part of the outside a host plays, by the names of the scene's fields. */
export function partsOf(host: string, outside: Outside) {
  const among = (urls: readonly string[]) => urls.some((url) => URL.canParse(url) && new URL(url).hostname === host)
  return {
    controlHosts: outside.controlHosts.some((control) => control.host === host),
    captiveChecks: among(outside.captiveChecks.map(({ url }) => url)),
    clocks: among(outside.clocks),
    publicResolvers: outside.publicResolvers.some(({ server }) => server === host),
    dohResolvers: among(outside.dohResolvers.map(({ url }) => url)),
    statusFeeds: among(outside.statusFeeds.map(({ url }) => url)),
  }
}
