import 'server-only'
import { AppError } from '../../kernel/app-error'
import { atlasChoices } from '../../reference/atlas'
import { type AskedAtlas, readAtlasQuery } from '../../reference/atlas-query'
import { type AimsView, aimsView, type RegionView, regionView } from '../../reference/view/pictures'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Throws not_found (no such month, or nothing to draw), course_not_published. */
export async function loadRegion(scope: LearnerScope, asked: AskedAtlas): Promise<RegionView> {
  const { catalogue } = await requireCourse(scope)
  const choices = atlasChoices(catalogue)
  if (!choices || catalogue.pictures === undefined) throw nothingDrawn()
  const place = readAtlasQuery(choices, { date: asked.date })
  if (!place.ok) throw new AppError('not_found', place.error)
  return regionView(catalogue, choices, place.value.date)
}

/** Throws not_found (nothing to draw), course_not_published. */
export async function loadAims(scope: LearnerScope): Promise<AimsView> {
  const { catalogue } = await requireCourse(scope)
  if (catalogue.pictures === undefined) throw nothingDrawn()
  return aimsView(catalogue)
}

const nothingDrawn = () =>
  new AppError('not_found', 'This course has no pictures beyond its memberships.')
