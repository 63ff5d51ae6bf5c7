/** Where the panel lives: a protocol of our own, since pages from files may do too much. */
export const panelScheme = 'app'
export const panelOrigin = `${panelScheme}://panel`
export const panelPage = (page: string) => `${panelOrigin}/index.html#/${page}`
