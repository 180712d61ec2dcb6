import 'server-only'
import { loadInbox } from '../../cohort/load-inbox'
import { instant, table } from './table'

/** All flags, open ones first. */
export const inbox = table({
  load: async (scope) => {
    const open = await loadInbox(scope, { show: 'open' })
    const solved = await loadInbox(scope, { show: 'solved' })
    return [...open.groups, ...solved.groups].flatMap(({ questionId, prompt, flags }) =>
      flags.map((flag) => ({ ...flag, questionId, prompt })),
    )
  },
  columns: [
    { head: 'Question', value: ({ questionId }) => questionId },
    { head: 'Prompt', value: ({ prompt }) => prompt },
    { head: 'Revision', value: ({ revision }) => revision },
    { head: 'Analyst', value: ({ by }) => by },
    { head: 'Flagged', value: ({ raisedAt }) => instant(raisedAt) },
    { head: 'Comment', value: ({ comment }) => comment },
    { head: 'What they had answered', value: ({ given }) => given },
    { head: 'Reply', value: ({ reply }) => reply },
    { head: 'Replied by', value: ({ repliedBy }) => repliedBy },
    { head: 'Replied', value: ({ repliedAt }) => instant(repliedAt) },
    { head: 'Seen', value: ({ seenAt }) => instant(seenAt) },
    { head: 'Solved', value: ({ solvedAt }) => instant(solvedAt) },
    { head: 'Mended by revision', value: ({ mendedBy }) => mendedBy },
  ],
  coursesOf: ({ questionId }, courses) => [courses.question(questionId)],
})
