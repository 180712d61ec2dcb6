'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '../_components/action-form'
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
    <ActionForm
      action={signOut}
      onLeave={forget}
      {...(className === undefined ? {} : { className })}
    >
      {() => children}
    </ActionForm>
  )
}
