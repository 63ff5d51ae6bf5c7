import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MadeTray, PutAwayTray } from '../../src/app/put-away-tray.ts'
import { Ears } from './shell-double.ts'

/** One of Electron's: of a destroyed one, every call throws. */
class MadeDouble extends Ears implements MadeTray<string> {
  picture: string
  title = ''
  toolTip = ''
  menus: string[] = []
  gone = false

  constructor(picture: string) {
    super()
    this.picture = picture
  }

  #there(): this {
    if (this.gone) throw new Error('Tray is destroyed')
    return this
  }

  setImage(path: string) {
    this.#there().picture = path
  }
  setTitle(title: string) {
    this.#there().title = title
  }
  setToolTip(text: string) {
    this.#there().toolTip = text
  }
  getBounds() {
    this.#there()
    return { x: 900, y: 0, width: 24, height: 24 }
  }
  popUpContextMenu(menu: string) {
    this.#there().menus.push(menu)
  }
  destroy() {
    this.#there().gone = true
  }
}

test('is at most one icon, which shows what was told last, whatever happened', () => {
  const turn = fc.oneof(
    fc.record({ do: fc.constant('show' as const), is: fc.boolean() }),
    fc.record({ do: fc.constantFrom('picture' as const, 'title' as const, 'tip' as const), text: fc.string() }),
    fc.record({ do: fc.constant('click' as const) }),
  )
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      const made: MadeDouble[] = []
      const tray = new PutAwayTray<string>((picture) => {
        const one = new MadeDouble(picture)
        made.push(one)
        return one
      }, 'first')
      const told = { shown: false, picture: 'first', title: '', tip: '' }
      let clicks = 0
      tray.on('click', () => void clicks++)
      let clicked = 0
      for (const one of turns) {
        if (one.do === 'show') {
          told.shown = one.is
          tray.setShown(one.is)
        } else if (one.do !== 'click') {
          told[one.do] = one.text
          if (one.do === 'picture') tray.setImage(one.text)
          if (one.do === 'title') tray.setTitle(one.text)
          if (one.do === 'tip') tray.setToolTip(one.text)
        }
        const there = made.filter(({ gone }) => !gone)
        if (one.do === 'click' && there[0]) {
          clicked++
          there[0].emit('click', { ctrlKey: false })
        }
        expect(there).toHaveLength(told.shown ? 1 : 0)
        for (const { picture, title, toolTip } of there)
          expect([picture, title, toolTip]).toEqual([told.picture, told.title, told.tip])
        expect(tray.getBounds().width > 0).toBe(told.shown)
      }
      tray.popUpContextMenu('menu')
      expect(made.flatMap(({ menus }) => menus)).toEqual(told.shown ? ['menu'] : [])
      expect(clicks).toBe(clicked)
    }),
  )
})
