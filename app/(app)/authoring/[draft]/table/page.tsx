import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/scopes'
import { draftOf } from '@/lib/server/authoring/draft-of'
import { TableForm } from './_components/table-form'

export const metadata: Metadata = { title: 'Questions from a table' }

type Props = { params: Promise<{ draft: string }> }

/** Many questions at once, from a spreadsheet. */
export default async function TablePage({ params }: Props) {
  await requireInstructor('/authoring/[draft]/table')
  const draft = await orNotFound(async () => draftOf((await params).draft))
  return (
    <>
      <PageHeader
        label={
          <Link href={`/authoring/${draft.id}`} className="link">
            {draft.title}
          </Link>
        }
        title="Questions from a table"
        lead="One question on each line, with the names of the fields in the first line: kind, question, answer, wrong, explanation, facts, lesson, depth, asks, topic."
      />
      <TableForm draftId={draft.id} />
    </>
  )
}
