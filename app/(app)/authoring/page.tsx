import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatLastSeen } from '@/app/_format/format-date'
import { requireInstructor } from '@/lib/auth/scopes'
import { isOpen } from '@/lib/authoring/draft'
import type { DayClock } from '@/lib/kernel/study-day'
import { type ListedDraft, loadDrafts } from '@/lib/server/authoring/load-drafts'
import { loadCourses } from '@/lib/server/load-courses'
import { CourseForm } from './_components/course-form'
import { DraftTag } from './_components/draft-tag'
import { StartForm } from './_components/start-form'

export const metadata: Metadata = { title: 'Authoring' }

/** The drafts of everybody who writes the course. */
export default async function AuthoringPage() {
  const scope = await requireInstructor('/authoring')
  const [drafts, courses] = await Promise.all([loadDrafts(scope), loadCourses(scope)])
  const open = drafts.filter(isOpen)
  const done = drafts.filter((draft) => !isOpen(draft))
  return (
    <>
      <PageHeader
        title="Authoring"
        lead="Changes of the course. They are written in a draft, looked at by somebody else, and published together."
      />
      {open.length === 0 ? (
        <EmptyState>
          No draft is open. Start one below, or open a question and choose “Edit this question”.
        </EmptyState>
      ) : (
        <DraftTable caption="Open drafts" drafts={open} clock={scope.user.clock} />
      )}
      <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-2">
        <Panel title="New draft" className="max-w-md">
          <StartForm courses={courses} />
        </Panel>
        <Panel title="New course" className="max-w-md">
          <p className="mb-4 text-sm text-ink-2">
            It begins empty, in a draft. Documents, modules and lessons come into it from there, or
            later.
          </p>
          <CourseForm />
        </Panel>
      </div>
      {done.length === 0 ? null : (
        <details className="mt-14">
          <summary className="link inline-block cursor-pointer py-1 text-sm">
            Published and withdrawn: {done.length}
          </summary>
          <div className="mt-3">
            <DraftTable
              caption="Drafts that are published or withdrawn"
              drafts={done}
              clock={scope.user.clock}
            />
          </div>
        </details>
      )}
    </>
  )
}

type TableProps = {
  caption: string
  drafts: readonly ListedDraft[]
  clock: DayClock
}

function DraftTable({ caption, drafts, clock }: TableProps) {
  const now = Date.now()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Draft</Th>
          <Th>State</Th>
          <Th>Author</Th>
          <Th numeric>Changes</Th>
          <Th>Last changed</Th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <RowTh named>
              <Link href={`/authoring/${draft.id}`} className="link -my-1 inline-block py-1">
                {draft.title}
              </Link>
            </RowTh>
            <Td>
              <DraftTag state={draft.state} />
            </Td>
            <Td>{draft.own ? 'You' : (draft.author ?? 'A deleted account')}</Td>
            <Td numeric>{draft.changes}</Td>
            <Td>{formatLastSeen(draft.changedAt, now, clock)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
