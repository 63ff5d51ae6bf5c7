import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { appWordsIn } from '../../src/app/app-words.ts'
import { tellUncaught } from '../../src/app/own-fault.ts'
import { memoryLog } from '../../src/core/log.ts'
import { HandClock } from '../hand-clock.ts'

test.each(['en', 'de'])('what nobody caught is written down, and told once, in %s', async (language) => {
  const process = new EventEmitter()
  const told: { title: string; body: string }[] = []
  const log = memoryLog(new HandClock(0), 'app')
  tellUncaught(process as NodeJS.Process, { alert: (text) => told.push(text) }, log, () => appWordsIn([language]))
  process.emit('uncaughtException', new RangeError('canary of anna@example.net'), 'uncaughtException')
  process.emit('unhandledRejection', 'canary', Promise.resolve())
  expect((await log.newest(9)).map(({ event, name }) => [event, name])).toEqual([
    ['uncaught', 'RangeError'],
    ['uncaught', 'ThrownString'],
  ])
  const { faultTitle, faultBody } = appWordsIn([language])
  expect(told).toEqual([{ title: faultTitle, body: faultBody }])
  expect(JSON.stringify([told, await log.newest(9)])).not.toMatch(/canary|anna/)
})
