import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Another server on this computer, as any other user may start one, whose page does what it can to the panel. */
export interface Neighbour {
  origin: string
  /** Everything that browsers sent it. */
  captured: readonly { method: string; url: string; headers: IncomingHttpHeaders; body: string }[]
  /** What its page could read of the panel's answers. */
  seen(): Promise<readonly string[]>
  /** Asks at the panel's door with whatever it was sent, and with the Host and Origin of the panel; all statuses. */
  replay(): Promise<number[]>
  close(): Promise<void>
}

const page = (panel: string) => `<!doctype html><title>Next door</title><p id="told">…</p>
<iframe name="within" src="${panel}/"></iframe><img src="${panel}/tells"><script src="${panel}/ask/state"></script>
<form method="post" action="/form" target="within"><input name="a" value="b"></form>
<script type="module">
  const told = []
  const keep = async (answer) => told.push(await (await answer).text())
  const ways = [
    () => keep(fetch('/own', { credentials: 'include' })),
    () => keep(fetch('${panel}/tells', { credentials: 'include' })),
    () => keep(fetch('${panel}/', { credentials: 'include' })),
    () => keep(fetch('${panel}/ask/state', { method: 'POST', credentials: 'include', body: '{}' })),
    () => keep(fetch('${panel}/ask/state', {
      method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, body: '{}',
    })),
    () => told.push(JSON.stringify(frames[0].sessionStorage)),
    () => { const there = open('${panel}/'); told.push(there.document.body.textContent) },
    () => document.forms[0].submit(),
  ]
  for (const way of ways) try { await way() } catch {}
  await fetch('/seen', { method: 'POST', body: JSON.stringify(told.filter((one) => one !== 'next door' && one !== '')) })
  document.querySelector('#told').textContent = 'It is done.'
</script>`

export async function openNeighbour(panel: string): Promise<Neighbour> {
  const captured: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (asked, answer) => {
    const { method = '', url = '', headers } = asked
    captured.push({ method, url, headers, body: await text(asked) })
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(url === '/' ? page(panel) : 'next door')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    captured,
    async seen() {
      return captured.filter(({ url }) => url === '/seen').flatMap(({ body }) => JSON.parse(body) as string[])
    },
    async replay() {
      const statuses = new Set<number>()
      for (const { headers } of captured) {
        const own = Object.fromEntries(
          Object.entries(headers).filter(([name]) => !/^(sec-|content-|origin)/.test(name)),
        )
        const sent = request(`${panel}/ask/state`, {
          method: 'POST',
          headers: { ...own, host: new URL(panel).host, origin: panel, 'content-type': 'application/json' },
        })
        sent.end('{}')
        const [{ statusCode }] = await once(sent, 'response')
        statuses.add(statusCode)
      }
      return [...statuses]
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
