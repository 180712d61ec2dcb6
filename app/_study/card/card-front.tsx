'use client'

import { type FormEvent, useId } from 'react'
import { Button } from '@/app/_components/button'
import { kindOf } from '@/lib/kinds/kinds'
import { ariaKey } from '@/lib/review/keys'
import { KeyHint } from '../session/key-hint'
import type { CardFace } from './card-face'
import { QuestionFront } from './question-front'

type Props = {
  face: CardFace
  /** The single key of “I don’t know”; null where there is none. */
  giveUpKey: string | null
  /** Called by the form (a button, Enter in a field). */
  onCheck: () => void
  onGiveUp: () => void
}

/** The question and the place for its answer. */
export function CardFront({ face, giveUpKey, onCheck, onGiveUp }: Props) {
  const promptId = useId()
  const isOnlyThought = kindOf(face.asked.kind).gradedBy === 'learner'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCheck()
  }
  return (
    <form onSubmit={submit} noValidate>
      <QuestionFront
        promptId={promptId}
        asked={face.asked}
        answer={face.draft}
        onChange={face.setDraft}
      />
      <p role="alert" className="mt-3 text-sm font-semibold text-hard empty:hidden">
        {face.missing}
      </p>
      <div className="mt-5 flex flex-wrap gap-x-2 gap-y-2">
        <Button type="submit" className="min-w-32 sm:min-w-40">
          {isOnlyThought ? 'Show answer' : 'Check'}
        </Button>
        {isOnlyThought ? null : (
          <Button kind="quiet" aria-keyshortcuts={ariaKey(giveUpKey)} onClick={onGiveUp}>
            I don’t know <KeyHint of={giveUpKey} />
          </Button>
        )}
      </div>
    </form>
  )
}
