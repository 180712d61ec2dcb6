import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { currentViewer } from '@/lib/auth/scopes'
import { describeInvitation, type InvitationView } from '@/lib/server/people/describe-invitation'
import { providerSettings } from '@/lib/server/people/provider-settings'
import { AccountForm } from '../../_components/account-form'
import { EntryHead } from '../../_components/entry-head'
import { ProviderButton } from '../../_components/provider-button'
import { byCode, isTooMany, TooMany } from '../../_components/too-many'
import { JoinAsViewer } from './_components/join-as-viewer'
import { join, joinAsViewer } from './actions'

export const metadata: Metadata = { title: 'Join' }

const roleNames = { learner: 'an analyst', instructor: 'an instructor', admin: 'an administrator' }

/** One sentence that says who invites to what. */
function invitationText({ role, cohortName, invitedBy }: InvitationView): string {
  const who = invitedBy ? `${invitedBy} invites you` : 'You are invited'
  const where = cohortName ? `the cohort “${cohortName}”` : 'Steppe'
  return `${who} to join ${where} as ${roleNames[role]}.`
}

type Props = { params: Promise<{ code: string }> }

export default async function JoinPage({ params }: Props) {
  const { code } = await params
  const [invitation, viewer] = await Promise.all([
    byCode(() => describeInvitation({ code, now: Date.now() })),
    currentViewer(),
  ])
  if (isTooMany(invitation)) return <TooMany />
  if (!invitation) {
    return (
      <>
        <EntryHead title="This invitation is no longer valid">
          It was used up, revoked or has expired, or the link is incomplete. Ask the person who sent
          it for a new one. If you have joined with it before, just sign in.
        </EntryHead>
        <LinkButton href={viewer ? '/' : '/sign-in'}>
          {viewer ? 'Go to Today' : 'Sign in'}
        </LinkButton>
      </>
    )
  }
  const provider = providerSettings()
  return (
    <>
      <EntryHead title={invitation.cohortName ? `Join ${invitation.cohortName}` : 'Join Steppe'}>
        {invitationText(invitation)}
      </EntryHead>
      {viewer ? (
        <JoinAsViewer action={joinAsViewer.bind(null, code)} name={viewer.scope.user.name} />
      ) : (
        <>
          {provider ? (
            <ProviderButton href={`/join/${encodeURIComponent(code)}/provider`}>
              {`Join with ${provider.name}`}
            </ProviderButton>
          ) : null}
          <AccountForm
            action={join.bind(null, code)}
            submitLabel="Create account and join"
            minPasswordLength={MIN_PASSWORD_LENGTH}
            person={invitation}
          />
          <p className="mt-8 border-t border-rule pt-4 text-sm text-ink-2">
            Do you already have an account?{' '}
            <Link href={`/sign-in?next=${encodeURIComponent(`/join/${code}`)}`} className="link">
              Sign in
            </Link>{' '}
            to join with it.
          </p>
        </>
      )}
    </>
  )
}
