import type { ReactNode } from 'react'

type Props = { title: string; label?: ReactNode; lead?: ReactNode; actions?: ReactNode }

/** The head of a page: a small label, the title, one sentence, and the actions of the page. */
export function PageHeader({ title, label, lead, actions }: Props) {
  return (
    <header className="mb-10 flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <div className="min-w-0">
        {label ? <p className="label-caps mb-2 text-ink-2">{label}</p> : null}
        <h1 className="text-2xl wrap-break-word sm:text-3xl">{title}</h1>
        {lead ? <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  )
}
