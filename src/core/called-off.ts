/** Why a signal aborts whose work is over, or not wanted any more. What then rejects with it is no fault of anybody. */
export class CalledOff extends Error {
  override name = 'CalledOff'
}

/** Whether a rejection that nobody waits for only says that its work was called off. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof CalledOff || (error instanceof DOMException && error.name === 'AbortError')
}
