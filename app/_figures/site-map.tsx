import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/lib/course/partial-date'
import { SITE_WORDS } from '@/lib/course/pictures/picture-words'
import type { DrawnSite, SitesView } from '@/lib/course/pictures/sites'
import { NumberMark } from './exercise-map'
import { CitedLinks, FigureFrame } from './figure-frame'
import { MarkedMap } from './marked-map'

type Props = { caption: string; view: SitesView }

const isThere = ({ status }: DrawnSite) => status === 'in-use' || status === 'to-end'

/** Bases and pipelines on the map as the documents report them at a date. */
export function SiteMap({ caption, view }: Props) {
  const { sites, date } = view
  const title = `Bases and pipelines, ${formatDate(date)}`
  return (
    <FigureFrame
      caption={caption}
      sources={sites.flatMap(({ steps }) => steps.flatMap(({ cites }) => cites))}
      table={<SiteTable title={title} sites={sites} />}
    >
      <MarkedMap
        label={title}
        lines={sites
          .filter(({ what }) => what === 'pipeline')
          .map((site) => ({
            key: site.id,
            points: site.places.map(({ at }) => at),
            isFaint: !isThere(site),
          }))}
        marks={sites.map((site) => ({
          key: site.id,
          at: middleOf(site),
          size: 1,
          mark: <NumberMark planned={!isThere(site)}>{String(site.number)}</NumberMark>,
        }))}
      />
      <ol className="mt-3 space-y-1.5 text-sm">
        {sites.map((site) => (
          <li key={site.id} className="flex items-baseline gap-3">
            <NumberMark planned={!isThere(site)}>{String(site.number)}</NumberMark>
            <span>
              <b className="font-semibold">{site.name}</b>
              {site.what === 'base' ? ' air base' : ''}: {SITE_WORDS[site.status]}
              {site.latest === null ? null : (
                <span className="block text-label text-ink-2">{site.latest}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-label text-ink-2">
        Full mark: in use. Dashed mark: given up, or not yet reported. Places lie where maps have
        them; the documents give no positions.
      </p>
    </FigureFrame>
  )
}

/** Where the mark of a site stands: its place, or half-way along its line. */
function middleOf({ places }: DrawnSite): readonly [number, number] {
  const mean = (axis: 0 | 1) =>
    places.reduce((sum, { at }) => sum + at[axis], 0) / Math.max(1, places.length)
  return [mean(0), mean(1)]
}

function SiteTable({ title, sites }: { title: string; sites: readonly DrawnSite[] }) {
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>Base or pipeline</Th>
          <Th>Then</Th>
          <Th>Date</Th>
          <Th>What is reported</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      <tbody>
        {sites.flatMap((site) =>
          site.steps.map((step, i) => (
            <tr key={`${site.id} ${step.date}`}>
              <RowTh>{site.name}</RowTh>
              <Td>{i === 0 ? SITE_WORDS[site.status] : ''}</Td>
              <Td>{step.date}</Td>
              <Td>{step.note}</Td>
              <Td>
                <CitedLinks cites={step.cites} />
              </Td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  )
}
