'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { markRead } from '../actions'

/** `until`: the instant of the newest notification on the page. Later ones stay new. */
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
