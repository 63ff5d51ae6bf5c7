/** An answer, unless whoever asked has given up: then the reason. */
export async function unlessAborted<T>(signal: AbortSignal, answer: () => T): Promise<Awaited<T>> {
  signal.throwIfAborted()
  return await answer()
}
