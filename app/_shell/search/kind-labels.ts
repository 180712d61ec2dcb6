import type { SearchView } from '@/lib/server/reference/search-course'

type Kind = SearchView['groups'][number]['kind']

export const searchKindLabel: Record<Kind, string> = {
  lesson: 'Lessons',
  fact: 'Facts',
  question: 'Questions',
}
