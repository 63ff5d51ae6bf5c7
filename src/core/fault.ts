/** What may be written down of something that was thrown. Nothing in it can hold anybody's words: see `faultOf`. */
export interface Fault {
  /** The name of its class. */
  name?: string
  /** As Node, SQLite or the system has it: `ENOSPC`, `SQLITE_FULL`, `ERR_INVALID_ARG_TYPE`. */
  code?: string
  /** Where in our own source it came from, the innermost first: `history/recorder.ts:31`. */
  places?: readonly string[]
}

/** The forms of a fault's parts; what is of another form is left out, when it is written and when it is read again. */
export const faultForms = {
  name: /^[A-Z][A-Za-z]{0,39}$/,
  code: /^(E[A-Z0-9]{2,15}|ERR_[A-Z0-9_]{1,60}|SQLITE_[A-Z_]{1,40})$/,
  place: /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9-]+)*\.[jt]sx?:\d{1,6}$/,
} as const

const mostPlaces = 3
/** The folder of our source, as stacks have it: of a module by its URL, of anything else by its path. */
const roots = [new URL('..', import.meta.url).href, decodeURI(new URL('..', import.meta.url).pathname)]

/**
 * The class, the code and our own lines of what was thrown. Never its message: a server, a file or a person may have
 * written it. Never throws, whatever it is given.
 */
export function faultOf(error: unknown): Fault {
  try {
    if (!(error instanceof Error)) return { name: `Thrown${capital(error === null ? 'null' : typeof error)}` }
    const name: unknown = Object.getPrototypeOf(error)?.constructor?.name
    const code = codeOf(error) ?? codeOf(error.cause)
    const places = placesIn(error)
    return {
      ...(typeof name === 'string' && faultForms.name.test(name) && { name }),
      ...(code !== undefined && { code }),
      ...(places.length > 0 && { places }),
    }
  } catch {
    // An object that defends itself against being looked at is no reason for a second fault.
    return {}
  }
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && faultForms.code.test(code) ? code : undefined
}

function placesIn({ stack, message }: Error): readonly string[] {
  if (typeof stack !== 'string') return []
  // The message stands before the frames, and may have lines that look like some.
  const frames = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length).slice(0, 20_000)
  const places = frames.split('\n').flatMap((line) => {
    if (!/^\s+at /.test(line)) return []
    const root = roots.find((one) => line.includes(one))
    const rest = root === undefined ? undefined : line.slice(line.indexOf(root) + root.length)
    const place = rest?.replace(/:\d+\)?$/, '')
    return place !== undefined && faultForms.place.test(place) ? [place] : []
  })
  return places.slice(0, mostPlaces)
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
