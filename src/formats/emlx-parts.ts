import type { ComputeTask } from '../core/mac-powers.ts'
import { binaryBytes, binaryText } from './binary-text.ts'

const left = /^X-Apple-Content-Length:[^\n]*\n/im
const deepest = 20

export interface PartialMessage {
  message: Uint8Array
  /** Files of parts, by their numbers such as `1.2`. */
  parts: ReadonlyMap<string, Uint8Array>
}

export interface RebuiltMessage {
  bytes: Uint8Array
  /** Numbers of the parts whose file is not there. */
  lacks: readonly string[]
}

/**
 * A message whose attachments Mail keeps in files of their own: each part that has lost its body gets it back, encoded
 * as the part says. Takes some 50 ms for a megabyte.
 */
export function rebuildMessage({ message, parts }: PartialMessage): RebuiltMessage {
  const lacks: string[] = []
  const whole = filled(binaryText(message), '', parts, lacks, 0)
  return { bytes: binaryBytes(whole), lacks }
}

export const rebuildingTask: ComputeTask<PartialMessage, RebuiltMessage> = {
  module: import.meta.url,
  run: rebuildMessage,
}

function filled(
  entity: string,
  number: string,
  parts: PartialMessage['parts'],
  lacks: string[],
  depth: number,
): string {
  const [head, body] = halves(entity)
  const boundary = boundaryOf(head)
  if (boundary !== undefined && depth < deepest) {
    // What stands before the first boundary, if anything, is no part.
    const pieces = body.split(new RegExp(`^(?=--${escaped(boundary)})`, 'm'))
    let count = 0
    const done: string[] = []
    for (const part of pieces) {
      const end = part.indexOf('\n') + 1
      const isPart = part.startsWith(`--${boundary}`) && !part.startsWith(`--${boundary}--`)
      if (!isPart || end === 0) done.push(part)
      else {
        count += 1
        const inner = number === '' ? String(count) : `${number}.${count}`
        done.push(part.slice(0, end) + filled(part.slice(end), inner, parts, lacks, depth + 1))
      }
    }
    return `${head}${done.join('')}`
  }
  if (!left.test(head)) return entity
  const bytes = parts.get(number === '' ? '1' : number)
  if (bytes === undefined) lacks.push(number)
  return `${head.replace(left, '')}${bytes ? encoded(head, bytes) : body}`
}

/** The header with the empty line after it, and the body. */
function halves(entity: string): [string, string] {
  const end = /\r?\n\r?\n/.exec(entity)
  const at = end ? end.index + end[0].length : entity.length
  return [entity.slice(0, at), entity.slice(at)]
}

function boundaryOf(head: string): string | undefined {
  const type = /^Content-Type:\s*multipart\/[^\n]*(?:\n[ \t][^\n]*)*/im.exec(head)?.[0]
  const found = type && /boundary=(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(type)
  return found ? (found[1] ?? found[2]) : undefined
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function encoded(head: string, bytes: Uint8Array): string {
  const encoding = /^Content-Transfer-Encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase()
  const text = binaryText(bytes)
  if (encoding === 'base64') return `${btoa(text).replace(/.{76}/g, '$&\n')}\n`
  return encoding === 'quoted-printable' ? quoted(text) : text
}

/** RFC 2045 §6.7, no line longer than 76 characters. */
function quoted(text: string): string {
  return text.split(/\r?\n/).map(quotedLine).join('\n')
}

function quotedLine(line: string): string {
  const lines = ['']
  for (const sign of line) {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
    const shown = /[!-<>-~ ]/.test(sign) ? sign : `=${code}`
    const last = lines.at(-1) ?? ''
    if (last.length + shown.length > 75) lines.push(shown)
    else lines[lines.length - 1] = last + shown
  }
  // A space at the end of a line gets lost on the way.
  return lines.join('=\n').replace(/ $/, '=20')
}
