import { earliest, formatDate, latest, type PartialDate } from '../partial-date'
import type { PictureData } from '../schema/pictures-file'
import { type DrawnPlace, placesOf } from './exercises'
import { type CitedParagraph, citedParagraphs, factsOf, type PictureGround } from './ground'

type Site = PictureData['sites'][number]

/** `reported-later`: the documents speak of it only at a later date. */
type SiteStatus = Site['steps'][number]['status'] | 'reported-later'

export type DrawnSite = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly what: Site['what']
  readonly status: SiteStatus
  /** `2003: set up`; null before the first report. */
  readonly latest: string | null
  readonly places: readonly DrawnPlace[]
  readonly steps: readonly {
    readonly date: string
    readonly note: string
    readonly cites: readonly CitedParagraph[]
  }[]
}

export type SitesView = { readonly date: PartialDate; readonly sites: readonly DrawnSite[] }

/**
 * Bases and pipelines as the documents report them at a date. What is reported for the first time when
 * it ends was there before.
 */
export function sitesView(ground: PictureGround, date: PartialDate): SitesView {
  return {
    date,
    sites: (ground.pictures?.sites ?? []).map((site, index) => {
      const steps = [...site.steps].sort((a, b) => (earliest(a.date) < earliest(b.date) ? -1 : 1))
      const past = steps.filter((step) => earliest(step.date) <= latest(date))
      const last = past.at(-1)
      const status = last?.status ?? (steps[0]?.status === 'ended' ? 'in-use' : 'reported-later')
      return {
        id: site.id,
        number: index + 1,
        name: site.name,
        what: site.what,
        status,
        latest: last === undefined ? null : `${formatDate(last.date)}: ${last.note}`,
        places: placesOf(ground, site.places),
        steps: steps.map((step) => ({
          date: formatDate(step.date),
          note: step.note,
          cites: citedParagraphs(
            ground,
            factsOf(ground, [step.fact]).flatMap((fact) => fact.cites),
          ),
        })),
      }
    }),
  }
}

/** The dates at which the picture changes. */
export const siteDates = (ground: PictureGround): readonly PartialDate[] =>
  (ground.pictures?.sites ?? []).flatMap(({ steps }) => steps.map(({ date }) => date))
