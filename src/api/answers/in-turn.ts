/** Whoever is called again before the last call has ended waits for it: one at a time, in order. */
export function inTurns(): <T>(move: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (move) => {
    const next = last.then(move)
    // Whoever called hears of it; the next one only waits.
    last = next.catch(() => {})
    return next
  }
}
