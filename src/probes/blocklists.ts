/** Whether blocklists name the address by which the outside sees us. Only a hint. */
export interface Blocklists {
  lists: readonly { name: string; zone: string; outcome: 'listed' | 'not-listed' | 'no-answer'; codes: readonly string[] }[]
}
