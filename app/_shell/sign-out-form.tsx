'use client'

import type { ReactNode } from 'react'
import { signOut } from './sign-out'

type Props = { className?: string; children: ReactNode }

/** Ends the session, and takes what is kept for work without a network out of this browser. */
export function SignOutForm({ className, children }: Props) {
  const forget = () => {
    import('./offline').then(({ forgetHere }) => forgetHere()).catch(() => {})
  }
  return (
    <form action={signOut} onSubmit={forget} className={className}>
      {children}
    </form>
  )
}
