'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import { remove } from '../actions'

type Props = { draftId: string; thing: string; id: string; name: string }

export function RemoveForm({ draftId, thing, id, name }: Props) {
  return (
    <ConfirmAct
      action={remove}
      fields={{ draft: draftId, thing, id }}
      label={`Remove this ${name}`}
      confirm={`Remove the ${name} in the draft`}
      title={`Remove ${name} ${id} from the course?`}
    >
      <p>
        It goes when the draft is published. Until then it can be taken out of the draft. What still
        names it is listed as a fault of the draft.
      </p>
    </ConfirmAct>
  )
}
