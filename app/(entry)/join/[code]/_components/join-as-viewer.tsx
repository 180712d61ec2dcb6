'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import type { FormAction } from '@/app/_forms/form-state'

/** For somebody who is already signed in: a single button. */
export function JoinAsViewer({ action, name }: { action: FormAction<never>; name: string }) {
  return (
    <ActionForm action={action}>
      {() => <SubmitButton className="w-full">Join as {name}</SubmitButton>}
    </ActionForm>
  )
}
