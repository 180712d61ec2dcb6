import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { CheckField } from '@/app/_components/check-field'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { count } from '@/app/_format/count'
import { requireLearner } from '@/lib/auth/scopes'
import { MOST_ASKED } from '@/lib/review/placement'
import { loadPlacement } from '@/lib/server/study/load-placement'

export const metadata: Metadata = { title: 'Placement' }

export default async function PlacementPage() {
  const modules = await loadPlacement(await requireLearner(), { now: Date.now() })
  return (
    <>
      <PageHeader
        label="Course"
        title="Skip what you know"
        lead="A few questions on each lesson. Three or four right ones in a row show that you know it, one wrong one at the start that it is worth reading."
      />
      {modules.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/course" kind="secondary">
              Back to the course
            </LinkButton>
          }
        >
          Every lesson is finished: there is nothing left to skip.
        </EmptyState>
      ) : (
        <form action="/placement/test" className="max-w-measure">
          <ul className="mb-8 max-w-measure list-disc space-y-1 pl-5 text-sm text-ink-2">
            <li>At most {MOST_ASKED} questions, fewer where the first answers settle it.</li>
            <li>You decide at the end which lessons to skip. Nothing is recorded before.</li>
            <li>A skipped lesson can still be read, and be taken back.</li>
          </ul>
          <fieldset>
            <legend className="mb-4 font-serif text-xl font-semibold">
              Which modules do you know something of?
            </legend>
            <p className="mb-4 text-sm text-ink-2">Tick none to be asked about all of them.</p>
            <div className="space-y-3">
              {modules.map(({ id, title, lessons }) => (
                <CheckField
                  key={id}
                  name="module"
                  value={id}
                  label={title}
                  hint={count(lessons, 'unfinished lesson')}
                />
              ))}
            </div>
          </fieldset>
          <Button type="submit" className="mt-8">
            Begin
          </Button>
        </form>
      )}
    </>
  )
}
