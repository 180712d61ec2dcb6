import type { Metadata } from 'next'
import { Button } from '@/app/_components/button'
import { PageHeader } from '@/app/_components/page-header'
import { SelectField } from '@/app/_components/select-field'
import { count } from '@/app/_format/count'
import { Pages } from '@/app/(app)/_components/pages'
import { first, pageOf, query } from '@/app/(app)/_components/query'
import { requireCohort } from '@/lib/auth/scopes'
import { FEWEST_ANSWERS } from '@/lib/cohort/item-analysis'
import { ITEM_SORTS, type ItemSort } from '@/lib/cohort/view/item-rows'
import { loadItemAnalysis } from '@/lib/server/cohort/load-item-analysis'
import { ExportLink } from '../../_components/export-link'
import { ItemRules } from './_components/item-rules'
import { ItemTable } from './_components/item-table'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SORT_NAMES: Readonly<Record<ItemSort, string>> = {
  suspect: 'Most suspicious first',
  surprise: 'Furthest below prediction first',
  'first-try': 'Lowest first-try rate first',
  discrimination: 'Lowest discrimination first',
  course: 'Course order',
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Questions · ${(await requireCohort((await params).id)).cohort.name}` }
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort(id)
  const asked = await searchParams
  const sort = ITEM_SORTS.find((name) => name === first(asked.sort)) ?? 'suspect'
  const module = first(asked.module)
  const view = await loadItemAnalysis(scope, {
    now: Date.now(),
    module,
    sort,
    page: pageOf(first(asked.page)),
  })
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Questions"
        lead={`${count(view.suspects, 'question')} of ${view.questions} to check; ${view.judged} with at least ${FEWEST_ANSWERS} answers.`}
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
        <div className="w-64 max-w-full">
          <SelectField label="Sort by" name="sort" defaultValue={sort}>
            {ITEM_SORTS.map((name) => (
              <option key={name} value={name}>
                {SORT_NAMES[name]}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" kind="secondary">
          Show
        </Button>
      </form>
      <ItemTable cohortId={id} rows={view.rows} />
      <Pages
        what="questions"
        page={view.page}
        pages={view.pages}
        hrefOf={(to) => `/cohorts/${id}/questions${query({ module, sort, page: to })}`}
      />
      <ExportLink cohortId={id} table="questions" what="all questions" />
      <ItemRules />
    </>
  )
}
