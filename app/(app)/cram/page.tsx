import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { CheckField } from '@/app/_components/check-field'
import { EmptyState } from '@/app/_components/empty-state'
import { Field } from '@/app/_components/field'
import { LinkButton } from '@/app/_components/link-button'
import { NeedsScript } from '@/app/_components/needs-script'
import { PageHeader } from '@/app/_components/page-header'
import { TermHelp } from '@/app/_help/term-help'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import { MOST_CRAMMED } from '@/lib/review/cram'
import { loadCram } from '@/lib/server/study/load-cram'

export const metadata: Metadata = { title: 'Cram' }

const USUAL = 30

export default async function CramPage() {
  const topics = await loadCram(await requireLearner('/cram'), { now: Date.now() })
  return (
    <>
      <PageHeader
        label="Progress"
        title="Cram"
        lead={
          <>
            Practise questions you have seen, starting with those you are most likely to have
            forgotten. Your schedule does not change.
            <TermHelp of="cram" />
          </>
        }
      />
      {topics.length === 0 ? (
        <EmptyState action={<LinkButton href="/course">Open the course</LinkButton>}>
          You have not seen any question yet, so there is nothing to practise.
        </EmptyState>
      ) : (
        <>
          <NeedsScript what="A cram" className="max-w-measure" />
          <form action="/review" className="max-w-measure noscript:hidden">
            <input type="hidden" name="mode" value="cram" />
            <fieldset>
              <legend className="mb-1 font-serif text-xl font-semibold">Topics</legend>
              <p className="mb-4 text-sm text-ink-2">Leave blank for all topics.</p>
              <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
                {topics.map(({ id, title, seen, predictedRecall }) => (
                  <CheckField
                    key={id}
                    name="scope"
                    value={id}
                    label={title}
                    hint={`${count(seen, 'question')} seen, ${percent(predictedRecall ?? 0)} predicted recall`}
                  />
                ))}
              </div>
            </fieldset>
            <div className="mt-8 max-w-48">
              <Field
                label="Number of questions (maximum)"
                name="take"
                type="number"
                min={1}
                max={MOST_CRAMMED}
                defaultValue={USUAL}
                required
              />
            </div>
            <Button type="submit" className="mt-8">
              Start
            </Button>
          </form>
        </>
      )}
    </>
  )
}
