import { Link } from '@/app/_components/link'
import type { LessonView } from '@/lib/review/view/lesson'

type Props = Pick<LessonView, 'previous' | 'next'>

export function LessonNeighbours({ previous, next }: Props) {
  return (
    <nav
      aria-label="Lessons before and after"
      className="mt-12 grid gap-x-8 gap-y-4 border-t border-rule pt-4 text-sm sm:grid-cols-2"
    >
      {previous === null ? <span /> : <Neighbour label="Previous" lesson={previous} />}
      {next === null ? null : (
        <div className="sm:text-right">
          <Neighbour label="Next" lesson={next} />
        </div>
      )}
    </nav>
  )
}

type NeighbourProps = { label: string; lesson: { readonly id: string; readonly title: string } }

const Neighbour = ({ label, lesson }: NeighbourProps) => (
  <Link href={`/lessons/${lesson.id}`} className="group inline-block py-1">
    <span className="block text-ink-2">{label}</span>
    <span className="text-accent group-hover:underline">{lesson.title}</span>
  </Link>
)
