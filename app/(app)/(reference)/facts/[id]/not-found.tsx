import type { Metadata } from 'next'
import { NotInCourse } from '@/app/(app)/(reference)/_components/not-in-course'

export const metadata: Metadata = { title: 'No such fact' }

export default function FactNotFound() {
  return (
    <NotInCourse
      label="Fact"
      what="fact"
      lead="The address may be mistyped, or the fact belonged to an earlier version of the course. Your answers are kept."
      instead={{ href: '/search', label: 'Search the course' }}
    />
  )
}
