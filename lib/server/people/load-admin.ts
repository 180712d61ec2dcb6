import 'server-only'
import { usableInvitations } from '../../db/people/invitations'
import { countUsers, searchUsers, type UserOrder } from '../../db/people/users'
import type { InvitationId, UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { oneLine } from '../../kernel/visible-text'
import { currentCourse } from '../current-course'
import type { AdminScope } from '../scope'

export type AdminView = {
  readonly people: readonly {
    readonly userId: UserId
    readonly name: string
    readonly email: string
    readonly role: Role
    readonly lastSeenAt: number | null
    readonly disabled: boolean
  }[]
  /** The words that the people shown were searched for. */
  readonly words: string
  /** The number of all accounts, and of those that were found. */
  readonly accounts: number
  readonly found: number
  /** From 1 to `pages`. */
  readonly page: number
  readonly pages: number
  readonly invitations: readonly {
    readonly id: InvitationId
    readonly role: Role
    readonly cohortName: string | null
    readonly usesLeft: number
    readonly expiresAt: number
  }[]
  readonly course: {
    readonly title: string
    readonly version: number
    readonly publishedAt: number
    readonly facts: number
    readonly questions: number
    readonly lessons: number
  } | null
}

/** Accounts on a page. */
const PAGE_ROWS = 100

/** `search`: a part of a name or an address; empty for everybody. They come by name, or as `order` says. */
export async function loadAdmin(
  scope: AdminScope,
  {
    now,
    search,
    page,
    order = { by: 'name', falling: false },
  }: {
    readonly now: number
    readonly search: string
    readonly page: number
    readonly order?: UserOrder
  },
): Promise<AdminView> {
  const words = oneLine(search)
  const [{ found, accounts }, invitations, published] = await Promise.all([
    countUsers(words),
    usableInvitations(now),
    currentCourse(scope),
  ])
  const pages = Math.max(1, Math.ceil(found / PAGE_ROWS))
  const shown = Math.min(Math.max(1, page), pages)
  const skip = (shown - 1) * PAGE_ROWS
  const people = await searchUsers(words, { skip, take: PAGE_ROWS, order })
  return {
    words,
    accounts,
    found,
    page: shown,
    pages,
    people: people.map(({ id, name, email, role, lastSeenAt, disabled }) => ({
      userId: id,
      name,
      email,
      role,
      lastSeenAt,
      disabled,
    })),
    invitations: invitations.map(({ id, role, cohortName, usesLeft, expiresAt }) => ({
      id,
      role,
      cohortName,
      usesLeft,
      expiresAt,
    })),
    course: published && {
      title: published.catalogue.course.title,
      version: published.version,
      publishedAt: published.publishedAt,
      facts: published.catalogue.facts.length,
      questions: published.catalogue.questions.length,
      lessons: published.catalogue.lessons.length,
    },
  }
}
