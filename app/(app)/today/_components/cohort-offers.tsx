import { Panel } from '@/app/_components/panel'
import { OfferFormLater } from './offer-form-later'

type Props = {
  offers: readonly { id: string; cohortName: string; byName: string | null }[]
}

/** Cohorts to which somebody invited this person by their address. */
export function CohortOffers({ offers }: Props) {
  if (offers.length === 0) return null
  return (
    <Panel title={offers.length === 1 ? 'An invitation' : 'Invitations'} className="mt-8">
      <ul className="divide-y divide-rule">
        {offers.map(({ id, cohortName, byName }) => (
          <li key={id} className="py-3">
            <p className="mb-3 max-w-measure wrap-break-word">
              {byName ?? 'An instructor'} invites you to the cohort “{cohortName}”. If you accept,
              its instructors see what you learn.
            </p>
            <OfferFormLater invitationId={id} cohort={cohortName} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
