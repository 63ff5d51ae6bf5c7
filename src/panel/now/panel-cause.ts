import type { EventOf } from '../../api/schema/table.ts'

/** A cause as the panel is told of it. */
export type PanelCause = NonNullable<EventOf<'state'>['diagnosis']>['causes'][number]
