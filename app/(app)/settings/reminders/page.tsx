import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { requireLearner } from '@/lib/auth/scopes'
import { loadReminders } from '@/lib/server/settings/reminder-settings'
import { CalendarForms } from './_components/calendar-forms'
import { RemindersForm } from './_components/reminders-form'

export const metadata: Metadata = { title: 'Reminders' }

export default async function RemindersPage() {
  const reminders = await loadReminders(await requireLearner())
  const way = reminders.mailTo
    ? `They come by mail to ${reminders.mailTo}.`
    : 'This server sends no mail: they wait for you here, under your name.'
  return (
    <>
      <PageHeader title="Reminders" lead={`A reminder says what waits, and no more. ${way}`} />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <Panel title="What you are told">
          <RemindersForm now={reminders} />
        </Panel>
        <Panel title="Calendar" aside={reminders.hasCalendar ? 'On' : 'Off'}>
          <p className="mb-5 text-sm text-ink-2">
            An address that your calendar program can subscribe to: the reviews expected on each of
            the next 30 days with the minutes they take you, and when assignments are due. Whoever
            has the address sees that and nothing else.
          </p>
          <CalendarForms hasCalendar={reminders.hasCalendar} />
        </Panel>
      </div>
    </>
  )
}
