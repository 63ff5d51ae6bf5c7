/** Read before anything else looks at the address: what opens the door is not to be seen in it, or kept with it. */
export const invitation = takeInvitation()

/** What stands behind `#/page?token=`; the page alone is left in the address, and in the history of the window. */
export function takeInvitation(): string | undefined {
  const [, page = '', token] = /^#\/?([^?]*)\?token=([\w-]+)$/.exec(location.hash) ?? []
  if (token === undefined) return undefined
  history.replaceState(history.state, '', page === '' ? location.pathname : `#/${page}`)
  return token
}
