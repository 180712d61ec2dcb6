import NextLink from 'next/link'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/**
 * A link to another page of Steppe. Nothing is fetched before somebody follows it: every page is
 * made for the one who asks, so what Next fetches early is a frame without the page. It makes the
 * server work, and the page comes no sooner.
 */
export function Link(props: Props) {
  return <NextLink prefetch={false} {...props} />
}
