import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'input'>, 'children'> & { letter: string; children: ReactNode }

/** One option of a choice: the whole row is the target. */
export function OptionRow({ letter, children, ...input }: Props) {
  return (
    <label className="flex min-h-12 cursor-pointer items-start gap-3 border-t border-rule px-2 py-3 last:border-b hover:bg-sunk has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <input {...input} className="mt-1.5 size-4 shrink-0 outline-none" />
      <span
        aria-hidden="true"
        className="mt-0.5 w-4 shrink-0 text-sm leading-6 text-ink-2 uppercase"
      >
        {letter}
      </span>
      <span className="min-w-0">{children}</span>
    </label>
  )
}
