import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Pages } from '@/app/_table/pages'
import { first } from '@/app/_table/query'
import { UndoPlace } from '@/app/_undo/undo-place'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { count } from '@/lib/kernel/count'
import { addDays, isoDate, studyDayOf } from '@/lib/kernel/study-day'
import type { BulkAct, BulkEffect } from '@/lib/review/bulk-act'
import type { LearnerScope } from '@/lib/server/scope'
import { type Chosen, FARTHEST_DUE_DAYS, previewBulk } from '@/lib/server/study/bulk'
import { loadQuestions } from '@/lib/server/study/load-questions'
import { actAsked, chosenOf, listAsked, listQuery, type Query } from './_components/asked-of'
import { ChoiceForm } from './_components/choice-form'
import { ConfirmBulk } from './_components/confirm-bulk'
import { FilterForm } from './_components/filter-form'
import { RetiredList } from './_components/retired-list'
import { StudyThese } from './_components/study-these'

export const metadata: Metadata = { title: 'Questions' }

type Props = { searchParams: Promise<Query> }

export default async function QuestionsPage({ searchParams }: Props) {
  const scope = await requireLearner('/questions')
  const query = await searchParams
  const asked = listAsked(query)
  const now = Date.now()
  const act = actAsked(first(query.act), first(query.day))
  const previewed = act && (await preview(scope, chosenOf(query, asked.filter), act, now))
  if (previewed && 'effect' in previewed) {
    return (
      <>
        <PageHeader label="Questions" title="What will happen" />
        <ConfirmBulk effect={previewed.effect} back={listQuery(asked)} />
      </>
    )
  }
  const view = await loadQuestions(scope, { ...asked, now })
  const today = studyDayOf(now, scope.user.clock)
  const days = { first: isoDate(today), last: isoDate(addDays(today, FARTHEST_DUE_DAYS)) }
  const found = view.ids.length + view.retired.length
  return (
    <>
      <UndoPlace />
      <PageHeader
        title="Questions"
        lead={`${count(found, 'question')} found. The list shows how they are asked; the answer is on the page of each question.`}
      />
      {previewed ? (
        <Notice kind="error" className="mb-8">
          {previewed.refusal}
        </Notice>
      ) : null}
      <FilterForm asked={asked} view={view} />
      {found === 0 ? (
        <EmptyState
          action={
            <LinkButton href="/questions" kind="secondary">
              Clear the filter
            </LinkButton>
          }
        >
          No question fits the filter. Questions of lessons that you have not finished are shown
          when you choose the state “Lesson not finished”.
        </EmptyState>
      ) : null}
      <RetiredList retired={view.retired} />
      {view.rows.length === 0 ? null : (
        <>
          <ChoiceForm asked={{ ...asked, page: view.page }} view={view} days={days} />
          <Pages
            what="questions"
            page={view.page}
            pages={view.pages}
            hrefOf={(page) => `/questions${listQuery({ ...asked, page })}`}
          />
          <StudyThese filter={asked.filter} toStudy={view.toStudy} toCram={view.toCram} />
        </>
      )}
    </>
  )
}

/** Or why it cannot be done, for the page that asked. */
async function preview(
  scope: LearnerScope,
  chosen: Chosen,
  act: BulkAct,
  now: number,
): Promise<{ readonly effect: BulkEffect } | { readonly refusal: string }> {
  try {
    return { effect: await previewBulk(scope, { chosen, act, now }) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input')
      return { refusal: error.message }
    throw error
  }
}
