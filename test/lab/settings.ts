/** Settings of a Postfix `main.cf` or the top level of a Dovecot configuration. */
export type Settings = Readonly<Record<string, string>>

export const written = (settings: Settings) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
