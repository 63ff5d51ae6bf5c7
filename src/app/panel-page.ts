import { panelFiles, panelHeaders } from '../api/static.ts'
import { panelOrigin } from './origin.ts'

/** Answers for the panel's own protocol. */
export function panelPages(folder: string): (request: Pick<Request, 'url' | 'method'>) => Response {
  const files = panelFiles(folder)
  return ({ url, method }) => {
    const { protocol, host, pathname } = new URL(url)
    const file = `${protocol}//${host}` === panelOrigin && method === 'GET' ? files.get(pathname) : undefined
    if (!file) return new Response('There is nothing here.', { status: 404, headers: panelHeaders })
    return new Response(file.bytes, { headers: { ...panelHeaders, 'content-type': file.type } })
  }
}
