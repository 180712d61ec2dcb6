'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import { removeFactor } from '../actions'

/** For somebody who has lost the app and the recovery codes. */
export function RemoveFactorForm({ userId }: { userId: string }) {
  return (
    <div className="mt-8 flex flex-col gap-5">
      <p className="text-sm text-ink-2">
        This account has a second factor. Remove it only when you are sure who asks for it.
      </p>
      <ConfirmAct
        action={removeFactor}
        fields={{ person: userId }}
        kind="secondary"
        className="self-start"
        label="Remove the second factor"
        title="Remove the second factor of this account?"
        confirm="Remove it"
      >
        <p>
          Its app and its recovery codes stop working and do not come back. The password alone is
          then enough, until the person sets up another second factor.
        </p>
      </ConfirmAct>
    </div>
  )
}
