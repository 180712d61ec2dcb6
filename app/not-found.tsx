import type { Metadata } from 'next'
import { LinkButton } from './_components/link-button'
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
      <LinkButton href="/" className="mt-6">
        Go to Today
      </LinkButton>
    </EntryFrame>
  )
}
