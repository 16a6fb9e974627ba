import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headingOf, promptsOf } from '../src/core/prompts/prompts.ts'
import { inOurWords, inWords } from '../src/core/prompts/vocabulary.ts'
import { fileOf } from './known.ts'
import { library, runner } from './memory-world.ts'

const { written } = runner({ library, today: '2026-11-16' })

/** Turns that are not plain English, or are another word for something that has one; and what to write instead. */
const TURNS: [turn: RegExp, instead: string][] = [
  [/\banew\b/, 'again'],
  [/\bof late\b/, 'lately'],
  [/\bfor ever\b/, 'permanently'],
  [/\bmend(s|ed|ing)?\b/, 'fix'],
  [/\bshall\b/i, 'should, will'],
  [/\bring(s|ing)? (me|us|them|him|her|for|in|the|a|on)\b/i, 'call: "ring" is foreign to Americans'],
  [/(?<!\b(?:about|by|for|from|of|to|with) )\bwhom\b/i, 'who'],
  [/\b(?:does|do) not tell\b|\btells? (?:of|how|whether)\b/i, 'say, show'],
  [/\b(?:everybody)\b/i, 'everyone'],
  [
    /\bin the manner of\b|\bfor want of\b|\bin no (?!longer)\w+ (?:repository|file)/,
    'like; because there is no; not in a',
  ],
  [/(?<!limited and )\b(?:taken|took|takes?) (?:back|out there)\b/, 'undone; deleted'],
  [/\bletters? in all\b/, 'characters'],
  [/\bWrite nothing on it\b|\bwritten down o[nf]\b/, 'written down for, about'],
  [/\bhas not got\b/, 'does not have'],
  [/\bof (?:us|them|you) all\b/, 'all of us'],
  [/\bsomebody\b/i, 'someone'],
  [/\b(all the same)\b/i, 'anyway'],
  [/(?<!them )\btold on\b/, 'shared'],
  [/\b(?:came|comes|come) of (?:it|this|that|the|a|our|what|\w+ing)\b/, 'the result; what happened'],
  [/\b(?:at|to|on) the table\b/, 'say who is there, or where it goes'],
  [/\bstands? (?:here|there|beside|under|below|above|twice|now|open|still)\b(?! them)/, 'is'],
  [/\bmay stand\b/, 'is safe; can stay'],
  [/\bis to be\b/, 'is due; will be'],
  [/\b(?:take|takes|taken|took) up\b/, 'cover; bring back'],
  [/\bundertak/, 'agree to do; action'],
  [/\bput in other words\b|\bother words\b/, 'reworded; a different wording'],
  [/\bgo(?:es)? on with\b/i, 'continue with; next'],
  [/\bunless you say(?! it)\b/, 'default: …'],
  [/\b(?:this|that|it|which|file|address|date) is no (?!longer|more|use)/, 'is not a'],
  [/\bis none of\b/, 'is not one of'],
  [/\bmust hold\b|\bstill hold\?/, 'has to be true; is still right'],
  [/\bbears? on\b/, 'affects'],
  [/\bleft as it is\b/, 'not changed'],
  [/\bcould tell who\b/, 'could identify'],
  [/\bwhat there is to\b/, 'what to; anything worth'],
  [/\bthose that came back\b/i, 'the wording they sent back'],
  [/\bin the words of this\b/, 'in the wording'],
]

const filesIn = (folder: string, ending: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path}`)

/** The lines of a file that a reader sees, each with its number. */
const linesOf = (path: string, seen: (text: string) => string): [string, string][] =>
  seen(readFileSync(path, 'utf8'))
    .split('\n')
    .map((line, n) => [`${path}:${n + 1}`, line])

/** Lists of words, which people's own words are held against. */
const LISTS = /core\/screen\/(?!screen)|(?:verbs|sentences|units|defined-words|clause-words)\.ts$/

/** The sentences in quotation marks in a program, without its comments and its values. */
const quoted = (program: string): string =>
  program
    .replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
    .split('\n')
    .map((line) =>
      [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`?/g)]
        .map(([, one, two, three]) => one ?? two ?? three ?? '')
        .filter((text) => text.includes(' '))
        .join(' … ')
        .replace(/\$\{[^}]*\}/g, '…'),
    )
    .join('\n')

