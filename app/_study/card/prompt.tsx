import type { ReactNode } from 'react'

/** A heading, so that screen readers find it. Takes the focus when the card comes up, so that it is read and the single keys are live. */
export function Prompt({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2
      id={id}
      data-prompt
      tabIndex={-1}
      className="scroll-mt-2 font-serif text-xl leading-8 font-semibold wrap-break-word outline-none sm:text-2xl sm:leading-10"
    >
      {children}
    </h2>
  )
}
