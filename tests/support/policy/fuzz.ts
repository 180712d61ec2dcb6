import fc from 'fast-check'
import { type Entry, isPage } from '@/lib/policy/entries'
import { addressOf, entryNames, formOf } from './requests'
import type { World } from './world'

export type Fuzzed = {
  readonly entries: number
  readonly requests: number
  /** Answers with 5xx, and requests without any answer, with what was sent. */
  readonly broken: readonly string[]
  /** Refusals without one of our headers. */
  readonly bare: readonly string[]
}

type Sent = { readonly path: string; readonly init: RequestInit }

const NASTY = [
  '',
  '%00',
  '%ff',
  '%',
  '..',
  '%2e%2e',
  '%2f',
  'a'.repeat(300),
  '\u{1F600}',
  "'",
  '$K1',
  '__proto__',
  '-1',
  '%F0%9F',
  'null',
  '01890000-0000-7000-8000-000000000000',
] as const
const word = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
)
const huge = fc.constantFrom(
  'x'.repeat(70_000),
  'é'.repeat(400_000),
  `${'['.repeat(100_000)}`,
  '{"a":'.repeat(20_000),
)
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.dictionary(word, fc.jsonValue(), { maxKeys: 5 }),
)
const query = fc.dictionary(
  fc.constantFrom(
    'q',
    'scope',
    'since',
    'on',
    'of',
    'month',
    'mode',
    'modules',
    'asked',
    'next',
    'page',
    'from',
    'kind',
    '_rsc',
  ),
  fc.oneof(word, fc.date({ noInvalidDate: true }).map(String)),
  { maxKeys: 3 },
)
const headers = fc.dictionary(
  fc.constantFrom(
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-url',
    'accept',
    'range',
    'if-none-match',
    'x-steppe-user',
    'x-steppe-path',
    'content-type',
    'accept-language',
    'x-forwarded-host',
    'next-action',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.trim()),
  { maxKeys: 2 },
)

