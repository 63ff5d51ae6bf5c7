import { expect, test } from 'vitest'
import { hasten, visit } from './play.ts'

test('a message that waits is opened in its app, left alone, and watched again', async () => {
  const { panel, until } = visit()
  await panel.ask.playScene({ name: 'wedding-photos-too-large' })
  const stuck = await until(({ episodes, diagnosis, examining }) => episodes.length > 0 && !!diagnosis && !examining)
  const [message] = stuck.waiting
  if (!message) throw new Error('Nothing waits.')
  expect(stuck.clients.find(({ client }) => client === 'apple-mail')?.showsMessages).toBe(true)
  expect(await hasten(panel.ask.showMessage({ message: message.id }))).toEqual({ ok: true, value: {} })
  expect(await hasten(panel.ask.showMessage({ message: 'another' }))).toMatchObject({
    ok: false,
    error: { kind: 'not-found', sentence: { key: 'The message no longer waits there.' } },
  })

  await hasten(panel.ask.putAside({ message: message.id, how: 'ignore' }))
  // Found anew without it, the way is free.
  const alone = await until(({ status, headline }) => status === 'clear' && headline?.is === 'aside')
  expect(alone).toMatchObject({ episodes: [], lastEpisode: { end: 'ignored' }, waiting: [{ aside: {} }] })
  expect(alone.headline).toEqual({ is: 'aside', count: 1 })
  expect(alone.diagnosis?.causes).toEqual([])

  await hasten(panel.ask.putAside({ message: message.id, how: 'watch' }))
  await until(({ headline }) => headline?.is === 'stuck' && headline.cause?.id === 'message-too-large')
}, 60_000)
