/** The whole text of one message that waits in Mail. Argument: its id. */
function run([id]) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return ''
  const source = String(mail.outbox.messages.byId(Number(id)).source())
  // Not a field: those are one line and cut.
  return `${answer('apple-mail-source', [])}\u001d${source}\u001d`
}