/** Raw, so that a wrong escape stays wrong. */
const inPath = (text: string): string =>
  text.replaceAll(/[^\x21-\x7e]|[?#\\]/g, encodeURIComponentSafely)
const encodeURIComponentSafely = (sign: string): string => encodeURIComponent(sign.toWellFormed())

/** Sends `runs` requests to each entry, none of them as it should be, and says what the server broke on. */
export async function runFuzz(
  world: World,
  {
    runs,
    seed,
    entries = entryNames(),
  }: { readonly runs: number; readonly seed: number; readonly entries?: readonly Entry[] },
): Promise<Fuzzed> {
  const broken: string[] = []
  const bare: string[] = []
  let requests = 0
  const kinds = ['nobody', 'learner', 'instructor', 'administrator', 'learner in an exam'] as const
  for (const entry of entries) {
    const sample = fc.sample(fc.tuple(fc.constantFrom(...kinds), sentTo(entry, world)), {
      numRuns: runs,
      seed,
    })
    for (const [kind, { path, init }] of sample) {
      requests += 1
      const said = `${entry} as ${kind}: ${init.method ?? 'GET'} ${path.slice(0, 120)} ${JSON.stringify(init.headers ?? {}).slice(0, 200)}`
      try {
        const response = await world.as(kind).request(path, init)
        await response.arrayBuffer()
        if (response.status >= 500) broken.push(`${response.status} ${said}`)
        if (response.status >= 400 && response.headers.get('x-content-type-options') !== 'nosniff')
          bare.push(said)
      } catch (error) {
        // Not sent at all: `fetch` takes no such header or address.
        if (error instanceof TypeError && !isCutOff(error)) continue
        broken.push(`no answer: ${said}: ${error}`)
      }
    }
  }
  return { entries: entries.length, requests, broken, bare }
}

const isCutOff = ({ cause }: TypeError): boolean =>
  cause instanceof Error && /socket|ECONN|other side closed|terminated/i.test(`${cause.message}`)

/** Ends no session and empties nothing that the next request needs. */
const HARMLESS = new Set(['/_shell/sign-out#signOut', '/settings#endOthers'])

function sentTo(entry: Entry, world: World): fc.Arbitrary<Sent> {
  if (entry.includes('#')) return actionCall(entry, world)
  const [method = 'GET', name = entry] = isPage(entry) ? ['GET', entry] : entry.split(' ')
  const path = fc.oneof(
    fc.constant(addressOf(name, world, world.cohorts.own)),
    fc.tuple(word, fc.nat(5)).map(([text, at]) => withPart(name, inPath(text), at)),
  )
  const asked = fc.tuple(path, query, headers).map(
    ([to, search, more]): Sent => ({
      path: `${to}?${new URLSearchParams(search)}`,
      init: { method, headers: more },
    }),
  )
  // The instance of an exam must stay open.
  if (method === 'GET') return asked
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    huge,
    word,
    events,
  )
  return fc
    .tuple(asked, body, fc.constantFrom('application/json', 'text/plain', ''))
    .map(([sent, text, type]) => ({
      path: entry.endsWith('/hand-in') ? sent.path.replace(world.ids.attempt, 'x') : sent.path,
      init: { ...sent.init, body: text, headers: { 'content-type': type, ...sent.init.headers } },
    }))
}

/** An address with one part replaced, or one more at the end. */
function withPart(name: string, part: string, at: number): string {
  const parts = name.split('/').slice(1)
  const free = parts.flatMap((each, index) => (each.startsWith('[') ? [index] : []))
  const index = free[at % Math.max(1, free.length)] ?? parts.length
  return `/${parts.toSpliced(index, 1, part).join('/')}`.replace(/^\/\/+/, '/')
}

/** The right envelope with wrong content. */
const events = fc
  .tuple(
    fc.constantFrom('events', 'answers'),
    fc.array(
      fc.oneof(
        json,
        fc.record({
          id: fc.oneof(word, fc.uuid()),
          questionId: fc.oneof(word, fc.constant('mem-uz-stays-sco')),
          kind: fc.constantFrom('grade', 'undo', 'flag', 'bury', 'reset', 'x'),
          at: fc.oneof(word, fc.constant('2026-11-01T00:00:00Z'), fc.constant(1e12)),
          rating: fc.oneof(fc.constantFrom(1, 2, 3, 4), fc.double()),
          answer: fc.oneof(
            json,
            fc.record({ kind: fc.constantFrom('text', 'number', 'choice'), text: word }),
          ),
          comment: word,
          durationMs: fc.double(),
          context: fc.constantFrom('review', 'lesson', 'x'),
          undoes: word,
          position: fc.oneof(fc.integer(), fc.double()),
        }),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([name, list]) => JSON.stringify({ [name]: list }))

function actionCall(entry: Entry, world: World): fc.Arbitrary<Sent> {
  const { page, bound = [], fields } = formOf(entry, world, world.cohorts.own)
  const id = world.actions.get(entry) ?? ''
  const well = fc
    .tuple(fc.constantFrom(...Object.keys(fields), 'x'), word, fc.array(word, { maxLength: 2 }))
    .filter(([, text]) => !HARMLESS.has(entry) || text === '$K1')
    .map(([name, text, given]) =>
      multipart([
        ...Object.entries({ ...fields, [name]: text }).map(
          ([field, value]) => [`_1_${field}`, value] as const,
        ),
        ['0', JSON.stringify([...(bound.length === 0 ? [] : given), { kind: 'untouched' }, '$K1'])],
      ]),
    )
  const flight = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.constantFrom(
      '["$K1"]',
      '[{},"$F1"]',
      '[{},"$@1"]',
      '["$1","$2","$K1"]',
      '[{"then":"$1"},"$K1"]',
      '[{},"$Q9"]',
      '[{},"$h5"]',
      '{',
      '',
      '[',
      '[null,null]',
      '["$undefined","$K1"]',
      '[{},"$B7"]',
      '[{},"$i0"]',
    ),
    huge,
    word,
  )
  const odd = fc
    .tuple(
      fc.constantFrom(
        '0',
        '1',
        'S1',
        '$ACTION_ID_x',
        '$ACTION_REF_1',
        '$ACTION_1:0',
        '$ACTION_KEY',
        '_1_',
        'x',
      ),
      flight,
      word,
    )
    .map(([name, value, other]) =>
      multipart([
        [name, value],
        ['0', other],
      ]),
    )
  const cut = well.map((body) => ({ ...body, text: body.text.slice(0, body.text.length / 2) }))
  const raw = fc
    .tuple(
      fc.oneof(flight, huge, word),
      fc.constantFrom(
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'text/plain;charset=UTF-8',
        'application/x-www-form-urlencoded',
        'application/json',
        '',
      ),
    )
    .map(([text, type]) => ({ text, type }))
  const ids = fc.oneof(
    { weight: 6, arbitrary: fc.constant(id) },
    { weight: 1, arbitrary: fc.constantFrom('x', '00'.repeat(21), '') },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const destructive =
    HARMLESS.has(entry) || /#(disable|remove|change|archive|removePerson|signOut)$/.test(entry)
  return fc
    .tuple(destructive ? fc.oneof(odd, cut, raw) : fc.oneof(well, odd, cut, raw), ids, word)
    .map(([{ text, type }, called, part]) => ({
      path: part.length % 5 === 1 ? withPart(page, inPath(part), 0) : page,
      init: {
        method: 'POST',
        headers: {
          ...(called === null ? {} : { 'next-action': called }),
          'content-type': type,
          accept: 'text/x-component',
        },
        body: text,
      },
    }))
}

function multipart(parts: readonly (readonly [string, string])[]): { text: string; type: string } {
  const line = 'steppe-fuzz'
  const text = parts
    .map(
      ([name, value]) =>
        `--${line}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`,
    )
    .join('')
  return { text: `${text}--${line}--\r\n`, type: `multipart/form-data; boundary=${line}` }
}
