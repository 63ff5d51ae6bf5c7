export interface ProviderStatus {
  feeds: readonly {
    provider: string
    service: string
    outcome: 'no-incident' | 'incident' | 'no-answer'
    title?: string
    since?: number
  }[]
}
