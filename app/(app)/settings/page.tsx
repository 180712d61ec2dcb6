import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { publicOrigin } from '@/app/_http/public-origin'
import { SignOutForm } from '@/app/_shell/sign-out-form'
import { first } from '@/app/_table/query'
import type { Params } from '@/app/_table/table-address'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { providerNote } from '@/lib/auth/provider-sign-in'
import { requireSession } from '@/lib/auth/scopes'
import { isLocalAddress } from '@/lib/origin/local-address'
import { listOwnSessions } from '@/lib/server/people/other-sessions'
import { secondFactorOf } from '@/lib/server/people/second-factor'
import { ownSignInWays } from '@/lib/server/people/sign-in-ways'
import { SessionList } from '../_sessions/session-list'
import { EmailForm } from './_components/email-form'
import { OtherSessionsForm } from './_components/other-sessions-form'
import { PasswordForm } from './_components/password-form'
import { ProviderPanel } from './_components/provider-panel'
import { SettingsForm } from './_components/settings-form'
import { ZoneOptions } from './_components/zone-options'
import { endOne } from './actions'

export const metadata: Metadata = { title: 'Settings' }

type Props = { searchParams: Promise<Params> }

export default async function SettingsPage({ searchParams }: Props) {
  const { scope, sessionId } = await requireSession('/settings')
  const { name, email, clock } = scope.user
  const now = Date.now()
  const params = await searchParams
  const provider = first(params.provider) ?? undefined
  const [sessions, factor, ways, note] = await Promise.all([
    listOwnSessions(scope, { now }),
    secondFactorOf(scope),
    ownSignInWays(scope),
    providerNote({ provider, error: provider === 'failed' ? provider : undefined }),
  ])
  return (
    <>
      <PageHeader title="Settings" lead={`Signed in as ${email}.`} />
      {note === null ? null : (
        <Notice kind="error" className="mb-8 wrap-anywhere">
          {note}
        </Notice>
      )}
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-14">
          <Panel title="You and your study day">
            <SettingsForm
              now={{ name, ...clock }}
              zoneOptions={<ZoneOptions current={clock.zone} />}
            />
          </Panel>
          <ProviderPanel ways={ways} zone={clock.zone} />
          {ways.hasPassword ? (
            <Panel title="Second factor">
              <p className="mb-4 text-sm text-ink-2">
                {factor
                  ? 'Signing in needs your password and a code of your authenticator app.'
                  : 'Signing in needs your password alone. With a second factor, a password that somebody else learns is not enough.'}
              </p>
              <LinkButton href="/settings/second-factor" kind="secondary">
                {factor ? 'Change the second factor' : 'Set up a second factor'}
              </LinkButton>
            </Panel>
          ) : null}
          <Panel title="Sign-in sessions">
            <SessionList
              sessions={sessions}
              here={sessionId}
              person={null}
              end={endOne}
              now={now}
              clock={clock}
              path="/settings"
              params={params}
            />
            <OtherSessionsForm others={Math.max(0, sessions.length - 1)} />
          </Panel>
        </div>
        <div className="flex flex-col gap-14">
          {ways.hasPassword ? (
            <>
              <Panel title="Password">
                <PasswordForm email={email} minLength={MIN_PASSWORD_LENGTH} />
              </Panel>
              <Panel title="Address">
                <EmailForm email={email} />
              </Panel>
            </>
          ) : null}
          <Panel title="This browser">
            <p className="mb-4 text-sm text-ink-2">
              {opensWithoutNetwork(await publicOrigin())
                ? 'Without a network, this browser opens the review, Today and the lessons that you read in it. Answers are kept and sent later.'
                : 'Without a network, this browser can open no page of this address, because it begins with http:// and is not encrypted. A review that is open goes on; do not reload it. Ask for an address that begins with https://.'}
            </p>
            <p className="mb-4 text-sm text-ink-2">
              Signing out ends your sign-in session in this browser. Your answers are kept.
            </p>
            <SignOutForm className="items-start">
              <Button type="submit" kind="secondary">
                Sign out
              </Button>
            </SignOutForm>
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Browsers keep pages only of encrypted addresses, and of the computer itself. */
const opensWithoutNetwork = (origin: string): boolean =>
  origin.startsWith('https:') || isLocalAddress(origin)
