/**
 * Counts the changes in what `scutil -W --nwi` or `-W --dns` prints: the state, and then for every change a line
 * `*** HH:MM:SS.mmm` and the state again. The hour is padded with a space. Pieces come cut anywhere.
 */
export class WatchStream {
  #start = ''

  /** How many changes begin in this piece. */
  push(piece: string): number {
    const lines = (this.#start + piece).split('\n')
    // Only the start of an unfinished line matters, so what is kept stays small.
    this.#start = (lines.pop() ?? '').slice(0, 100)
    return lines.filter((line) => /^\*\*\* [ \d]?\d:\d\d:\d\d/.test(line)).length
  }
}
