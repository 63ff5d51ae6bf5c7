import { Component, type ComponentChildren } from 'preact'
import { words } from '../words/language.ts'
import { EmptyState } from './empty.tsx'

/** A fault of a page takes down that page only, and says so. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { errors, now } = words.value
    return (
      <EmptyState title={errors.page}>
        <button type="button" class="button" onClick={() => this.setState({ failed: false })}>
          {now.tryAgain}
        </button>
      </EmptyState>
    )
  }
}
