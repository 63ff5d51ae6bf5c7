import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agentOn } from '../../src/app/house.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { ownFolder } from '../history/folder.ts'

test('a history that cannot be opened ends nothing, and is not kept quiet', () => {
  const folder = ownFolder()
  const kept = agentOn(realWorld(), join(folder, 'history.sqlite'))
  expect(kept.forgets).toBe(false)
  kept.agent.close()
  // A folder in its place.
  const { agent, forgets } = agentOn(realWorld(), folder)
  expect(forgets).toBe(true)
  expect(agent.episodes(0)).toEqual([])
  agent.close()
})
