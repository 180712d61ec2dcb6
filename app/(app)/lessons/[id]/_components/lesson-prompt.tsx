'use client'

import { type ComponentProps, Suspense, useEffect, useRef } from 'react'
import { later } from '@/app/_study/later'
import { NeedsScriptLine } from './needs-script-line'
import type { RecallPrompt as Prompt } from './recall-prompt'
import { whenWanted } from './when-wanted'

const wanted = whenWanted()

const recallPrompt = later(async () => {
  if (typeof window !== 'undefined') await wanted.moment
  return loadPrompt()
})

async function loadPrompt(): Promise<typeof Prompt> {
  try {
    return (await import('./recall-prompt')).RecallPrompt
  } catch {
    // The lesson can be read meanwhile, and must not be replaced by an error.
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
    return loadPrompt()
  }
}

/**
 * A recall prompt whose code comes when the first prompt is about to be seen. The server's page has
 * it from the start.
 */
export function LessonPrompt(props: ComponentProps<typeof Prompt>) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => wanted.watch(place.current), [])
  return (
    <div ref={place}>
      <Suspense fallback={<Coming prompt={props.recall.question.prompt} place={props.place} />}>
        <recallPrompt.Part {...props} />
      </Suspense>
    </div>
  )
}

/**
 * Stands in for a prompt until its code has come, after a link from another page. React also puts it
 * into the page of a long lesson, with a script that replaces it, so it serves those without one.
 */
function Coming({ prompt, place }: { prompt: string; place: number }) {
  return (
    <section
      aria-label={`Recall prompt ${place}`}
      aria-busy="true"
      className="min-h-44 border border-rule bg-sheet p-5 sm:p-6"
    >
      <p className="label-caps mb-3 text-accent">Recall</p>
      <p className="font-serif text-lg">{prompt}</p>
      <noscript>
        <NeedsScriptLine />
      </noscript>
    </section>
  )
}
