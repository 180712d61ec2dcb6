import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { describePasswordLink } from '@/lib/server/people/use-password-link'
import { EntryHead } from '../../_components/entry-head'
import { byCode, isTooMany, TooMany } from '../../_components/too-many'
import { NewPasswordForm } from './_components/new-password-form'
import { setNewPassword } from './actions'

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } }

type Props = { params: Promise<{ code: string }> }

export default async function ResetPage({ params }: Props) {
  const { code } = await params
  const owner = await byCode(() => describePasswordLink({ code, now: Date.now() }))
  if (isTooMany(owner)) return <TooMany />
  if (!owner) {
    return (
      <>
        <EntryHead title="This link is no longer valid">
          It was used, replaced by a newer one, or has expired, or it is incomplete. Nothing was
          changed. If you have set a new password with it, sign in. Otherwise ask for a new link.
        </EntryHead>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/sign-in">Sign in</LinkButton>
          <LinkButton href="/forgot-password" kind="secondary">
            Ask for a new link
          </LinkButton>
        </div>
      </>
    )
  }
  return (
    <>
      <EntryHead title="Set a new password">
        Then you are signed in here, and your sign-in sessions in all other browsers end.
      </EntryHead>
      <NewPasswordForm
        action={setNewPassword.bind(null, code)}
        email={owner.email}
        minLength={MIN_PASSWORD_LENGTH}
      />
    </>
  )
}
