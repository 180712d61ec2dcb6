import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { VersionView } from '@/lib/server/course/load-versions'

type Props = {
  title: string
  fields: VersionView['difference']['facts']['changed'][number]['fields']
}

/** The old and the new text of each part, side by side. */
export const FieldTable = ({ title, fields }: Props) => (
  <div className="mt-3">
    <Table caption={`What changed: ${title}`}>
      <thead>
        <tr>
          <Th>Part</Th>
          <Th>Before</Th>
          <Th>Now</Th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, before, after }) => (
          <tr key={name}>
            <RowTh plain className="min-w-24 align-top text-ink-2">
              {name}
            </RowTh>
            <Td className="w-1/2 min-w-48 align-top wrap-break-word whitespace-pre-line">
              {before === '' ? <span className="text-ink-2">nothing</span> : <del>{before}</del>}
            </Td>
            <Td className="w-1/2 min-w-48 align-top wrap-break-word whitespace-pre-line">
              {after === '' ? (
                <span className="text-ink-2">nothing</span>
              ) : (
                <ins className="no-underline">{after}</ins>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  </div>
)
