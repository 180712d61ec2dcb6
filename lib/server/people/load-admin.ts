import 'server-only'
import { usableInvitations } from '../../db/people/invitations'
import { listUsers } from '../../db/people/users'
import type { InvitationId, UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
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

export async function loadAdmin(_: AdminScope, { now }: { now: number }): Promise<AdminView> {
  const [people, invitations, published] = await Promise.all([
    listUsers(),
    usableInvitations(null, now),
    currentCourse(),
  ])
  return {
    people: people
      .filter(({ deleted }) => !deleted)
      .map(({ id, name, email, role, lastSeenAt, disabled }) => ({
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
