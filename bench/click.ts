import { openApi } from '../src/api/answers/api-answers.ts'
import { panelOn } from '../src/api/panel.ts'
import { render } from '../src/core/render.ts'
import { openSceneSession } from '../src/session/scene.ts'
import { loadScene } from '../src/world/simulated/library.ts'

/**
 * From the click to "That helped" in `hotel-wifi-blocks-587`, at the speed of life: real time, real sockets. Leaps only
 * until the message is stuck. Exits with 1 where it takes more than ten seconds.
 */
const mostMs = 10_000
const scene = 'hotel-wifi-blocks-587'

const session = await openSceneSession(loadScene(scene), { name: scene, speed: 1 })
const api = openApi({ about: { name: 'Outbox Doctor', version: '0', license: 'MIT' }, session })
const panel = panelOn(api.endpoint)
const { promise: stuck, resolve } = Promise.withResolvers<string>()
const phases: { phase: string; at: number }[] = []
panel.listen({
  state({ status, diagnosis }) {
    if (status === 'stuck' && diagnosis?.causes[0]) resolve(diagnosis.account)
  },
  treating: ({ phase }) => {
    if (phases.at(-1)?.phase !== phase) phases.push({ phase, at: performance.now() })
  },
})
const account = await session.played.hasten(stuck)
const offers = await panel.ask.offers({ account })
const first = offers.ok ? offers.value.find(({ blocked }) => blocked === undefined) : undefined
if (first?.kind !== 'act') throw new Error(`The first offer is no click: ${first?.remedy}`)
const clicked = performance.now()
const answer = await panel.ask.treat({ account, remedy: first.remedy })
const tookMs = performance.now() - clicked
if (!answer.ok || answer.value.is !== 'treated') throw new Error('It was refused.')
const { outcome, label } = answer.value.treatment
console.log(`${scene}: “${render(label)}”, ${outcome}, ${(tookMs / 1_000).toFixed(1)} s from the click`)
for (const [index, { phase, at }] of phases.entries()) {
  const until = phases[index + 1]?.at
  if (until !== undefined) console.log(`  ${phase}: ${((until - at) / 1_000).toFixed(1)} s`)
}
await api.close()
process.exitCode = outcome === 'cured' && tookMs <= mostMs ? 0 : 1
