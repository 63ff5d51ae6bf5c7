import type { ItemStep, ItemWatch, TooMuch } from '../item-watch.ts'

/** As long as the names of a step and an item may be to be told apart from others. */
const maxPlaceBytes = 16 * 1024
const headBytes = 8

/** Given up, by their places. */
export type GivenUp = readonly (readonly [place: string, what: TooMuch])[]

/** Where a thread is and whether it is alive, in memory that can be read while it is busy, and after it has ended. */
export class SharedMark {
  readonly memory: SharedArrayBuffer
  /** Beats of the thread, and the length of the place. */
  readonly #head: Int32Array
  readonly #place: Buffer

  constructor(memory = new SharedArrayBuffer(headBytes + maxPlaceBytes)) {
    this.memory = memory
    this.#head = new Int32Array(memory, 0, 2)
    this.#place = Buffer.from(memory, headBytes)
  }

  beat(): void {
    Atomics.add(this.#head, 0, 1)
  }

  get beats(): number {
    return Atomics.load(this.#head, 0)
  }

  /** Empty where no item is worked on, or its name is too long. */
  get place(): string {
    return this.#place.toString('utf8', 0, Atomics.load(this.#head, 1))
  }

  set place(place: string) {
    const isNamed = Buffer.byteLength(place) <= maxPlaceBytes
    Atomics.store(this.#head, 1, isNamed ? this.#place.write(place) : 0)
    this.beat()
  }

  /** For the thread itself. */
  watch(givenUp: GivenUp): ItemWatch {
    const known = new Map(givenUp)
    return {
      at: (step: ItemStep, key: string) => {
        this.place = `${step}\u0000${key}`
        return known.get(this.place)
      },
      off: () => {
        this.place = ''
      },
    }
  }
}
