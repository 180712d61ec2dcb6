import 'server-only'
import { ITEM_COLUMNS } from '../../../cohort/view/item-columns'
import { loadItemAnalysis } from '../../cohort/load-item-analysis'
import { rounded, table } from './table'

/** A figure with too few answers is empty, as on the page. */
export const questions = table({
  load: async (scope, { now, asked }) => {
    const module = asked?.group ?? null
    return (await loadItemAnalysis(scope, { now, module, sort: 'course', page: null })).rows
  },
  sorted: ITEM_COLUMNS,
  columns: [
    { head: 'Question', value: ({ id }) => id },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Kind', value: ({ kind }) => kind },
    { head: 'Topic', value: ({ topicTitle }) => topicTitle },
    { head: 'Revision', value: ({ revision }) => revision },
    { head: 'Met by', value: ({ seen }) => seen },
    { head: 'First try', value: ({ firstTry }) => rounded(firstTry) },
    { head: 'Reviews', value: ({ tested }) => tested },
    { head: 'Observed less predicted', value: ({ surprise }) => rounded(surprise?.mean ?? null) },
    { head: 'From', value: ({ surprise }) => rounded(surprise?.low ?? null) },
    { head: 'To', value: ({ surprise }) => rounded(surprise?.high ?? null) },
    { head: 'Discrimination', value: ({ discrimination: d }) => rounded(d?.mean ?? null) },
    { head: 'Median seconds', value: ({ medianMs }) => rounded(medianMs && medianMs / 1000) },
    { head: 'Leeches', value: ({ leeches }) => leeches },
    { head: 'Open flags', value: ({ flags }) => flags },
    { head: 'Findings', value: ({ findings }) => findings.join(' ') },
    { head: 'Depth', value: ({ depth }) => depth },
    { head: 'Asks', value: ({ asks }) => asks },
  ],
  coursesOf: ({ id }, courses) => [courses.question(id)],
})
