import type { ReactNode } from 'react'
import { EntryFrame } from '../_shell/entry-frame'
import { LookForm } from '../_shell/look/look-form'

export default function EntryLayout({ children }: { children: ReactNode }) {
  return <EntryFrame look={<LookForm />}>{children}</EntryFrame>
}
