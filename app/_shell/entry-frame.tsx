import type { ReactNode } from 'react'
import { Wordmark } from './wordmark'

type Props = {
  children: ReactNode
  /** The choice of theme and text size; left out where something has failed in the browser. */
  look?: ReactNode
}

/** The frame of pages before signing in: one narrow column under the name of the product. */
export function EntryFrame({ children, look = null }: Props) {
  return (
    <div className="mx-auto w-[min(100%-2rem,26rem)] pt-8 pb-16 sm:pt-24">
      <header className="mb-8 flex items-baseline justify-between border-b border-rule-ink pb-2">
        <Wordmark />
        <span className="text-label text-ink-2">Regional-security training</span>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {look === null ? null : (
        <footer className="mt-12 border-t border-rule pt-3 text-sm">
          <details>
            <summary className="inline-flex min-h-6 cursor-pointer items-center text-ink-2 hover:text-ink">
              Theme and text size
            </summary>
            <div className="mt-3 max-w-64">{look}</div>
          </details>
        </footer>
      )}
    </div>
  )
}
