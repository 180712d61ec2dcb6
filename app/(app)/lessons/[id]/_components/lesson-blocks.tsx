import { CourseImage } from '@/app/_components/course-image'
import { PictureFigure } from '@/app/_figures/picture'
import type { LessonBlock } from '@/lib/course/types'
import type { UserId } from '@/lib/kernel/ids'
import type { LessonView } from '@/lib/review/view/lesson'
import { LessonPrompt } from './lesson-prompt'

type Props = { view: LessonView; userId: UserId }

export function LessonBlocks({ view, userId }: Props) {
  return (
    <div className="space-y-9">
      {view.lesson.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: published blocks keep their order
        <Block key={index} index={index} block={block} view={view} userId={userId} />
      ))}
    </div>
  )
}

function Block({ block, index, view, userId }: Props & { block: LessonBlock; index: number }) {
  switch (block.kind) {
    case 'html':
      return (
        <div
          className="reading lesson-text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the compiler has sanitised this
          dangerouslySetInnerHTML={{ __html: block.html }}
        />
      )
    case 'recall': {
      const recall = view.recalls[block.question]
      if (recall === undefined) return null
      const place = view.lesson.recalls.indexOf(block.question) + 1
      return <LessonPrompt userId={userId} recall={recall} ground={view.session} place={place} />
    }
    case 'image':
      return <CourseImage image={block.image} />
    case 'map':
    case 'timeline':
    case 'circles':
    case 'exercises':
    case 'sites':
    case 'wants':
    case 'readings': {
      const picture = view.pictures[index] ?? null
      if (picture === null) return null
      return (
        <div className="lg:-mx-20">
          <PictureFigure picture={picture} />
        </div>
      )
    }
  }
}
