/** A message as an event stream carries it: one line of data (https://html.spec.whatwg.org/#server-sent-events). */
export function eventOf(message: unknown): string {
  return `data: ${JSON.stringify(message)}\n\n`
}

/** The data of each event in a stream of bytes. Only what `eventOf` writes need be understood; comments are silent. */
export async function* eventDataIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) if (event.startsWith('data: ')) yield event.slice(6)
    }
  } finally {
    reader.releaseLock()
    // A stream that has broken off cannot be ended once more.
    await body.cancel().catch(() => {})
  }
}
