import type { ReactNode } from 'react'
import { SubNav } from '@/app/_components/sub-nav'

const pages = [
  { href: '/atlas', label: 'Atlas' },
  { href: '/atlas/region', label: 'Exercises and bases' },
  { href: '/atlas/aims', label: 'Who wants what' },
  { href: '/questions', label: 'Questions' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/sources', label: 'Sources' },
] as const

/** The pages for looking something up, each with links to the others. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SubNav label="Reference" pages={pages} />
      {children}
    </>
  )
}
