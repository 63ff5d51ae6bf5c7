/** How Mail is doing. Arguments: titles of "Take All Accounts Online"; without one, only Mail is spoken to. */
function run(titles) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return ''
  const app = record('app')
    .field('version', () => mail.version())
    .field('background', () => mail.backgroundActivityCount())
    .field('fetches', () => mail.fetchesAutomatically())
    .field('interval', () => mail.fetchInterval())
  const outbox = record('outbox').field('count', () => mail.outbox.messages.length)
  return answer('apple-mail-state', [app, outbox, ...onlineItem(titles)])
}

/** The item is enabled only while an account is offline. Nothing is opened or pressed. */
function onlineItem(titles) {
  if (titles.length === 0) return []
  const menu = record('menu')
  menu.field('online', () => {
    const bar = Application('System Events').processes.byName('Mail').menuBars[0]
    const items = bar.menuBarItems.length
    for (let at = 0; at < items; at += 1) {
      const list = bar.menuBarItems[at].menus[0].menuItems
      const found = list.name().findIndex((name) => titles.includes(name))
      if (found >= 0) return list[found].enabled()
    }
    return undefined
  })
  return [menu]
}
