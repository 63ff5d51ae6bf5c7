import type { Target } from './target.ts'
import type { Outcome } from './try-requests.ts'

const mostOpen = 8

/** So many windows that want to hear everything, from strangers and from whoever has the key; the person is served beside. */
export async function tryStreams(target: Target, count: number): Promise<Outcome> {
  const { door, aim } = target
  const faults: string[] = []
  const end = new AbortController()
  // An answer that nobody holds any more is hung up on by the garbage collection, which lets another one in.
  const held: Response[] = []
  const statusOf = async (authorization: string) => {
    const headers = { origin: door.origin, authorization }
    const answer = await fetch(`${door.origin}/tells`, { headers, signal: end.signal }).catch(() => undefined)
    if (answer) held.push(answer)
    return answer?.status ?? 'cut off'
  }
  const all = await Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const isStranger = place % 2 === 0
      return { isStranger, status: await statusOf(isStranger ? 'Bearer x' : `Bearer ${aim.key}`) }
    }),
  )
  for (const { isStranger, status } of all)
    if (isStranger && status === 200) faults.push('A stranger hears everything.')
    else if (!isStranger && status !== 200 && status !== 503) faults.push(`The person was told ${status}.`)
  const open = held.filter(({ status }) => status === 200).length
  if (open !== mostOpen) faults.push(`${open} windows hear everything.`)
  if (!(await target.serves())) faults.push('The person is not served any more.')
  end.abort()
  target.done()
  return { tried: count, faults }
}
