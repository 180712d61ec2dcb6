import 'server-only'
import { loadReadiness } from '../../cohort/load-readiness'
import { table } from './table'

export const atRisk = table({
  load: async (scope, { now, on }) => {
    const query = { now, on, reach: null, sort: 'name', page: null } as const
    const { atRisk, snoozed } = await loadReadiness(scope, query)
    return [...atRisk, ...snoozed]
  },
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Reasons', value: ({ reasons }) => reasons.map(({ words }) => words).join(' ') },
    { head: 'Snoozed until', value: ({ snooze }) => snooze?.until ?? null },
    { head: 'Snoozed by', value: ({ snooze }) => snooze?.byName ?? null },
    { head: 'Note', value: ({ snooze }) => snooze?.note ?? null },
  ],
})
