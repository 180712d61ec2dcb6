import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Tag } from '@/app/_components/tag'
import { formatDateTime } from '@/app/_format/format-date'
import { Pages } from '@/app/_table/pages'
import { first } from '@/app/_table/query'
import { tableHref, tableQuery } from '@/app/_table/table-address'
import { TableSearch } from '@/app/_table/table-search'
import { requireCohort } from '@/lib/auth/scopes'
import type { InboxFlag, InboxGroup } from '@/lib/cohort/view/inbox-view'
import { count } from '@/lib/kernel/count'
import { loadInbox } from '@/lib/server/cohort/load-inbox'
import { loadOpenAppeals } from '@/lib/server/exam/load-open-appeals'
import type { Column } from '@/lib/table/column'
import { shownRows } from '@/lib/table/shown-rows'
import { ExportLink } from '../../_components/export-link'
import { FlagForm } from './_components/flag-form'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `Inbox · ${(await requireCohort('/cohorts/[id]/inbox', (await params).id)).cohort.name}`,
  }
}

/** By what the questions are searched; the latest flag comes first. */
const COLUMNS: readonly Column<InboxGroup>[] = [
  { id: 'question', head: 'Question', value: ({ prompt, questionId }) => prompt ?? questionId },
  {
    id: 'flags',
    head: 'Flags',
    value: ({ flags }) =>
      flags.map(({ by, comment, reply }) => `${by} ${comment} ${reply ?? ''}`).join(' '),
  },
]
const SEARCHED_FROM = 12

export default async function InboxPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort('/cohorts/[id]/inbox', id)
  const asked = await searchParams
  const show = first(asked.show) === 'solved' ? 'solved' : 'open'
  const [view, appeals] = await Promise.all([loadInbox(scope, { show }), loadOpenAppeals(scope)])
  const query = tableQuery(asked, COLUMNS, { usual: null })
  const { rows, words, found, all, page, pages } = shownRows(view.groups, COLUMNS, query)
  const place = {
    path: `/cohorts/${id}/inbox`,
    keep: { show: show === 'solved' ? show : null },
  }
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title="Inbox"
        lead="Questions that analysts flagged during reviews. They can read your reply."
      />
      {appeals.map(({ examId, title, open }) => (
        <Notice key={examId} className="mb-6 max-w-2xl">
          <Link className="link" href={`/cohorts/${id}/exams/${examId}`}>
            {count(open, 'open appeal')} on answers in “{title}”
          </Link>
        </Notice>
      ))}
      <nav aria-label="Filter flags" className="mb-6 flex gap-6 text-sm">
        <Choice href={`/cohorts/${id}/inbox`} here={show === 'open'}>
          Open: {view.open}
        </Choice>
        <Choice href={`/cohorts/${id}/inbox?show=solved`} here={show === 'solved'}>
          Solved: {view.solved}
        </Choice>
      </nav>
      {all < SEARCHED_FROM && words === '' ? null : (
        <TableSearch
          what="question"
          whats="questions and flags"
          {...{ place, order: null, words, found, all }}
        />
      )}
      {view.groups.length === 0 ? (
        <EmptyState>
          {show === 'open' ? 'There are no open flags.' : 'No flag has been solved yet.'}
        </EmptyState>
      ) : (
        <div className="space-y-10">
          {rows.map((group) => (
            <Group
              key={group.questionId}
              group={group}
              cohortId={id}
              zone={scope.viewer.clock.zone}
              archived={view.archived}
            />
          ))}
        </div>
      )}
      <Pages
        what="flagged questions"
        page={page}
        pages={pages}
        hrefOf={(to) => tableHref(place, { order: null, words, page: to })}
      />
      {view.open + view.solved === 0 ? null : (
        <ExportLink cohortId={id} table="inbox" what="all flags" />
      )}
    </>
  )
}

function Choice({ href, here, children }: { href: string; here: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="py-1 text-ink-2 no-underline underline-offset-[6px] hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline"
    >
      {children}
    </Link>
  )
}

type GroupProps = { group: InboxGroup; cohortId: string; zone: string; archived: boolean }

function Group({ group, cohortId, zone, archived }: GroupProps) {
  const { questionId, prompt, answer, revision, flags } = group
  return (
    <section aria-label={prompt ?? questionId} className="border-t border-rule-ink pt-4">
      <h2 className="max-w-measure font-serif text-lg font-semibold">
        {prompt === null ? `${questionId}, which is no longer in the course` : prompt}
      </h2>
      {answer === null ? null : <p className="mt-1 text-sm">Answer: {answer}</p>}
      <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
        {prompt === null ? null : (
          <>
            <Link className="link py-1" href={`/cohorts/${cohortId}/questions/${questionId}`}>
              Performance
            </Link>
            <Link className="link py-1" href={`/questions/${questionId}`}>
              Facts and sources
            </Link>
          </>
        )}
        {revision === null ? null : <span className="py-1 text-ink-2">Revision {revision}</span>}
      </p>
      <ul className="mt-3 divide-y divide-rule border-t border-rule">
        {flags.map((flag) => (
          <li key={flag.id} className="py-4">
            <FlagText flag={flag} cohortId={cohortId} zone={zone} />
            {archived ? null : (
              <FlagForm
                cohortId={cohortId}
                flagId={flag.id}
                by={flag.by}
                solved={flag.solvedAt !== null}
                mendedBy={flag.mendedBy}
                changes={group.changes.filter((change) => change.revision > flag.revision)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function FlagText({ flag, cohortId, zone }: { flag: InboxFlag; cohortId: string; zone: string }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
        <Link className="link" href={`/cohorts/${cohortId}/learners/${flag.userId}`}>
          {flag.by}
        </Link>
        <span>{formatDateTime(flag.raisedAt, zone)}</span>
        <span>on revision {flag.revision}</span>
        {flag.solvedAt === null ? null : <Tag tone="good">solved</Tag>}
        {flag.mendedBy === null ? null : <Tag>corrected by revision {flag.mendedBy}</Tag>}
      </p>
      <p className="mt-1 max-w-measure font-serif text-lg wrap-break-word whitespace-pre-line">
        {flag.comment}
      </p>
      {flag.given === null ? null : (
        <p className="mt-1 text-sm wrap-break-word">
          Their answer: {flag.given === '' ? 'self-graded' : flag.given}
        </p>
      )}
      {flag.reply === null || flag.repliedAt === null ? null : (
        <p className="mt-2 max-w-measure border-l-2 border-rule pl-3 text-sm wrap-break-word whitespace-pre-line">
          {flag.reply}
          <span className="block text-label text-ink-2">
            {flag.repliedBy}, {formatDateTime(flag.repliedAt, zone)}
            {flag.seenAt === null ? ', not yet seen' : ', seen'}
          </span>
        </p>
      )}
    </>
  )
}
