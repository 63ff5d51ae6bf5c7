// The form of every answer (README.md). This stands before each script that is written in JavaScript.

/** One harmless line of at most 1,000 characters. */
function clean(value) {
  return String(value)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 1000)
}

/** A record that is filled field by field; a read that fails leaves its field out and its number behind. */
function record(kind) {
  const parts = [kind]
  const errors = new Set()
  return {
    field(name, read) {
      try {
        const found = read()
        const values = Array.isArray(found) ? found : [found]
        for (const value of values) {
          if (value !== null && value !== undefined) parts.push(`${name}=${clean(value)}`)
        }
      } catch (error) {
        errors.add(error.errorNumber || -2700)
      }
      return this
    },
    text() {
      return [...parts, ...Array.from(errors, (number) => `error=${number}`)].join('\u001f')
    },
  }
}

function answer(script, records) {
  const first = record('outbox-doctor')
    .field('script', () => script)
    .field('format', () => 1)
  return [first, ...records, record('end')].map((one) => one.text()).join('\u001e')
}

/**
 * One property of all elements, as a function for each: a single event for all of them, and one each where a value
 * that is missing makes the whole fail.
 */
function column(elements, property, count) {
  try {
    const values = elements[property]()
    if (values.length === count) return values.map((value) => () => value)
  } catch {}
  return Array.from({ length: count }, (_, at) => () => elements[at][property]())
}

function unixSeconds(date) {
  return date ? Math.round(date.getTime() / 1000) : undefined
}
