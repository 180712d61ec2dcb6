import type { Metadata } from 'next'
import { buttonClass } from './_components/button-class'
import { EntryFrame } from './_shell/entry-frame'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <EntryFrame>
      <h1 className="text-2xl">There is no page here</h1>
      <p className="mt-3 font-serif text-lg text-ink-2">
        The address may be mistyped, or the page has moved, or you have no access to it. Nothing you
        did is lost.
      </p>
      {/* Next loads this page's code with every page, so it has a plain link. */}
      <a href="/" className={buttonClass('primary', 'regular', 'mt-6')}>
        Go to Today
      </a>
    </EntryFrame>
  )
}
