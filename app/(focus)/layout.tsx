import type { ReactNode } from 'react'

/** A page with a single task and no navigation, such as the review. */
export default function FocusLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="min-h-dvh">
      {children}
    </main>
  )
}
