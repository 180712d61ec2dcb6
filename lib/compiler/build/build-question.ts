import type { Question } from '../../course/types'
import type { EntityId } from '../../kernel/ids'
import type { CourseImage } from '../../kernel/image'
import { answerText } from '../../kinds/answer-text'
import { fileOf, type QuestionEntry } from '../../kinds/files'

/** What the rest of the course determines about a question. */
export type Surroundings = Pick<Question, 'topic' | 'module' | 'asOf' | 'siblings'> & {
  readonly image: CourseImage | undefined
  readonly nameOf: (id: EntityId) => string
}

/**
 * A question as the catalogue stores it; null for an entry that makes no question, such as a cloze
 * without a gap.
 */
export function buildQuestion(entry: QuestionEntry, around: Surroundings): Question | null {
  const base = {
    id: entry.id,
    topic: around.topic,
    depth: entry.depth,
    asks: entry.asks,
    module: around.module,
    lesson: entry.lesson,
    ...(around.image === undefined ? {} : { image: around.image }),
    explanation: entry.explanation,
    facts: entry.facts,
    cites: entry.cites,
    asOf: entry.asOf ?? around.asOf,
    siblings: around.siblings,
    revision: entry.revision,
  }
  const content = fileOf(entry.kind).build(entry)
  if (content === null) return null
  const changes = changesOf(entry, answerText(content, around.nameOf))
  return { ...base, ...content, changes }
}

/**
 * A change that names no previous answer left the answer as it was. The answer is then that of the
 * next change, or today's.
 */
function changesOf(entry: QuestionEntry, answer: string): Question['changes'] {
  const changes: Question['changes'][number][] = []
  let then = answer
  for (const change of [...entry.changes].sort((a, b) => b.revision - a.revision)) {
    then = change.previousAnswer ?? then
    changes.unshift({ ...change, previousAnswer: then })
  }
  return changes
}
