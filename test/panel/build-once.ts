import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { whyNot } from './browser.ts'
import { buildPanel } from './open-panel.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the panel lies, as it stood in the sources when the run began. */
    panelFolder: string
  }
}

/** Builds the panel once for all the files of a run, where there is a browser to show it. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-panel-'))
  if (!whyNot) await buildPanel(folder)
  provide('panelFolder', folder)
  return () => rmSync(folder, { recursive: true })
}
