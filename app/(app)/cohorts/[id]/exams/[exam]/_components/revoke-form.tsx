'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { revoke } from '../actions'

type Props = { cohortId: string; code: string; name: string }

/** This takes two steps, because it cannot be undone. */
export function RevokeCertificateForm({ cohortId, code, name }: Props) {
  return (
    <details className="text-label">
      <summary className="min-h-6 cursor-pointer py-0.5 text-ink-2 hover:text-ink">
        Revoke certificate<span className="sr-only"> of {name}</span>
      </summary>
      <ActionForm action={revoke} className="mt-1 gap-1">
        {() => (
          <>
            <input type="hidden" name="cohort" value={cohortId} />
            <input type="hidden" name="code" value={code} />
            <p className="max-w-48 whitespace-normal text-ink-2">
              The public page will show that the certificate was revoked. This cannot be undone.
            </p>
            <SubmitButton kind="danger" size="small" className="-ml-3 self-start">
              Revoke the certificate<span className="sr-only">: {name}</span>
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </details>
  )
}
