import type { ExamQuestion } from '@/lib/exam/blueprint'
import type { Answer } from '@/lib/grading/answer'

/** What answers a question rightly. */
export function rightAnswer(question: ExamQuestion): Answer {
  switch (question.kind) {
    case 'cloze':
    case 'text':
      return { kind: question.kind, text: question.answer }
    case 'number':
      return { kind: 'number', text: `${question.answer}` }
    case 'choice':
      return { kind: 'choice', option: question.answer }
    case 'multi':
      return { kind: 'multi', options: question.answers }
    case 'order':
      return { kind: 'order', items: question.items }
    case 'match':
      return { kind: 'match', pairs: question.pairs }
    case 'map':
      return { kind: 'map', states: question.answers }
  }
}
