const { readdirSync } = require('node:fs')

// Who may import whom, default deny. Nothing else decides; docs/architecture.md says what each folder
// is for.
const may = {
  kernel: [],
  statistics: [],
  keyboard: [],
  table: [],
  policy: [],
  account: ['kernel'],
  audit: [],
  observe: ['kernel'],
  origin: [],
  // Of the kinds of question only their types: see the rule below.
  course: ['kernel', 'kinds'],
  reference: ['kernel', 'course', 'kinds'],
  compiler: ['kernel', 'course', 'kinds'],
  authoring: ['kernel', 'course', 'compiler', 'kinds'],
  documents: [],
  memory: ['kernel'],
  grading: ['kernel', 'course', 'memory'],
  kinds: ['kernel', 'course', 'grading'],
  review: ['kernel', 'account', 'statistics', 'keyboard', 'course', 'memory', 'grading', 'kinds'],
  cohort: ['kernel', 'statistics', 'table', 'course', 'memory', 'grading', 'kinds', 'review'],
  exam: ['kernel', 'course', 'memory', 'grading', 'kinds'],
  reminder: ['kernel'],
  backup: ['kernel'],
  security: ['kernel'],
  mail: ['kernel'],
  interop: ['kernel', 'account', 'course', 'memory', 'kinds', 'review', 'cohort'],
  db: [
    'kernel',
    'account',
    'audit',
    'observe',
    'course',
    'memory',
    'kinds',
    'review',
    'cohort',
    'exam',
    'reminder',
    'backup',
    'security',
    'authoring',
  ],
  demo: ['kernel', 'course', 'memory', 'grading', 'kinds', 'review', 'cohort'],
  credentials: ['kernel', 'account'],
  training: ['kernel', 'memory'],
  server: [
    'kernel',
    'table',
    'account',
    'audit',
    'observe',
    'origin',
    'course',
    'reference',
    'compiler',
    'memory',
    'grading',
    'kinds',
    'review',
    'cohort',
    'exam',
    'reminder',
    'backup',
    'security',
    'mail',
    'interop',
    'authoring',
    'documents',
    'demo',
    'credentials',
    'training',
    'db',
  ],
  auth: ['kernel', 'account', 'origin', 'policy', 'observe', 'server'],
  cli: ['kernel', 'account', 'course', 'server'],
}
const appMay = [
  'kernel',
  'table',
  'keyboard',
  'account',
  'audit',
  'observe',
  'origin',
  'policy',
  'statistics',
  'course',
  'reference',
  'memory',
  'grading',
  'kinds',
  'review',
  'cohort',
  'exam',
  'interop',
  'authoring',
  'backup',
  'security',
  'auth',
  'server',
]

// The rooms of lib/server. All of them stand on the files that lie loose in lib/server, which import
// no room; what else one room takes from another is listed here.
const rooms = {
  study: [],
  reference: [],
  people: [],
  settings: [],
  course: ['study'],
  authoring: ['course'],
  exam: ['study', 'cohort'],
  cohort: [],
  reminder: ['study', 'cohort', 'exam'],
  export: ['cohort', 'exam'],
  demo: ['exam'],
  operate: ['course', 'people', 'study', 'exam', 'cohort', 'reminder', 'backup'],
  backup: [],
}

// The rooms of bin/support, which all stand on the files that lie loose there. bin runs with nothing
// installed: it imports packages only late, where it says so, and never the application.
const supportRooms = {
  process: [],
  origin: [],
  checkout: ['process'],
  postgres: ['process'],
  server: ['checkout', 'origin', 'process'],
}
const lateImports = {
  '^pg$': '(support/postgres/claim|support/server/(check-database|prepare)|new-migration)',
  '^next$': 'support/server/next-process',
  '^pino$': 'support/server/log',
  '^prom-client$': 'support/server/metrics',
  '^@opentelemetry/': 'support/server/traces',
  '^@prisma/(adapter-pg|schema-engine-wasm)$': 'support/schema-difference',
  '^esbuild$': 'support/checkout/built-cli',
}

/** Every folder of app whose name begins with `_`: private to the folder it lies in. */
const privateFolders = readdirSync('app', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.startsWith('_'))
  .map((entry) => ({ parent: entry.parentPath.replaceAll('\\', '/'), name: entry.name }))

