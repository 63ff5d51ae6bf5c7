/** Accounts and outgoing servers as Mail has them. Passwords cannot be read, and are not asked for. */
function run() {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return ''
  return answer('apple-mail-accounts', [...accounts(mail), ...outgoingServers(mail)])
}

const accountFields = {
  id: 'id',
  name: 'name',
  type: 'accountType',
  enabled: 'enabled',
  email: 'emailAddresses',
  user: 'userName',
  server: 'serverName',
  port: 'port',
  ssl: 'usesSsl',
  auth: 'authentication',
}

const outgoingFields = {
  name: 'name',
  server: 'serverName',
  port: 'port',
  ssl: 'usesSsl',
  auth: 'authentication',
  user: 'userName',
  enabled: 'enabled',
}

function accounts(mail) {
  return table('account', mail.accounts, accountFields).map((account, at) => withDelivery(account, mail.accounts[at]))
}

function outgoingServers(mail) {
  return table('smtp', mail.smtpServers, outgoingFields)
}

function table(kind, elements, fields) {
  const count = elements.length
  const columns = Object.entries(fields).map(([name, property]) => [name, column(elements, property, count)])
  return Array.from({ length: count }, (_, at) =>
    columns.reduce((row, [name, values]) => row.field(name, values[at]), record(kind)),
  )
}

/** An outgoing server has no id: it is found again by its name, port and user. */
function withDelivery(row, account) {
  let delivery
  row.field('delivery', () => {
    delivery = account.deliveryAccount()
    return delivery ? 'set' : 'none'
  })
  if (!delivery) return row
  return row
    .field('smtp-server', () => delivery.serverName())
    .field('smtp-port', () => delivery.port())
    .field('smtp-user', () => delivery.userName())
}
