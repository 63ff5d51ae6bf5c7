import type { Cause } from '../core/cause.ts'

/** Every reason why mail does not leave. */
export const causes: readonly Cause[] = []
