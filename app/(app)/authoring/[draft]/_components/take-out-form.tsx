'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import { takeOutOfDraft } from '../actions'

type Props = { draftId: string; path: string; list: string | null; id: string; name: string }

export function TakeOutForm({ draftId, path, list, id, name }: Props) {
  return (
    <ConfirmAct
      action={takeOutOfDraft}
      fields={{ draft: draftId, path, list: list ?? '', id }}
      label="Take out"
      of={name}
      confirm={`Take out ${name}`}
      title={`Take ${name} out of the draft?`}
    >
      <p>What the draft says of it is lost. What is published stays as it is.</p>
    </ConfirmAct>
  )
}
