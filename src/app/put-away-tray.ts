import { EventEmitter } from 'node:events'
import type { Bounds, TrayIcon } from './shell.ts'

/** An icon of Electron's, as far as one is made, told and taken off the menu bar. */
export interface MadeTray<M> extends Pick<TrayIcon, 'setImage' | 'setTitle' | 'setToolTip' | 'getBounds'> {
  on(event: 'click', listener: (...told: unknown[]) => void): unknown
  on(event: 'right-click', listener: (...told: unknown[]) => void): unknown
  on(event: 'double-click', listener: (...told: unknown[]) => void): unknown
  popUpContextMenu(menu: M): void
  destroy(): void
}

const nowhere: Bounds = { x: 0, y: 0, width: 0, height: 0 }

/**
 * An icon that can be taken off the menu bar and put back. Electron has no switch for that: the icon is destroyed and
 * made anew, with all that it was told meanwhile, and whoever listens to it goes on listening.
 */
export class PutAwayTray<M> extends EventEmitter implements TrayIcon {
  readonly #make: (picture: string) => MadeTray<M>
  #made: MadeTray<M> | undefined
  #picture: string
  #title: Parameters<TrayIcon['setTitle']> = ['']
  #toolTip = ''

  constructor(make: (picture: string) => MadeTray<M>, picture: string) {
    super()
    this.#make = make
    this.#picture = picture
  }

  setShown(is: boolean): void {
    if (is === (this.#made !== undefined)) return
    this.#made?.destroy()
    this.#made = is ? this.#put() : undefined
  }

  setImage(path: string): void {
    this.#picture = path
    this.#made?.setImage(path)
  }

  setTitle(...title: Parameters<TrayIcon['setTitle']>): void {
    this.#title = title
    this.#made?.setTitle(...title)
  }

  setToolTip(text: string): void {
    this.#toolTip = text
    this.#made?.setToolTip(text)
  }

  /** Of one that is put away: nothing. */
  getBounds(): Bounds {
    return this.#made?.getBounds() ?? nowhere
  }

  popUpContextMenu(menu: M): void {
    this.#made?.popUpContextMenu(menu)
  }

  #put(): MadeTray<M> {
    const made = this.#make(this.#picture)
    made.on('click', (...told) => void this.emit('click', ...told))
    made.on('right-click', (...told) => void this.emit('right-click', ...told))
    made.on('double-click', (...told) => void this.emit('double-click', ...told))
    if (this.#title[0] !== '') made.setTitle(...this.#title)
    made.setToolTip(this.#toolTip)
    return made
  }
}
