/**
 * What lies between the agent's end and a panel, whatever it is made of: a pair of functions over which only plain data
 * goes. An Electron preload exposes exactly this; neither end believes the other before it has looked at what came.
 */
export interface Transport {
  /** Resolves to an `Answer`. */
  ask(request: string, body: unknown): Promise<unknown>
  /**
   * Hears the newest of every event, and then each new one, as `{ tell, value }`. `reached`: whether the other end can be
   * heard, where a transport may break. The returned function ends it.
   */
  listen(hear: (event: unknown) => void, reached?: (is: boolean) => void): () => void
}
