import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type FrameProps = {
  caption: string
  children: ReactNode
  className?: string | undefined
  /** Long enough that its heads are to stay in sight while its rows are scrolled. */
  tall?: boolean
}

/** A table that scrolls by itself on a narrow page. Screen readers know it by its `caption`. */
export function Table({ caption, children, className, tall = false }: FrameProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      // Positioned, so that text for screen readers scrolls with the table.
      className={classNames(
        'relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0',
        tall && 'table-tall',
      )}
    >
      <table
        className={classNames(
          'w-full border-separate border-spacing-0 text-sm tabular-nums',
          className,
        )}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

// A long table repeats its classes in each cell, twice in a page, so what all cells share has one short name
// in globals.css.

type ThProps = ComponentProps<'th'> & { numeric?: boolean | undefined }

/** The head of a column. */
export function Th({ numeric = false, className, ...rest }: ThProps) {
  return (
    <th
      scope="col"
      className={classNames('cell cell-head', numeric && 'cell-number', className)}
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
        'cell',
        plain ? 'font-normal' : 'font-semibold',
        named && 'max-w-36 min-w-28 wrap-anywhere sm:max-w-60 sm:min-w-36',
        className,
      )}
      {...rest}
    />
  )
}

type TdProps = Omit<ComponentProps<'td'>, 'className'> & {
  numeric?: boolean | undefined
  className?: string | undefined
}

export function Td({ numeric = false, className, ...rest }: TdProps) {
  return <td className={classNames('cell', numeric && 'cell-number', className)} {...rest} />
}
