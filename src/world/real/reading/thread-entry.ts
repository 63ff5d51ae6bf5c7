/** The thread that reads the stores of other programs. */
import { parentPort } from 'node:worker_threads'
import { Executor } from './executor.ts'
import type { ThreadAnswer, ThreadTask } from './task.ts'

const executor = new Executor()
const answer = (value: ThreadAnswer) => parentPort?.postMessage(value)

parentPort?.on('message', async (task: ThreadTask) => {
  const done = await executor.carryOut(task)
  try {
    answer(done)
  } catch {
    // It cannot be sent to the other thread: whoever asked is told that.
    answer({ is: 'error', message: 'What was read is no plain data.' })
  }
})
// Whoever hears nothing knows that this file could not be loaded.
parentPort?.postMessage('ready')
