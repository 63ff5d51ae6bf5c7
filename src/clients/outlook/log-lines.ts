import type { Instant } from '../../core/time.ts'
import { linesOfLog } from '../log-text.ts'

export interface LoggedCode {
  code: string
  at: Instant
}

const maxCodes = 50
/** Of usual length, as many as the end of a log holds. */
const mostLines = 5_000

/** Words that make a number on the same line an error of Outlook's: labels of features, and words of trouble. */
const label = /\boutlook\.[a-z.]+|\bOutlook (Exchange|LDAP|Calendar)\b|\b(error|fail|failed|failure|status|code)\b/i
const number = /(?<![\d.:-])-?(?:3[12]\d\d|1[6-9]\d{3})(?![\d.:-])/
const http = /\bHTTP\/\d(?:\.\d)? ([45]\d\d)\b/
const urlError = /NSURLErrorDomain[^\d-]{1,20}(-?1\d{3})\b/

/** The codes in the end of a log; `last` is when it was written, for lines without a time. */
export function codesIn(tail: Uint8Array, last: Instant): LoggedCode[] {
  let at = last
  const found: LoggedCode[] = []
  // From the end, since the newest count; a line without a time stands at that of the line below it.
  for (const line of linesOfLog(tail, mostLines).toReversed()) {
    at = timeIn(line, last) ?? at
    const code = codeIn(line)
    if (code !== undefined) found.push({ code, at })
    if (found.length === maxCodes) break
  }
  return found.toReversed()
}

function codeIn(line: string): string | undefined {
  const url = urlError.exec(line)?.[1]
  if (url) return url
  const status = http.exec(line)?.[1]
  if (status) return `HTTP ${status}`
  return label.test(line) ? number.exec(line)?.[0] : undefined
}

const isoTime = /\b(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)/

/** In the Mac's own time zone, as logs are written; a time to come is none. */
function timeIn(line: string, last: Instant): Instant | undefined {
  const parts = isoTime.exec(line)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  const at = new Date(year, month - 1, day, hour, minute, second).getTime()
  return at <= last + 60_000 ? Math.min(at, last) : undefined
}
