'use client'

import { Button } from '../_components/button'
import { buttonClass } from '../_components/button-class'
import { digestOf } from '../_forms/digest-of'
import { type FailureCause, failureCause } from './failure-cause'

type Props = { error: unknown; retry: () => void }

const WORDS: Readonly<Record<FailureCause, { readonly title: string; readonly text: string }>> = {
  offline: {
    title: 'You are offline',
    text: 'This page needs the server. Your answers and finished lessons are kept. Try again when the network is back.',
  },
  outdated: {
    title: 'This page must be loaded again',
    text: 'A part of it could not be loaded, probably because Steppe was updated while the page was open. Your answers and finished lessons are kept.',
  },
  unreachable: {
    title: 'The server could not be reached',
    text: 'Your answers and finished lessons are kept. Check the network and try again.',
  },
  database: {
    title: 'The database does not answer',
    text: 'Your answers and finished lessons are kept. Try again.',
  },
  ours: {
    title: 'This page could not be shown',
    text: 'Something went wrong on our side. Your answers and finished lessons are kept. Try again. If the page fails once more, wait a minute or tell your administrator.',
  },
}

/** What people read when a page fails: what happened, what was kept, and what to do. */
export function Failure({ error, retry }: Props) {
  const digest = digestOf(error)
  // The build renders this page too, where there is no browser.
  const cause = failureCause(error, typeof window === 'undefined' || navigator.onLine)
  const { title, text } = WORDS[cause]
  return (
    <div role="alert" className="max-w-measure">
      <h1 className="text-2xl">{title}</h1>
      <p className="mt-3 font-serif text-lg text-ink-2">{text}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {cause === 'ours' ? (
          <Button onClick={retry}>Try again</Button>
        ) : (
          <Button onClick={() => window.location.reload()}>Reload the page</Button>
        )}
        {/* Every page loads this file, so it has a plain link. After a failure, a full load is right. */}
        <a href="/" className={buttonClass('secondary', 'regular')}>
          Go to Today
        </a>
      </div>
      {digest && cause !== 'database' ? (
        <p className="mt-8 text-label text-ink-2">
          Error code for your administrator: <code className="tabular-nums">{digest}</code>
        </p>
      ) : null}
    </div>
  )
}
