import 'server-only'
import { AppError } from '../../kernel/app-error'
import { type AtlasChoices, atlasChoices } from '../../reference/atlas'
import { type AskedAtlas, readAtlasQuery } from '../../reference/atlas-query'
import { type AtlasView, atlasView } from '../../reference/view/atlas'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Throws not_found (nothing such in the atlas), course_not_published. */
export async function loadAtlas(scope: LearnerScope, asked: AskedAtlas): Promise<AtlasView> {
  const { catalogue, look } = await requireCourse(scope)
  const choices = atlasChoices(catalogue)
  if (!choices) {
    throw new AppError('not_found', 'This course reports no memberships, so it has no atlas.')
  }
  const place = readAtlasQuery(choices, asked)
  if (!place.ok) throw new AppError('not_found', place.error)
  return atlasView(look, choices, place.value)
}

/** What a query may name; null for a course without memberships. Throws course_not_published. */
export async function loadAtlasChoices(scope: LearnerScope): Promise<AtlasChoices | null> {
  return atlasChoices((await requireCourse(scope)).catalogue)
}
