import type { ReactNode } from 'react'
import { isOpenDuringExam } from '@/lib/policy/entries'
import { countUnread } from '@/lib/server/reminder/notifications'
import type { LearnerScope } from '@/lib/server/scope'
import { SkipLink } from '../_components/skip-link'
import { AccountMenu } from './account-menu'
import { KeepWorking } from './keep-working'
import { LookForm } from './look/look-form'
import { Nav } from './nav'
import { type NavItem, navItemsFor } from './nav-items'
import { roleLabel } from './role-label'
import { SearchLink } from './search/search-link'
import { UnreadLink } from './unread-link'
import { Wordmark } from './wordmark'

/** The header, the navigation and the page's <main>, for every signed-in page except the review. */
export async function Shell({ viewer, children }: { viewer: LearnerScope; children: ReactNode }) {
  const { id, name, email, role } = viewer.user
  // What is closed while somebody's exam is open is not offered either.
  const isShown = ({ href }: NavItem) => !viewer.examRuns || isOpenDuringExam(href)
  const unread = await countUnread(viewer)
  return (
    <>
      <SkipLink />
      <header className="print:hidden">
        <div className="page-width flex flex-wrap items-center gap-x-4 border-b sm:gap-x-10 border-rule-ink max-sm:pt-1">
          <Wordmark />
          <Nav items={navItemsFor(role).filter(isShown)} />
          <div className="ml-auto flex items-center gap-x-2 sm:gap-x-4">
            {viewer.examRuns ? null : (
              <>
                <SearchLink />
                <UnreadLink unread={unread} />
              </>
            )}
            <AccountMenu
              name={name}
              email={email}
              role={roleLabel[role]}
              unread={unread}
              look={<LookForm />}
            />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} data-viewer={id} className="page-width pt-8 pb-24 sm:pt-14">
        {children}
      </main>
      <KeepWorking userId={id} />
    </>
  )
}
