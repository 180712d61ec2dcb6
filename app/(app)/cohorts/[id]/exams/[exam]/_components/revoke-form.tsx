'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import { revoke } from '../actions'

type Props = { cohortId: string; code: string; name: string; result: string }

/** A dialog, because it cannot be undone. `result`: what the certificate certifies, such as “9 of 10”. */
export function RevokeCertificateForm({ cohortId, code, name, result }: Props) {
  return (
    <ConfirmAct
      action={revoke}
      fields={{ cohort: cohortId, code }}
      label="Revoke certificate"
      of={`of ${name}`}
      className="-my-2"
      title={`Revoke the certificate of ${name}?`}
      confirm="Revoke the certificate"
    >
      <p>
        It certifies {result} right answers. Its public page will show that it was revoked, and{' '}
        {name} can take the exam again. This cannot be undone.
      </p>
    </ConfirmAct>
  )
}
