'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SubmitButton } from '@/app/_components/submit-button'
import { declareVoid } from '../actions'

type Props = { cohortId: string; code: string; name: string }

/** Two steps: what is declared void stays void. */
export function VoidForm({ cohortId, code, name }: Props) {
  return (
    <details className="text-label">
      <summary className="min-h-6 cursor-pointer py-0.5 text-ink-2 hover:text-ink">
        Declare void<span className="sr-only"> the certificate of {name}</span>
      </summary>
      <ActionForm action={declareVoid} className="mt-1 gap-1">
        {() => (
          <>
            <input type="hidden" name="cohort" value={cohortId} />
            <input type="hidden" name="code" value={code} />
            <p className="max-w-48 whitespace-normal text-ink-2">
              The public page will say so from now on. It cannot be undone.
            </p>
            <SubmitButton kind="danger" size="small" className="-ml-3 self-start">
              Declare it void<span className="sr-only">: {name}</span>
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </details>
  )
}
