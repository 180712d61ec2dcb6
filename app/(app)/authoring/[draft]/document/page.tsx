import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/scopes'
import { SOURCE_FIELDS } from '@/lib/authoring/forms/other-fields'
import { draftOf } from '@/lib/server/authoring/draft-of'
import { DocumentForm } from './_components/document-form'

export const metadata: Metadata = { title: 'Add a document' }

type Props = { params: Promise<{ draft: string }> }

/** A document of one's own becomes a source of the course. */
export default async function DocumentPage({ params }: Props) {
  const scope = await requireInstructor('/authoring/[draft]/document')
  const draft = await orNotFound(async () => draftOf((await params).draft))
  return (
    <>
      <PageHeader
        label={
          <Link href={`/authoring/${draft.id}`} className="link">
            {draft.title}
          </Link>
        }
        title="Add a document"
        lead="Its text is stored on this server and is shown where it is cited. Facts, lessons and questions cite its paragraphs by their numbers."
      />
      <DocumentForm
        draftId={draft.id}
        userId={scope.user.id}
        specs={SOURCE_FIELDS.filter(({ name, shape }) => name !== 'sections' && shape !== 'rows')}
      />
    </>
  )
}
