import { ENTRIES, type Entry } from '@/lib/policy/entries'
import { callAction, type Form } from './call-action'
import type { Client } from './people'
import type { World } from './world'

/** One request to an entry: about the cohort that is named, and what belongs to it. */
export type Asking = { readonly entry: Entry; readonly send: (who: Client) => Promise<Response> }

const NO_ID = '01890000-0000-7000-8000-000000000000'

export const entryNames = (): readonly Entry[] => Object.keys(ENTRIES).filter(isEntry)
const isEntry = (name: string): name is Entry => name in ENTRIES

/** The address of a page or route, with real ids in it. */
export function addressOf(name: string, { ids }: World, cohort: string): string {
  const id = Object.entries({
    '/lessons/': ids.lesson,
    '/facts/': ids.fact,
    '/questions/': ids.question,
    '/sources/': ids.source,
    '/exams/': ids.exam,
    '/cohorts/': cohort,
    '/course/withdraw/': ids.source,
    '/admin/': ids.learner,
    '/authoring/': ids.question,
    '/api/cards/': ids.question,
  }).find(([start]) => name.startsWith(start))?.[1]
  return name
    .replace('[id]', id ?? NO_ID)
    .replace('[draft]', NO_ID)
    .replace('[thing]', 'questions')
    .replace('/authoring/write', `/authoring/write?thing=questions&id=${ids.question}`)
    .replace(
      '/api/authoring/picks',
      `/api/authoring/picks?draft=${NO_ID}&course=none&what=facts&query=`,
    )
    .replace('/api/authoring/image', `/api/authoring/image?draft=${NO_ID}&name=a.png&file=none`)
    .replace('[module]', ids.module)
    .replace('[version]', '1')
    .replace('[kind]', 'source')
    .replace('[exam]', ids.exam)
    .replace('[learner]', ids.learner)
    .replace('[question]', ids.question)
    .replace('[attempt]', ids.attempt)
    .replace('[assignment]', NO_ID)
    .replace(
      '/assignments/estimate',
      `/assignments/estimate?target=lesson+${ids.lesson}&reach=core&when=on&on=2027-01-01&percent=80`,
    )
    .replace('/images/[file]', `/images/${'0'.repeat(64)}.png`)
    .replace('[file]', name.includes('/export/') ? 'people.csv' : 'none.ics')
    .replace('[...nextauth]', 'session')
    .replace(/\[(code|token)\]/, 'no-such-code')
}

/** A thing as its form sends it. */
const WRITTEN = { thing: 'facts', id: '', kind: '', loaded: 'null', seen: 'null' }

const BODIES: Readonly<Record<string, unknown>> = {
  'POST /api/reviews': { events: [] },
  'POST /api/exams/[attempt]/answers': { answers: [] },
  'POST /api/exams/[attempt]/hand-in': {},
  'POST /api/authoring/check': { draft: NO_ID, ...WRITTEN, form: {} },
  'POST /api/authoring/document': {},
  'POST /api/authoring/image': {},
}

export function askingOf(entry: Entry, world: World, cohort: string): Asking {
  if (entry.includes('#')) {
    const id = world.actions.get(entry) ?? 'no such action'
    const form = formOf(entry, world, cohort)
    return { entry, send: (who) => callAction(who, id, form) }
  }
  const [method, name] = entry.startsWith('/') ? ['GET', entry] : entry.split(' ')
  const path = addressOf(name ?? '', world, cohort)
  const body = BODIES[entry]
  const init: RequestInit =
    method === 'GET'
      ? {}
      : {
          method: method ?? 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body ?? {}),
        }
  return { entry, send: (who) => who.request(path, init) }
}

