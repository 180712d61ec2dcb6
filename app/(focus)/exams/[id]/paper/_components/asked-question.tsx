'use client'

import { type FormEvent, useId } from 'react'
import { Button } from '@/app/_components/button'
import { placeOfKey } from '@/app/_study/answers/option-row'
import { toggled } from '@/app/_study/answers/toggled'
import { GapField } from '@/app/_study/answers/typed-field'
import { Prompt } from '@/app/_study/card/prompt'
import { useReviewKeys } from '@/app/_study/session/use-review-keys'
import type { PaperQuestion } from '@/lib/exam/paper'
import type { Answer } from '@/lib/grading/answer'
import { ExamField } from './exam-field'
import { laidOut } from './laid-out'

type Props = {
  question: PaperQuestion
  answer: Answer | null
  onGive: (answer: Answer) => void
  onNext: () => void
  /** Null at the first. */
  onBack: (() => void) | null
  isLast: boolean
}

/** A question and the place for its answer; Enter goes to the next. */
export function AskedQuestion({ question, answer, onGive, onNext, onBack, isLast }: Props) {
  const promptId = useId()
  const { shown } = laidOut(question)
  useReviewKeys((key) => {
    if (key === 'Enter') {
      onNext()
      return true
    }
    const option = 'options' in shown ? shown.options[placeOfKey(key)] : undefined
    if (option === undefined) return false
    if (shown.kind === 'choice') onGive({ kind: 'choice', option })
    else {
      const before = answer?.kind === 'multi' ? answer.options : []
      onGive({ kind: 'multi', options: toggled(before, option) })
    }
    return true
  }, true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form onSubmit={submit} noValidate>
      {question.kind === 'cloze' ? (
        <Prompt id={promptId}>
          {question.before}
          <GapField
            label={`Fill the gap: ${question.before} … ${question.after}`}
            text={answer?.kind === 'cloze' ? answer.text : ''}
            onChange={(text) => onGive({ kind: 'cloze', text })}
          />
          {question.after}
        </Prompt>
      ) : (
        <Prompt id={promptId}>{question.prompt}</Prompt>
      )}
      <div className={question.kind === 'cloze' ? '' : 'mt-6'}>
        <ExamField question={question} answer={answer} onChange={onGive} promptId={promptId} />
      </div>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button type="submit" className="min-w-32">
          {isLast ? 'To the hand-in' : 'Next'}
        </Button>
        {onBack ? (
          <Button kind="secondary" onClick={onBack}>
            Back
          </Button>
        ) : null}
      </div>
    </form>
  )
}
