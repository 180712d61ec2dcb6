import type { ReactNode } from 'react'
import { Wordmark } from './wordmark'

/** The frame of pages before signing in: one narrow column under the name of the product. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-[min(100%-2rem,26rem)] pt-8 pb-16 sm:pt-24">
      <header className="mb-8 flex items-baseline justify-between border-b border-rule-ink pb-2">
        <Wordmark />
        <span className="text-label text-ink-2">Regional-security training</span>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
