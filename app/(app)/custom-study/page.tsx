import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { SelectField } from '@/app/_components/select-field'
import { query } from '@/app/_table/query'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { filterValues } from '@/lib/review/question-filter'
import { type CustomStudyView, loadCustomStudy } from '@/lib/server/study/load-custom-study'
import { Effect } from './_components/effect'
import { MoreForm } from './_components/more-form'

export const metadata: Metadata = { title: 'Custom study' }

export default async function CustomStudyPage() {
  const view = await loadCustomStudy(await requireLearner('/custom-study'), { now: Date.now() })
  return (
    <>
      <PageHeader
        label="Progress"
        title="Custom study"
        lead="More than today’s session has, or something else. Each way says what it does to your schedule."
      />
      <div className="space-y-14">
        <MoreToday view={view} />
        <Ahead view={view} />
        <ByFilter view={view} />
        <Panel title="Cram">
          <Effect counts={false}>
            Practise what you have seen, starting with what you are most likely to have forgotten.
          </Effect>
          <LinkButton href="/cram" kind="secondary">
            Choose topics to cram
          </LinkButton>
        </Panel>
      </div>
    </>
  )
}

function MoreToday({ view: { today, most } }: { view: CustomStudyView }) {
  const fresh = Math.max(0, most.new - today.new)
  const reviews = Math.max(0, most.review - today.review)
  return (
    <Panel title="More today">
      <Effect counts>
        Only the limits of today become larger; tomorrow your usual limits hold again. New questions
        come back in the days after, so tomorrow has more reviews. Today’s session has{' '}
        {count(today.new, 'new question')} and {count(today.learning + today.review, 'review')}.{' '}
        {beyondWords(fresh, reviews)}
      </Effect>
      <MoreForm />
    </Panel>
  )
}

function beyondWords(fresh: number, reviews: number): string {
  const waiting = [
    ...(fresh > 0 ? [count(fresh, 'new question')] : []),
    ...(reviews > 0 ? [count(reviews, 'review')] : []),
  ]
  if (waiting.length === 0) return 'Nothing waits beyond your limits.'
  return `${waiting.join(' and ')} ${fresh + reviews === 1 ? 'waits' : 'wait'} beyond your limits.`
}

function Ahead({ view }: { view: CustomStudyView }) {
  const ahead = view.ahead.filter(({ reviews }) => reviews > 0)
  return (
    <Panel title="Study ahead">
      <Effect counts>
        Reviews come before they are due, for example before a journey. Each is scheduled anew from
        today on. You recall more of them now, so their intervals grow less than they would on their
        day. They count as reviews of today.
      </Effect>
      {ahead.length === 0 ? (
        <p>Nothing falls due in the coming month.</p>
      ) : (
        <form action="/review" className="flex flex-wrap items-end gap-4">
          <div className="w-80 max-w-full">
            <SelectField
              label="What falls due"
              name="scope"
              defaultValue={`ahead:${ahead[0]?.days}`}
            >
              {ahead.map(({ days, reviews }) => (
                <option key={days} value={`ahead:${days}`}>
                  {days === 1 ? 'until tomorrow' : `in the next ${days} days`}:{' '}
                  {count(reviews, 'review')}
                </option>
              ))}
            </SelectField>
          </div>
          <Button type="submit" kind="secondary">
            Study ahead
          </Button>
        </form>
      )}
    </Panel>
  )
}

const NAMES: Readonly<Record<CustomStudyView['filters'][number]['name'], string>> = {
  forgotten: 'Forgotten at the last answer',
  difficult: 'Difficult for you',
  flagged: 'Flagged by you',
}

function ByFilter({ view: { filters } }: { view: CustomStudyView }) {
  return (
    <Panel title="By filter">
      <p className="mb-5 max-w-measure text-ink-2">
        Choose questions by topic, state, last answer and more. On the page of the list you can
        review them, and the answers count, or cram them, and the answers change nothing.
      </p>
      <ul className="space-y-2">
        {filters.map(({ name, filter, questions }) => (
          <li key={name}>
            <Link href={`/questions${query(filterValues(filter))}`} className="link">
              {NAMES[name]}
            </Link>
            : {count(questions, 'question')}
          </li>
        ))}
        <li>
          <Link href="/questions" className="link">
            Choose by topic and more
          </Link>
        </li>
      </ul>
    </Panel>
  )
}
