import { expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import { reportOn } from '../../src/self-check/report.ts'
import { spokenIn } from '../../src/words/language.ts'
import { calm } from '../app/shell-double.ts'
import { play } from '../world/simulated/play.ts'

async function report(openPoints?: boolean) {
  const { world, signal } = await play({ mac: { permissions: { automation: 'not-asked' } } }, 'leaping')
  const about = { version: '0', database: ':memory:', mac: true, signal, warnings: [] }
  return reportOn({ ...about, world, state: calm, settings: defaultSettings, ...(openPoints && { openPoints }) })
}

test('the report asks nothing of the person who makes it, in either language', async () => {
  const sections = await report()
  const told = sections.flatMap(({ title, lines }) => [title, ...lines])
  expect(sections.map(({ id }) => id)).not.toContain('open-points')
  expect(told.length).toBeGreaterThan(15)
  expect(told.map((one) => render(one)).filter((line) => /\bplease\b/i.test(line))).toEqual([])
  const { catalogue } = await spokenIn('de')
  const german = told.map((one) => render(one, { tag: 'de', catalogue }))
  expect(german.filter((line) => /\bbitte\b/i.test(line))).toEqual([])
})

test('whoever develops this is told what only a person can find out', async () => {
  const sections = await report(true)
  const points = sections.find(({ id }) => id === 'open-points')?.lines ?? []
  expect(points.map((one) => render(one)).join()).toMatch(/\bplease\b/i)
})
