import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../../src/agent.ts'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { panelOn } from '../../../src/api/panel.ts'
import { fixRulesIn } from '../../../src/core/fix-rules.ts'
import { rendered } from '../../../src/core/rendered.ts'
import { openSceneSession } from '../../../src/session/scene.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'

test('what an organisation does not allow is shown and refused, whoever asks: an act, a guide, its place, and a text', async () => {
  const session = await openSceneSession(loadScene('hotel-wifi-blocks-587'), { speed: 1 })
  const forbiddenFixes: string[] = []
  const rules = () => fixRulesIn({ settings: { forbiddenFixes }, locked: ['forbiddenFixes'], lockedBy: 'Example GmbH' })
  session.agent.close()
  const agent = startAgent(session.world, ':memory:', rules)
  const api = openApi({ about: { name: '', version: '0', license: '' }, session: { ...session, agent } })
  onTestFinished(() => api.close())
  const { ask } = panelOn(api.endpoint)
  const [account] = session.played.accounts
  const { id = '' } = account ?? {}
  const request = { account: account ?? { email: '' }, messages: account ? session.played.messagesOf(account) : [] }
  const { outside } = session.played
  await session.played.hasten(agent.examine({ ...request, outside, signal: AbortSignal.timeout(60_000) }))
  const before = await ask.offers({ account: id })
  const offers = before.ok ? before.value : []
  const kinds = Object.groupBy(offers, ({ kind }) => kind)
  const [act, guide, note] = [kinds.act?.[0], kinds.guide?.[0], kinds.note?.[0]]
  if (!act || !guide || !note) throw new Error('This scene is to offer one of each.')
  forbiddenFixes.push(...offers.map(({ remedy }) => remedy))

  const now = await ask.offers({ account: id })
  const sentence = 'Example GmbH does not allow this.'
  for (const offer of now.ok ? now.value : [])
    expect(rendered(offer)).toMatchObject({ forbidden: true, blocked: sentence })
  expect(now.ok && now.value).toHaveLength(offers.length)
  const of = ({ remedy }: { remedy: string }) => ({ account: id, remedy })
  const treated = rendered(await ask.treat({ ...of(act), password: 'canary', keep: true }))
  expect(treated).toEqual({ ok: true, value: { is: 'refused', why: sentence } })
  expect(await session.secrets.read(id)).not.toMatchObject({ secret: 'canary' })
  expect(rendered(await ask.treat(of(guide)))).toEqual({ ok: true, value: { is: 'refused', why: sentence } })
  const refused = { ok: false, error: { kind: 'refused', sentence } }
  expect(rendered(await ask.guide(of(guide)))).toEqual(refused)
  expect(rendered(await ask.openGuide(of(guide)))).toEqual(refused)
  expect(rendered(await ask.notes(of(note)))).toEqual(refused)
  expect(await ask.treatments()).toEqual({ ok: true, value: [] })

  forbiddenFixes.length = 0
  expect(await ask.guide(of(guide))).toMatchObject({ ok: true })
  expect(await ask.notes(of(note))).toMatchObject({ ok: true })
})
