'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Link } from '@/app/_components/link'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { MadeLink } from '../_invitations/made-link'
import { beginCohort } from '../cohorts/actions'

/** For somebody without a cohort: its name, and the link for its analysts in the same step. */
export function BeginCohort() {
  return (
    <ActionForm action={beginCohort}>
      {(state) =>
        state.kind === 'done' ? (
          <>
            <MadeLink {...state.value} />
            <p className="text-sm text-ink-2">
              It leads into{' '}
              <Link href={`/cohorts/${state.value.cohort}`} className="link">
                {state.value.name}
              </Link>
              . On the cohort’s page People you make more links, or invite from a list of names.
            </p>
          </>
        ) : (
          <>
            <Field
              label="Name"
              name="name"
              autoComplete="off"
              required
              defaultValue={typedOr(state, 'name', '')}
              error={errorOf(state, 'name')}
              hint="Analysts see this name in their invitation."
            />
            <SubmitButton className="self-start">Create the cohort and a link</SubmitButton>
          </>
        )
      }
    </ActionForm>
  )
}
