import { harmless } from '../core/text.ts'

/** What somebody pastes, in pieces that may each hold one reply: a dialog, a log, a whole bounce (RFC 3464). */
export interface PastedText {
  /** Lines, each with what continues it; then whole paragraphs, for replies that were wrapped at the margin. */
  pieces: readonly string[]
  /** Statuses of a delivery report without words (RFC 3463): `5.2.2`. */
  statuses: readonly string[]
  /** Hosts that answered, as a delivery report names them. */
  remote: readonly string[]
  /** All of it in one harmless line, capped. */
  whole: string
}

/** More than any bounce needs before it comes to the point; attachments come behind. */
const maxLengths = { text: 60_000, lines: 600, piece: 2_000, whole: 4_000 }

export function splitPastedText(text: string): PastedText {
  const raw = text.slice(0, maxLengths.text).split(/\r\n|\r|\n/, maxLengths.lines)
  const paragraphs = paragraphsOf(raw)
  const lines = paragraphs.flatMap(unfolded)
  const joined = paragraphs.filter((all) => all.length > 1 && all.length < 12).map((all) => all.join(' '))
  // "The response was:", an empty line, and then the response.
  const introduced = paragraphs.flatMap((all, at) => {
    const last = paragraphs[at - 1]?.at(-1)?.trim()
    return last?.endsWith(':') && all.length < 12 ? [`${last} ${all.join(' ')}`] : []
  })
  const header = (name: string) =>
    lines.flatMap((line) => new RegExp(`^\\s*${name}:\\s*(.*)$`, 'i').exec(line)?.[1] ?? [])
  return {
    // Headers of the message itself tell of other things: times, hosts that passed it on, its subject.
    pieces: [
      ...new Set(
        [...lines, ...joined, ...introduced]
          .filter((piece) => !ofMessage.test(piece))
          .map((piece) => harmless(piece, maxLengths.piece)),
      ),
    ],
    statuses: header('Status').flatMap((status) => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(status)?.[0] ?? []),
    remote: header('Remote-MTA').map((host) => host.replace(/^dns;\s*/i, '').trim()),
    whole: harmless(text, maxLengths.whole),
  }
}

const ofMessage =
  /^\s*(?:Received|Reporting-MTA|Message-ID|Date|Subject|From|To|Cc|Content-[\w-]+|X-[\w-]+|DKIM-[\w-]+|ARC-[\w-]+|Return-Path|Arrival-Date|Status|Action|MIME-Version):/i

function paragraphsOf(lines: readonly string[]): string[][] {
  const found: string[][] = [[]]
  for (const line of lines) {
    // Quoted mail keeps its marks in front.
    const bare = line.replace(/^(?:\s*>)+ ?(?=\s*\S)/, '')
    if (bare.trim() === '') found.push([])
    else found.at(-1)?.push(bare)
  }
  return found.filter(({ length }) => length > 0)
}

/** A line that is indented, or begins with the same code as the one before, goes on with it. */
function unfolded(lines: readonly string[]): string[] {
  const found: string[] = []
  for (const line of lines) {
    const last = found.at(-1)
    const code = /(?:^|[\s:;"'(])([245][0-5]\d)[ -]/.exec(last ?? '')?.[1]
    const goesOn = last !== undefined && (/^\s/.test(line) || (code !== undefined && line.startsWith(code)))
    if (goesOn && last.length < maxLengths.piece) found[found.length - 1] = `${last} ${line.trim()}`
    else found.push(line)
  }
  return found
}
