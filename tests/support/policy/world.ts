import { Client as Database } from 'pg'
import { openPostgres } from '../../../bin/support/postgres.mjs'
import { createUser } from '../command-line'
import { entriesOfBuild } from './build-entries'
import { callAction, type Form } from './call-action'
import { type Client, nobodyAt, PASSWORD, signedIn } from './people'

export type App = { readonly url: string; readonly dataDir: string }

export const KINDS = [
  'nobody',
  'learner',
  'learner in an exam',
  'other instructor',
  'instructor',
  'administrator',
  'administrator in an exam',
  'disabled',
] as const
export type Kind = (typeof KINDS)[number]

/** What no answer to a stranger may contain. */
const MARK = 'Xq7zv'

export type World = {
  readonly app: App
  readonly as: (kind: Kind) => Client
  readonly actions: ReadonlyMap<string, string>
  /** The cohort of the learner and of the instructor, and the one of the other instructor. */
  readonly cohorts: { readonly own: string; readonly other: string }
  readonly ids: Readonly<
    Record<
      'exam' | 'attempt' | 'learner' | 'lesson' | 'module' | 'question' | 'fact' | 'source',
      string
    >
  >
  /** Texts that only those may see who belong to it: names of cohorts and people. */
  readonly marks: readonly string[]
  /** Texts that the answers of the open exam have. */
  readonly answers: readonly string[]
}

