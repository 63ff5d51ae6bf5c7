/**
 * Gives Mail a password, which cannot be read again. Arguments: `account` or `smtp`, the account's id, and for an
 * outgoing server its name and port, by which and its user exactly one must be found. Standard input: the user, a line
 * end, the password.
 */
function run([place, id, server, port]) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return 'not-running'
  const [userName, ...rest] = input().split('\n')
  const password = rest.join('\n')
  if (password === '') return 'no-password'
  const object =
    place === 'smtp' ? only(mail.smtpServers, { serverName: server, port, userName }) : only(mail.accounts, { id })
  if (!object) return 'missing'
  object.password = password
  return 'set'
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
