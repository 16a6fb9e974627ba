import { CODE_GROUPS } from '../../src/core/checks/code-groups.ts'
import { CODES, codesNamed } from '../../src/core/checks/codes.ts'
import { generated, table } from './run.ts'

/** What `hjp check` looks at. */
export const checksPage = (): string =>
  `${generated(
    'What hjp check finds',
    'Each finding has a code, and codes come in groups: `hjp check --only privacy,late-action` takes either. The level says how grave it is. An error makes the file or a document wrong; a warning is for someone to settle, and a note for whoever has time. `hjp check --level error` tells of errors alone, and exits with 1 only where there is one.',
    ...Object.entries(CODE_GROUPS).flatMap(([group, looksAt]) => [
      `## ${group}: ${looksAt}`,
      table(
        ['code', 'level', 'means'],
        codesNamed(group).map((code) => [`\`${code}\``, CODES[code].level, CODES[code].about]),
      ),
    ]),
  )}\n`
