'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import type { FormAction } from '@/app/_forms/form-state'

type Props = { action: FormAction; label: string; busy: string }

/** One button and the result of pressing it. */
export function MemoryForm({ action, label, busy }: Props) {
  return (
    <ActionForm action={action}>
      {(state, pending) => (
        <>
          <SubmitButton className="self-start">{pending ? busy : label}</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
