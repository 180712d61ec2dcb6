import type { Check } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { idsOf } from './known-ids'

/**
 * A published question may be removed only by retiring it, with a reason, and stays listed. A retired
 * question must not be defined any more.
 */
export const retiredQuestions: Check = (draft) => {
  const { course, previous } = draft
  if (course === null) return []
  const now = new Set(idsOf(draft, 'question'))
  const retired = course.value.retired.map(({ id }) => id)
  const stillThere = retired.flatMap((id, i): Fault[] =>
    now.has(id)
      ? [
          fault(
            course.at(['retired', i]),
            'retired',
            `question \`${id}\` is retired, but the course still defines it`,
          ),
        ]
      : [],
  )
  if (previous === null || draft.incomplete.has('question')) return stillThere
  const lost = previous.questions.flatMap(({ id }): Fault[] => {
    if (now.has(id) || retired.includes(id)) return []
    const message = `question \`${id}\` was published, but the course no longer defines it: list it under \`retired\` with a reason`
    return [fault(course.at(['retired']), 'retired', message)]
  })
  // Answers to it stay in the log, and must not refer to nothing.
  const forgotten = previous.course.retired.flatMap(({ id }): Fault[] => {
    if (now.has(id) || retired.includes(id)) return []
    const message = `question \`${id}\` was retired in the published course, which this one no longer lists: keep it under \`retired\``
    return [fault(course.at(['retired']), 'retired', message)]
  })
  return [...stillThere, ...lost, ...forgotten]
}
