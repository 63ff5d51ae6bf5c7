import { Worker } from 'node:worker_threads'

/** An authority that this Mac's own users and administrators trust. */
export interface SystemRoot {
  /** As `X509Certificate.subject` gives it. */
  subject: string
  pem: string
}

/** `undefined`: they cannot be read. */
export type ReadSystemRoots = () => Promise<readonly SystemRoot[] | undefined>

/** Twice what was ever seen. */
const usualPatienceMs = 100_000

/** The thread's own file stands beside this one, compiled or as it is. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './system-roots-thread.ts' : './system-roots-thread.js',
  import.meta.url,
)

/**
 * Reads them in a thread of its own, since it takes long and cannot be interrupted. The thread keeps no process alive;
 * where it hangs, it is ended.
 */
export function readSystemRoots(thread = entry, patienceMs = usualPatienceMs): ReturnType<ReadSystemRoots> {
  const { promise, resolve } = Promise.withResolvers<readonly SystemRoot[] | undefined>()
  let worker: Worker
  try {
    worker = new Worker(thread)
  } catch {
    return Promise.resolve(undefined)
  }
  worker.unref()
  const end = (roots?: readonly SystemRoot[]) => {
    clearTimeout(timer)
    resolve(roots)
    void worker.terminate()
  }
  const timer = setTimeout(end, patienceMs).unref()
  worker.once('message', end)
  worker.once('error', () => end())
  worker.once('exit', () => end())
  return promise
}
