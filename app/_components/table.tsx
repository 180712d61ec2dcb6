import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type FrameProps = { caption: string; children: ReactNode; className?: string }

/** A table that scrolls by itself on a narrow page. Screen readers know it by its `caption`. */
export function Table({ caption, children, className }: FrameProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      // Positioned, so that text for screen readers scrolls with the table.
      className="relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0"
    >
      <table className={classNames('w-full border-collapse text-sm tabular-nums', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

const cell = 'py-2.5 pr-6 last:pr-0'
const align = (numeric: boolean) => (numeric ? 'text-right whitespace-nowrap' : 'text-left')

type ThProps = ComponentProps<'th'> & { numeric?: boolean }

/** The head of a column. */
export function Th({ numeric = false, className, ...rest }: ThProps) {
  return (
    <th
      scope="col"
      className={classNames(
        cell,
        align(numeric),
        'border-b border-rule-ink align-bottom text-label font-semibold text-ink-2',
        className,
      )}
      {...rest}
    />
  )
}

/**
 * The head of a row: what the row is about. `plain` is for long texts and links. `named` is for names
 * that people choose: they wrap, also within a word, so that the figures beside them stay in sight.
 */
export function RowTh({
  plain = false,
  named = false,
  className,
  ...rest
}: ComponentProps<'th'> & { plain?: boolean; named?: boolean }) {
  return (
    <th
      scope="row"
      className={classNames(
        cell,
        'border-b border-rule text-left align-top',
        plain ? 'font-normal' : 'font-semibold',
        named && 'max-w-36 min-w-28 wrap-anywhere sm:max-w-60 sm:min-w-36',
        className,
      )}
      {...rest}
    />
  )
}

type TdProps = ComponentProps<'td'> & { numeric?: boolean }

export function Td({ numeric = false, className, ...rest }: TdProps) {
  return (
    <td
      className={classNames(cell, align(numeric), 'border-b border-rule align-top', className)}
      {...rest}
    />
  )
}
