/**
 * What a stranger on this computer may try at the door of the panel: hostile requests, windows, slow clients, crowds of
 * connections, and another server at another port that is visited by the browser in which the panel is open. The
 * figures come last; the exit status is 1 where one is not full.
 */
import { endpointOf } from '../../src/api/endpoint.ts'
import { openHttpServer } from '../../src/api/transports/http-server/server.ts'
import { answersOf, state } from '../../test/api/answers.ts'
import { openTarget } from '../../test/api/http-server/attack/target.ts'
import { crowds, servedBeside } from '../../test/api/http-server/attack/try-crowd.ts'
import { tryRequests } from '../../test/api/http-server/attack/try-requests.ts'
import { trySlow } from '../../test/api/http-server/attack/try-slow.ts'
import { tryStreams } from '../../test/api/http-server/attack/try-streams.ts'
import { launch, whyNot } from '../../test/panel/browser.ts'
import { openNeighbour } from '../../test/panel/neighbour.ts'
import { builtPanel } from '../../test/panel/open-panel.ts'
import { table } from '../statistics.ts'

interface Figure {
  name: string
  held: number
  of: number
  faults?: readonly string[]
}

const mebibytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20)
const before = mebibytes()
const figures: Figure[] = []
const full = (name: string, { tried, faults }: { tried: number; faults: readonly string[] }) =>
  figures.push({ name, held: Math.max(0, tried - faults.length), of: tried, faults })

const hasty = await openTarget({ timeoutMs: 2_000, paceMs: 1 })
full('hostile requests refused', await tryRequests(hasty))
full('windows: few listen, no stranger', await tryStreams(hasty, 500))
full('slow clients hung up on within 6 s', await trySlow(hasty, 300, 6_000))
await hasty.close()

const tries = 120
const usual = await openTarget()
for (const way of crowds)
  for (const connections of [40, 1_500]) {
    const held = await servedBeside(usual, way, { connections, tries })
    figures.push({ name: `the person is served beside ${connections} ${way} connections`, held, of: tries })
  }
await usual.close()
const after = mebibytes()

if (whyNot) figures.push({ name: `a neighbour's server in Chromium (${whyNot})`, held: 0, of: 1 })
else full('what a browser sends a neighbour opens nothing', await besideNeighbour())

/** Every request that a real browser sends it, while the panel is open, with nothing of the panel in it. */
async function besideNeighbour(): Promise<{ tried: number; faults: readonly string[] }> {
  const [browser, files] = [await launch(), await builtPanel()]
  const endpoint = endpointOf(answersOf({}))
  endpoint.tell('state', state)
  const door = await openHttpServer({ endpoint, files })
  const neighbour = await openNeighbour(door.origin)
  try {
    const panel = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await panel.goto(door.invitation())
    await panel.getByRole('heading', { name: '1 message is stuck.' }).waitFor()
    for (const page of [await panel.context().newPage(), panel]) {
      await page.goto(neighbour.origin)
      await page.getByText('It is done.').waitFor()
    }
    const faults = neighbour.captured
      .filter((one) => /cookie|authorization|token=|[\w-]{43}/i.test(JSON.stringify([one.headers, one.url, one.body])))
      .map(({ method, url }) => `${method} ${url} came with something private.`)
    const opens = (await neighbour.replay()).filter((status) => status !== 401)
    return {
      tried: neighbour.captured.length,
      faults: [...faults, ...(await neighbour.seen()), ...opens.map((status) => `Sent on, it is answered ${status}.`)],
    }
  } finally {
    await Promise.all([browser.close(), neighbour.close(), door.close()])
  }
}

for (const { name, faults = [] } of figures) for (const fault of faults) console.log(`${name}: ${fault}`)
console.log(
  table([
    ['', 'held', 'of'],
    ...figures.map(({ name, held, of }) => [name, `${held}`, `${of}`]),
    ['memory before and after', `${before} MB`, `${after} MB`],
  ]),
)
const held = figures.filter((one) => one.held === one.of).length
console.log(`doors: ${held} of ${figures.length} figures full`)
process.exitCode = held === figures.length ? 0 : 1
