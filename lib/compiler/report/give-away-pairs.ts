import type { Catalogue } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'

/** Two questions of which each tells the answer of the other. */
export type GiveAway = readonly [one: QuestionId, other: QuestionId]

/**
 * Candidates, to be judged by a reader. A question that tells the answer of another comes after it
 * (`Question.tells`), but no order helps where each tells that of the other: such pairs should be siblings.
 */
export function giveAwayPairs({ questions }: Catalogue): readonly GiveAway[] {
  const tells = new Map(questions.map(({ id, tells }) => [id, tells ?? []]))
  return questions.flatMap(({ id }) =>
    (tells.get(id) ?? [])
      .filter((told) => id < told && tells.get(told)?.includes(id))
      .map((told): GiveAway => [id, told]),
  )
}
