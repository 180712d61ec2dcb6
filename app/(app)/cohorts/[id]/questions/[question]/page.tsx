import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { orNotFound } from '@/app/_http/or-not-found'
import {
  discriminationText,
  secondsText,
  surpriseText,
  TOO_FEW,
} from '@/app/(app)/cohorts/_components/item-figures'
import { requireCohort } from '@/lib/auth/scopes'
import type { ItemView, WrongLearner } from '@/lib/cohort/view/item-view'
import { asQuestionId, type UserId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadItem } from '@/lib/server/cohort/load-item'
import { ExportLink } from '../../../_components/export-link'

type Props = { params: Promise<{ id: string; question: string }> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, question: string) => {
  const scope = await requireCohort(id)
  const input = { questionId: asQuestionId(question), now: Date.now() }
  return orNotFound(() => loadItem(scope, input))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, question } = await params
  return { title: (await load(id, question)).row.prompt }
}

export default async function ItemPage({ params }: Props) {
  const { id, question } = await params
  const view = await load(id, question)
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
            <Answers view={view} />
            <ExportLink cohortId={id} table="answers" of={question} what="the answers" />
          </Panel>
        )}
        <Panel
          title="Analysts with wrong answers"
          aside={`${view.wrong.length} of ${view.row.seen}`}
        >
          <Wrong cohortId={id} people={view.wrong} />
          {view.wrong.length === 0 ? null : (
            <ExportLink
              cohortId={id}
              table="wrong-answers"
              of={question}
              what="the analysts with wrong answers"
            />
          )}
        </Panel>
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

function Answers({ view: { answers, names } }: { view: ItemView }) {
  const nameOf = (id: UserId) => names.get(id) ?? ''
  return (
    <Table caption="Answers by frequency">
      <thead>
        <tr>
          <Th>Answer</Th>
          <Th>Graded</Th>
          <Th numeric>At the first try</Th>
          <Th numeric>Times</Th>
          <Th>Given by</Th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ text, right, first, times, by }) => (
          <tr key={`${right} ${text}`}>
            <RowTh plain className="min-w-44 wrap-break-word">
              {text}
            </RowTh>
            <Td className={right ? 'text-good' : 'text-again'}>{right ? 'correct' : 'wrong'}</Td>
            <Td numeric>{first}</Td>
            <Td numeric>{times}</Td>
            <Td className="min-w-40 text-ink-2">{right ? '' : some(by.map(nameOf))}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The first four names. The table of analysts with wrong answers lists everybody. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown
}

const SHOWN = 100

function Wrong({ cohortId, people }: { cohortId: string; people: readonly WrongLearner[] }) {
  if (people.length === 0) {
    return (
      <p className="font-serif text-lg text-ink-2">Nobody has answered this question wrongly.</p>
    )
  }
  return (
    <>
      <Table caption="Analysts with wrong answers">
        <thead>
          <tr>
            <Th>Analyst</Th>
            <Th numeric>Wrong</Th>
            <Th>Their answers, latest first</Th>
          </tr>
        </thead>
        <tbody>
          {people.slice(0, SHOWN).map(({ userId, name, wrong, times, answers }) => (
            <tr key={userId}>
              <RowTh plain named>
                <Link className="link" href={`/cohorts/${cohortId}/learners/${userId}`}>
                  {name}
                </Link>
              </RowTh>
              <Td numeric>
                {wrong} of {times}
              </Td>
              <Td className="min-w-48 wrap-break-word">{answers.join(' · ') || 'self-graded'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {people.length > SHOWN ? (
        <p className="mt-3 text-label text-ink-2">
          The table shows the {SHOWN} analysts with the most wrong answers. The CSV file contains
          all {people.length}.
        </p>
      ) : null}
    </>
  )
}
