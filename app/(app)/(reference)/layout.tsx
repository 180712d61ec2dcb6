import type { ReactNode } from 'react'
import { ReferenceNav } from './_components/reference-nav'

/** The pages for looking something up, with a way from each to the others. */
export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ReferenceNav />
      {children}
    </>
  )
}
