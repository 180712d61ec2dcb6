import type { LookUp } from '../course/look-up'
import type { DrawnQuestion } from './drawn-question'

/**
 * How many of these questions had their meaning corrected, or were withdrawn, since they were
 * drawn.
 */
export const changedSince = (drawn: readonly DrawnQuestion[], look: LookUp): number =>
  drawn.filter(({ question }) => {
    const present = look.question(question.id)
    return (
      present === undefined ||
      present.changes.some(
        ({ revision, severity }) => revision > question.revision && severity === 'meaning',
      )
    )
  }).length
