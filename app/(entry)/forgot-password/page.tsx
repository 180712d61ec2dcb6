import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Link } from '@/app/_components/link'
import { canAskForPasswordLink } from '@/lib/server/people/ask-password-link'
import { EntryHead } from '../_components/entry-head'
import { ForgotForm } from './_components/forgot-form'

export const metadata: Metadata = { title: 'Forgot your password?' }

export default async function ForgotPasswordPage() {
  // Whether mail is configured is known when the server runs, not when it is built.
  await connection()
  return (
    <>
      {canAskForPasswordLink() ? (
        <>
          <EntryHead title="Forgot your password?">
            Enter the address of your account. You get a mail with a link to set a new password.
          </EntryHead>
          <ForgotForm />
        </>
      ) : (
        <EntryHead title="Forgot your password?">
          Ask an administrator for a link to set a new password. This page cannot send you one,
          because no mail server is configured.
        </EntryHead>
      )}
      <p className="mt-8 border-t border-rule pt-4 text-sm text-ink-2">
        Do you remember it?{' '}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
      </p>
    </>
  )
}
