import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { editYaml } from '../src/core/file/apply.ts'
import { COLUMNS } from '../src/core/file/partnership.ts'
import { parseYaml } from '../src/core/file/yaml.ts'
import { ALLOWED } from '../src/core/values/column.ts'
import { forPartners } from '../src/core/view/privacy.ts'
import { endingOf } from '../src/render/formats/index.ts'
import { knownOn } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { some } from './programs.ts'

const { hjp } = runner({ library, today: '2026-11-16' })
const SECRET = 'Zyxwvut'
/** Of somebody around the partnership, what may be shown where the map is asked for. */
const AROUND = 'Kjihgfe'
const PARTS = library.parts.map(({ id }) => id)
const PRIVATE = library.parts.flatMap(({ prompts }) => prompts.filter((prompt) => prompt.private))

/** The mature example with a distinctive word in every place that is private. */
function withSecrets(): string {
  const partner = /- id: ([a-z-]+)/.exec(riverbend)![1]!
  const set = (at: (string | number | { [key: string]: string })[], value: string) => ({ at, value })
  const told = [
    ...PRIVATE.flatMap(({ id, number }, n) => [
      set(['answers', { prompt: id }, 'perspectives', { partner }, 'said'], `${SECRET} said`),
      set(['answers', { prompt: id }, 'agreed', 'text'], `${SECRET} agreed`),
      set(['answers', { prompt: id }, 'parked'], `${SECRET} reason`),
      {
        at: ['answers', { prompt: id }, 'proposals', 0],
        value: { partner, for: 'agreed', text: `${SECRET} proposal` },
      },
      { at: ['answers', { prompt: id }, 'notes', 0], value: { partner, text: `${SECRET} note` } },
      {
        at: ['actions', { id: `secret${n}` }],
        value: { what: `${SECRET} action`, about: n % 2 ? number : id },
      },
      {
        at: ['actions', { id: `done${n}` }],
        value: { what: `${SECRET} done`, about: id, done: '2026-11-10' },
      },
      {
        at: ['milestones', { id: `secret${n}` }],
        value: { what: `${SECRET} milestone`, about: id, end: '2026-12-10' },
      },
    ]),
    ...COLUMNS.flatMap(({ steps, name, candid, free }) =>
      steps[0] === 'stakeholders' && candid && free ? name : [],
    ).map((key) => set(['stakeholders', { id: 'secret' }, key], `${SECRET} ${key}`)),
    ...['name', 'kind', 'role', 'contact'].map((key) =>
      set(['stakeholders', { id: 'secret' }, key], `${AROUND} ${key}`),
    ),
    {
      at: ['rounds', { id: 'secret' }],
      value: {
        on: '2026-11-01',
        questionnaire: 'six-requirements',
        marks: [{ partner, by: `${SECRET} person`, ratings: { one: 'A' } }],
      },
    },
  ]
  const text = editYaml('riverbend', riverbend, told)
  const { data } = parseYaml('riverbend', text)
  return editYaml(
    'riverbend',
    text,
    COLUMNS.filter(({ name }) => name === ALLOWED).flatMap(({ steps }) =>
      rowsAt(data, steps.slice(0, -1)).map((row) => ({ at: [...row, ALLOWED], value: `${SECRET} leave` })),
    ),
  )
}

/** Every row that these steps lead to. */
function rowsAt(data: unknown, [step, ...rest]: (string | number)[]): (string | number)[][] {
  if (data === null || data === undefined) return []
  if (step === undefined) return [[]]
  if (Array.isArray(data)) return data.flatMap((each, n) => rowsAt(each, rest).map((row) => [n, ...row]))
  return rowsAt(Reflect.get(data as object, step), rest).map((row) => [step, ...row])
}

/** Every format prints the same document, and Word has more in its file than the document. */
const shown = (formats: string[]) => formats.filter((name) => name === 'docx' || some(formats).includes(name))

const documents = library.kinds
  .filter(({ audience }) => audience === 'partners')
  .flatMap(({ name, formats, choose, options }) => {
    const sections = choose ? library.sections.filter(({ kind }) => kind === name) : [undefined]
    return shown(formats).flatMap((format) =>
      sections.map((section) => ({
        name,
        format,
        args: [
          ...(section ? [`--${choose}`, section.name] : []),
          ...(options['for']?.needed ? ['--for', 'health'] : []),
          ...(options['for']?.needed && options['show'] ? [...PARTS, '--show', 'ours'] : []),
        ],
      })),
    )
  })
  .concat({ name: 'status', format: 'ics', args: [] })
const mapped = library.kinds
  .flatMap(({ name, formats }) => some(formats).map((format) => ({ name, format })))
  .flatMap(({ name, format }) =>
    name === 'map'
      ? [{ name, format, args: ['--for', 'partners'] }]
      : name === 'page'
        ? [{ name, format, args: ['--map'] }]
        : [],
  )

const text = withSecrets()

test('no document for partners has a word of what is private', async () => {
  for (const { name, format, args } of [...documents, ...mapped]) {
    const given = [name, ...args, '--format', format, '--out', `out.${endingOf(format)}`]
    const { code, bytes, said } = await hjp(text, given)
    if (format === 'svg' && said().includes('There is no picture')) continue
    expect(code, said()).toBe(0)
    const made = bytes(`out.${endingOf(format)}`)!
    const words =
      format === 'docx'
        ? Object.values(unzipSync(made))
            .map((part) => strFromU8(part))
            .join('\n')
        : made.toString().replace(/=\r?\n|\r?\n /g, '')
    expect(words.includes(SECRET), given.join(' ')).toBe(false)
    expect(words.includes(AROUND), given.join(' ')).toBe(mapped.some((each) => each.args === args))
  }
})

test('nor has what any such document could be made of', () => {
  const { view } = knownOn(text, '2026-11-16')
  expect(JSON.stringify(view)).toContain(SECRET)
  expect(JSON.stringify(forPartners(view))).not.toContain(SECRET)
})
