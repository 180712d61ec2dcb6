import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { LinkButton } from '@/app/_components/link-button'

/** A plain form, so that it works before the script has loaded. */
export function PeopleSearch({ words }: { words: string }) {
  return (
    <search>
      <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-56 sm:max-w-sm">
          <Field label="Name or address" type="search" name="q" defaultValue={words} />
        </div>
        <Button type="submit" kind="secondary">
          Search
        </Button>
        {words === '' ? null : (
          <LinkButton href="/admin" kind="quiet">
            Show everybody
          </LinkButton>
        )}
      </form>
    </search>
  )
}
