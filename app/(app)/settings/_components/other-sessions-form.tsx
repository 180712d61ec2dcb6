'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { count } from '@/lib/kernel/count'
import { endOthers } from '../actions'

/** For a lost phone or a shared computer. */
export function OtherSessionsForm({ others }: { others: number }) {
  return (
    <ActionForm action={endOthers} className="mt-8">
      {(state) => (
        <>
          <p className="text-sm text-ink-2">
            {others === 0
              ? 'You are signed in nowhere else.'
              : `${count(others, 'other browser is', 'other browsers are')} signed in to this account.`}
          </p>
          {others === 0 ? null : (
            <SubmitButton kind="secondary" className="self-start">
              End all other sign-in sessions
            </SubmitButton>
          )}
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
