import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { SelectField } from '@/app/_components/select-field'
import { TermHelp } from '@/app/_help/term-help'
import { askedOf } from '@/app/_table/asked-of'
import { first, query } from '@/app/_table/query'
import { requireCohort } from '@/lib/auth/scopes'
import { FEWEST_ANSWERS } from '@/lib/cohort/item-analysis'
import { ITEM_COLUMNS } from '@/lib/cohort/view/item-columns'
import { count } from '@/lib/kernel/count'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { orderText } from '@/lib/table/order-text'
import { ItemRules } from './_components/item-rules'
import { ItemTable } from './_components/item-table'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `Questions · ${(await requireCohort('/cohorts/[id]/questions', (await params).id)).cohort.name}`,
  }
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort('/cohorts/[id]/questions', id)
  const asked = await searchParams
  const module = first(asked.module)
  const { order, words, page } = await askedOf(asked, {
    table: 'questions',
    columns: ITEM_COLUMNS,
    usual: null,
  })
  const sort = order && orderText(order)
  const view = await loadItemAnalysis(scope, { now: Date.now(), module, sort, words, page })
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Questions"
        lead={
          <>
            {count(view.suspects, 'question')} of {view.questions} to check; {view.judged} with at
            least {FEWEST_ANSWERS} answers.
            <TermHelp of="item-analysis" />
          </>
        }
      />
      <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <div className="w-72 max-w-full">
          <SelectField label="Module" name="module" defaultValue={module ?? ''}>
            <option value="">All modules</option>
            {view.modules.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </SelectField>
        </div>
        <HiddenFields fields={{ sort, q: words || null }} />
        <Button type="submit" kind="secondary">
          Show
        </Button>
      </form>
      {sort === null ? (
        <p className="mb-3 text-label text-ink-2">
          The questions with the most findings come first. A press on a head sorts by its column.
        </p>
      ) : (
        <p className="mb-3 text-sm">
          <Link
            className="link py-1"
            href={`/cohorts/${id}/questions${query({ module, q: words || null, sort: 'suspect' })}`}
          >
            Show the most suspicious first
          </Link>
        </p>
      )}
      <ItemTable cohortId={id} view={view} module={module} />
      <ItemRules />
    </>
  )
}
