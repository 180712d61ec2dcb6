import type { ReactNode } from 'react'

/** One thing on the screen, nothing else: the review. */
export default function FocusLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="min-h-dvh">
      {children}
    </main>
  )
}
