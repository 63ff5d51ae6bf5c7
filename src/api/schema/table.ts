import { z } from 'zod'
import { account } from './accounts.ts'
import { examination } from './examination.ts'
import { incident, incidentWhole, strip, stripQuery, timeline, timelineQuery } from './history.ts'
import {
  about,
  diagnostics,
  loginItem,
  pane,
  permissions,
  scenes,
  settings,
  settingsAsTheyStand,
  tried,
} from './settings.ts'
import { id, instant, list } from './shapes.ts'
import { state } from './state.ts'
import { guidance, note, offer, treated, treating, treatment, undone } from './treatment.ts'

const nothing = z.strictObject({})
const ofRemedy = z.strictObject({ account: id, remedy: id })

/** Everything a panel may ask, and what it is answered. Both ends are derived from this table, and from nothing else. */
export const asks = {
  state: { request: nothing, response: state },
  /** Of this account, or of all; how it goes is told. */
  examineNow: { request: z.strictObject({ account: id.exactOptional() }), response: nothing },
  /** The last one of an account in this run, or the one under way. */
  examination: {
    request: z.strictObject({ account: id }),
    response: z.object({ examination: examination.exactOptional() }),
  },
  pause: { request: z.strictObject({ until: instant }), response: nothing },
  resume: { request: nothing, response: nothing },

  /** What may be done for this account, the best first. */
  offers: { request: z.strictObject({ account: id }), response: list(offer) },
  /** Answered when it has ended, which takes minutes; how it goes is told. */
  treat: { request: ofRemedy, response: treated },
  cancelTreatment: { request: nothing, response: nothing },
  /** Newest first. */
  treatments: { request: nothing, response: list(treatment) },
  /** `sure`: also where something has changed since. */
  undo: { request: z.strictObject({ id, sure: z.boolean().exactOptional() }), response: undone },
  /** What was cut off is left as it is; it may still be undone later. */
  leaveTreatment: { request: z.strictObject({ id }), response: nothing },
  guide: { request: ofRemedy, response: guidance },
  /** Opens the pane or the page that a guide is about. */
  openGuide: { request: ofRemedy, response: nothing },
  notes: { request: ofRemedy, response: list(note) },

  timeline: { request: timelineQuery, response: timeline },
  strip: { request: stripQuery, response: strip },
  /** Going on between the two, newest first. */
  incidents: { request: z.strictObject({ from: instant, to: instant }), response: list(incident) },
  incident: { request: z.strictObject({ id }), response: incidentWhole },

  accounts: { request: nothing, response: list(account) },
  /** For sign-in checks, and tried in one at once. */
  keepPassword: {
    request: z.strictObject({ account: id, password: z.string().min(1).max(1_000) }),
    response: nothing,
  },
  forgetPassword: { request: z.strictObject({ account: id }), response: nothing },
  settings: { request: nothing, response: settingsAsTheyStand },
  /** Saved, and in force at once. */
  setSettings: { request: settings, response: settingsAsTheyStand },
  /** Only where there is an app to be opened. */
  loginItem: { request: nothing, response: loginItem },
  /** Answered with what it has become: macOS may refuse. */
  setLoginItem: { request: z.strictObject({ on: z.boolean() }), response: loginItem },
  permissions: { request: nothing, response: permissions },
  /** Only in the app. With the first notification ever, macOS asks whether it may be shown. */
  tryNotification: { request: nothing, response: tried },
  /** Only in the app: macOS goes on refusing what a running program was refused once. */
  restart: { request: nothing, response: nothing },
  /**
   * Of every mail app that runs and was not asked about: macOS asks the person now. Answered when the person has
   * answered, whatever was said.
   */
  askToAutomate: { request: nothing, response: nothing },
  openPane: { request: z.strictObject({ pane }), response: nothing },
  diagnostics: { request: nothing, response: diagnostics },
  /** History, settings and kept passwords; not what a treatment moved aside. */
  removeEverything: { request: z.strictObject({ sure: z.literal(true) }), response: nothing },
  scenes: { request: nothing, response: scenes },
  /** Ends what is watched now and begins again in this made-up world. */
  playScene: { request: z.strictObject({ name: z.string().max(100) }), response: nothing },
  about: { request: nothing, response: about },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>

/** Everything a panel is told without asking. The newest of each is told to whoever begins to listen. */
export const tells = {
  state,
  examination,
  treating,
  /** At once whenever they change: every window and the icon keep to them. */
  settings: settingsAsTheyStand,
} as const satisfies Record<string, z.ZodType>

export type AskName = keyof typeof asks
export type Request<A extends AskName> = z.input<(typeof asks)[A]['request']>
export type Response<A extends AskName> = z.output<(typeof asks)[A]['response']>
export type TellName = keyof typeof tells
export type Tell<T extends TellName> = z.output<(typeof tells)[T]>
