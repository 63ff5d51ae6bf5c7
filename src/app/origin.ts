/** Where the panel lives: a protocol of our own, since pages from files may do too much. */
export const panelScheme = 'app'
export const panelOrigin = `${panelScheme}://panel`
/** `what`: what on the page is meant. */
export const panelPage = (page: string, what?: string) =>
  `${panelOrigin}/index.html#/${page}${what === undefined ? '' : `/${encodeURIComponent(what)}`}`
