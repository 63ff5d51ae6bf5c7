import type { Filter } from '../core/network.ts'

export interface Filters {
  filters: readonly Filter[]
}
