import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { count } from '@/app/_format/count'
import { requireAdmin } from '@/lib/auth/scopes'
import { loadAdmin } from '@/lib/server/people/load-admin'
import { Pages } from '../_components/pages'
import { first, pageOf, query } from '../_components/query'
import { inviteToSteppe, revokeAny } from '../_invitations/actions'
import { InvitationForm } from '../_invitations/invitation-form'
import { InvitationList } from '../_invitations/invitation-list'
import { CourseVersion } from './_components/course-version'
import { PeopleSearch } from './_components/people-search'
import { PeopleTable } from './_components/people-table'

export const metadata: Metadata = { title: 'Admin' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A shorter list is quicker to read than to search. */
const SEARCHED_FROM = 20

export default async function AdminPage({ searchParams }: Props) {
  const scope = await requireAdmin()
  const { clock } = scope.user
  const now = Date.now()
  const { q, page } = await searchParams
  const asked = { search: first(q) ?? '', page: pageOf(first(page)) }
  const view = await loadAdmin(scope, { now, ...asked })
  const { invitations, course, words, accounts, found } = view
  return (
    <>
      <PageHeader title="Administration" lead="Accounts, invitations and the published course." />
      <div className="flex flex-col gap-16">
        <Panel title="People" aside={count(accounts, 'account')}>
          {accounts > SEARCHED_FROM || words !== '' ? <PeopleSearch words={words} /> : null}
          {words === '' ? null : (
            <p role="status" className="mb-4 text-sm text-ink-2">
              {found === 0
                ? `No name and no address contains “${words}”.`
                : `${count(found, 'account')} with “${words}” in the name or the address.`}
            </p>
          )}
          {found === 0 ? null : <PeopleTable people={view.people} now={now} clock={clock} />}
          <Pages
            what="accounts"
            page={view.page}
            pages={view.pages}
            hrefOf={(to) => `/admin${query({ q: words || null, page: to })}`}
          />
        </Panel>
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
          <Panel title="Invite">
            <p className="mb-5 text-sm text-ink-2">
              Invite analysts from the page of their cohort. Those links also add them to the
              cohort.
            </p>
            <InvitationForm
              action={inviteToSteppe}
              roles={['instructor', 'admin', 'learner']}
              usualUses={1}
            />
          </Panel>
          <Panel title="Open invitations">
            <InvitationList
              invitations={invitations}
              revoke={revokeAny}
              now={now}
              clock={clock}
              showCohort
            />
          </Panel>
        </div>
        <Panel title="Course">
          <CourseVersion course={course} zone={clock.zone} />
        </Panel>
      </div>
    </>
  )
}
