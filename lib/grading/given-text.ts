import type { EntityId } from '../kernel/ids'
import type { Answer } from './answer'

/** What somebody answered as plain text; empty for a question they graded themselves. */
export function givenText(answer: Answer, nameOf: (id: EntityId) => string): string {
  switch (answer.kind) {
    case 'flash':
      return ''
    case 'cloze':
    case 'text':
    case 'number':
      return answer.text
    case 'choice':
      return answer.option
    case 'multi':
      return answer.options.join('; ')
    case 'order':
      return answer.items.join('; ')
    case 'match':
      return answer.pairs.map(({ left, right }) => `${left}: ${right}`).join('; ')
    case 'map':
      return answer.states.map(nameOf).join(', ')
  }
}
