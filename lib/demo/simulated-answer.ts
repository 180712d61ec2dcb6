import type { Question } from '../course/types'
import type { Random } from '../kernel/seeded-random'
import { kindOf } from '../kinds/kinds'
import type { Answer } from '../kinds/types'

/** What somebody who remembers (or does not) would give. */
export function simulatedAnswer(question: Question, remembers: boolean, random: Random): Answer {
  const kind = kindOf(question.kind)
  return remembers ? kind.rightAnswer(question) : kind.forgottenAnswer(question, random)
}
