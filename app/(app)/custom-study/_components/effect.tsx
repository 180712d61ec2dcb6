import type { ReactNode } from 'react'

type Props = { counts: boolean; children: ReactNode }

/** Said before anything begins: what a way to study does to the schedule. */
export function Effect({ counts, children }: Props) {
  return (
    <p className="mb-5 max-w-measure text-ink-2">
      <strong className="font-semibold text-ink">
        {counts ? 'These answers count.' : 'These answers change nothing.'}
      </strong>{' '}
      {children}
    </p>
  )
}
