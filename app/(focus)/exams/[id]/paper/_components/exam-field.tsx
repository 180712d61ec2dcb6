'use client'

import { AnswerField } from '@/app/_study/answers/answer-field'
import { MapField } from '@/app/_study/answers/map-field'
import { MatchField } from '@/app/_study/answers/match-field'
import { OrderField } from '@/app/_study/answers/order-field'
import type { PaperQuestion } from '@/lib/exam/paper'
import type { Answer } from '@/lib/grading/answer'
import { laidOut } from './laid-out'

type Props = {
  question: PaperQuestion
  answer: Answer | null
  onChange: (answer: Answer) => void
  promptId: string
}

/**
 * The review's answer fields. Those that it fetches when they are first needed come with this page:
 * the network may be gone by then.
 */
export function ExamField({ question, answer, onChange, promptId }: Props) {
  const { shown, stateNames } = laidOut(question)
  switch (question.kind) {
    case 'order':
      return (
        <OrderField
          promptId={promptId}
          scale={question.scale}
          items={answer?.kind === 'order' ? answer.items : question.items}
          onChange={(items) => onChange({ kind: 'order', items })}
        />
      )
    case 'match':
      return (
        <MatchField
          promptId={promptId}
          lefts={question.lefts}
          rights={question.rights}
          pairs={answer?.kind === 'match' ? answer.pairs : []}
          onChange={(pairs) => onChange({ kind: 'match', pairs })}
        />
      )
    case 'map':
      return (
        <MapField
          promptId={promptId}
          candidates={question.states.map(({ id }) => id)}
          chosen={answer?.kind === 'map' ? answer.states : []}
          onChange={(states) => onChange({ kind: 'map', states })}
          stateNames={stateNames}
        />
      )
    case 'cloze':
    case 'text':
    case 'number':
    case 'choice':
    case 'multi':
      return (
        <AnswerField
          question={question}
          shown={shown}
          answer={answer}
          onChange={onChange}
          stateNames={stateNames}
          promptId={promptId}
        />
      )
  }
}
