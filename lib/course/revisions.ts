import type { QuestionId } from '../kernel/ids'
import type { Catalogue, Question } from './types'

type Changed = Pick<Question, 'changes'>
export type Change = Question['changes'][number]

/** The revision that gave the question its present meaning: 1 if no correction ever changed it. */
export const meaningSince = ({ changes }: Changed): number =>
  changes.reduce(
    (latest, { revision, severity }) =>
      severity === 'meaning' ? Math.max(latest, revision) : latest,
    1,
  )

/** Questions whose meaning a version changed, each with the revision that gave it the present one. */
export function correctedMeanings(
  then: Catalogue,
  now: Catalogue,
): readonly { readonly questionId: QuestionId; readonly revision: number }[] {
  const revisions = new Map(then.questions.map(({ id, revision }) => [id, revision]))
  return now.questions.flatMap((question) => {
    const known = revisions.get(question.id)
    const revision = meaningSince(question)
    return known !== undefined && known < revision ? [{ questionId: question.id, revision }] : []
  })
}

/** Questions that were retired or withdrawn, and are asked again. */
export function revivedIn(then: Catalogue, now: Catalogue): readonly QuestionId[] {
  const retired = new Set(then.course.retired.map(({ id }) => id))
  return now.questions.map(({ id }) => id).filter((id) => retired.has(id))
}

/** A version as it is compared with the next one: with what it had retired, as that was asked last. */
export const withRetired = (then: Catalogue, asked: readonly Question[]): Catalogue =>
  asked.length === 0 ? then : { ...then, questions: [...then.questions, ...asked] }

/** Every change since a revision, oldest first. */
export const changesAfter = ({ changes }: Changed, revision: number): readonly Change[] =>
  changes.filter((change) => change.revision > revision).sort((a, b) => a.revision - b.revision)

/** What somebody who last saw `revision` should be told, oldest first. A typo is not worth a word. */
export const changesSince = (changed: Changed, revision: number): readonly Change[] =>
  changesAfter(changed, revision).filter(({ severity }) => severity !== 'typo')
