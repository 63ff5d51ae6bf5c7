import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundle.ts'
import type { Place } from './subject.ts'

/** One run of the child. */
export interface Life {
  killed: boolean
  /** What it did, where it came to its end. */
  steps: readonly string[]
  /** From when it was ready to begin, had its receipt, or had changed something. */
  lifetime: number
}

/**
 * `straight`: treated, and undone. `receipt`: the same, and its life counts from its receipt on. `changed`: something is changed between the two, and the undo is sure. `race`: as
 * straight, but it begins when it is told that all are there, and fails where two act at once.
 */
export type Mode = 'straight' | 'receipt' | 'changed' | 'race'

export interface Dying {
  /** Kills itself there, counted from 1. */
  step?: number
  /** Is killed so many milliseconds after that. */
  after?: number
}

export interface LifeRequest {
  module: string
  place: Place
  /** What a child leaves behind besides, such as copies of databases, goes with it. */
  root: string
  mode?: Mode
  dying?: Dying
}

/** What all lives of one subject below one root are run from. */
const bundles = new Map<string, ReturnType<typeof bundled>>()

/** Rejects where the child fails by itself. */
export async function live({ module, place, root, mode = 'straight', dying = {} }: LifeRequest): Promise<Life> {
  const key = JSON.stringify([module, root])
  const making = bundles.get(key) ?? bundled(module, root)
  bundles.set(key, making)
  const made = await making
  const args = [made.child, made.module, JSON.stringify(place), String(dying.step ?? ''), mode]
  // One for all runs, as the program itself has it: whoever is killed leaves nothing in it.
  const compiled = join(tmpdir(), 'node-compile-cache')
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled, NODE_NO_WARNINGS: '1', TMPDIR: root }
  const life = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const beginning = mode === 'changed' || mode === 'receipt' ? `${mode}\n` : 'ready\n'
  let said = ''
  let began = 0
  const hear = (text: Buffer) => {
    said += text
    if (began > 0 || !said.includes(beginning)) return
    began = performance.now()
    if (dying.after !== undefined) setTimeout(() => life.kill('SIGKILL'), dying.after)
  }
  life.stdout.on('data', hear)
  life.stderr.on('data', hear)
  return new Promise((resolve, reject) => {
    life.on('error', reject)
    life.on('close', (code, signal) => {
      const lifetime = performance.now() - began
      if (signal === 'SIGKILL') return resolve({ killed: true, steps: [], lifetime })
      if (code !== 0) return reject(new Error(`The child failed: ${said}`))
      resolve({ killed: false, steps: JSON.parse(said.trim().split('\n').at(-1) ?? ''), lifetime })
    })
  })
}
