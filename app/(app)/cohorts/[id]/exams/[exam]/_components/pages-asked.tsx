import { formatDateTime } from '@/app/_format/format-date'
import type { ExamResults } from '@/lib/server/exam/load-exam-results'

const SHOWN = 50

/** What analysts asked for while their attempts were open. Nothing when nobody asked for anything. */
export function PagesAsked({ results, zone }: { results: ExamResults; zone: string }) {
  const { takers, askedDuring } = results
  const attempts = takers.flatMap(({ name, attempts: own }) =>
    own.map((attempt) => ({ name, attempt, asked: askedDuring(attempt) })),
  )
  const asking = attempts.filter(({ asked }) => asked.length > 0)
  if (asking.length === 0) return null
  return (
    <section className="mt-12 max-w-measure">
      <h2 className="text-xl">Pages asked for during the exam</h2>
      <p className="mt-2 text-sm text-ink-2">
        Nothing of them was shown, because everything that can show answers is closed while an
        attempt is open. An address that begins with /api/ can also come from a page that was open
        before.
      </p>
      {asking.map(({ name, attempt, asked }) => (
        <details key={attempt.id} className="mt-4 border-t border-rule pt-3">
          <summary className="cursor-pointer">
            {name}, attempt {attempt.number}: {asked.length}
          </summary>
          <ul className="mt-2 space-y-1 text-sm">
            {asked.slice(0, SHOWN).map(({ id, at, asked: path }) => (
              <li key={id} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
                <span className="text-ink-2">{formatDateTime(at, zone)}</span>
                <span className="break-all">{path}</span>
              </li>
            ))}
          </ul>
          {asked.length > SHOWN ? (
            <p className="mt-2 text-sm text-ink-2">And {asked.length - SHOWN} more.</p>
          ) : null}
        </details>
      ))}
    </section>
  )
}
