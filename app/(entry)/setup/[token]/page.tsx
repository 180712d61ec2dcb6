import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { describeSetup } from '@/lib/server/people/describe-setup'
import { AccountForm } from '../../_components/account-form'
import { EntryHead } from '../../_components/entry-head'
import { byCode, isTooMany, TooMany } from '../../_components/too-many'
import { setUp } from './actions'

export const metadata: Metadata = { title: 'Set up' }

type Props = { params: Promise<{ token: string }> }

export default async function SetupPage({ params }: Props) {
  const { token } = await params
  const setup = await byCode(
    () => describeSetup({ token, now: Date.now() }),
    (found) => found === 'invalid',
  )
  if (isTooMany(setup)) return <TooMany />
  switch (setup) {
    case 'open':
      return (
        <>
          <EntryHead title="Set up Steppe">
            Create the first account. It administers this installation and can invite everybody
            else.
          </EntryHead>
          <AccountForm
            action={setUp.bind(null, token)}
            submitLabel="Create administrator account"
            minPasswordLength={MIN_PASSWORD_LENGTH}
          />
        </>
      )
    case 'done':
      return (
        <>
          <EntryHead title="Steppe is already set up">
            The first account has been created with this link, which works only once. Sign in with
            that account. Other people join by invitation.
          </EntryHead>
          <LinkButton href="/sign-in">Sign in</LinkButton>
        </>
      )
    case 'invalid':
      return (
        <>
          <EntryHead title="This set-up link is not valid">
            It may be mistyped, more than a day old, or from before the last start of the server.
            Each start prints a new link until the first account is created. Nothing was changed.
            Copy the newest link from the output of the server, or start the server again.
          </EntryHead>
          <LinkButton href="/sign-in" kind="secondary">
            Sign in instead
          </LinkButton>
        </>
      )
  }
}
