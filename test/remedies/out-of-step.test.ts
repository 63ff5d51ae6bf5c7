// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { expect, onTestFinished, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { openSceneSession } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'

const signal = new AbortController().signal

/** An account that was examined and compared with its server. */
async function compared(scene: Scene) {
  const { played, agent, request, close } = await openSceneSession(scene, { speed: 1 })
  onTestFinished(close)
  const [known] = played.accounts
  if (!known) throw new Error('no account')
  const observation = played.observationOf(known)
  const asked = { account: known, ...(observation && { observation }), outside: request.outside, signal }
  const { account } = await played.hasten(agent.examine(asked))
  const client = observation?.client ?? 'apple-mail'
  await played.hasten(agent.sync({ account: known, client, signal }))
  const treat = (remedy: string, lines: string[] = []) =>
    played.hasten(
      agent.treat({
        account,
        remedy,
        signal,
        onProgress(progress) {
          if (progress.is === 'told') lines.push(render(progress.line))
          played.mends(remedy, progress.is)
        },
      }),
    )
  return {
    offers: () => agent.offersOutOfStep(account).map(({ remedy }) => remedy.id),
    treat,
    agent,
    account,
    app: () => played.observationOf(known),
  }
}

const behind = 'sync-mail-misses-new-mail'

test('an account that is behind is brought in step, and that is checked on both sides', async () => {
  const { offers, treat, agent, account } = await compared(loadScene(behind))
  expect(offers()).toEqual(['synchronise-account', 'reconnect-client'])
  const result = await treat('synchronise-account')
  expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'cured', remedy: 'synchronise-account' } })
  expect(agent.syncReport(account)).toMatchObject({ verdict: 'in-step' })
  expect(offers()).toEqual([])
})

test('where that did not help, nobody says that it did', async () => {
  const { offers, treat } = await compared({ ...loadScene(behind), mends: [] })
  const result = await treat('synchronise-account')
  expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
  const words = result.is === 'treated' ? result.treatment.words : undefined
  expect(words && render(words)).toBe('The mail app and its server still differ in the same.')
  expect(offers()).toContain('reconnect-client')
})

test('who connects the mail app anew leaves it online', async () => {
  const { treat, app } = await compared({ ...loadScene(behind), mends: [] })
  expect(await treat('reconnect-client')).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
  expect(app()).toMatchObject({ client: 'apple-mail', offline: false })
})

test('an index with holes is rebuilt by hand, and nothing else is offered', async () => {
  const { offers } = await compared(loadScene('sync-index-with-holes'))
  expect(offers()).toEqual(['rebuild-mailbox'])
})

test('a copy that was not filed is put into Sent on the server, once', async () => {
  const { offers, treat, agent, account } = await compared(loadScene('sync-sent-copy-not-filed'))
  expect(offers()).toEqual(['file-sent-copies', 'file-sent-by-hand'])
  const lines: string[] = []
  const result = await treat('file-sent-copies', lines)
  expect(lines).toContain('The server has the copy now.')
  expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'cured' } })
  expect(agent.syncReport(account)).toMatchObject({ verdict: 'in-step' })
})

test('a copy that the server has after all is not filed again', async () => {
  const { treat } = await compared({ ...loadScene('sync-sent-copy-not-filed'), mends: [] })
  const [first, second]: string[][] = [[], []]
  await treat('file-sent-copies', first)
  await treat('file-sent-copies', second)
  expect(first).toContain('The server has the copy now.')
  expect(second).toContain('The server had the copy already, so none was added.')
})
