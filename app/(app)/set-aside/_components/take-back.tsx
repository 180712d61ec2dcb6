'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { takeBack } from '../actions'

type Props = {
  questionIds: readonly string[]
  /** What the buttons act on, for people who do not see the row. */
  about: string
  withAnew?: boolean
}

export function TakeBack({ questionIds, about, withAnew = false }: Props) {
  return (
    <ActionForm action={takeBack} className="gap-2">
      {() => (
        <>
          <input type="hidden" name="questionIds" value={questionIds.join(' ')} />
          <div className="flex flex-wrap gap-x-3 gap-y-1">
            <SubmitButton kind="secondary" size="small" name="kind" value="unsuspend">
              Resume<span className="sr-only">: {about}</span>
            </SubmitButton>
            {withAnew ? (
              <SubmitButton kind="quiet" size="small" name="kind" value="anew">
                Reset and relearn<span className="sr-only">: {about}</span>
              </SubmitButton>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  )
}
