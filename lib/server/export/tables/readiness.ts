import 'server-only'
import { MATRIX_GROUPS } from '../../../cohort/view/matrix-group'
import { REACHES } from '../../../course/reach'
import { loadReadiness } from '../../cohort/load-readiness'
import { rounded, table } from './table'

/** One row for each analyst and topic, so that the columns do not depend on the course. */
export const readiness = table({
  load: async (scope, input) => {
    const { asked } = input
    const { rows, topics, on, reach } = await loadReadiness(scope, {
      now: input.now,
      on: input.on,
      reach: REACHES.find((name) => name === asked?.depth) ?? null,
      sort: asked?.sort ?? 'name',
      words: asked?.words ?? '',
      group: MATRIX_GROUPS.find((name) => name === asked?.group) ?? null,
      page: null,
    })
    const people = asked?.people ?? []
    const wanted = people.length === 0 ? rows : rows.filter(({ userId }) => people.includes(userId))
    return wanted.flatMap(({ name, overall, topics: each }) => [
      { name, on, reach, topicId: null, topic: 'All topics', readiness: overall },
      ...each.map((readiness, i) => ({
        name,
        on,
        reach,
        topicId: topics[i]?.id ?? null,
        topic: topics[i]?.title ?? '',
        readiness,
      })),
    ])
  },
  columns: [
    { head: 'Analyst', value: ({ name }) => name },
    { head: 'Topic', value: ({ topic }) => topic },
    { head: 'On', value: ({ on }) => on },
    { head: 'Recall if no review is done', value: ({ readiness }) => rounded(readiness.idle) },
    { head: 'Recall if the plan is kept', value: ({ readiness }) => rounded(readiness.planned) },
    { head: 'Depth', value: ({ reach }) => reach },
  ],
  coursesOf: ({ topicId }, courses) =>
    topicId === null ? courses.learned : [courses.part(topicId)],
})
