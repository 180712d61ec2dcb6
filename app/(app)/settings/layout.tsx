import type { ReactNode } from 'react'
import { SubNav } from '@/app/_components/sub-nav'

const pages = [
  { href: '/settings', label: 'Profile' },
  { href: '/settings/study', label: 'Study' },
  { href: '/settings/memory', label: 'Memory' },
  { href: '/settings/keys', label: 'Keys' },
  { href: '/settings/reminders', label: 'Reminders' },
] as const

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SubNav label="Settings" pages={pages} />
      {children}
    </>
  )
}