const escaped = (/** @type {string} */ path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Each outside library has one home; anything not named here may be imported anywhere it is needed.
const homes = {
  '^ts-fsrs$': 'lib/memory',
  '^(@prisma/|pg$|pg-copy-streams$)': 'lib/db',
  '^@date-fns/tz$': 'lib/kernel',
  '^(next-auth($|/)|jose$)': 'lib/auth',
  '^(@node-rs/argon2|@zxcvbn-ts/language-common|otpauth)$': 'lib/credentials',
  '^minisearch$': 'lib/reference',
  '^(yaml|unified|remark-.*|rehype-.*|unist-.*|mdast-.*|saxes|image-size)$': 'lib/compiler',
  '^(pdfjs-dist|mammoth)($|/)': 'lib/documents',
  '^commander$': 'lib/cli',
  '^nodemailer$': 'lib/mail',
  '^csv-(parse|stringify)($|/)': 'lib/interop',
  '^@open-spaced-repetition/binding$': 'lib/training',
  '^(react|react-dom)($|/)': '(app|lib/auth)',
}

/** A path in node_modules for a pattern of package names, such as `^next-auth($|/)`. */
const packagePath = (/** @type {string} */ library) =>
  `node_modules/${library.replace(/^\^/, '').replace(/\$/g, '(/|$)')}`

const pure =
  '^lib/(kernel|statistics|keyboard|policy|account|audit|origin|course|reference|compiler/checks|memory|grading|kinds|review|cohort|exam|reminder|backup|security|interop|authoring|demo)/'

/** Files of lib/kinds with nothing but types, and those that need schemas. */
const KIND_TYPES = '^lib/kinds/.*types[.]ts$'
const KIND_FILES = '^lib/kinds/(files|entry-fields|.+/file)[.]ts$'

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([folder, targets]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      comment: `lib/${folder} may import only: ${targets.join(', ') || 'nothing'} (architecture.cjs)`,
      from: { path: `^lib/${folder}/` },
      to: { path: '^(lib|app)/', pathNot: `^lib/(${[folder, ...targets].join('|')})/` },
    })),
    ...Object.entries(rooms).map(([room, targets]) => ({
      name: `server-room-${room}-imports`,
      severity: 'error',
      comment: `lib/server/${room} may import only these rooms: ${targets.join(', ') || 'none'} (architecture.cjs)`,
      from: { path: `^lib/server/${room}/` },
      to: { path: '^lib/server/[^/]+/', pathNot: `^lib/server/(${[room, ...targets].join('|')})/` },
    })),
    {
      name: 'server-ground-imports',
      severity: 'error',
      comment: 'The files that lie loose in lib/server carry all rooms and import none.',
      from: { path: '^lib/server/[^/]+$' },
      to: { path: '^lib/server/[^/]+/' },
    },
    {
      name: 'whole-scope-is-not-for-requests',
      severity: 'error',
      comment:
        'Only jobs, exports and the command line act on the whole database; a request has its own scope.',
      from: {
        path: '^(app|lib)/',
        pathNot: '^lib/(cli|server/(operate|reminder|export|demo|backup))/',
      },
      // The type alone proves nothing: a verb may ask for it in any room.
      to: { path: '^lib/server/whole-scope', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-room-not-in-table',
      severity: 'error',
      comment: 'A new room of lib/server needs a row in the table of rooms.',
      from: {
        path: '^lib/server/[^/]+/',
        pathNot: `^lib/server/(${Object.keys(rooms).join('|')})/`,
      },
      to: {},
    },
    ...privateFolders.map(({ parent, name }) => ({
      name: `private-${parent}/${name}`,
      severity: 'error',
      comment: `${parent}/${name} is private to ${parent}: import it from below there, or move it up.`,
      from: { path: '^(lib|app)/', pathNot: `^${escaped(parent)}/` },
      to: { path: `^${escaped(parent)}/${name}/` },
    })),
    {
      name: 'app-imports',
      severity: 'error',
      comment: `app may import only: ${appMay.join(', ')} (architecture.cjs)`,
      from: { path: '^app/' },
      to: { path: '^lib/', pathNot: `^lib/(${appMay.join('|')})/` },
    },
    {
      name: 'nobody-imports-folders-outside-the-house',
      severity: 'error',
      from: { path: '^(lib|app)/' },
      to: { path: '^(bin|tests|docs|prisma)/' },
    },
    {
      name: 'course-knows-kinds-by-their-types',
      severity: 'error',
      comment:
        'A catalogue holds questions of every kind; what can be done with them stands above it.',
      from: { path: '^lib/course/' },
      to: { path: '^lib/kinds/', pathNot: KIND_TYPES },
    },
    {
      name: 'types-of-kinds-stand-on-the-kernel',
      severity: 'error',
      comment: 'lib/course stands on these types, and all the rest of lib/kinds on lib/course.',
      from: { path: KIND_TYPES },
      to: { path: '^(lib|app)/', pathNot: `^lib/kernel/|${KIND_TYPES}` },
    },
    {
      name: 'no-schemas-in-browsers',
      severity: 'error',
      comment: 'Browsers load the kinds of question; how these stand in files needs all of zod.',
      from: { path: '^(app|lib)/', pathNot: `^lib/(compiler|db|server)/|${KIND_FILES}` },
      to: { path: KIND_FILES },
    },
    {
      name: 'schemas-of-kinds-in-their-files',
      severity: 'error',
      comment: 'Browsers load the other files of lib/kinds.',
      from: { path: '^lib/kinds/', pathNot: KIND_FILES },
      to: { path: 'node_modules/zod', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lib-folder-not-in-table',
      severity: 'error',
      comment: 'A new folder of lib needs a row in the table.',
      from: { path: '^lib/', pathNot: `^lib/(${Object.keys(may).join('|')})/` },
      to: {},
    },
    {
      name: 'pure-folders-touch-nothing-outside',
      severity: 'error',
      comment: 'Pure folders have no disk, no network and no framework; time is an argument.',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(homes).map(([library, home]) => ({
      name: `one-home-${home.replace(/\W+/g, '-')}`,
      severity: 'error',
      comment: `This library's one home is ${home}.`,
      from: { path: '^(lib|app)/', pathNot: `^${home}/` },
      to: { path: packagePath(library) },
    })),
    {
      name: 'one-link',
      severity: 'error',
      comment: 'app/_components/link fetches no page before somebody asks for it; use this link.',
      from: { path: '^(lib|app)/', pathNot: '^app/_components/link[.]tsx$' },
      to: { path: 'node_modules/next/link' },
    },
    {
      name: 'bin-imports',
      severity: 'error',
      comment: 'bin runs before anything is installed or built: it may import only bin/support.',
      from: { path: '^bin/' },
      to: { pathNot: '^(bin/support|node_modules)/', dependencyTypesNot: ['core'] },
    },
    ...Object.entries(supportRooms).map(([room, targets]) => ({
      name: `bin-room-${room}-imports`,
      severity: 'error',
      comment: `bin/support/${room} may import only these rooms: ${targets.join(', ') || 'none'} (architecture.cjs)`,
      from: { path: `^bin/support/${room}/` },
      to: {
        path: '^bin/support/[^/]+/',
        pathNot: `^bin/support/(${[room, ...targets].join('|')})/`,
      },
    })),
    {
      name: 'bin-room-not-in-table',
      severity: 'error',
      comment: 'A new room of bin/support needs a row in the table.',
      from: {
        path: '^bin/.+/',
        pathNot: `^bin/support/((${Object.keys(supportRooms).join('|')})/)?[^/]+$`,
      },
      to: {},
    },
    {
      name: 'supervisor-has-one-door',
      severity: 'error',
      comment: 'bin/support/postgres/ is private: use what bin/support/postgres.mjs offers.',
      from: { path: '^bin/', pathNot: '^bin/support/postgres(/|[.]mjs$)' },
      to: { path: '^bin/support/postgres/' },
    },
    {
      name: 'bin-imports-packages-late',
      severity: 'error',
      comment:
        'A package may not be installed yet: import it with `await import()`, where it is used.',
      from: { path: '^bin/' },
      to: { path: '(^|/)node_modules/', dynamic: false },
    },
    {
      name: 'bin-packages-in-table',
      severity: 'error',
      comment: 'A package that bin imports late needs a row in the table of late imports.',
      from: { path: '^bin/' },
      to: {
        path: '(^|/)node_modules/',
        pathNot: Object.keys(lateImports).map(packagePath),
      },
    },
    ...Object.entries(lateImports).map(([library, places]) => ({
      name: `bin-imports-late${library.replace(/\W+/g, '-')}`,
      severity: 'error',
      comment: `In bin, only ${places} imports this library.`,
      from: { path: '^bin/', pathNot: `^bin/${places}[.]mjs$` },
      to: { path: packagePath(library) },
    })),
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(lib|app|bin)/' },
      to: { circular: true },
    },
    { name: 'no-orphan-import', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
    },
  },
}
