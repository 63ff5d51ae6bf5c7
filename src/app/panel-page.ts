import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { panelOrigin } from './origin.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Answers for the panel's own protocol. The files are listed once: no path leads out of the folder. */
export function panelPages(folder: string): (request: Pick<Request, 'url' | 'method'>) => Response {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  )
  return ({ url, method }) => {
    const { protocol, host, pathname } = new URL(url)
    const path = `${protocol}//${host}` === panelOrigin && method === 'GET' ? files.get(pathname) : undefined
    if (path === undefined) return new Response('There is nothing here.', { status: 404, headers })
    const type = types[extname(path)] ?? 'application/octet-stream'
    return new Response(readFileSync(path), { headers: { ...headers, 'content-type': type } })
  }
}
