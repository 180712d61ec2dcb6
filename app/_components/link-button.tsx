import type { ComponentProps } from 'react'
import { Link } from '@/app/_components/link'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class'

type Props = ComponentProps<typeof Link> & { kind?: ButtonKind; size?: ButtonSize }

/** A link that looks like a button, for the way on from a page. */
export function LinkButton({ kind = 'primary', size = 'regular', className, ...rest }: Props) {
  return <Link className={buttonClass(kind, size, className)} {...rest} />
}
