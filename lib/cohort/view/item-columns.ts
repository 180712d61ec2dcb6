import type { Column } from '../../table/column'
import type { ItemRow } from './item-rows'

export const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  { id: 'question', head: 'Question', value: ({ prompt }) => prompt },
  { id: 'id', head: 'Id', value: ({ id }) => id },
  { id: 'topic', head: 'Topic', value: ({ topicTitle }) => topicTitle },
  { id: 'course', head: 'Place in the course', value: ({ place }) => place },
  { id: 'seen', head: 'Seen by', value: ({ seen }) => seen },
  { id: 'first-try', head: 'First try', value: ({ firstTry }) => firstTry },
  { id: 'tests', head: 'Tests', value: ({ tested }) => tested },
  {
    id: 'surprise',
    head: 'Compared with prediction',
    value: ({ surprise }) => surprise?.mean ?? null,
  },
  {
    id: 'discrimination',
    head: 'Discrimination',
    value: ({ discrimination }) => discrimination?.mean ?? null,
  },
  { id: 'time', head: 'Median time', value: ({ medianMs }) => medianMs },
  { id: 'difficult', head: 'Difficult for', value: ({ leeches }) => leeches },
  { id: 'flags', head: 'Flags', value: ({ flags }) => flags },
]
