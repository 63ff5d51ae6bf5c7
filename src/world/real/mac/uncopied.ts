/** There is no room or no place for a copy; the code is what the system said. */
export class Uncopied extends Error {
  override name = 'Uncopied'
}
