// Who may import whom: DESIGN section 3's table, default deny. Nothing else decides.
const may = {
  kernel: [],
  course: ['kernel'],
  compiler: ['kernel', 'course'],
  memory: ['kernel'],
  grading: ['kernel', 'course', 'memory'],
  review: ['kernel', 'course', 'memory', 'grading'],
  cohort: ['kernel', 'course', 'memory', 'review'],
  exam: ['kernel', 'course', 'memory', 'grading'],
  reminder: ['kernel'],
  mail: ['kernel'],
  interop: ['kernel', 'course', 'memory', 'review', 'cohort'],
  db: ['kernel', 'course', 'memory', 'grading', 'review', 'cohort', 'exam', 'reminder'],
  demo: ['kernel', 'course', 'memory', 'grading', 'review', 'cohort'],
  credentials: ['kernel'],
  training: ['kernel', 'memory'],
  server: [
    ...['kernel', 'course', 'compiler', 'memory', 'grading', 'review'],
    ...['cohort', 'exam', 'reminder', 'mail', 'interop', 'demo', 'credentials', 'training', 'db'],
  ],
  auth: ['kernel', 'server'],
  cli: ['kernel', 'course', 'server'],
}
const appMay = [
  ...['kernel', 'course', 'memory', 'grading', 'review', 'cohort', 'exam', 'interop'],
  ...['auth', 'server'],
]

// Each outside library has one home; anything not named here may be imported anywhere it is needed.
const homes = {
  '^ts-fsrs$': 'lib/memory',
  '^(@prisma/|pg$)': 'lib/db',
  '^@date-fns/tz$': 'lib/kernel',
  '^next-auth($|/)': 'lib/auth',
  '^@node-rs/argon2$': 'lib/credentials',
  '^rate-limiter-flexible$': 'lib/db',
  '^minisearch$': 'lib/course',
  '^(yaml|unified|remark-.*|rehype-.*|unist-.*|mdast-.*)$': 'lib/compiler',
  '^commander$': 'lib/cli',
  '^nodemailer$': 'lib/mail',
  '^csv-parse($|/)': 'lib/interop',
  '^@open-spaced-repetition/binding$': 'lib/training',
  '^(react|react-dom)($|/)': '(app|lib/auth)',
}

const pure =
  '^lib/(kernel|course|compiler/checks|memory|grading|review|cohort|exam|reminder|interop|demo)/'

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([folder, targets]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      comment: `lib/${folder} may import only: ${targets.join(', ') || 'nothing'} (architecture.cjs)`,
      from: { path: `^lib/${folder}/` },
      to: { path: '^(lib|app)/', pathNot: `^lib/(${[folder, ...targets].join('|')})/` },
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
      to: { path: `node_modules/${library.replace(/^\^/, '').replace(/\$/g, '(/|$)')}` },
    })),
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(lib|app)/' },
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
