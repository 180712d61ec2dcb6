import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { safeNext } from '@/app/_http/safe-next'
import { providerNote } from '@/lib/auth/provider-sign-in'
import { currentViewer } from '@/lib/auth/scopes'
import { currentSettingUp } from '@/lib/auth/setting-up'
import { providerSettings } from '@/lib/server/people/provider-settings'
import { EntryHead } from '../_components/entry-head'
import { ProviderButton } from '../_components/provider-button'
import { SignInForm } from './_components/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

type Query = { [name in 'next' | 'provider' | 'error']?: string | string[] }
type Props = { searchParams: Promise<Query> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, ...query } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : undefined, '/')
  // Whoever is signed in and comes back from the provider without success wanted to link it.
  if (await currentViewer()) redirect(query.error ? '/settings?provider=failed' : target)
  if (await currentSettingUp()) redirect('/sign-in/second-factor')
  const provider = providerSettings()
  const note = await providerNote(query)
  return (
    <>
      <EntryHead title="Sign in" />
      {note === null ? null : (
        <Notice kind="error" className="mb-6 wrap-anywhere">
          {note}
        </Notice>
      )}
      {provider ? (
        <ProviderButton href={`/sign-in/provider?next=${encodeURIComponent(target)}`}>
          {`Sign in with ${provider.name}`}
        </ProviderButton>
      ) : null}
      <SignInForm next={target} />
      <p className="mt-5 text-sm">
        <Link href="/forgot-password" className="link">
          Forgot your password?
        </Link>
      </p>
      <p className="mt-8 border-t border-rule pt-4 text-sm text-ink-2">
        If you have no account yet, ask your instructor for an invitation link.
      </p>
    </>
  )
}
