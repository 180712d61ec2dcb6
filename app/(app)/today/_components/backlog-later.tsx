'use client'

import { lazy, Suspense } from 'react'
import type { BacklogView } from '@/lib/review/view/backlog'

const Backlog = lazy(async () => ({ default: (await import('./backlog')).Backlog }))

/** Most days have no backlog, so its form comes after the page. */
export function BacklogLater(props: { backlog: BacklogView }) {
  return (
    <Suspense>
      <Backlog {...props} />
    </Suspense>
  )
}
