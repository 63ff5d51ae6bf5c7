/** A name that stays the same for the same parts and tells nothing about them. */
export async function opaque(...parts: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts.map(String)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest.slice(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
