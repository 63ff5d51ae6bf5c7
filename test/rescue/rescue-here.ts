import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { render } from '../../src/core/render.ts'
import type { RescueContext, RescueOrder } from '../../src/rescue/order.ts'
import { runRescue } from '../../src/rescue/rescue.ts'
import { openMailSource } from '../../src/rescue/sources/open-source.ts'
import { surveyOf } from '../../src/rescue/survey.ts'

export const now = Date.UTC(2026, 5, 1)

export type Asked = Partial<Omit<RescueOrder, 'sources'>> & { target: string }

export function orderOf(sources: readonly string[], asked: Asked): RescueOrder {
  return {
    formats: ['eml', 'mbox', 'maildir'],
    filters: {},
    inWords: render,
    ...asked,
    sources: sources.map(openMailSource),
  }
}

export function surroundings(own: Partial<RescueContext> = {}): RescueContext {
  return {
    now: () => now,
    freeBytes: () => 1e15,
    onProgress: () => {},
    signal: new AbortController().signal,
    ...own,
  }
}

export function rescued(sources: readonly string[], asked: Asked, own: Partial<RescueContext> = {}) {
  return runRescue(orderOf(sources, asked), surroundings(own))
}

/** A rescue that comes to its end: its summary. */
export async function summaryOf(sources: readonly string[], asked: Asked, own: Partial<RescueContext> = {}) {
  const end = await rescued(sources, asked, own)
  if (end.is !== 'finished') throw new Error(render(end.why))
  return end.summary
}

export function looked(sources: readonly string[], filters: RescueOrder['filters'] = {}) {
  return surveyOf(orderOf(sources, { target: '', filters }), surroundings(), 10)
}

/** Writes files by their paths below a folder. */
export function filled(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

/** Every file below a folder with the sha256 of its bytes; without the journal, whose lines tell of the way. */
export function treeOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !path.endsWith('.jsonl'))
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]))
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function letter(number: number, body = `Letter ${number}.\n`): string {
  const day = new Date(Date.UTC(2025, 0, 1 + number)).toUTCString().replace('GMT', '+0000')
  return `From: a${number}@example.org\nTo: b@example.org\nSubject: letter ${number}\nDate: ${day}\nMessage-ID: <${number}@example.org>\n\n${body}`
}
