import { useEffect, useState } from 'preact/hooks'
import type { Answer, Wrong } from '../contract/answer.ts'

export type Awaited<T> = { is: 'loading'; last?: T } | { is: 'here'; value: T } | { is: 'wrong'; error: Wrong }

/** Asks at first and whenever `key` changes; what comes too late is passed over, and the last answer stays meanwhile. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>, key: unknown): [Awaited<T>, () => void] {
  const [awaited, put] = useState<Awaited<T>>({ is: 'loading' })
  const [again, count] = useState(0)
  useEffect(() => {
    let late = false
    put((before) => ({ is: 'loading', ...valueOf(before) }))
    void ask().then((answer) => {
      if (!late) put(answer.ok ? { is: 'here', value: answer.value } : { is: 'wrong', error: answer.error })
    })
    return () => {
      late = true
    }
  }, [key, again])
  return [awaited, () => count((n) => n + 1)]
}

function valueOf<T>(awaited: Awaited<T>): { last?: T } {
  if (awaited.is === 'here') return { last: awaited.value }
  return awaited.is === 'loading' && awaited.last !== undefined ? { last: awaited.last } : {}
}

/** What there is to show, new or from before. */
export function shown<T>(awaited: Awaited<T>): T | undefined {
  return valueOf(awaited).last
}
