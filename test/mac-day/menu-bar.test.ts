import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { root } from './ended.ts'
import { clickIcon, iconBounds, menusShown, overhear, threadComesUp } from './menu-bar.ts'

const at = { x: 1, y: 2, width: 24, height: 22 }

/** As much of Electron's icon as the app uses; a menu that opened would hold everything up. */
class Tray extends EventEmitter {
  text = ''
  opened = 0
  setToolTip(text: string) {
    this.text = text
  }
  popUpContextMenu(_menu: object) {
    this.opened += 1
  }
  getBounds() {
    return at
  }
}

/** What is sent into the app knows nothing beside itself: here it is made from its text, as the driver does. */
const sent = <T>(one: T): T => new Function(`return (${String(one)})`)() as T

test('the icon is found by what the app says of it, and its menu is told by its labels, unopened', () => {
  const tray = new Tray()
  sent(overhear)({ Tray } as unknown as Parameters<typeof overhear>[0])
  expect(sent(iconBounds)()).toBeUndefined()
  tray.setToolTip('calm')
  expect({ text: tray.text, at: sent(iconBounds)() }).toEqual({ text: 'calm', at })
  const items = [
    { type: 'normal', label: 'Check now' },
    { type: 'separator', label: '' },
    { type: 'submenu', label: 'Pause', submenu: { items: [{ type: 'normal', label: 'for an hour' }] } },
  ]
  tray.on('click', ({ ctrlKey }) => ctrlKey && tray.popUpContextMenu({ items }))
  sent(clickIcon)(undefined, { ctrlKey: false, at })
  expect(sent(menusShown)()).toEqual([])
  sent(clickIcon)(undefined, { ctrlKey: true, at })
  expect(sent(menusShown)()).toEqual([['Check now', '—', 'Pause', '  for an hour']])
  expect(tray.opened).toBe(0)
})

test('the thread that reads stores comes up, or is said not to', async () => {
  const comesUp = (entry: string) => sent(threadComesUp)({ app: { getAppPath: () => root } }, entry)
  expect(await comesUp('src/world/real/reading/thread-entry.ts')).toBe(true)
  expect(await comesUp('src/world/real/reading/nowhere.ts')).toBe(false)
})
