import { Tag, type TagTone } from '@/app/_components/tag'
import type { DraftState } from '@/lib/authoring/draft'

const LOOKS: Readonly<Record<DraftState, { words: string; tone: TagTone }>> = {
  draft: { words: 'Being written', tone: 'plain' },
  review: { words: 'Waits for review', tone: 'accent' },
  sent_back: { words: 'Sent back', tone: 'hard' },
  published: { words: 'Published', tone: 'good' },
  withdrawn: { words: 'Withdrawn', tone: 'plain' },
}

export function DraftTag({ state }: { state: DraftState }) {
  const { words, tone } = LOOKS[state]
  return <Tag tone={tone}>{words}</Tag>
}
