import type { Film, Role } from './first-hour-walk'

const LEADS: Readonly<Record<Role, string>> = {
  Administrator:
    'Whoever installs Steppe makes the first account, and from there the first cohort with its link.',
  Analyst: 'An analyst joins by a link, reads, and answers.',
  Instructor: 'An instructor leads cohorts: invites, assigns, and sees what is known.',
}

/** The page docs/first-hour.md. */
export function filmText({ scenes, clicks, screens }: Film): string {
  const part = (role: Role) => [
    `## ${role}`,
    '',
    LEADS[role],
    '',
    ...scenes
      .filter((scene) => scene.role === role)
      .flatMap(({ file, says }) => [`![${says}](images/first-hour/${file})`, '', says, '']),
  ]
  return [
    '# The first hour',
    '',
    'The first steps of each role as a film. `npm run drill -- first-hour` goes this way in a browser and',
    'writes this page and its screens from the running program; do not edit them.',
    '',
    `From an empty installation to an analyst’s first answer it takes **${clicks} clicks on ${screens} screens**:`,
    'set up, make a cohort, join, open the first lesson, show the answer, rate it. Fields that are filled',
    'in are not counted as clicks. The drill fails above 7 clicks or 6 screens.',
    '',
    ...(['Administrator', 'Analyst', 'Instructor'] as const).flatMap(part),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