/** A form that is filled in as it should be, so that only the gate can refuse it. */
export function formOf(entry: string, world: World, cohort: string): Form {
  const { ids } = world
  const [folder = ''] = entry.split('#')
  const page = folder.startsWith('/_') ? '/today' : addressOf(folder, world, cohort)
  const person = { person: ids.learner }
  const about = { cohort, learner: ids.learner }
  const into = { role: 'learner', uses: '1', expiresInDays: '7' }
  const extension = {
    cohort,
    assignment: NO_ID,
    learner: ids.learner,
    on: '2027-01-01',
    note: 'Ill.',
  }
  const chosen = { cohort, act: NO_ID, people: ids.learner, back: `/cohorts/${cohort}` }
  const forms: Readonly<Record<string, Omit<Form, 'page'>>> = {
    '/_invitations#inviteToCohort': { bound: [cohort], fields: into },
    '/_invitations#inviteToSteppe': { fields: into },
    '/_invitations#revokeOfCohort': { bound: [cohort], fields: { invitationId: NO_ID } },
    '/_invitations#revokeAny': { fields: { invitationId: NO_ID } },
    '/_shell/zone#changeZone': { fields: { zone: 'UTC' } },
    '/settings#endOne': { fields: { session: NO_ID } },
    '/settings/second-factor#begin': { fields: { currentPassword: 'not the password' } },
    '/settings/second-factor#confirm': { fields: { code: '000000' } },
    '/settings/second-factor#remove': { fields: { currentPassword: 'not the password' } },
    '/settings#linkProvider': { fields: { currentPassword: 'not the password' } },
    '/settings#unlinkProvider': { fields: { currentPassword: 'not the password' } },
    '/admin/people/[id]#linkIdentity': { fields: { ...person, subject: 'somebody' } },
    '/admin/people/[id]#unlinkIdentity': { fields: person },
    '/admin/people/[id]#change': {
      fields: { ...person, name: 'Changed', email: 'changed@example.org', role: 'learner' },
    },
    '/admin/people/[id]#makeLink': { fields: person },
    '/admin/people/[id]#endOne': { fields: { ...person, session: NO_ID } },
    '/admin/people/[id]#removeFactor': { fields: person },
    '/admin/people/[id]#disable': { fields: person },
    '/admin/people/[id]#enable': { fields: person },
    '/admin/people/[id]#enrol': { fields: { ...person, cohort } },
    '/admin/people/[id]#remove': {
      fields: { ...person, mode: 'erase', certificates: 'keep', typed: 'changed@example.org' },
    },
    '/cohorts#addCohort': { fields: { name: 'Another' } },
    '/cohorts#beginCohort': { fields: { name: 'A first one' } },
    '/cohorts/[id]#snooze': { fields: { ...about, days: '7', note: 'On leave.' } },
    '/cohorts/[id]#wake': { fields: about },
    '/cohorts/[id]#addNote': { fields: { ...about, text: 'A note.' } },
    '/cohorts/[id]#dropNote': { fields: { ...about, note: NO_ID } },
    '/cohorts/[id]#extendChosen': {
      fields: { ...chosen, assignment: NO_ID, on: '2027-01-01', note: 'Ill.' },
    },
    '/cohorts/[id]#messageChosen': { fields: { ...chosen, title: 'A week off', text: 'Rest.' } },
    '/cohorts/[id]#moveChosen': { fields: { ...chosen, to: cohort } },
    '/cohorts/[id]/assignments#saveAssignment': {
      fields: {
        cohort,
        target: `lesson ${ids.lesson}`,
        reach: 'core',
        when: 'on',
        on: '2027-01-01',
        percent: '80',
      },
    },
    '/cohorts/[id]/assignments#dropAssignment': { fields: { cohort, assignment: NO_ID } },
    '/cohorts/[id]/assignments#extend': { fields: extension },
    '/cohorts/[id]/assignments#cancelExtension': { fields: extension },
    '/cohorts/[id]/exams/[exam]#revoke': { fields: { cohort, code: 'no-such-code' } },
    '/cohorts/[id]/exams/[exam]#closeOrOpen': { fields: { cohort, exam: ids.exam, close: 'yes' } },
    '/cohorts/[id]/exams#accommodateAnalyst': {
      fields: { cohort, ...person, amount: '10', unit: 'percent', reason: 'A slow reader.' },
    },
    '/cohorts/[id]/exams/[exam]#allowMore': {
      fields: {
        ...{ cohort, exam: ids.exam, ...person, amount: '5', unit: 'minutes', attempts: '1' },
        reason: 'The network was down.',
      },
    },
    '/cohorts/[id]/exams/[exam]#decide': {
      fields: {
        ...{ cohort, exam: ids.exam, ...person, attempt: ids.attempt },
        ...{ position: '0', decision: 'grant' },
      },
    },
    '/cohorts/[id]/exams/[exam]/regrade#regrade': {
      fields: {
        ...{ cohort, exam: ids.exam, question: ids.question },
        ...{ choice: 'point', reason: 'It was corrected.' },
      },
    },
    '/cohorts/[id]/exams/new#makeExam': {
      bound: [cohort],
      fields: {
        ...{
          title: 'Another',
          reach: 'full',
          minutes: '5',
          passMark: '80',
          maxAttempts: '1',
          retakeAfterDays: '0',
        },
        ...{ opensOn: '', lastDay: '', 'topic:membership': '1' },
      },
    },
    '/cohorts/[id]/inbox#answer': { fields: { cohort, flag: NO_ID, reply: 'Yes.', next: 'solve' } },
    '/cohorts/[id]/people#inviteRoster': {
      fields: { cohort, text: 'Kim, kim2@example.org', step: 'skip' },
    },
    '/cohorts/[id]/people#rename': { fields: { cohort, name: 'Renamed' } },
    '/cohorts/[id]/people#choose': { fields: { cohort, 'course.central-asia': 'on' } },
    '/cohorts/[id]/people#archive': { fields: { cohort } },
    '/cohorts/[id]/people#reopen': { fields: { cohort } },
    '/cohorts/[id]/people#removePerson': { fields: { cohort, ...person } },
    '/cohorts/[id]/people#movePerson': { fields: { cohort, ...person, to: cohort } },
    '/authoring#start': { fields: { title: 'Another', thing: '', id: '' } },
    '/authoring#beginCourse': { fields: { title: 'Another', summary: 'Another.', id: '' } },
    '/authoring/[draft]#takeOutOfDraft': {
      fields: { draft: NO_ID, path: 'central-asia/course.yaml', list: 'topics', id: 'none' },
    },
    '/authoring/[draft]#askReview': { fields: { draft: NO_ID, revision: '0' } },
    '/authoring/[draft]#returnDraft': { fields: { draft: NO_ID, revision: '0', comment: 'No.' } },
    '/authoring/[draft]#publish': { fields: { draft: NO_ID, revision: '0' } },
    '/authoring/[draft]#withdraw': { fields: { draft: NO_ID, revision: '0' } },
    '/authoring/[draft]/[thing]/[id]#save': { fields: { draft: NO_ID, ...WRITTEN } },
    '/authoring/[draft]/[thing]/[id]#retire': {
      fields: { draft: NO_ID, question: ids.question, reason: 'Wrong.' },
    },
    '/authoring/[draft]/[thing]/[id]#remove': {
      fields: { draft: NO_ID, thing: 'facts', id: ids.fact },
    },
    '/authoring/[draft]/document#addOwnDocument': { fields: { draft: NO_ID, text: 'A text.' } },
    '/authoring/[draft]/table#importTable': {
      fields: { draft: NO_ID, text: 'kind,question', step: 'check' },
    },
    '/exams/[id]#start': { fields: { examId: ids.exam } },
    '/exams/[id]#appeal': {
      fields: { attempt: ids.attempt, position: '0', reason: 'It is right.' },
    },
    '/lessons/[id]#noteOpened': { fields: { lessonId: ids.lesson } },
    '/lessons/[id]#finishLesson': { fields: { lessonId: ids.lesson } },
    '/lessons/[id]#undoSkip': { fields: { lessonId: ids.lesson } },
    '/flags#noteSeen': { fields: { until: '1' } },
    '/notifications#markRead': { fields: { until: '1' } },
    '/placement/test#skipLessons': { fields: { lessons: ids.lesson, answers: '[]' } },
    '/set-aside#resume': { fields: { questionIds: ids.question, kind: 'unsuspend' } },
    '/questions#actOnQuestions': {
      fields: { questionIds: ids.question, kind: 'suspend', day: '' },
    },
    '/custom-study#studyMore': { fields: { new: '5', reviews: '0' } },
    '/settings#save': { fields: { name: 'Somebody', zone: 'UTC', rolloverHour: '4' } },
    '/settings#changeEmail': { fields: { email: 'changed@example.org', currentPassword: 'wrong' } },
    '/settings#setPassword': {
      fields: { currentPassword: 'wrong', newPassword: 'another long enough one' },
    },
    '/settings/keys#setKeys': { fields: { standard: 'yes' } },
    '/settings/study#saveStudy': {
      fields: {
        reach: 'full',
        ...{ newPerDay: '10', reviewsPerDay: '100', desiredRetention: '90', leechLapses: '8' },
        ...{ learningSteps: '1 10', relearningSteps: '10', longestInterval: '365' },
        ...{ leech: 'mark', monday: '100', tuesday: '100', wednesday: '100', thursday: '100' },
        ...{ friday: '100', saturday: '100', sunday: '100' },
      },
    },
    // No such version: the gate is passed, and nothing is published.
    '/course/withdraw/[kind]/[id]#withdraw': {
      fields: { kind: 'source', id: ids.source, version: '999999', reason: 'No.', date: '2026' },
    },
    '/_shell/look#chooseLook': { fields: { theme: 'dark' } },
    '/_hints#putAway': { fields: { hint: 'ratings' } },
    '/course#chooseDepth': { fields: { reach: 'full' } },
    '/today#answerOffer': { fields: { invitation: NO_ID, answer: 'accept' } },
    '/today#spread': { fields: { days: '5' } },
    '/sign-in#signIn': { fields: { email: 'nobody@example.org', password: 'wrong' } },
    '/forgot-password#askForLink': { fields: { email: 'nobody@example.org' } },
    '/setup/[token]#setUp': { bound: ['no-such-token'], fields: { name: 'X' } },
    '/join/[code]#join': { bound: ['no-such-code'], fields: { name: 'X' } },
    '/join/[code]#joinAsViewer': { bound: ['no-such-code'], fields: {} },
    '/reset/[code]#setNewPassword': { bound: ['no-such-code'], fields: { password: 'x' } },
  }
  return { page, ...(forms[entry] ?? { fields: {} }) }
}
