import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { LinkButton } from '@/app/_components/link-button'
import { SelectField } from '@/app/_components/select-field'
import { AUDIT_GROUPS } from '@/lib/audit/audit-entry'
import { AUDIT_WORDS } from '@/lib/audit/audit-words'
import type { AuditAsked } from '@/lib/server/people/load-audit'

type Props = { asked: AuditAsked }

/** A plain form, so that it works before the script has loaded, and its address can be passed on. */
export function AuditForm({ asked }: Props) {
  const isSearch = Object.entries(asked).some(([name, value]) => name !== 'sort' && value !== null)
  return (
    <search>
      <form method="get" className="mb-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-6">
        {asked.sort === null ? null : <input type="hidden" name="sort" value={asked.sort} />}
        <div className="lg:col-span-2">
          <Field label="Person" type="search" name="person" defaultValue={asked.person ?? ''} />
        </div>
        <div className="lg:col-span-2">
          <SelectField label="Kind" name="kind" defaultValue={asked.kind ?? ''}>
            <option value="">Everything</option>
            {Object.entries(AUDIT_GROUPS).map(([group, kinds]) => (
              <optgroup key={group} label={group}>
                <option value={group}>{group}: all</option>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {AUDIT_WORDS[kind]}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
        </div>
        <Field label="From" type="date" name="from" defaultValue={asked.from ?? ''} />
        <Field label="To" type="date" name="to" defaultValue={asked.to ?? ''} />
        <div className="sm:col-span-2 lg:col-span-4">
          <Field
            label="Words, client address or request"
            type="search"
            name="text"
            defaultValue={asked.text ?? ''}
          />
        </div>
        <div className="flex flex-wrap gap-3 sm:col-span-2">
          <Button type="submit" kind="secondary">
            Search
          </Button>
          {isSearch ? (
            <LinkButton href="/admin/audit" kind="quiet">
              Show everything
            </LinkButton>
          ) : null}
        </div>
      </form>
    </search>
  )
}
