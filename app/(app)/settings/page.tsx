import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { SignOutForm } from '@/app/_shell/sign-out-form'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { requireLearner } from '@/lib/auth/scopes'
import { countOtherSessions } from '@/lib/server/people/other-sessions'
import { EmailForm } from './_components/email-form'
import { OtherSessionsForm } from './_components/other-sessions-form'
import { PasswordForm } from './_components/password-form'
import { SettingsForm } from './_components/settings-form'
import { ZoneOptions } from './_components/zone-options'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const scope = await requireLearner()
  const { name, email, clock } = scope.user
  const others = await countOtherSessions(scope, { now: Date.now() })
  return (
    <>
      <PageHeader title="Settings" lead={`Signed in as ${email}.`} />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[3fr_2fr]">
        <Panel title="You and your study day">
          <SettingsForm
            now={{ name, ...clock }}
            zoneOptions={<ZoneOptions current={clock.zone} />}
          />
        </Panel>
        <div className="flex flex-col gap-14">
          <Panel title="Password">
            <PasswordForm email={email} minLength={MIN_PASSWORD_LENGTH} />
          </Panel>
          <Panel title="Address">
            <EmailForm email={email} />
          </Panel>
          <Panel title="This browser">
            <p className="mb-4 text-sm text-ink-2">
              Signing out ends your sign-in session in this browser. Your answers are kept.
            </p>
            <SignOutForm className="items-start">
              <Button type="submit" kind="secondary">
                Sign out
              </Button>
            </SignOutForm>
            <OtherSessionsForm others={others} />
          </Panel>
        </div>
      </div>
    </>
  )
}
