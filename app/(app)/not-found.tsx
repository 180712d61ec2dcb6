import type { Metadata } from 'next'
import { LinkButton } from '../_components/link-button'
import { PageHeader } from '../_components/page-header'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <>
      <PageHeader
        title="There is no page here"
        lead="The address may be mistyped, or the page has moved, or you have no access to it. Nothing you did is lost."
      />
      <LinkButton href="/today">Go to Today</LinkButton>
    </>
  )
}
