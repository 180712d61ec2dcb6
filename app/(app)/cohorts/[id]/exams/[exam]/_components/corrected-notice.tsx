import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { count } from '@/lib/kernel/count'
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
      in meaning or withdrawn since. {stateOf(questions, waiting)}{' '}
      <Link href={path} className="link">
        {waiting === 0 ? 'See or change the decisions' : 'Decide how the answers count'}
      </Link>
    </Notice>
  )
}

function stateOf(questions: number, waiting: number): string {
  if (waiting === 0) return 'How the answers count is decided.'
  if (waiting === questions) return 'How the answers count is not decided yet.'
  return `How the answers to ${waiting} of them count is not decided yet.`
}
