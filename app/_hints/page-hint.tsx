import type { Hint } from '@/lib/account/display'
import { ActionForm } from '../_components/action-form'
import { SubmitButton } from '../_components/submit-button'
import { putAway } from './actions'
import { HintNote } from './hint-note'
import { HINT_TEXTS } from './hint-texts'

/** A hint on a page that the server renders. */
export function PageHint({ of, className }: { of: Hint; className?: string }) {
  return (
    <HintNote {...HINT_TEXTS[of]} {...(className === undefined ? {} : { className })}>
      <ActionForm action={putAway}>
        <input type="hidden" name="hint" value={of} />
        <input type="hidden" name="page" value="yes" />
        <SubmitButton kind="quiet" size="small">
          Got it
        </SubmitButton>
      </ActionForm>
    </HintNote>
  )
}
