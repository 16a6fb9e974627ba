import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { cli } from '../src/cli.ts'
import { HjpError } from '../src/errors.ts'
import { endingOf } from '../src/render/formats/index.ts'
import { type Kind, type Library, makeLibrary, type Template } from '../src/render/templates/library.ts'
import { precompile } from '../src/render/templates/strict.ts'
import { printed } from '../src/world/printed.ts'
import { type Choice, type GitTask, type History, Interrupted, type World } from '../src/world/world.ts'

/** The prompts and templates in a folder of the project, as hjp would ship them. */
export function libraryIn(root: string): Library {
  const read = (folder: string, ending: string) =>
    existsSync(join(root, folder))
      ? (readdirSync(join(root, folder), { recursive: true }) as string[])
          .filter((name) => name.endsWith(ending))
          .sort()
          .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }))
      : []
  return makeLibrary(read('prompts', '.yaml'), read('templates', '.hbs'))
}

function compiled({ templates, ...rest }: Library): Library {
  const ready = Object.entries(templates).map(([name, template]): [string, Template] => {
    if ('compiled' in template) return [name, template]
    const { path, offset } = template
    let made: object | undefined
    const make = () => (made ??= new Function(`return ${precompile(template)}`)() as object)
    return [name, { path, offset, compiled: make }]
  })
  return { ...rest, templates: Object.fromEntries(ready) }
}

/** What a kind of document cannot do without, in a partnership: whom it is for, and what it is about. */
export function needed({ options, prompts }: Kind, file: string): string[] {
  const partner = /\npartners:[\s\S]*?\n(?=\S)/
    .exec(file)![0]
    .match(/(?<=- id: )[\w-]+/g)!
    .at(-1)!
  const wanted = Object.entries(options).filter(([, { needed }]) => needed)
  return wanted.length === 0
    ? []
    : [...(prompts ? ['what-we-do'] : []), ...wanted.flatMap(([name]) => [`--${name}`, partner])]
}

type Setting = {
  /** Files by their path; those without a leading slash are in the keeper's folder. */
  files?: Record<string, string | Uint8Array>
  /** What the person types or chooses, in turn. The end of them is Ctrl-C. None at all: nobody is there. */
  replies?: string[] | ((question: string) => string)
  input?: string | Uint8Array
  today?: string
  zone?: string
  library?: Library
  /** What git tells of any file. Left out: there is no repository. */
  history?: History
  /** What hjp keeps for its user alone, by name. Left out: nothing yet. */
  kept?: Map<string, string>
  /** What git has stopped in the midst of, with the versions that it could not merge. */
  unmerged?: { task?: GitTask; base: string; ours: string; theirs: string }
  /** The settings of the repository; undefined where there is none. */
  settings?: Record<string, string>
}

