import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { endpointOf } from '../../src/api/endpoint.ts'
import { panelOn } from '../../src/api/panel.ts'
import { errorAnswer, okAnswer } from '../../src/api/schema/answer.ts'
import { status } from '../../src/api/schema/shapes.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import { pictureOf, TrayStatusIcon } from '../../src/app/tray.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { answersOf } from '../api/answers.ts'
import { settled } from '../hand-clock.ts'
import { type Picture, pictureIn } from './png.ts'
import { calm, offer, stuck } from './shell-double.ts'

const read = (name: (typeof status.options)[number], sharp: boolean) =>
  pictureIn(readFileSync(sharp ? pictureOf(name).replace('.png', '@2x.png') : pictureOf(name)))

/** Only the shape: which pixels are covered, and how much. */
const shapeOf = ({ pixels }: Picture) => pixels.filter((_, index) => index % 4 === 3)

describe('the pictures', () => {
  test.each(status.options)('%s: black and alpha alone, in both sizes', (name) => {
    for (const sharp of [false, true]) {
      const picture = read(name, sharp)
      expect([picture.width, picture.height]).toEqual(sharp ? [32, 32] : [16, 16])
      const isColoured = picture.pixels.some((value, index) => {
        const alpha = picture.pixels[index - (index % 4) + 3] ?? 0
        return index % 4 !== 3 && alpha > 0 && value > 0
      })
      expect(isColoured).toBe(false)
      expect(Math.max(...shapeOf(picture))).toBe(255)
    }
  })

  test('differ by shape, each from every other, at the smallest size too', () => {
    for (const one of status.options)
      for (const other of status.options.filter((name) => name !== one)) {
        const [first, second] = [shapeOf(read(one, false)), shapeOf(read(other, false))]
        const differing = first.filter((alpha, index) => Math.abs(alpha - (second[index] ?? 0)) > 100).length
        // Of 256: a corner badge covers some forty.
        expect(differing, `${one} and ${other}`).toBeGreaterThanOrEqual(12)
      }
  })
})

describe('the icon', () => {
  function iconOn(offers = () => okAnswer([offer()])) {
    const done: string[] = []
    const tray = {
      setImage: (path: string) => void done.push(`image ${path.split('/').at(-1)}`),
      setTitle: (title: string) => void done.push(`title ${title}`),
      setToolTip: (text: string) => void done.push(`says ${text}`),
    }
    let isShown = true
    const setShown = (is: boolean) => {
      if (is !== isShown) done.push(is ? 'shown' : 'put away')
      isShown = is
    }
    let language = 'en'
    const icon = new TrayStatusIcon(tray, setShown, panelOn(endpointOf(answersOf({ offers }))), () =>
      appWordsIn([language]),
    )
    const speak = (other: string) => {
      language = other
      icon.again()
    }
    return { done, icon, speak }
  }

  test('shows the status, counts beside it, and says both', () => {
    const { done, icon } = iconOn()
    icon.hear(stuck)
    expect(done).toEqual(['image stuckTemplate.png', 'title  2', 'says Outbox Doctor: 2 messages are stuck'])
    done.length = 0
    icon.hear({ ...stuck, since: 9 })
    expect(done.filter((line) => line.startsWith('image'))).toEqual([])
    icon.hear(calm)
    expect(done.slice(-3)).toEqual(['image clearTemplate.png', 'title ', 'says Outbox Doctor: No mail is waiting'])
  })

  test('is not red, and counts nothing, for what a person knows of; what it says stays', () => {
    const { done, icon } = iconOn()
    icon.hear({ ...stuck, episodes: stuck.episodes.map((one) => ({ ...one, muted: true })) })
    expect(done).toEqual(['image waitingTemplate.png', 'title ', 'says Outbox Doctor: 2 messages are stuck'])
  })

  test('is clear for what is left alone, and says so', () => {
    const { done, icon } = iconOn()
    const waiting = stuck.waiting.slice(0, 2).map((one) => ({ ...one, stuck: false, aside: {} }))
    icon.hear({ ...calm, waiting })
    expect(done).toEqual([
      'image clearTemplate.png',
      'title ',
      'says Outbox Doctor: 2 messages wait; you asked to leave them alone',
    ])
  })

  test('says the same in another language at once, and nothing before it knows anything', () => {
    const { done, icon, speak } = iconOn()
    speak('de')
    expect(done).toEqual([])
    icon.hear(stuck)
    done.length = 0
    speak('en')
    expect(done).toEqual(['says Outbox Doctor: 2 messages are stuck'])
  })

  test('knows the offers of the account that it speaks of', async () => {
    const { icon } = iconOn()
    icon.hear(stuck)
    await settled()
    expect(icon.known?.offers.map(({ remedy }) => remedy)).toEqual(['r'])
    icon.hear(calm)
    expect(icon.known?.offers).toEqual([])
  })

  test('has none where the agent will not say', async () => {
    const { icon } = iconOn(() => errorAnswer('failed', foreignName('No.')) as never)
    icon.hear(stuck)
    await settled()
    expect(icon.known?.offers).toEqual([])
  })
})
