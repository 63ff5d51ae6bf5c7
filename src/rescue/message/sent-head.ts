/** Headers, each with its name in small letters and its lines as they are. */
export type HeaderLines = readonly (readonly [name: string, lines: string])[]

/** Splits a header; what is no field is left out, such as `Microsoft Mail Internet Headers Version 2.0`. */
export function headerLines(text: string): HeaderLines {
  const found: [string, string][] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = found.at(-1)
    if (/^[ \t]/.test(line) && last) last[1] += `\r\n${line}`
    else {
      const name = /^([!-9;-~]{1,100}):/.exec(line)?.[1]
      if (name !== undefined) found.push([name.toLowerCase(), line])
    }
  }
  return found
}

const ofTheBody = /^(?:content-.*|mime-version)$/

/** The headers as they were sent, with those of the body that was put together, and what the sent ones lack. */
export function withSentHead(built: HeaderLines, sent: string | undefined): string {
  const kept = headerLines(sent ?? '').filter(([name]) => !ofTheBody.test(name))
  const names = new Set(kept.map(([name]) => name))
  const all = [...kept, ...built.filter(([name]) => !names.has(name))]
  return all.map(([, lines]) => lines).join('\r\n')
}
