'use client'

import { type FormEvent, useId } from 'react'
import { Button } from '@/app/_components/button'
import { interfaceOf } from '@/app/_study/answers/kinds'
import { QuestionFront } from '@/app/_study/card/question-front'
import { useReviewKeys } from '@/app/_study/session/use-review-keys'
import type { PaperQuestion } from '@/lib/exam/paper'
import { characterOf, isEnter } from '@/lib/keyboard/key-press'
import { kindOf } from '@/lib/kinds/kinds'
import type { Answer } from '@/lib/kinds/types'

type Props = {
  question: PaperQuestion
  answer: Answer | null
  onGive: (answer: Answer) => void
  onNext: () => void
  /** Null on the first question. */
  onBack: (() => void) | null
  isLast: boolean
}

/** A question with its answer field. Enter leads to the next question. */
export function AskedQuestion({ question, answer, onGive, onNext, onBack, isLast }: Props) {
  const promptId = useId()
  const kind = kindOf(question.kind)
  const given = answer?.kind === question.kind ? answer : kind.untouched(question)
  useReviewKeys((press) => {
    if (isEnter(press)) {
      onNext()
      return true
    }
    const picked = interfaceOf(question.kind).onKey(characterOf(press) ?? '', question, given)
    if (picked !== null) onGive(picked)
    return picked !== null
  }, true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form onSubmit={submit} noValidate>
      <QuestionFront promptId={promptId} asked={question} answer={given} onChange={onGive} />
      <div className="mt-6 flex flex-wrap gap-2">
        <Button type="submit" className="min-w-32">
          {isLast ? 'Go to hand-in' : 'Next'}
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
