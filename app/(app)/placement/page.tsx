import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { CheckField } from '@/app/_components/check-field'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { NeedsScript } from '@/app/_components/needs-script'
import { PageHeader } from '@/app/_components/page-header'
import { TermHelp } from '@/app/_help/term-help'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { MOST_ASKED } from '@/lib/review/placement'
import { loadPlacement } from '@/lib/server/study/load-placement'

export const metadata: Metadata = { title: 'Placement' }

export default async function PlacementPage() {
  const modules = await loadPlacement(await requireLearner('/placement'), { now: Date.now() })
  return (
    <>
      <PageHeader
        label="Course"
        title="Skip lessons you already know"
        lead={
          <>
            You answer a few questions on each lesson. Three or four correct answers in a row show
            that you know it; a wrong first answer shows that it is worth reading.
            <TermHelp of="placement" />
          </>
        }
      />
      {modules.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/course" kind="secondary">
              Back to the course
            </LinkButton>
          }
        >
          You have finished every lesson, so there is nothing to skip.
        </EmptyState>
      ) : (
        <>
          <NeedsScript what="The placement" className="max-w-measure" />
          <form action="/placement/test" className="max-w-measure noscript:hidden">
            <ul className="mb-8 max-w-measure list-disc space-y-1 pl-5 text-sm text-ink-2">
              <li>
                There are at most {MOST_ASKED} questions, and fewer if your first answers are clear.
              </li>
              <li>You decide at the end which lessons to skip. Nothing is recorded before that.</li>
              <li>You can still read a skipped lesson, and undo the skip.</li>
            </ul>
            <fieldset>
              <legend className="mb-4 font-serif text-xl font-semibold">
                Which modules do you know something about?
              </legend>
              <p className="mb-4 text-sm text-ink-2">Leave blank for all modules.</p>
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
              Start
            </Button>
          </form>
        </>
      )}
    </>
  )
}
