import { Meter } from '@/app/_components/meter'
import { percent } from '@/lib/kernel/percent'
import type { TodayView } from '@/lib/review/view/today'

export function TopicStrip({ topics }: { topics: TodayView['topics'] }) {
  return (
    <ul className="space-y-4">
      {topics.map((topic) => (
        <li key={topic.id}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">{topic.title}</span>
            <span className="text-sm text-ink-2 tabular-nums">
              {topic.seen} of {topic.total} seen
            </span>
          </div>
          {topic.predictedRecall === null ? (
            <p className="text-sm text-ink-2">Not started</p>
          ) : (
            <div className="mt-1 flex items-center gap-3">
              <Meter
                share={topic.predictedRecall}
                label={`${topic.title}: predicted recall of the questions seen`}
              />
              <span className="shrink-0 text-sm tabular-nums">
                {percent(topic.predictedRecall)} recall
              </span>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
