import { classNames } from './class-names'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

const base =
  'inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border font-sans font-semibold no-underline transition-colors select-none disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60'

const kinds: Record<ButtonKind, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-ink hover:bg-ink hover:text-paper',
  secondary: 'border-rule-2 bg-transparent text-ink hover:border-ink hover:bg-sunk',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-sunk',
  danger: 'border-transparent bg-transparent text-again hover:bg-sunk',
}

const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-11 px-4 py-2 text-base',
  small: 'min-h-9 px-3 py-1 text-sm',
}

export function buttonClass(kind: ButtonKind, size: ButtonSize, more?: string): string {
  return classNames(base, kinds[kind], sizes[size], more)
}
