/**
 * Has Mail synchronise one account with its server, both ways. Argument: the account's id. Nothing is done where not
 * exactly one account has it.
 */
function run([id]) {
  const mail = Application('com.apple.mail')
  if (!mail.running()) return 'not-running'
  const count = mail.accounts.length
  const found = Array.from({ length: count }, (_, at) => mail.accounts[at]).filter(
    (one) => String(one.id()).toLowerCase() === String(id).toLowerCase(),
  )
  if (found.length !== 1) return 'missing'
  mail.synchronize({ with: found[0] })
  return 'asked'
}
