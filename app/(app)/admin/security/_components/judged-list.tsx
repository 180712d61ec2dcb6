import { Tag, type TagTone } from '@/app/_components/tag'
import type { Judged } from '@/lib/security/check-security'

const MARKS: Readonly<Record<Judged['is'], { tone: TagTone; word: string }>> = {
  weak: { tone: 'again', word: 'weak' },
  note: { tone: 'hard', word: 'think about it' },
  good: { tone: 'good', word: 'in order' },
}

export function JudgedList({ judged }: { judged: readonly Judged[] }) {
  return (
    <ul className="flex max-w-measure flex-col divide-y divide-rule">
      {judged.map((each) => (
        <li key={each.subject} className="py-4 first:pt-0">
          <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
            {each.subject}
            <Tag tone={MARKS[each.is].tone}>{MARKS[each.is].word}</Tag>
          </h3>
          <p className="mt-1 wrap-anywhere">{each.found}</p>
          <p className="mt-1 text-sm text-ink-2">{each.why}</p>
          {each.is === 'good' ? null : (
            <p className="mt-1 text-sm wrap-anywhere">
              <span className="font-semibold">What to do:</span> {each.remedy}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
