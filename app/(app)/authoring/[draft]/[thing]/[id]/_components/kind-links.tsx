import { Link } from '@/app/_components/link'
import type { QuestionKind } from '@/lib/kinds/types'

/** The names that learners know, without loading what shows the kinds. */
const NAMES: readonly (readonly [QuestionKind, string])[] = [
  ['flash', 'Recall'],
  ['cloze', 'Gap'],
  ['text', 'Typed answer'],
  ['number', 'Number'],
  ['choice', 'Choose one'],
  ['multi', 'Select all'],
  ['order', 'Put in order'],
  ['match', 'Match'],
  ['map', 'Map'],
]

type Props = { draftId: string; current: QuestionKind | null }

/** A new question begins with its kind, which decides what is asked for below. */
export function KindLinks({ draftId, current }: Props) {
  return (
    <nav aria-label="Kind of question" className="mb-8">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {NAMES.map(([kind, name]) => (
          <li key={kind}>
            <Link
              href={`/authoring/${draftId}/questions/new?kind=${kind}`}
              aria-current={kind === current ? 'page' : undefined}
              className="link inline-flex min-h-9 items-center aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
