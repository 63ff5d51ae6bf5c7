import { faultOf } from '../../../core/fault.ts'
import type { ForeignDatabase } from '../../../core/mac-powers.ts'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import { openForeignDatabase } from '../mac/store.ts'
import { tidyTemporary } from '../temporary.ts'
import type { ThreadAnswer, ThreadTask } from './task.ts'

/** Opens foreign stores and reads them by functions of our own modules. Lives in the thread, or where there is none. */
export class Executor {
  readonly #stores = new Map<number, ForeignDatabase>()
  readonly #tidied = new Set<string>()

  /** Never rejects. */
  async carryOut(task: ThreadTask): Promise<ThreadAnswer> {
    try {
      return await this.#attempt(task)
    } catch (error) {
      if (error instanceof Unknown) return { is: 'unknown', words: error.words }
      return { is: 'error', message: error instanceof Error ? error.message : String(error), fault: faultOf(error) }
    }
  }

  /** Closes all that is open. */
  end(): void {
    for (const store of this.#stores.values()) store.close()
    this.#stores.clear()
  }

  async #attempt(task: ThreadTask): Promise<ThreadAnswer> {
    switch (task.is) {
      case 'open': {
        if (!this.#tidied.has(task.copies)) tidyTemporary(task.copies, Date.now())
        this.#tidied.add(task.copies)
        const opened = openForeignDatabase(task.path, task.copies)
        if (!opened.seen) return { ...opened, is: 'unseen' }
        this.#stores.set(task.store, opened.value)
        return { is: 'done', value: undefined }
      }
      case 'ask': {
        const store = this.#stores.get(task.store)
        if (!store) throw new Unknown(say('The mail store is not open any more.'))
        return { is: 'done', value: await (await namedIn(task))(store, task.given) }
      }
      case 'parse':
        return { is: 'done', value: await (await namedIn(task))(task.bytes) }
      case 'work':
        return { is: 'done', value: await (await namedIn(task))(task.given) }
      case 'close':
        this.#stores.get(task.store)?.close()
        this.#stores.delete(task.store)
        return { is: 'done', value: undefined }
    }
  }
}

async function namedIn({ module, name }: { module: string; name: string }) {
  const found: unknown = Reflect.get(await import(module), name)
  if (typeof found !== 'function') throw new Error(`${name} is not exported by its module.`)
  return found as (...values: readonly unknown[]) => unknown
}
