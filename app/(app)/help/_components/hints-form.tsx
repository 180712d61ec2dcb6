'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { showHints } from '../actions'

/** Calls all first-run hints back. */
export function HintsForm() {
  return (
    <ActionForm action={showHints}>
      {(state) => (
        <>
          <SubmitButton kind="secondary" size="small" className="self-start">
            Show these hints where they belong
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
