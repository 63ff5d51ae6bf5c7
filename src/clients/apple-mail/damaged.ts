/** A store gives two answers to one question, or one that makes no sense. */
export class Damaged extends Error {
  override name = 'Damaged'
}
