import type { ReactNode } from 'react'
import { requireLearner } from '@/lib/auth/viewer'
import { Shell } from '../_shell/shell'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await requireLearner()
  return <Shell viewer={viewer}>{children}</Shell>
}
