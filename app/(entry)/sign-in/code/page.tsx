import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Link } from '@/app/_components/link'
import { safeNext } from '@/app/_http/safe-next'
import { waitsForCode } from '@/lib/auth/sign-in'
import { EntryHead } from '../../_components/entry-head'
import { CodeForm } from './_components/code-form'

export const metadata: Metadata = { title: 'Enter a code' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function CodePage({ searchParams }: Props) {
  const { next } = await searchParams
  if (!(await waitsForCode())) redirect('/sign-in')
  return (
    <>
      <EntryHead title="Enter a code">
        Your password is right. Now enter a code of your authenticator app.
      </EntryHead>
      <CodeForm next={safeNext(typeof next === 'string' ? next : undefined, '/')} />
      <p className="mt-8 border-t border-rule pt-4 text-sm text-ink-2">
        If you have lost the app and the recovery codes, ask an administrator to remove your second
        factor.{' '}
        <Link href="/sign-in" className="link">
          Sign in as somebody else
        </Link>
      </p>
    </>
  )
}
