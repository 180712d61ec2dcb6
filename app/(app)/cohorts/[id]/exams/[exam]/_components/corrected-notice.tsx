import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { count } from '@/app/_format/count'
import type { Corrected } from '@/lib/server/exam/load-regrades'

type Props = {
  /** The address of the page on which it is decided. */
  path: string
  corrected: Corrected
}

/** Says that questions of graded attempts were corrected, and how many wait for a decision. Nothing where none was. */
export function CorrectedNotice({ path, corrected: { questions, waiting } }: Props) {
  if (questions === 0) return null
  return (
    <Notice className="mb-8 max-w-measure">
      {count(questions, 'question')} of graded attempts {questions === 1 ? 'was' : 'were'} corrected
      in meaning or withdrawn since.{' '}
      {waiting === 0
        ? 'How the answers count is decided. '
        : `${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} for your decision. `}
      <Link href={path} className="link">
        {waiting === 0 ? 'See or change the decisions' : 'Decide how the answers count'}
      </Link>
    </Notice>
  )
}
