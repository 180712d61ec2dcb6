import type { ReactNode } from 'react'
import { requireLearner } from '@/lib/auth/scopes'
import { Shell } from '../_shell/shell'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  return <Shell viewer={await requireLearner()}>{children}</Shell>
}
