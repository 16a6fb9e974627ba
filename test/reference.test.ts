import { expect, test } from 'vitest'
import { checksPage } from './reference/checks.ts'
import { commandsPage } from './reference/commands.ts'
import { filePage } from './reference/file.ts'
import { jsonPage } from './reference/json.ts'
import { promptsPage } from './reference/prompts.ts'
import { templatesPage } from './reference/templates.ts'

/** `npm run docs` writes them anew. */
const PAGES: Record<string, () => Promise<string> | string> = {
  commands: commandsPage,
  file: filePage,
  prompts: promptsPage,
  templates: templatesPage,
  json: jsonPage,
  checks: checksPage,
}

test.each(Object.entries(PAGES))(
  'docs/reference/%s.md says what the code does; `npm run docs` writes it',
  async (name, page) => expect(await page()).toMatchFileSnapshot(`../docs/reference/${name}.md`),
)
