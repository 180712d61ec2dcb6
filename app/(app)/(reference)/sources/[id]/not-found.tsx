import type { Metadata } from 'next'
import { NotInCourse } from '@/app/(app)/(reference)/_components/not-in-course'

export const metadata: Metadata = { title: 'No such document' }

export default function SourceNotFound() {
  return (
    <NotInCourse
      label="Source"
      what="document"
      lead="The address may be mistyped, or the document belonged to an earlier version of the course. All documents in use are listed under Sources. Nothing you did is lost."
      instead={{ href: '/sources', label: 'See all sources' }}
    />
  )
}
