import type { IncomingMessage } from 'node:http'

/** Longer than anything the table asks. */
const maxBodyBytes = 64 * 1024

/** JSON, or why there is none, as the status to answer. */
export async function bodyOf(request: IncomingMessage): Promise<{ json: unknown } | { status: 400 | 413 | 415 }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return { status: 415 }
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return { status: 413 }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > maxBodyBytes) return { status: 413 }
      chunks.push(chunk)
    }
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    // No JSON, or a caller that went away.
    return { status: 400 }
  }
}
