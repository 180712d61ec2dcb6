'use client'

import { Meter } from '@/app/_components/meter'
import type { TodayView } from '@/lib/review/view/today'

/**
 * How much of each topic is known: of all its questions, with those that were seen behind. A client component, so that
 * the browser is sent figures and not elements (decision 057).
 */
export function TopicStrip({ topics }: { topics: TodayView['topics'] }) {
  return (
    <ul className="space-y-4">
      {topics.map(({ id, title, about, known, seen, total }) => (
        <li key={id}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">{title}</span>
            <span className="text-sm text-ink-2 tabular-nums">
              {seen === 0 ? 'Not started' : `${Math.round(known)} of ${total} known, ${seen} seen`}
            </span>
          </div>
          {about === null ? null : <p className="text-label text-ink-2">{about}</p>}
          <div className="mt-1.5">
            <Meter
              share={known / total}
              behind={seen / total}
              label={`${title}: ${Math.round(known)} of ${total} known, ${seen} seen`}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
