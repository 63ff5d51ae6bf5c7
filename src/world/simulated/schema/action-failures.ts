import { z } from 'zod'

const refusal = z.enum(['refused', 'timeout'])

/** What does not go smoothly when something is done. What is not named is done at once. */
export const handsSchema = z.strictObject({
  /** `refuses`: the app stays. `dialog`: one of its windows waits for an answer. `cancelled`: the person said no. */
  quit: z.enum(['refuses', 'dialog', 'cancelled', 'refused']).exactOptional(),
  /** The app cannot be found any more. */
  open: z.literal('missing').exactOptional(),
  send: refusal.exactOptional(),
  online: refusal.exactOptional(),
  showMessage: refusal.exactOptional(),
  /** What the person says when macOS asks for a permission; `nobody` is there to answer. Yes unless told. */
  consent: z.enum(['yes', 'no', 'nobody']).exactOptional(),
  /** From the so manyth property on that is written, the app's error number. */
  settings: z
    .strictObject({
      after: z.int().nonnegative().default(0),
      error: z.union([z.literal(-1700), z.literal(-1728), z.literal(-10006), z.literal(-1712), z.literal(-609)]),
    })
    .exactOptional(),
  /** What an app does with a password that it took: it forgets it, or asks the person for it in a window. */
  password: z.enum(['forgets', 'asks']).exactOptional(),
  vpn: refusal.exactOptional(),
  /** `put-back`: it is off again at once. */
  wifi: z.enum(['refused', 'timeout', 'put-back']).exactOptional(),
  admin: z.enum(['cancelled', 'wrong-password', 'no-screen', 'failed']).exactOptional(),
  /** `put-back`: a setting of the Mac has its old value again at once. `managed`: it is refused in words. */
  macSettings: z.enum(['put-back', 'managed']).exactOptional(),
  preferences: z
    .strictObject({
      export: refusal.exactOptional(),
      clear: refusal.exactOptional(),
      import: refusal.exactOptional(),
    })
    .exactOptional(),
  /** For whatever we write. */
  disk: z.enum(['full', 'read-only']).exactOptional(),
  /** Files change while they are being moved. */
  files: z.literal('changing').exactOptional(),
  /** After so many things done, macOS allows no more. */
  withdrawnAfter: z.int().nonnegative().exactOptional(),
})
