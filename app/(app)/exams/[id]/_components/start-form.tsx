'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { start } from '../actions'

export function StartForm({ examId, label }: { examId: string; label: string }) {
  return (
    <ActionForm action={start}>
      {() => (
        <>
          <input type="hidden" name="examId" value={examId} />
          <SubmitButton className="self-start">{label}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
