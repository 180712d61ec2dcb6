import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { describeSetup } from '@/lib/server/people/describe-setup'
import { passwordRule } from '@/lib/server/people/password-rule'
import { AccountForm } from '../../_components/account-form'
import { EntryHead } from '../../_components/entry-head'
import { setUp } from './actions'

export const metadata: Metadata = { title: 'Set up' }

type Props = { params: Promise<{ token: string }> }

export default async function SetupPage({ params }: Props) {
  const { token } = await params
  const setup = await describeSetup({ token, now: Date.now() })
  switch (setup) {
    case 'open':
      return (
        <>
          <EntryHead title="Set up Steppe">
            You make the first account: it administers this installation and invites everybody else.
          </EntryHead>
          <AccountForm
            action={setUp.bind(null, token)}
            submitLabel="Create the administrator"
            minPasswordLength={passwordRule.minLength}
          />
        </>
      )
    case 'done':
      return (
        <>
          <EntryHead title="Steppe is set up already">
            The first administrator has been made with this link, and it works only once. Sign in
            with that account; further people join by invitation.
          </EntryHead>
          <LinkButton href="/sign-in">Sign in</LinkButton>
        </>
      )
    case 'invalid':
      return (
        <>
          <EntryHead title="This set-up link is not the one">
            It may be mistyped, more than a day old, or from before the server was last started:
            each start prints a new link until the first account is made. Nothing was changed. Copy
            the newest link from where the server runs, or start the server again.
          </EntryHead>
          <LinkButton href="/sign-in" kind="secondary">
            Sign in instead
          </LinkButton>
        </>
      )
  }
}