/** People of every kind, two cohorts and an open exam, made as people do it: by forms. */
export async function openWorld(app: App): Promise<World> {
  const { actions } = entriesOfBuild()
  const idOf = (name: string): string => {
    const id = actions.get(name)
    if (id === undefined) throw new Error(`The build has no action ${name}`)
    return id
  }
  const nobody = nobodyAt(app.url)
  const send = async (who: Client, name: string, form: Form): Promise<Response> => {
    const response = await callAction(who, idOf(name), form)
    if (response.status >= 400) throw new Error(`${name} answered ${response.status}`)
    return response
  }
  const led = async (who: Client, name: string, form: Form, pattern: RegExp): Promise<string> => {
    const response = await send(who, name, form)
    const text = (response.headers.get('x-action-redirect') ?? '') + (await response.text())
    const found = text.match(pattern)?.[1]
    if (found === undefined) throw new Error(`${name} did not do it: ${text.slice(-500)}`)
    return found
  }
  const uses = { uses: '9', expiresInDays: '7' }
  const joining = async (name: string, code: string): Promise<Client> => {
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@${MARK.toLowerCase()}.example.org`
    const fields = { name: `${name} ${MARK}`, email, password: PASSWORD, zone: 'UTC' }
    await send(nobody, '/join/[code]#join', { page: `/join/${code}`, bound: [code], fields })
    return signedIn(app.url, email)
  }

  const email = 'administrator@example.org'
  await createUser(app.dataDir, { email, name: 'Ada', role: 'admin', password: PASSWORD })
  const administrator = await signedIn(app.url, email)
  const anInstructor = await led(
    administrator,
    '/_invitations#inviteToSteppe',
    { page: '/admin', fields: { ...uses, role: 'instructor' } },
    /\/join\/([\w-]+)/,
  )
  const instructor = await joining('Instructor', anInstructor)
  const other = await joining('Other instructor', anInstructor)
  const cohortOf = (who: Client, name: string) =>
    led(who, '/cohorts#addCohort', { page: '/cohorts', fields: { name } }, /\/cohorts\/([\w-]{36})/)
  const cohorts = {
    own: await cohortOf(instructor, `Own ${MARK}`),
    other: await cohortOf(other, `Other ${MARK}`),
  }
  const aLearner = await led(
    instructor,
    '/_invitations#inviteToCohort',
    {
      page: `/cohorts/${cohorts.own}/people`,
      bound: [cohorts.own],
      fields: { ...uses, role: 'learner' },
    },
    /\/join\/([\w-]+)/,
  )
  const learner = await joining('Learner', aLearner)
  const sitting = await joining('Sitting', aLearner)
  const sittingAdministrator = await joining('Sitting administrator', aLearner)
  const disabled = await joining('Disabled', aLearner)
  const exam = await led(
    instructor,
    '/cohorts/[id]/exams/new#makeExam',
    {
      page: `/cohorts/${cohorts.own}/exams/new`,
      bound: [cohorts.own],
      fields: {
        title: 'Sign-off',
        minutes: '60',
        passMark: '80',
        maxAttempts: '2',
        retakeAfterDays: '0',
        opensOn: '',
        lastDay: '',
        reach: 'full',
        'topic:membership': '5',
        'topic:exercises': '5',
      },
    },
    /\/exams\/([\w-]{36})/,
  )
  const link = async (who: Client, page: string, pattern: RegExp): Promise<string> =>
    (await (await who.request(page)).text()).match(pattern)?.[1] ?? ''
  const question = 'mem-uz-stays-sco'
  const course = {
    question,
    lesson: await link(learner, '/course', /\/lessons\/([\w-]+)/),
    module: await link(learner, '/course', /\/course\/([\w-]+)\/brief/),
    fact: await link(learner, `/questions/${question}`, /\/facts\/([\w-]+)/),
    source: await link(learner, '/sources', /\/sources\/([\w-]+)/),
  }
  for (const who of [sitting, sittingAdministrator]) {
    await send(who, '/exams/[id]#start', { page: `/exams/${exam}`, fields: { examId: exam } })
  }
  const rows = await rowsOf(
    app.dataDir,
    `SELECT u."id", u."name", a."id" AS attempt, a."questions" FROM "User" u
     LEFT JOIN "ExamAttempt" a ON a."userId" = u."id"`,
  )
  const person = (name: string) => rows.find((row) => row.name === `${name} ${MARK}`)
  const idOfPerson = (name: string): string => String(person(name)?.id)
  const page = (id: string) => `/admin/people/${id}`
  const change = {
    person: idOfPerson('Sitting administrator'),
    name: `Sitting administrator ${MARK}`,
    email: `sitting-administrator@${MARK.toLowerCase()}.example.org`,
    role: 'admin',
  }
  await send(administrator, '/admin/people/[id]#change', {
    page: page(change.person),
    fields: change,
  })
  const gone = idOfPerson('Disabled')
  await send(administrator, '/admin/people/[id]#disable', {
    page: page(gone),
    fields: { person: gone },
  })

  const clients: Readonly<Record<Kind, Client>> = {
    nobody,
    learner,
    instructor,
    administrator,
    disabled,
    'learner in an exam': sitting,
    'other instructor': other,
    'administrator in an exam': sittingAdministrator,
  }
  return {
    app,
    actions,
    cohorts,
    as: (kind) => clients[kind],
    ids: {
      ...course,
      exam,
      attempt: String(person('Sitting')?.attempt),
      learner: idOfPerson('Learner'),
    },
    marks: [`Own ${MARK}`, `Other ${MARK}`, `Learner ${MARK}`, `learner@${MARK.toLowerCase()}`],
    answers: answersIn([person('Sitting')?.questions, person('Sitting administrator')?.questions]),
  }
}

type Row = Readonly<Record<string, unknown>>

/** Reads with a connection of its own, beside the running program. */
export async function rowsOf(dataDir: string, statement: string): Promise<readonly Row[]> {
  const postgres = await openPostgres({ dataDir })
  const database = new Database(postgres.url)
  await database.connect()
  try {
    return (await database.query<Row>(statement)).rows
  } finally {
    await database.end()
    await postgres.stop()
  }
}

/** Ids and pieces of explanations, which lead to answers and are in no other page. */
function answersIn(papers: readonly unknown[]): readonly string[] {
  const drawn: { question: { id: string; explanation: string } }[] = JSON.parse(
    JSON.stringify(papers.flat()),
  )
  return drawn.flatMap(({ question }) => {
    const pieces = question.explanation.match(/[A-Za-z0-9 ,]{30,}/g) ?? []
    return [`"${question.id}"`, `/${question.id}"`, ...pieces.slice(0, 1)]
  })
}
