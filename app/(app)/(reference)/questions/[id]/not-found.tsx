import type { Metadata } from 'next'
import { NotInCourse } from '@/app/(app)/(reference)/_components/not-in-course'

export const metadata: Metadata = { title: 'No such question' }

export default function QuestionNotFound() {
  return (
    <NotInCourse
      label="Question"
      what="question"
      lead="The address may be mistyped, or a newer version of the course no longer contains the question. Your answers are kept."
      instead={{ href: '/search', label: 'Search the course' }}
    />
  )
}
