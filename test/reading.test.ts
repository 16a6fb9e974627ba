import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { inWords } from '../src/core/prompts/vocabulary.ts'
import { library } from './memory-world.ts'

/** Syllables as they are heard, near enough. */
function syllables(word: string): number {
  const heard = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
  return word.length <= 3 ? 1 : (heard.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** The year of school by which most can read a text, after Flesch and Kincaid. */
function grade(text: string): number {
  const sentences = text.split(/(?<=[.?!:])\s+/).filter((each) => each.trim())
  const words = text.match(/[a-z'’-]+/gi) ?? []
  const heard = words.reduce((sum, word) => sum + syllables(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * heard) / words.length - 15.59
}

const fill = inWords({ locale: 'en-AU', terms: {} })
const questions = promptsOf(library.parts).map(({ id, ask, why = '', 'listen-for': listenFor = '' }) => ({
  what: id,
  text: fill([ask, why, listenFor].join(' ')),
}))

/** The sentences of a template, without what it brings in, its tables and its headings. */
const sentencesIn = (template: string): string[] =>
  template
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{\{\{[^}]*\}\}\}/g, 'it')
    .replace(/\{\{[^}]*\}\}/g, '')
    .split('\n')
    .filter((line) => !/^[|#-]/.test(line) && (line.match(/[a-z]+/gi)?.length ?? 0) >= 4)
    .map((line) => line.replace(/(?<![.?!:]\W*)$/, '.'))

const documents = (readdirSync('templates', { recursive: true }) as string[])
  .filter((path) => path.endsWith('.hbs'))
  .map((path) => ({ what: path, text: sentencesIn(readFileSync(`templates/${path}`, 'utf8')).join(' ') }))
  .filter(({ text }) => text.split(' ').length >= 15)

test.each([
  ['questions', questions],
  ['documents', documents],
])('the %s read easily: half of them at grade 8 or below, none above 12', (_, all) => {
  const grades = all.map(({ what, text }) => ({ what, grade: grade(text) }))
  expect(grades.filter(({ grade }) => grade > 12)).toEqual([])
  expect(grades.filter(({ grade }) => grade <= 8).length).toBeGreaterThan(grades.length / 2)
  expect(grades.length).toBeGreaterThan(15)
})

test('each question by itself reads easily too', () => {
  const hard = promptsOf(library.parts).filter(({ ask }) => grade(fill(ask)) > 12)
  expect(hard.map(({ id }) => id)).toEqual([])
})
