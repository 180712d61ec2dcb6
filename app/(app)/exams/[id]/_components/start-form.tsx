'use client'

import { ActionForm } from '@/app/_components/action-form'
import { NeedsScript } from '@/app/_components/needs-script'
import { SubmitButton } from '@/app/_components/submit-button'
import { start } from '../actions'

export function StartForm({ examId, label }: { examId: string; label: string }) {
  return (
    <>
      {/* The time would run while no question can be answered. */}
      <NeedsScript what="An exam" className="mt-4" />
      <ActionForm action={start} className="noscript:hidden">
        {() => (
          <>
            <input type="hidden" name="examId" value={examId} />
            <SubmitButton className="self-start">{label}</SubmitButton>
          </>
        )}
      </ActionForm>
    </>
  )
}
