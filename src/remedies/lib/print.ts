import type { FolderEntry } from '../../core/mac-powers.ts'

/** A print that says nothing about what it was made of, and is another one as soon as that is. */
export async function printOf(of: Uint8Array | readonly FolderEntry[]): Promise<string> {
  const bytes = of instanceof Uint8Array ? of : new TextEncoder().encode(JSON.stringify(listed(of)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function listed(entries: readonly FolderEntry[]): unknown[] {
  return entries
    .map(({ name, size, changed }) => [name, size, changed])
    .sort((one, other) => (String(one) < String(other) ? -1 : 1))
}
