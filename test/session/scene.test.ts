import { expect, test } from 'vitest'
import { openSceneSession, sceneSpeed, scenesToPlay } from '../../src/session/scene.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { ownFolder } from '../history/folder.ts'

test('a scene is called as it is in the list, in German, too', async () => {
  const { all, play } = scenesToPlay()
  const [first] = all()
  const session = await play(first?.name ?? '')
  const { group, ...told } = first ?? {}
  expect(group).toBe('first')
  expect(session.scene).toEqual(told)
  expect(session.scene.de?.title).toEqual(expect.any(String))
  expect(session.speed).toBe(sceneSpeed.watching)
  await session.close()
})

test('every story stands where its mail stops, and none at a place without a name', () => {
  const groupOf = new Map(
    scenesToPlay()
      .all()
      .map(({ name, group }) => [name, group]),
  )
  expect(groupOf.get('provider-closed-587')).toBe('path')
  expect(groupOf.get('quiet-morning')).toBe('well')
  expect(groupOf.get('gmail-wants-an-app-password')).toBe('signing-in')
})

test('a password lives as long as the play', async () => {
  const session = await openSceneSession(loadScene('healthy-gmail'), { name: 'healthy-gmail' })
  await session.secrets.keep('an account', { secret: 'canary', method: 'password' })
  expect(await session.world.secrets.read('an account')).toMatchObject({ secret: 'canary' })
  await session.close()
})

test('a history that was named must work', async () => {
  const opening = openSceneSession(loadScene('healthy-gmail'), { database: ownFolder() })
  await expect(opening).rejects.toMatchObject({ name: 'HistoryNotOpened' })
})
