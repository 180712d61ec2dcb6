import type { ComponentProps } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class'

type Props = ComponentProps<'button'> & { kind?: ButtonKind; size?: ButtonSize }

export function Button({
  kind = 'primary',
  size = 'regular',
  type = 'button',
  className,
  ...rest
}: Props) {
  return <button type={type} className={buttonClass(kind, size, className)} {...rest} />
}
