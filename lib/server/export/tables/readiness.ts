import 'server-only'
import { loadReadiness } from '../../cohort/load-readiness'
import { rounded, table } from './table'

/** One row for each analyst and topic, so that the columns do not depend on the course. */
export const readiness = table({
  load: async (scope, input) => {
    const query = { now: input.now, on: input.on, sort: 'name', page: null } as const
    const { rows, topics, on } = await loadReadiness(scope, query)
    return rows.flatMap(({ name, overall, topics: each }) => [
      { name, on, topic: 'All topics', readiness: overall },
      ...each.map((readiness, i) => ({ name, on, topic: topics[i]?.title ?? '', readiness })),
    ])
  },
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Topic', value: ({ topic }) => topic },
    { head: 'On', value: ({ on }) => on },
    { head: 'Recall if no review is done', value: ({ readiness }) => rounded(readiness.idle) },
    { head: 'Recall if the plan is kept', value: ({ readiness }) => rounded(readiness.planned) },
  ],
})
