import type { QuestionsView } from '@/lib/server/study/load-questions'

/** What the course asks no more. Its words are gone with it; the answers stay in the log. */
export function RetiredList({ retired }: Pick<QuestionsView, 'retired'>) {
  if (retired.length === 0) return null
  return (
    <ul className="max-w-measure">
      {retired.map(({ id, reason }) => (
        <li key={id} className="border-t border-rule py-3">
          <p className="font-semibold wrap-anywhere">{id}</p>
          <p className="text-sm text-ink-2">{reason}</p>
        </li>
      ))}
    </ul>
  )
}
