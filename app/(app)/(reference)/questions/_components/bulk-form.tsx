'use client'

import { ActionForm } from '@/app/_components/action-form'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { SubmitButton } from '@/app/_components/submit-button'
import { actOnQuestions } from '../actions'

type Props = { fields: Readonly<Record<string, string>>; label: string }

export function BulkForm({ fields, label }: Props) {
  return (
    <ActionForm action={actOnQuestions}>
      {() => (
        <>
          <HiddenFields fields={fields} />
          <SubmitButton className="self-start">{label}</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
