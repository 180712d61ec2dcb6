import type { EntityId } from '../kernel/ids'
import type { Question } from './types'

/** The complete right answer as plain text. `nameOf` names the states of a map. */
export function answerText(question: Question, nameOf: (id: EntityId) => string): string {
  switch (question.kind) {
    case 'flash':
    case 'cloze':
    case 'choice':
    case 'text':
      return question.answer
    case 'multi':
      return question.answers.join('; ')
    case 'order':
      return `${question.scale}: ${question.items.join('; ')}`
    case 'match':
      return question.pairs.map(({ left, right }) => `${left}: ${right}`).join('; ')
    case 'number':
      return numberText(question.answer, question.unit, question.tolerance)
    case 'map':
      return question.answers.map(nameOf).join(', ')
  }
}

function numberText(answer: number, unit: string, tolerance: number): string {
  const value = unit === 'year' ? String(answer) : `${formatNumber(answer)} ${unit}`
  return tolerance > 0 ? `${value} (within ${formatNumber(tolerance)})` : value
}

/** `12,000`, but `4500`: thousands are separated from five digits on. */
function formatNumber(value: number): string {
  if (Math.abs(value) < 10_000) return String(value)
  return value.toLocaleString('en-GB', { maximumFractionDigits: 10 })
}
