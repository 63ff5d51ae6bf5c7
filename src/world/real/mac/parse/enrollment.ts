import { keyAndValue, linesOf } from './lines.ts'

/** `profiles status -type enrollment`: whether an organisation manages this Mac. `undefined`: it did not say. */
export function parseEnrollment(text: string): boolean | undefined {
  const [, value] =
    linesOf(text)
      .map(keyAndValue)
      .find((pair) => pair?.[0] === 'MDM enrollment') ?? []
  if (value === undefined) return undefined
  return /^Yes/.test(value) ? true : /^No/.test(value) ? false : undefined
}

/** `profiles list` as a user: nothing is installed for this user; what is for the computer needs root. */
export function hasNoUserProfiles(text: string): boolean {
  return text.startsWith('There are no configuration profiles installed for user')
}
