'use client'

import { Button } from '../_components/button'
import { LinkButton } from '../_components/link-button'

type Props = { error: unknown; retry: () => void }

function digestOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}

/** What people read when a page fails: what happened, what was kept, and what to do. */
export function Failure({ error, retry }: Props) {
  const digest = digestOf(error)
  return (
    <div role="alert" className="max-w-measure">
      <h1 className="text-2xl">This page could not be shown</h1>
      <p className="mt-3 font-serif text-lg text-ink-2">
        Something went wrong on our side. Your answers and finished lessons are kept. Try again. If
        the page fails once more, wait a minute or tell your administrator.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button onClick={retry}>Try again</Button>
        <LinkButton href="/" kind="secondary">
          Go to Today
        </LinkButton>
      </div>
      {digest ? (
        <p className="mt-8 text-label text-ink-2">
          Error code for your administrator: <code className="tabular-nums">{digest}</code>
        </p>
      ) : null}
    </div>
  )
}
