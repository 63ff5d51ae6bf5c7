export type Token = { is: 'text' | 'word' | 'number' | 'mark'; said: string }

const shapes =
  /(?<text>"(?:\\.|[^"\\])*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z]\w*(?:-\w+)?)|(?<mark>[(){},&<>=*+-])|(?<gap>\s+)/gy

/** The words of one line; throws at what AppleScript would not take. */
export function tokens(line: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of line.matchAll(shapes)) {
    end = match.index + match[0].length
    const [is, said] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? ['gap', '']
    if (is === 'text') found.push({ is, said: said.slice(1, -1).replace(/\\(.)/g, '$1') })
    else if (is !== 'gap') found.push({ is: is as Token['is'], said })
  }
  if (end !== line.length) throw new SyntaxError(`AppleScript: ${line.slice(end)}`)
  return found
}

/** The lines of a script without comments; a text in quotes may go over several. */
export function linesOf(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.replace(/^((?:[^"-]|"(?:\\.|[^"\\])*"|-(?!-))*)--.*$/, '$1').trim())
    .filter((line) => line !== '')
}
