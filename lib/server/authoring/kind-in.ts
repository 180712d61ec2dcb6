import 'server-only'
import type { Fields } from '../../compiler/edit/target'
import { KIND_NAMES } from '../../kinds/kinds'
import type { QuestionKind } from '../../kinds/types'

/** The kind of a question as its entry names it; null for what is no question. */
export const kindIn = (fields: Fields | null): QuestionKind | null =>
  typeof fields?.kind === 'string' ? kindNamed(fields.kind) : null

export const kindNamed = (name: string): QuestionKind | null => (isKind(name) ? name : null)

const isKind = (name: string): name is QuestionKind => KIND_NAMES.includes(name)
