import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Link } from '@/app/_components/link'
import { safeNext } from '@/app/_http/safe-next'
import { currentViewer } from '@/lib/auth/scopes'
import { EntryHead } from '../_components/entry-head'
import { SignInForm } from './_components/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : undefined)
  if (await currentViewer()) redirect(target)
  return (
    <>
      <EntryHead title="Sign in" />
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
