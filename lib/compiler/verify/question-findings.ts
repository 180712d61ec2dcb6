import { occursIn } from './document-text'
import type { Finding } from './findings'

/** What a question cites by itself, and all that a learner reads of it. */
export type CitingQuestion = {
  readonly id: string
  readonly cites: readonly string[]
  readonly words: string
}

/**
 * A question's own citation must lead to a paragraph that shares at least two telling words with what a
 * learner reads. It says less than the key terms of a fact, but finds a paragraph that is off by one.
 */
export function questionFindings(
  question: CitingQuestion,
  texts: ReadonlyMap<string, string>,
): readonly Finding[] {
  return question.cites.flatMap((name, index): readonly Finding[] => {
    const about = { kind: 'question', id: question.id, path: ['cites', index] } as const
    const text = texts.get(name)
    if (text === undefined) {
      return [{ rule: 'citation', about, message: `${name} is not among the documents` }]
    }
    const shared = tellingWords(question.words).filter((word) => occursIn(text, word))
    if (shared.length >= 2) return []
    const message = `${name} has nothing to do with \`${question.id}\`: they share ${shared.length === 0 ? 'no telling word' : `only "${shared[0]}"`}`
    return [{ rule: 'citation', about, message }]
  })
}

/** Names, figures and long words: what two texts about different things seldom share. */
const tellingWords = (text: string): readonly string[] => [
  ...new Set(text.match(/\p{Lu}[\p{L}]{3,}|\d[\d,.]*\d|\p{L}{7,}/gu) ?? []),
]
