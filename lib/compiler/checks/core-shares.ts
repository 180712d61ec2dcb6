import type { Check, Draft, DraftQuestion } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'

/** The part of a subject's questions that is its core. */
const SHARE = { from: 0.25, to: 0.3 }
/** What somebody on the core meets of every lesson at least. */
const CORE_OF_LESSON = 2

/**
 * The core is small enough to be finished and large enough to stand on: a fixed share of each subject,
 * and something of every lesson. Nothing is said while an entry or a file cannot be counted.
 */
export const coreShares: Check = (draft) => {
  if (draft.incomplete.size > 0 || draft.broken.length > 0) return []
  const core = (questions: readonly DraftQuestion[]) =>
    questions.filter(({ value }) => value.depth === 'core').length
  const thin = draft.lessons.flatMap(({ value, at }): readonly Fault[] => {
    const own = core(draft.questions.filter((question) => question.value.lesson === value.id))
    if (own >= CORE_OF_LESSON) return []
    const message = `lesson \`${value.id}\` has ${own} core question${own === 1 ? '' : 's'}; it needs at least ${CORE_OF_LESSON}`
    return [fault(at(['id']), 'core', message)]
  })
  const uneven = subjectsOf(draft).flatMap(({ id, topics, place }): readonly Fault[] => {
    const all = draft.questions.filter(({ topic }) => topic !== null && topics.includes(topic))
    const own = core(all)
    const [from, to] = [Math.floor(all.length * SHARE.from), Math.ceil(all.length * SHARE.to)]
    if (from <= own && own <= to) return []
    const message = `subject \`${id}\` has ${own} core questions of ${all.length}; 25 to 30 per cent are ${from} to ${to}`
    return [fault(place, 'core', message)]
  })
  return [...thin, ...uneven]
}

const subjectsOf = ({ course }: Draft) =>
  course?.value.subjects.map((subject, i) => ({ ...subject, place: course.at(['subjects', i]) })) ??
  []
