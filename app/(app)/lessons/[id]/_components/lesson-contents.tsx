import type { LessonPart } from '@/lib/review/view/lesson-contents'

type Props = { parts: readonly LessonPart[] }

/** The parts of the lesson beside its text, where there is room for them. */
export function LessonMargin({ parts }: Props) {
  if (parts.length < 2) return null
  return (
    <nav aria-label="Contents of this lesson" className="lesson-margin print:hidden">
      <p className="label-caps mb-2 text-ink-2">Contents</p>
      <Parts parts={parts} />
    </nav>
  )
}

/** The same, folded, on a narrow page. */
export function LessonFold({ parts }: Props) {
  if (parts.length < 2) return null
  return (
    <details className="lesson-fold mt-4 print:hidden">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm text-accent underline underline-offset-4">
        Contents of this lesson
      </summary>
      <nav aria-label="Contents of this lesson" className="mt-2">
        <Parts parts={parts} />
      </nav>
    </details>
  )
}

const Parts = ({ parts }: Props) => (
  <ol className="text-sm">
    {parts.map(({ id, title }) => (
      <li key={id}>
        <a
          href={`#${id}`}
          className="block border-l border-rule py-1 pl-3 text-ink-2 no-underline hover:border-ink hover:text-ink"
        >
          {title}
        </a>
      </li>
    ))}
  </ol>
)
