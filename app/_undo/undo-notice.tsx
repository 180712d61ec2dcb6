'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '../_components/action-form'
import { CheckIcon } from '../_components/icons'
import { SubmitButton } from '../_components/submit-button'
import { takeBack } from './actions'

type Props = { said: string; canUndo: boolean; shownMs: number }

/** Goes after its time, but not while the pointer or the focus is on it. */
export function UndoNotice({ said, canUndo, shownMs }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    let timer = setTimeout(end, shownMs)
    function end() {
      if (place.current?.matches(':hover, :focus-within')) timer = setTimeout(end, 1000)
      else setOver(true)
    }
    return () => clearTimeout(timer)
  }, [shownMs])
  if (over) return null
  return (
    <div
      ref={place}
      className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-1 border-l-2 border-good bg-sunk py-1.5 pr-2 pl-3.5 text-sm"
    >
      <CheckIcon className="shrink-0 text-good" />
      <p className="min-w-0 flex-1 basis-60 wrap-break-word">{said}</p>
      {canUndo ? (
        <ActionForm action={takeBack}>
          {() => (
            <SubmitButton kind="secondary" size="small">
              Undo
            </SubmitButton>
          )}
        </ActionForm>
      ) : null}
    </div>
  )
}
