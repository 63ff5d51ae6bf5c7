import { expect, test } from 'vitest'
import { atItsTime, minutesAgo } from '../../src/core/quantities.ts'
import { render } from '../../src/core/render.ts'
import { joinSentences, listOf, say, verbatim } from '../../src/core/sentence.ts'

const found = Date.parse('2026-11-20T09:30:00Z')
const written = (at: number) => new Date(at).toISOString().slice(11, 16)

test('whoever reads later is told when it was, and not how long ago it was then', () => {
  const told = say('A sign-in was refused {ago}', { ago: minutesAgo(30 * 60_000) })
  expect(render(told)).toBe('A sign-in was refused 30 minutes ago')
  expect(render(atItsTime(told, found, written))).toBe('A sign-in was refused on 09:00')
})

test('also where it stands in a sentence of a sentence, or in a list', () => {
  const inner = say('that was {ago}', { ago: minutesAgo(60_000) })
  const told = joinSentences(
    [{ key: '{list}', args: { list: listOf([inner, verbatim('2 minutes ago')]) } }, inner],
    '; ',
  )
  const text = render(atItsTime(told, found, written))
  expect(text).toBe('that was on 09:29 and 2 minutes ago; that was on 09:29')
})

test('a sentence without such words stays as it is', () => {
  const told = say('{host} was found {ago}, so there is no typing error in it', {
    host: verbatim('a'),
    ago: verbatim('x'),
  })
  expect(atItsTime(told, found, written)).toEqual(told)
})
