'use client'

import { lazy, Suspense } from 'react'

const OfferForm = lazy(async () => ({ default: (await import('./offer-form')).OfferForm }))

/** Almost nobody has an invitation, so its form comes after the page. */
export function OfferFormLater(props: { invitationId: string; cohort: string }) {
  return (
    <Suspense>
      <OfferForm {...props} />
    </Suspense>
  )
}
