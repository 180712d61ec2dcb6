'use client'

import { useState } from 'react'
import { Card } from '@/app/_components/card'
import { Panel } from '@/app/_components/panel'
import { askedOf } from '@/app/_study/answers/asked-of'
import { CardBack } from '@/app/_study/card/card-back'
import { QuestionFront } from '@/app/_study/card/question-front'
import type { LessonBlock } from '@/lib/course/types'
import { kindOf } from '@/lib/kinds/kinds'
import type { Preview } from '@/lib/server/authoring/check-thing'

type Props = { preview: Preview; draftId: string }

/** A question, a lesson or an image as learners will see it. */
export function ThingPreview({ preview, draftId }: Props) {
  return (
    <Panel title="Preview">
      <Shown preview={preview} draftId={draftId} />
    </Panel>
  )
}

function Shown({ preview, draftId }: Props) {
  switch (preview.kind) {
    case 'question':
      return <QuestionPreview key={JSON.stringify(preview.card.question)} preview={preview} />
    case 'lesson':
      return <LessonPreview preview={preview} />
    case 'image':
      return <ImagePreview preview={preview} draftId={draftId} />
  }
}

type ImageProps = { preview: Extract<Preview, { kind: 'image' }>; draftId: string }

function ImagePreview({ preview: { image, content }, draftId }: ImageProps) {
  const asked = new URLSearchParams({ draft: draftId, file: content })
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: its address is a route of this server */}
      <img
        src={`/api/authoring/image?${asked}`}
        alt={image.alt}
        className="max-h-96 max-w-full border border-rule"
      />
      <figcaption className="mt-2 text-sm">
        {image.caption}
        <span className="block text-ink-2">
          {image.source}. {image.licence}
        </span>
      </figcaption>
    </figure>
  )
}

const ORDER = 'preview'

function QuestionPreview({ preview }: { preview: Extract<Preview, { kind: 'question' }> }) {
  const { card, stateNames } = preview
  const asked = askedOf(card.question, ORDER, stateNames)
  const [answer, setAnswer] = useState(() => kindOf(asked.kind).untouched(asked))
  return (
    <div className="space-y-6">
      <Card className="sm:p-5">
        <p className="mb-3 text-sm text-ink-2">{card.topicTitle}</p>
        <QuestionFront
          promptId="preview-prompt"
          asked={asked}
          answer={answer}
          onChange={setAnswer}
        />
      </Card>
      <Card className="sm:p-5">
        <CardBack
          shownCard={card}
          asked={asked}
          answer={null}
          result={{ verdict: null, proposed: null }}
        />
      </Card>
    </div>
  )
}

function LessonPreview({ preview }: { preview: Extract<Preview, { kind: 'lesson' }> }) {
  const { lesson, prompts } = preview
  return (
    <article className="space-y-6">
      <h3 className="text-2xl">{lesson.title}</h3>
      <p className="font-serif text-ink-2 italic">{lesson.question}</p>
      {lesson.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a preview is drawn anew as a whole
        <Block key={index} block={block} prompts={prompts} />
      ))}
    </article>
  )
}

type BlockProps = { block: LessonBlock; prompts: Readonly<Record<string, string>> }

function Block({ block, prompts }: BlockProps) {
  switch (block.kind) {
    case 'html':
      return (
        <div
          className="reading"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the compiler has sanitised this
          dangerouslySetInnerHTML={{ __html: block.html }}
        />
      )
    case 'recall':
      return (
        <p className="border-l-2 border-accent pl-3 text-sm">
          <span className="font-semibold">Recall.</span> {prompts[block.question]}
        </p>
      )
    case 'image':
      return (
        <p className="border-l-2 border-rule-2 pl-3 text-sm">
          <span className="font-semibold">Image.</span> {block.image.alt}
        </p>
      )
    case 'map':
    case 'timeline':
    case 'circles':
    case 'exercises':
    case 'sites':
    case 'wants':
    case 'readings':
      return (
        <p className="border-l-2 border-rule-2 pl-3 text-sm">
          <span className="font-semibold">Picture.</span> {block.caption}
        </p>
      )
  }
}
