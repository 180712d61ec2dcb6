import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { orNotFound } from '@/app/_http/or-not-found'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import { QuestionHistory } from '@/app/(app)/_components/question-history'
import {
  discriminationText,
  secondsText,
  surpriseText,
  TOO_FEW,
} from '@/app/(app)/cohorts/_components/item-figures'
import { requireCohort } from '@/lib/auth/scopes'
import type { ItemView } from '@/lib/cohort/view/item-view'
import { asQuestionId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadItem } from '@/lib/server/cohort/load-item'
import { loadItemRecords } from '@/lib/server/cohort/load-item-records'
import { shownRows } from '@/lib/table/shown-rows'
import { ExportLink } from '../../../_components/export-link'
import { Flags } from './_components/flags'
import { answerColumns, wrongColumns } from './_components/item-columns'
import { SupersededPanel } from './_components/superseded'

type Props = {
  params: Promise<{ id: string; question: string }>
  searchParams: Promise<Params>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, question: string) => {
  const scope = await requireCohort('/cohorts/[id]/questions/[question]', id)
  const questionId = asQuestionId(question)
  const [view, records] = await orNotFound(() =>
    Promise.all([
      loadItem(scope, { questionId, now: Date.now() }),
      loadItemRecords(scope, { questionId }),
    ]),
  )
  return { scope, view, ...records }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, question } = await params
  return { title: (await load(id, question)).view.row.prompt }
}

export default async function ItemPage({ params, searchParams }: Props) {
  const { id, question } = await params
  const { scope, view, flags, history } = await load(id, question)
  const { zone } = scope.viewer.clock
  const path = `/cohorts/${id}/questions/${question}`
  const answers = answerColumns(view)
  const wrong = wrongColumns(id)
  const asked = await searchParams
  const queryOf = (table: string, columns: readonly { readonly id: string }[]) =>
    askedOf(asked, { table, columns, usual: null, prefix: `${table}-` })
  return (
    <>
      <PageHeader
        label={`${view.cohortName} · ${view.row.topicTitle}`}
        title={view.row.prompt}
        lead={view.answer}
      />
      <div className="space-y-14">
        <Figures view={view} />
        {view.answers.length === 0 ? null : (
          <Panel title="Answers given" aside="Spelling variants merged">
            <DataTable
              caption="Answers by frequency"
              what="answer"
              name="answers"
              shown={shownRows(view.answers, answers, await queryOf('answers', answers))}
              columns={answers}
              keyOf={({ right, text }) => `${right} ${text}`}
              place={{ path, prefix: 'answers-' }}
              rowHead={{ plain: true, className: 'min-w-44 wrap-break-word' }}
            />
            <ExportLink cohortId={id} table="answers" of={question} what="the answers" />
          </Panel>
        )}
        <Panel
          title="Analysts with wrong answers"
          aside={`${view.wrong.length} of ${view.row.seen}`}
        >
          {view.wrong.length === 0 ? (
            <p className="font-serif text-lg text-ink-2">
              Nobody has answered this question wrongly.
            </p>
          ) : (
            <DataTable
              caption="Who answered wrongly, and with what"
              what="analyst"
              name="wrong"
              shown={shownRows(view.wrong, wrong, await queryOf('wrong', wrong))}
              columns={wrong}
              keyOf={({ userId }) => userId}
              place={{ path, prefix: 'wrong-' }}
              rowHead={{ plain: true, named: true }}
            />
          )}
          {view.wrong.length === 0 ? null : (
            <ExportLink
              cohortId={id}
              table="wrong-answers"
              of={question}
              what="the analysts with wrong answers"
            />
          )}
        </Panel>
        {view.superseded === null ? null : (
          <SupersededPanel
            cohortId={id}
            questionId={question}
            superseded={view.superseded}
            zone={zone}
          />
        )}
        <Flags cohortId={id} flags={flags} zone={zone} />
        <QuestionHistory rows={history} zone={zone} />
        <p className="text-sm">
          <Link className="link" href={`/questions/${question}`}>
            Show the question with its facts and sources
          </Link>
        </p>
      </div>
    </>
  )
}

function Figures({ view: { row } }: { view: ItemView }) {
  const figures = [
    ['Seen by', String(row.seen)],
    ['First try', row.firstTry === null ? TOO_FEW : percent(row.firstTry)],
    ['Compared with prediction', `${surpriseText(row)}, ${row.tested} tests`],
    ['Discrimination', discriminationText(row)],
    ['Median time', secondsText(row)],
    ['Difficult for, flags', `${row.leeches}, ${row.flags}`],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-5 border-y border-rule py-5 sm:grid-cols-3">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-label text-ink-2">{name}</dt>
          <dd className="mt-0.5 font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
