import { MembershipMap } from '@/app/_figures/membership-map'
import { MembershipTimeline } from '@/app/_figures/membership-timeline'
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
        <Block key={index} block={block} view={view} userId={userId} />
      ))}
    </div>
  )
}

function Block({ block, view, userId }: Props & { block: LessonBlock }) {
  const { changes, names, session } = view
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
      return <LessonPrompt userId={userId} recall={recall} ground={session} place={place} />
    }
    case 'map':
      return (
        <div className="lg:-mx-20">
          <MembershipMap
            organisation={block.organisation}
            organisationName={names[block.organisation] ?? block.organisation}
            date={block.date}
            caption={block.caption}
            changes={changes}
            states={session.stateNames}
          />
        </div>
      )
    case 'timeline':
      return (
        <div className="lg:-mx-20">
          <MembershipTimeline
            organisations={block.organisations}
            from={block.from}
            to={block.to}
            caption={block.caption}
            changes={changes}
            names={names}
          />
        </div>
      )
  }
}
