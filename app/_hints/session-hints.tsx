'use client'

import { useState } from 'react'
import type { Hint } from '@/lib/account/display'
import { ActionForm } from '../_components/action-form'
import { SubmitButton } from '../_components/submit-button'
import { putAway } from './actions'
import { HintNote } from './hint-note'
import { HINT_TEXTS } from './hint-texts'

/** Those put away in this page load: the session still has them, and each card begins anew. */
const away = new Set<Hint>()

/** The hints of a session, one after the other. Loaded only for newcomers. */
export function SessionHints({ hints }: { hints: readonly Hint[] }) {
  const [left, setLeft] = useState(hints.filter((hint) => hint !== 'tomorrow' && !away.has(hint)))
  const [hint, ...rest] = left
  if (hint === undefined) return null
  return (
    // It is gone at once. What could not be sent without a network comes back with the next session.
    <div
      onSubmit={() => {
        away.add(hint)
        setLeft(rest)
      }}
    >
      <HintNote {...HINT_TEXTS[hint]} className="mt-6">
        <ActionForm key={hint} action={putAway}>
          <input type="hidden" name="hint" value={hint} />
          <SubmitButton kind="quiet" size="small">
            Got it
          </SubmitButton>
        </ActionForm>
      </HintNote>
    </div>
  )
}
