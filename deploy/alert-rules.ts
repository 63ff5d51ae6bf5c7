import { stringify } from 'yaml'
import { label, macsByNewCause } from './series-names.ts'

/** Fewer may happen to have the same trouble; more may be too late for their users. */
export const manyMacs = 5

/** For Prometheus, Mimir and vmalert: rules of one group. */
export function alertRules(): string {
  const rules = {
    groups: [
      {
        name: 'outbox-doctor',
        interval: '15s',
        rules: [
          {
            alert: 'SameMailTroubleOnManyMacs',
            expr: `${macsByNewCause} >= ${manyMacs}`,
            labels: { severity: 'warning' },
            annotations: {
              summary: `Mail is stuck for the same reason on {{ $value }} Macs: {{ $labels.${label.cause} }}`,
              description: `It began on all of them within 15 minutes, so it is not their users' fault. \`outbox-doctor causes\` says what this cause is; the dashboard, by whose servers it happens.`,
            },
          },
        ],
      },
    ],
  }
  return `# Made by \`npm run deploy\`. Same cause on ${manyMacs} Macs within 15 minutes.\n${stringify(rules, { lineWidth: 0 })}`
}