/** A few prompts and templates for the tests alone. */
const content = libraryIn('test/content')
/** What hjp ships, with each template compiled once, as it is when hjp is built. */
export const library = compiled(libraryIn('.'))
export const small = readFileSync('test/small.yaml', 'utf8')
/** The examples, by their folders. */
export const EXAMPLES = readdirSync('examples', { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name)
/** The partnership file of an example. */
export const exampleFile = (name: string): string => readFileSync(`examples/${name}/partnership.yaml`, 'utf8')
export const riverbend = exampleFile('riverbend')

/** Ends a question with what is typed after it left standing there. */
export const CTRL_C = '\x03'

/** A world in memory: files and replies in; files, output and messages out. */
export function memoryWorld({
  files = {},
  replies,
  input = '',
  today = '2026-03-10',
  zone = 'Australia/Melbourne',
  library = content,
  history,
  kept = new Map(),
  unmerged,
  settings,
}: Setting = {}) {
  const cwd = '/home/keeper'
  const at = (path: string) => (path.startsWith('/') ? path : join(cwd, path))
  const disk = new Map(Object.entries(files).map(([path, content]) => [at(path), Buffer.from(content)]))
  const out: string[] = []
  const said: string[] = []
  const opened: string[] = []
  let draws = 0
  const asked: string[] = []
  const next = (question: string) => {
    asked.push(question)
    const reply = typeof replies === 'function' ? replies(question) : replies?.shift()
    if (reply === undefined) throw new Interrupted()
    if (reply.startsWith(CTRL_C)) throw new Interrupted(reply.slice(1))
    return reply
  }
  const world: World = {
    today,
    zone: () => zone,
    drawn(letters, many) {
      draws += 1
      const nth = (n: number) => Math.floor(draws / letters.length ** n) % letters.length
      return Array.from({ length: many }, (_, n) => letters[nth(n)]).join('')
    },
    cwd,
    files: {
      has: async (path) => disk.has(path),
      isWithin: async () => true,
      read: async (path) => disk.get(path),
      folder: async (path, endings) =>
        [...disk]
          .filter(([name]) => name.startsWith(`${path}/`) && endings.some((ending) => name.endsWith(ending)))
          .map(([name, content]) => ({ path: name.slice(path.length + 1), text: content.toString() })),
      newest: async (path, endings) =>
        [...disk.keys()]
          .filter((name) => dirname(name) === path && endings.some((ending) => name.endsWith(ending)))
          .map((name) => basename(name))
          .reverse(),
      alone: async (_, work) => work(),
      clearLeft: () => {},
      write: async (path, content, over) => {
        const before = disk.get(path)
        if (over && !before?.equals(over)) throw new HjpError('changedMeanwhile', path)
        disk.set(path, Buffer.from(content))
        return !before ? 'created' : before.equals(Buffer.from(content)) ? 'identical' : 'changed'
      },
      remove: async (path) => {
        disk.delete(path)
        return 'removed'
      },
    },
    byOffice: async () => undefined,
    pdfText: async () => undefined,
    show: async (path) => opened.push(path) > 0,
    kept: {
      folder: '/home/keeper/.local/state/hjp',
      read: (name) => kept.get(name),
      write: (name, text) => void kept.set(name, text),
      remove: (name) => void kept.delete(name),
    },
    git: {
      history: async () => history,
      version: async (_, name) =>
        history?.versions.find(({ commit }) => commit.hash === name || commit.day === name),
      start: async () => {
        settings ??= {}
      },
      holds: async () => settings !== undefined,
      unmerged: async () => unmerged,
      underWay: async () => unmerged?.task,
      setting: async (_, name) => settings?.[name],
      set: async (_, changes) => {
        for (const [name, value] of Object.entries(changes))
          if (value === undefined) delete settings![name]
          else settings![name] = value
      },
      staged: async () => undefined,
      hook: async () => undefined,
      setHook: async () => {},
    },
    printed,
    program: ['/usr/bin/node', "/opt/Ana's hjp/bin/hjp.js"],
    terminal: {
      interactive: replies !== undefined,
      width: 80,
      isSpoken: false,
      isWide: true,
      line: async (question, value) => {
        const reply = next(question)
        return reply === '' && value !== undefined ? value : reply
      },
      choose: async <T extends string>(question: string, choices: Choice<T>[]) => {
        const offered = choices.map(({ value }) => value).filter((value) => !value.startsWith('/'))
        const reply = next(`${question} ${offered.join('|')}`)
        const choice = choices.find(({ value }) => value === reply)
        const isTyped =
          !choice && reply !== '' && !/^\/?\w$/.test(reply) && choices.some(({ takes }) => takes)
        if (isTyped || /^(?:\/\w|\?)$/.test(reply)) return reply as T
        if (!choice) throw new Error(`"${reply}" is not among the choices of: ${question}`)
        return choice.value
      },
      edit: async () => next('editor'),
      input: async () => Buffer.from(input),
      out: (text) => void out.push(text.toString()),
      say: (text) => {
        if (/\*(?:hjp|git) [^*\n]+\*[.,;:]/.test(text)) throw new Error(`A command ends in a stop: ${text}`)
        said.push(text)
      },
    },
    shipped: async () => library,
    original: async (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  }
  return {
    world,
    asked,
    opened,
    kept,
    file: (path: string) => disk.get(at(path))?.toString(),
    bytes: (path: string) => disk.get(at(path)),
    paths: () => [...disk.keys()],
    out: () => out.join(''),
    said: () => said.join('\n'),
  }
}

/** Runs hjp on partnership files in worlds in memory, which are set as said here unless a run says otherwise. */
export function runner(usual: Setting = {}) {
  /** What happened with one run, all that it printed, and the text of the file afterwards. */
  async function hjp(file: string, args: string[], setting: Setting = {}) {
    const files = { 'partnership.yaml': file, ...setting.files }
    const made = memoryWorld({ ...usual, ...setting, files })
    const code = await cli(args, made.world, '1.2.3')
    return { ...made, code, text: made.file('partnership.yaml')!, printed: made.out() + made.said() }
  }

  /** One run after the other on one file. */
  async function after(file: string, runs: ({ args: string[] } & Setting)[]) {
    const ran: Awaited<ReturnType<typeof hjp>>[] = []
    for (const { args, ...setting } of runs) ran.push(await hjp(ran.at(-1)?.text ?? file, args, setting))
    return { ran, last: ran.at(-1)!, file: ran.at(-1)?.text ?? file }
  }

  const made = new Map<string, Promise<Uint8Array>>()
  async function writtenNow(file: string, args: string[], format: string, setting: Setting = {}) {
    const run = await hjp(file, [...args, '--format', format, '--out', `it.${endingOf(format)}`], setting)
    if (run.code !== 0) throw new Error(`${args.join(' ')}\n${run.said()}`)
    return run.bytes(`it.${endingOf(format)}`)!
  }
  /** The bytes of a document that has to come about. What many tests begin with is written once. */
  async function written(file: string, args: string[], format: string, setting?: Setting) {
    if (setting) return writtenNow(file, args, format, setting)
    const key = JSON.stringify([file, args, format])
    const making = made.get(key) ?? writtenNow(file, args, format)
    made.set(key, making)
    return Buffer.from(await making)
  }

  return { hjp, after, written }
}
