/** The messages that wait in Mail. Argument: how many at most. Beyond a thousand, no column is fetched whole. */
function run([limit]) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return ''
  const messages = mail.outbox.messages
  const count = messages.length
  const shown = Math.min(count, Number(limit) || 100)
  const read = (property) => (count > 1000 ? one(messages, property, shown) : column(messages, property, count))
  const ids = read('id')
  const sizes = read('messageSize')
  const sent = read('dateSent')
  const received = read('dateReceived')
  const senders = read('sender')
  const rows = Array.from({ length: shown }, (_, at) =>
    record('message')
      .field('id', ids[at])
      .field('size', sizes[at])
      .field('sent', () => unixSeconds(sent[at]()))
      .field('received', () => unixSeconds(received[at]()))
      .field('sender', senders[at])
      .field('to', () => messages[at].recipients.address()),
  )
  return answer('apple-mail-outbox', [record('outbox').field('count', () => count), ...rows])
}

function one(elements, property, count) {
  return Array.from({ length: count }, (_, at) => () => elements[at][property]())
}
