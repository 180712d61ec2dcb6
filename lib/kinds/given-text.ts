import type { EntityId } from '../kernel/ids'
import { kindOf } from './kinds'
import type { Answer } from './types'

/** What somebody answered as plain text; empty for a question they graded themselves. */
export const givenText = (answer: Answer, nameOf: (id: EntityId) => string): string =>
  kindOf(answer.kind).givenText(answer, nameOf)
