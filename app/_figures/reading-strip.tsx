import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { DrawnReading, ReadingsView } from '@/lib/course/pictures/readings'
import { CitedLinks, FigureFrame } from './figure-frame'

type Props = { caption: string; view: ReadingsView }

/** What each document says of one event, from the oldest to the newest, so that a reader sees what changes. */
export function ReadingStrip({ caption, view }: Props) {
  const { event, rows } = view
  return (
    <FigureFrame
      caption={caption}
      sources={rows.flatMap(({ cites }) => cites)}
      table={<ReadingTable title={event} rows={rows} />}
    >
      <ol aria-label={event} className="grid @lg:grid-flow-col @lg:auto-cols-fr">
        {rows.map((row) => (
          <li
            key={row.cites.map(({ short }) => short).join()}
            className="relative grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-l-2 border-rule-ink py-2 pl-4 text-label leading-snug @lg:block @lg:border-t-2 @lg:border-l-0 @lg:pt-4 @lg:pr-2 @lg:pl-0"
          >
            <span
              aria-hidden="true"
              className={`absolute top-3 -left-[6px] size-2.5 rounded-full border-2 border-ink @lg:-top-[6px] @lg:left-0 ${
                row.words === null ? 'bg-paper' : 'bg-ink forced-colors:bg-[CanvasText]'
              }`}
            />
            <span className="block text-ink-2">
              {row.dated}
              <span className="block">
                <CitedLinks cites={row.cites} />
              </span>
            </span>
            <span className="block @lg:mt-2">
              <b className="block font-semibold">{row.who ?? 'Nobody'}</b>
              {row.words === null ? null : (
                <>
                  <span className="block">{row.when ?? 'no year'}</span>
                  {row.extent === null ? null : <span className="block">{row.extent}</span>}
                </>
              )}
              <i className="block text-ink-2">{row.sure}</i>
            </span>
          </li>
        ))}
      </ol>
    </FigureFrame>
  )
}

function ReadingTable({ title, rows }: { title: string; rows: readonly DrawnReading[] }) {
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>Document</Th>
          <Th>Its words</Th>
          <Th>Who leaves</Th>
          <Th>How much</Th>
          <Th>When</Th>
          <Th>How sure</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.cites.map(({ short }) => short).join()}>
            <RowTh>
              {row.dated}, <CitedLinks cites={row.cites} />
            </RowTh>
            <Td>{row.words === null ? 'silent' : `“${row.words}”`}</Td>
            <Td>{row.who ?? '-'}</Td>
            <Td>{row.words === null ? '-' : (row.extent ?? 'no limit given')}</Td>
            <Td>{row.words === null ? '-' : (row.when ?? 'no year')}</Td>
            <Td>{row.sure}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
