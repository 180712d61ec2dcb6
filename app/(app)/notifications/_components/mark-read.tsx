'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { markRead } from '../actions'

/** `until`: the newest on the page; what comes after it stays new. */
export function MarkRead({ until }: { until: number }) {
  return (
    <ActionForm action={markRead}>
      {() => (
        <>
          <input type="hidden" name="until" value={until} />
          <SubmitButton kind="secondary">Mark all as read</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
