'use client'

import { lazy, Suspense } from 'react'
import type { SessionDriver } from '@/app/_study/session/use-session'
import type { KeyMap } from '@/lib/review/keys'
import type { SessionCard, SessionPayload } from '@/lib/review/wire'

export type Sheet = 'keys' | 'info' | 'flag'

// These are not needed to show a card.
const CardInfo = lazy(async () => ({ default: (await import('./card-info')).CardInfo }))
const FlagDialog = lazy(async () => ({ default: (await import('./flag-dialog')).FlagDialog }))
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet')).KeysSheet }))

type Props = {
  userId: string
  payload: SessionPayload
  driver: SessionDriver
  keyMap: KeyMap
  shownCard: SessionCard | undefined
  /** Which dialog is open. */
  sheet: Sheet | null
  onClose: () => void
  announce: (text: string) => void
}

/** The dialogs of a session, of which one can be open at a time. */
export function ReviewSheets(props: Props) {
  const { userId, payload, driver, shownCard, sheet, onClose, announce } = props
  return (
    <Suspense>
      {sheet === 'keys' ? <KeysSheet keyMap={props.keyMap} onClose={onClose} /> : null}
      {sheet === 'info' && shownCard ? (
        <CardInfo
          shownCard={shownCard}
          model={driver.session.model}
          clock={payload.clock}
          now={driver.now()}
          userId={userId}
          stateNames={payload.stateNames}
          onClose={onClose}
        />
      ) : null}
      {sheet === 'flag' && shownCard ? (
        <FlagDialog
          prompt={shownCard.question.prompt}
          onFlag={(comment) => {
            driver.flag(comment)
            onClose()
            announce('Flagged. Instructors see the flag with your answer.')
          }}
          onClose={onClose}
        />
      ) : null}
    </Suspense>
  )
}
