'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { closeOrOpen } from '../actions'

type Props = { cohortId: string; examId: string; closed: boolean }

/** Closes the exam, or opens it again. */
export function CloseForm({ cohortId, examId, closed }: Props) {
  return (
    <ActionForm action={closeOrOpen} className="mt-8 gap-3">
      {() => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="exam" value={examId} />
          <input type="hidden" name="close" value={closed ? 'no' : 'yes'} />
          <p className="max-w-measure text-sm text-ink-2">
            {closed
              ? 'This exam is closed, so no one can start it. Results are kept.'
              : 'Once the exam is closed, no one can start it. Attempts in progress continue, and results are kept.'}
          </p>
          <SubmitButton kind="secondary" size="small" className="self-start">
            {closed ? 'Reopen the exam' : 'Close the exam'}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
