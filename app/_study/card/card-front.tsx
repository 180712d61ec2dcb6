'use client'

import { type FormEvent, useId } from 'react'
import { Button } from '@/app/_components/button'
import { AnswerField } from '../answers/answer-field'
import { GapField } from '../answers/typed-field'
import type { CardFace } from './card-face'
import { Prompt } from './prompt'

type Props = {
  face: CardFace
  /** Called by the form (a button, Enter in a field). */
  onCheck: () => void
  onGiveUp: () => void
}

/** The question and the place for its answer. */
export function CardFront({ face, onCheck, onGiveUp }: Props) {
  const promptId = useId()
  const { question } = face.shownCard
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCheck()
  }
  return (
    <form onSubmit={submit} noValidate>
      {question.kind === 'cloze' ? (
        <Prompt id={promptId}>
          {question.before}
          <GapField
            label={`Fill the gap: ${question.before} … ${question.after}`}
            text={face.draft?.kind === 'cloze' ? face.draft.text : ''}
            onChange={(text) => face.setDraft({ kind: 'cloze', text })}
          />
          {question.after}
        </Prompt>
      ) : (
        <Prompt id={promptId}>{question.prompt}</Prompt>
      )}
      <div className={question.kind === 'flash' || question.kind === 'cloze' ? '' : 'mt-6'}>
        <AnswerField
          question={question}
          shown={face.options}
          answer={face.draft}
          onChange={face.setDraft}
          stateNames={face.stateNames}
          promptId={promptId}
        />
      </div>
      <p role="alert" className="mt-3 text-sm font-semibold text-hard empty:hidden">
        {face.missing}
      </p>
      <div className="mt-5 flex flex-wrap gap-x-2 gap-y-2">
        <Button type="submit" className="min-w-32 sm:min-w-40">
          {question.kind === 'flash' ? 'Show answer' : 'Check'}
        </Button>
        {question.kind === 'flash' ? null : (
          <Button kind="quiet" onClick={onGiveUp}>
            I don’t know
          </Button>
        )}
      </div>
    </form>
  )
}
