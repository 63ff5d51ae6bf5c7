/**
 * Writes one property. Arguments: `account` or `smtp`, the property, its value, the account's id, and for an outgoing
 * server its name and port; its user comes on standard input. It has no id: where these are not those of exactly one,
 * nothing is written. The delivery account is that server, or none where the value is empty.
 */
function run([place, property, value, id, server, port]) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return 'not-running'
  const names = { server: 'serverName', port: 'port', ssl: 'usesSsl', auth: 'authentication', enabled: 'enabled' }
  const values = { port: Number, ssl: isTrue, enabled: isTrue }
  const account = only(mail.accounts, { id })
  const outgoing =
    server === undefined ? undefined : only(mail.smtpServers, { serverName: server, port, userName: input() })
  if (property === 'delivery') {
    const none = value === '' && server === undefined
    if (!account || !(outgoing || none)) return 'missing'
    account.deliveryAccount = none ? null : outgoing
    return 'set'
  }
  const object = place === 'smtp' ? outgoing : account
  if (!object || !Object.hasOwn(names, property)) return 'missing'
  object[names[property]] = (values[property] || String)(value)
  return 'set'
}

function isTrue(value) {
  return value === 'true'
}

/** All of standard input; osascript itself reads nothing of it where the script is given as an option. */
function input() {
  ObjC.import('Foundation')
  const data = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile
  return ObjC.unwrap($.NSString.alloc.initWithDataEncoding(data, $.NSUTF8StringEncoding)) || ''
}

/** The one element that has these values; nothing where there is none, or more than one. */
function only(elements, wanted) {
  const count = elements.length
  const found = Array.from({ length: count }, (_, at) => elements[at]).filter((one) =>
    Object.entries(wanted).every(([name, value]) => told(one, name) === value.toLowerCase()),
  )
  return found.length === 1 ? found[0] : undefined
}

/** A server without a user tells none. */
function told(object, name) {
  const value = object[name]()
  return value === null || value === undefined ? '' : String(value).toLowerCase()
}
