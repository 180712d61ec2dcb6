'use client'

import { useSearchParams } from 'next/navigation'
import { buttonClass } from '@/app/_components/button-class'
import {
  readTimelineQuery,
  type TimelineChoices,
  timelineHref,
} from '@/lib/reference/timeline-query'

/**
 * Says what is wrong with the address and lists all valid choices. The links cause real loads,
 * because Next keeps its 404 page on links to the same path.
 */
export function WrongAddress({ choices }: { choices: TimelineChoices }) {
  const params = useSearchParams()
  const asked = Object.fromEntries(
    [...params.keys()].map((key) => {
      const all = params.getAll(key)
      return [key, all.length > 1 ? all : all[0]]
    }),
  )
  const read = readTimelineQuery(choices, asked)
  const all = { window: choices.domain, topic: null, source: null }
  const { from, to } = choices.domain
  return (
    <>
      <p className="max-w-measure font-serif text-lg wrap-break-word">
        {read.ok ? null : read.error} Nothing you did is lost.
      </p>
      <h2 className="mt-8 text-xl">What the timeline can show</h2>
      <p className="mt-3 text-sm">
        The years from {from} to {to}, written <code>from=2005&amp;to=2006</code>, and these topics
        and documents:
      </p>
      <ul className="mt-3 flex max-w-measure flex-wrap gap-x-4 gap-y-1 text-sm">
        {choices.topics.map(({ id, title }) => (
          <li key={id}>
            <a href={timelineHref({ ...all, topic: id })} className="link inline-block min-h-6">
              {title}
            </a>
          </li>
        ))}
        {choices.sources.map(({ id, title }) => (
          <li key={id}>
            <a href={timelineHref({ ...all, source: id })} className="link inline-block min-h-6">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <a href="/timeline" className={buttonClass('primary', 'regular', 'mt-8')}>
        Open the timeline
      </a>
    </>
  )
}
