import { z } from 'zod'
import { inOtherLanguages, sceneGroups } from '../../core/scene-tale.ts'
import { list, nothing, text } from './shapes.ts'

const tale = z.object({ title: text, story: text })

export const scene = tale.extend({ name: text, ...inOtherLanguages(tale.exactOptional()) })

const offered = scene.extend({ group: z.enum(sceneGroups) })

const scenes = z.object({ scenes: list(offered), playing: text.exactOptional() })

export const sceneRequests = {
  scenes: { request: nothing, response: scenes },
  /** Ends what is watched now and begins again in this made-up world. */
  playScene: { request: z.strictObject({ name: z.string().max(100) }), response: nothing },
} as const

export type Scenes = z.output<typeof scenes>
