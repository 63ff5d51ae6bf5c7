/**
 * What lies between a desk and a panel, whatever it is made of: a pair of functions over which only plain data goes.
 * An Electron preload exposes exactly this; neither end believes the other before it has looked at what came.
 */
export interface Line {
  /** Resolves to an `Answer`. */
  ask(ask: string, request: unknown): Promise<unknown>
  /**
   * Hears the newest of everything there is to tell, and then each new one, as `{ tell, value }`. `reached`: whether
   * the other end can be heard, where a line may break. The returned function ends it.
   */
  listen(hear: (told: unknown) => void, reached?: (is: boolean) => void): () => void
}
