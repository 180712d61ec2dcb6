import type { SearchView } from '@/lib/reference/view/found'

type Kind = SearchView['groups'][number]['kind']

export const searchKindLabel: Record<Kind, string> = {
  lesson: 'Lessons',
  fact: 'Facts',
  question: 'Questions',
}
