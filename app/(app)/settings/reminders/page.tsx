import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { requireLearner } from '@/lib/auth/scopes'
import { zoneWords } from '@/lib/kernel/zone'
import { loadReminders } from '@/lib/server/settings/reminder-settings'
import { CalendarForms } from './_components/calendar-forms'
import { RemindersForm } from './_components/reminders-form'

export const metadata: Metadata = { title: 'Reminders' }

export default async function RemindersPage() {
  const scope = await requireLearner('/settings/reminders')
  const reminders = await loadReminders(scope)
  const way = reminders.mailTo
    ? `They are sent by e-mail to ${reminders.mailTo}.`
    : 'E-mail is not configured; reminders appear here, under your name.'
  return (
    <>
      <PageHeader title="Reminders" lead={`Reminders show only what is due. ${way}`} />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <Panel title="Notifications">
          <RemindersForm now={reminders} zone={zoneWords(scope.user.clock.zone, Date.now())} />
        </Panel>
        <Panel title="Calendar" aside={reminders.hasCalendar ? 'On' : 'Off'}>
          <p className="mb-5 text-sm text-ink-2">
            Your calendar program can subscribe to this address. It shows the reviews expected on
            each of the next 30 days, with the minutes they take you, and the due dates of
            assignments. Anybody who has the address can see these but nothing else.
          </p>
          <CalendarForms hasCalendar={reminders.hasCalendar} />
        </Panel>
      </div>
    </>
  )
}
