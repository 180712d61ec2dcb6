import { changesSince } from '../course/revisions'
import type { Question } from '../course/types'
import type { Correction } from './wire'

/**
 * What to tell somebody who last answered the question as it was at revision `seen`, when it asked
 * `promptThen` (null if that is not known). Null when there is nothing worth a word.
 */
export function correctionSince(
  question: Question,
  seen: number,
  promptThen: string | null,
): Correction | null {
  const changes = changesSince(question, seen)
  if (changes.length === 0) return null
  const superseded = changes.find(({ severity }) => severity === 'meaning')
  return {
    severity: superseded ? 'meaning' : 'wording',
    notes: changes.map(({ note }) => note),
    previousAnswer: superseded?.previousAnswer ?? null,
    previousPrompt: promptThen === question.prompt ? null : promptThen,
  }
}
