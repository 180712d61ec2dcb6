'use client'

import { lazy, Suspense } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import type { EditorView } from '@/lib/server/authoring/load-editor'
import { save } from '../actions'
import { EditorFields } from './editor-fields'
import { Findings } from './findings'
import { useLiveCheck } from './use-live-check'

// The card of a review is large, and the form works without it.
const ThingPreview = lazy(async () => ({
  default: (await import('./thing-preview')).ThingPreview,
}))

type Props = { view: EditorView; userId: string }

/** The form on one side, and beside it what the compiler says and what a learner will see. */
export function Editor({ view, userId }: Props) {
  const live = useLiveCheck(userId, view, view.id === null)
  return (
    <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div ref={live.place} onChange={live.changed}>
        <ActionForm action={save}>
          {(state) => <EditorFields view={view} userId={userId} state={state} live={live} />}
        </ActionForm>
      </div>
      <div className="min-w-0 lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto">
        <Findings live={live} isQuestion={view.thing === 'questions'} />
        <Suspense>
          {live.checked?.preview ? (
            <ThingPreview preview={live.checked.preview} draftId={view.draftId} />
          ) : null}
        </Suspense>
      </div>
    </div>
  )
}
