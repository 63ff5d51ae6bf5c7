import type { Secrets, World } from '../core/world.ts'

type Secret = Awaited<ReturnType<Secrets['read']>>

/**
 * The same world with a password in it that a person gave for this once; disposing of it takes the password away again,
 * wherever the world was handed on to. Without one, the world as it is.
 */
export function withLentSecret(
  world: World,
  account: string,
  secret: string | undefined,
): { world: World } & Disposable {
  let lent: Secret = secret === undefined ? undefined : { secret, method: 'password', version: crypto.randomUUID() }
  const read: Secrets['read'] = async (id) => (id === account && lent ? lent : world.secrets.read(id))
  return {
    world: lent ? { ...world, secrets: { read } } : world,
    [Symbol.dispose]() {
      lent = undefined
    },
  }
}
