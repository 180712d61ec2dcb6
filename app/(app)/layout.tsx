import type { ReactNode } from 'react'
import { requireViewer } from '@/lib/auth/scopes'
import { Shell } from '../_shell/shell'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  return <Shell viewer={(await requireViewer()).scope}>{children}</Shell>
}
