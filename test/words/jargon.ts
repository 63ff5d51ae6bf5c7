/** What only an engineer knows; a person meets it below "details" at the earliest. */
export const jargon: readonly RegExp[] = [
  /\butun\d/i,
  /\bmilliseconds?\b/i,
  /\bTCP\b/,
  /\bMTU\b/,
  /\bDNSSEC\b/,
  /\bNXDOMAIN\b/,
  /\bEHLO\b/,
  /\bRCPT\b/,
]
