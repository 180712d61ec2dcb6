'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { resume } from '../actions'

type Props = {
  questionIds: readonly string[]
  /** What the buttons act on, for screen readers. */
  about: string
  canReset?: boolean
}

export function ResumeButtons({ questionIds, about, canReset = false }: Props) {
  return (
    <ActionForm action={resume} className="gap-2">
      {() => (
        <>
          <input type="hidden" name="questionIds" value={questionIds.join(' ')} />
          <div className="flex flex-wrap gap-x-3 gap-y-1">
            <SubmitButton kind="secondary" size="small" name="kind" value="unsuspend">
              Resume<span className="sr-only">: {about}</span>
            </SubmitButton>
            {canReset ? (
              <SubmitButton kind="quiet" size="small" name="kind" value="reset">
                Reset and relearn<span className="sr-only">: {about}</span>
              </SubmitButton>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  )
}
