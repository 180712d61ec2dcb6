'use client'

import type { ReactNode } from 'react'
import { signOut } from './sign-out'

type Props = { className?: string; children: ReactNode }

/**
 * Ends the sign-in session, and removes from this browser what is stored for work without a
 * network.
 */
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
