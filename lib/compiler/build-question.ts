import { answerText } from '../course/answer-text'
import type { QuestionEntry } from '../course/schema/question-entry'
import type { Question } from '../course/types'
import type { EntityId } from '../kernel/ids'
import { GAP_SHOWN, splitCloze } from './cloze'

/** What the rest of the course decides about a question. */
export type Surroundings = Pick<Question, 'topic' | 'module' | 'asOf' | 'siblings'> & {
  readonly nameOf: (id: EntityId) => string
}

/** A question as the catalogue holds it; null for a cloze without exactly one gap. */
export function buildQuestion(entry: QuestionEntry, around: Surroundings): Question | null {
  const base = {
    id: entry.id,
    topic: around.topic,
    module: around.module,
    lesson: entry.lesson,
    explanation: entry.explanation,
    facts: entry.facts,
    asOf: entry.asOf ?? around.asOf,
    siblings: around.siblings,
    revision: entry.revision,
  }
  const question = withContent(entry, base)
  if (question === null) return null
  return { ...question, changes: changesOf(entry, answerText(question, around.nameOf)) }
}

type Base = Omit<Question, 'kind' | 'prompt' | 'changes'>

function withContent(entry: QuestionEntry, rest: Base): Question | null {
  const base = { ...rest, changes: [] }
  switch (entry.kind) {
    case 'cloze': {
      const gap = splitCloze(entry.text)
      if (gap === null) return null
      const { kind, accept, near } = entry
      const prompt = gap.before + GAP_SHOWN + gap.after
      return { ...base, kind, prompt, ...gap, accept, near }
    }
    case 'flash':
      return { ...base, kind: entry.kind, prompt: entry.prompt, answer: entry.answer }
    case 'choice': {
      const { kind, prompt, answer, distractors } = entry
      return { ...base, kind, prompt, answer, distractors }
    }
    case 'multi': {
      const { kind, prompt, answers, distractors } = entry
      return { ...base, kind, prompt, answers, distractors }
    }
    case 'order': {
      const { kind, prompt, items, scale } = entry
      return { ...base, kind, prompt, items, scale }
    }
    case 'match':
      return { ...base, kind: entry.kind, prompt: entry.prompt, pairs: entry.pairs }
    case 'number': {
      const { kind, prompt, answer, unit, tolerance } = entry
      return { ...base, kind, prompt, answer, unit, tolerance }
    }
    case 'text': {
      const { kind, prompt, answer, accept, near } = entry
      return { ...base, kind, prompt, answer, accept, near }
    }
    case 'map': {
      const { kind, prompt, answers, candidates } = entry
      return { ...base, kind, prompt, answers, candidates }
    }
  }
}

/** A change that names no earlier answer left it as it was: it is the next change's, or today's. */
function changesOf(entry: QuestionEntry, answer: string): Question['changes'] {
  const changes: Question['changes'][number][] = []
  let then = answer
  for (const change of [...entry.changes].sort((a, b) => b.revision - a.revision)) {
    then = change.previousAnswer ?? then
    changes.unshift({ ...change, previousAnswer: then })
  }
  return changes
}
