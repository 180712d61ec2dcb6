import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import type { DraftChange } from '@/lib/server/authoring/load-draft'
import { TakeOutForm } from './take-out-form'

const HOW = { new: 'New', changed: 'Changed', removed: 'Removed' } as const

type Props = { draftId: string; change: DraftChange; open: boolean }

/** One thing that a draft changes, field by field. */
export function ChangeItem({ draftId, change, open }: Props) {
  const { name, how, fields, collides, form, path, list, id, image } = change
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-base font-semibold wrap-anywhere">
          {form !== null && open ? (
            <Link href={`/authoring/${draftId}/${form}`} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        <Tag>{HOW[how]}</Tag>
        {collides ? <Tag tone="again">Changed in the published course too</Tag> : null}
        {open ? (
          <span className="ml-auto">
            <TakeOutForm draftId={draftId} path={path} list={list} id={id} name={name} />
          </span>
        ) : null}
      </div>
      {image === null ? null : (
        <div className="mt-2 flex flex-wrap gap-6">
          <Shown draftId={draftId} file={image.before} words="Before" />
          <Shown draftId={draftId} file={image.after} words={image.before ? 'After' : 'The file'} />
        </div>
      )}
      {fields.length === 0 ? null : (
        <details className="mt-1" open={how === 'changed'}>
          <summary className="link inline-block cursor-pointer py-1 text-sm">
            What is different
          </summary>
          <dl className="mt-2 space-y-3 text-sm">
            {fields.map(({ label, before, after }) => (
              <div key={label}>
                <dt className="font-semibold">{label}</dt>
                {before === '' ? null : (
                  <dd className="whitespace-pre-wrap text-ink-2 wrap-anywhere">
                    <del>{before}</del>
                  </dd>
                )}
                {after === '' ? null : (
                  <dd className="whitespace-pre-wrap wrap-anywhere">
                    <ins className="no-underline">{after}</ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  )
}

type ShownProps = { draftId: string; file: string | null; words: string }

function Shown({ draftId, file, words }: ShownProps) {
  if (file === null) return null
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: its address is a route of this server */}
      <img
        src={`/api/authoring/image?${new URLSearchParams({ draft: draftId, file })}`}
        alt=""
        className="max-h-40 max-w-full border border-rule bg-sheet"
      />
      <figcaption className="mt-1 text-label text-ink-2">{words}</figcaption>
    </figure>
  )
}
