import { Notice } from '@/app/_components/notice'
import type { FieldCollision } from '@/lib/server/authoring/save-thing'

type Props = {
  collisions: readonly FieldCollision[]
  /** Where the other words come from: the published course, or this draft. */
  by: 'published' | 'saved'
}

/** Both values of each field that two people changed; the form has one's own. */
export function Collisions({ collisions, by }: Props) {
  return (
    <Notice
      kind="error"
      title={
        by === 'published'
          ? 'The published course has changed this too.'
          : 'Somebody else saved this while you were writing. Nothing of yours was saved yet.'
      }
    >
      <p>
        The form below has your own words. Keep them, or put the other words in their place; then
        save.
      </p>
      <dl className="mt-3 space-y-3">
        {collisions.map(({ field, label, theirs, mine }) => (
          <div key={field}>
            <dt className="font-semibold">{label}</dt>
            <dd className="mt-1 whitespace-pre-wrap wrap-anywhere">
              <span className="text-ink-2">{by === 'published' ? 'Published:' : 'Theirs:'}</span>{' '}
              {theirs || '(empty)'}
            </dd>
            <dd className="mt-1 whitespace-pre-wrap wrap-anywhere">
              <span className="text-ink-2">Yours:</span> {mine || '(empty)'}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