/** What agreements elsewhere call a question: nobody is shown it, nor the clauses that they are known by. */
const ELSEWHERE = /^( +)known-as: (?:>-(?:\n\1 {2}.+)+|.+)$/gm

const SEEN: [string, [string, string][]][] = [
  [
    'prompts',
    filesIn('prompts', '.yaml')
      .filter((path) => !path.includes('/clauses/'))
      .flatMap((path) => linesOf(path, (text) => text.replace(ELSEWHERE, ''))),
  ],
  [
    'templates',
    filesIn('templates', '.hbs').flatMap((path) =>
      linesOf(path, (text) => text.replace(/\{\{[^}]*\}\}/g, '…')),
    ),
  ],
  [
    'messages',
    filesIn('src', '.ts')
      .filter((path) => !LISTS.test(path))
      .flatMap((path) => linesOf(path, quoted)),
  ],
  [
    'guides',
    ['README.md', 'docs/tutorial.md', ...filesIn('docs/help', '.md')].flatMap((path) =>
      linesOf(path, (text) => text),
    ),
  ],
]

test.each(SEEN)('the %s have none of the turns that no native speaker would write', (_, lines) => {
  const found = lines.flatMap(([at, line]) =>
    TURNS.filter(([turn]) => turn.test(line)).map(([, instead]) => `${at} "${line.trim()}": ${instead}`),
  )
  expect(lines.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

/** A command that whoever copies it would copy a stop with. In a guide that is read as a page, code is set apart from what follows. */
const STUCK = /(?:\*(?:hjp|git) [^*]*\*|`(?:hjp|git) [^`]*`)[.,;:]/

test.each(SEEN)('no command in the %s has a stop stuck to it', (_, lines) => {
  const printed = lines.filter(([at]) => !/^(?:README|docs\/tutorial)/.test(at))
  expect(printed.length).toBeGreaterThan(50)
  expect(printed.filter(([, line]) => STUCK.test(line))).toEqual([])
})

/** Words that are right in some countries alone. */
const SPELT: [word: RegExp, countries: string][] = [
  [
    /\b(?:organ|recogn|real|summar|priorit|emphas|minim|util|apolog|final|special|author|critic|standard)is(?!m|t)\w+/,
    'AU GB NZ',
  ],
  [
    /\b(?:organ|recogn|real|summar|priorit|emphas|minim|util|apolog|final|special|author|critic|standard)iz\w+/,
    'US CA',
  ],
  [/\b(?:col|fav|lab|hon|neighb|behavi|endeav)our\w*/, 'AU GB NZ CA'],
  [/\b(?:col|fav|lab|hon|neighb|behavi|endeav)or(?!ar)\w*/, 'US'],
  [/\bprogramme logic\b|\bjudgement\w*/, 'GB NZ'],
  [/\bprogram logic\b/, 'AU'],
  [/\bjudgment\w*/, 'AU US CA'],
  [/\blogic model\b/, 'US CA'],
  [
    /\bcentr(?:e|es|ed)\b|\blicence\w*|\bpractis(?:e|es|ed|ing)\b|\b(?:de|of)fence\b|\bgrey\b|\bcheques?\b/,
    'AU GB NZ CA',
  ],
  [/\bcenter\w*|\b(?:de|of)fense\b|\bgray\b/, 'US'],
  [/\b(?:enrol|fulfil)(?:s|ment|ments)?\b|\banalys(?:e|es|ed|ing)\b/, 'AU GB NZ CA'],
  [/\b(?:enroll|fulfill)(?:s|ment|ments)?\b|\banalyz\w+/, 'US'],
  [/\b(?:cancel|counsel|travel|label|model)l(?:ed|ing|or|er)\w*/, 'AU GB NZ CA'],
  [/\b(?:cancel|counsel|travel|label|model)(?:ed|ing|or|er)\b/, 'US'],
  [/\btowards\b|\bafterwards\b|\bwhilst\b|\bamongst\b|\b(?:learn|spel|burn|dream)t\b/, 'AU GB NZ'],
  [/\btoward\b|\bafterward\b/, 'US CA'],
  [/\b(?:ring|rings|fortnight\w*|leaflets?|diary|postcode)\b/, 'AU GB NZ'],
  [/\b(?:attorneys?|brochures?|zip code)\b/, 'US'],
]
const COUNTRIES = ['AU', 'GB', 'NZ', 'US', 'CA']

/** Words that are spelt otherwise in one of these countries. */
const foreign = (lines: [string, string][], countries: string[], ours = (text: string) => text): string[] =>
  lines.flatMap(([at, line]) =>
    SPELT.filter(([, right]) => countries.some((country) => !right.includes(country)))
      .filter(([word]) =>
        word.test(
          ours(line)
            .replace(/^\s*- (?:\{ )?id: [\w-]+/, '')
            .toLowerCase(),
        ),
      )
      .map(([word]) => `${at} "${ours(line).trim()}" ${word}`),
  )

test.each(COUNTRIES)('prompts and templates are spelt as in %s', (country) => {
  const ours = inOurWords({ locale: `en-${country}`, terms: {} })
  const lines = SEEN.slice(0, 2).flatMap(([, each]) => each)
  expect(foreign(lines, [country], ours)).toEqual([])
})

test('messages and questionnaires have no word that is spelt otherwise anywhere', () => {
  const messages = SEEN[2]![1].filter(([at]) => !/vocabulary\.ts|render\/(?:formats|pictures)/.test(at))
  const statements = filesIn('prompts/questionnaires', '.yaml').flatMap((path) =>
    linesOf(path, (text) => text),
  )
  expect(foreign([...messages, ...statements], COUNTRIES)).toEqual([])
})

const document = async (locale: string, words: string, ...args: string[]) =>
  (await written(fileOf(`locale: ${locale}\n${words}`), args, 'md')).toString()

test.each([
  ['en-AU', 'Program logic', 'program logic'],
  ['en-GB', 'Programme logic', 'programme logic'],
  ['en-US', 'Logic model', 'logic model'],
])('a document in %s says %s, and what partners said stays', async (locale, title) => {
  const said = 'Our program logic points towards judgment and judgement by lawyers.'
  const words = `outcomes: [{ for: clients, term: short, text: "${said}" }]`
  const text = await document(locale, words, 'logic')
  expect(text.split('\n')[0]).toContain(title)
  expect(text).toContain(said)
})

test('a partnership that calls its lawyers attorneys reads of attorneys, in its documents and its questions', async () => {
  const terms = 'terms: { lawyer: attorney, client: elder }'
  const text = await document('en-US', terms, 'case')
  expect(text).toContain('attorneys work alongside health or community services')
  expect(text).toContain('an attorney is close by')
  expect(text).not.toMatch(/lawyer/i)
  const fill = inWords({ locale: 'en-US', terms: { lawyer: 'attorney', client: 'elder' } })
  expect(fill("A lawyer keeps a {client}'s secrets.")).toBe("An attorney keeps an elder's secrets.")
  expect(inWords({ locale: 'en-US', terms: {} })('An {client} of a lawyer')).toBe('A patient of a lawyer')
})

test('no document prints the bare number of a question, which could be a clause', () => {
  const prompts = promptsOf(library.parts)
  const bare = new RegExp(
    `(?<!Q|[\\d.])(?:${prompts.map((prompt) => headingOf(prompt).replace(/[.?]/g, '\\$&')).join('|')})`,
  )
  const ahead = /(?:answer to|yes to|agreed on) (?:\d+\.\d)/
  const documents = [
    ...filesIn('examples', ''),
    ...filesIn('test/golden/word', '.txt'),
    'test/golden/redline.txt',
  ].filter((path) => /documents\/.*\.|golden/.test(path))
  expect(documents.length).toBeGreaterThan(60)
  const found = documents.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => bare.test(line) || ahead.test(line))
      .map((line) => `${path}: ${line}`),
  )
  expect(found).toEqual([])
})
