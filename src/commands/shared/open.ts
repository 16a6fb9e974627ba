import { dirname } from 'node:path'
import { partnersCalled } from '../../core/file/partner.ts'
import { Partnership } from '../../core/file/partnership.ts'
import { readText, readYaml } from '../../core/file/yaml.ts'
import { type Part, partsFor } from '../../core/prompts/prompts.ts'
import type { Questionnaire } from '../../core/prompts/questionnaires.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { theOne } from '../../core/values/find-one.ts'
import { AT_HOME } from '../../core/values/locale.ts'
import { HjpError, nearest } from '../../errors.ts'
import type { Library } from '../../render/templates/library.ts'
import type { World } from '../../world/world.ts'
import { type Everywhere, find, libraryIn, shown } from './find.ts'
import { tellUnsaved } from './recovery.ts'

/** An opened partnership file, with the prompts and templates that apply to it. `shown` is its path as a person would write it. */
export type Opened = {
  path: string
  shown: string
  folder: string
  text: string
  partnership: Partnership
  library: Library
  parts: Part[]
  questionnaires: Questionnaire[]
}

async function fileText(world: World, path: string): Promise<string> {
  const bytes = await world.files.read(path)
  if (!bytes) throw new HjpError('noFile', shown(world, path))
  return readText(shown(world, path), bytes)
}

/** Also clears away what an hjp that was killed left there, and tells of words that it could not write. */
export async function open(world: World, options: Everywhere): Promise<Opened> {
  const opened = await look(world, options)
  world.files.clearLeft(opened.path)
  tellUnsaved(world, opened)
  return opened
}

async function look(world: World, { file }: Everywhere): Promise<Opened> {
  const path = await find(world, file)
  const [text, library] = await Promise.all([fileText(world, path), libraryIn(world, dirname(path))])
  const name = shown(world, path)
  const partnership = readYaml(name, text, Partnership)
  const { questionnaires } = library
  const parts = partsFor(library.parts, partnership)
  return { path, shown: name, folder: dirname(path), text, partnership, library, parts, questionnaires }
}

/** The file as it is now. Reading it again takes a while, and it is seldom anyone else who writes in it. */
export const reopen = async (world: World, opened: Opened): Promise<Opened> =>
  (await fileText(world, opened.path)) === opened.text ? opened : look(world, { file: opened.path })

/** How a partnership's country writes days: as at home where there is no partnership yet. */
export async function localeAt(world: World, options: Everywhere): Promise<string> {
  try {
    return (await look(world, options)).partnership.locale
  } catch (error) {
    if (error instanceof HjpError && ['noFile', 'noFileAbove'].includes(error.code)) return AT_HOME
    throw error
  }
}

/** The prompts that apply here, and how to fill in their words: the usual ones where there is no partnership yet. */
export async function promptsHere(
  world: World,
  options: Everywhere,
): Promise<{ parts: Part[]; partnership?: Partnership; fill: (text: string) => string }> {
  try {
    const { parts, partnership } = await open(world, options)
    return { parts, partnership, fill: inWords(partnership) }
  } catch (error) {
    if (!(error instanceof HjpError && error.code === 'noFileAbove')) throw error
    return { parts: (await world.shipped()).parts, fill: inWords({ locale: AT_HOME, terms: {} }) }
  }
}

/** The id of the partner of this name, as a person would type it. Throws HjpError unknownPartner or severalPartners. */
export const partnerNamed = ({ partnership: { partners } }: Opened, called: string): string =>
  theOne(partnersCalled(partners, called), (found) => {
    if (found.length > 0)
      return new HjpError(
        'severalPartners',
        called,
        found.map(({ id, name }) => `${id}  ${name}`),
      )
    const known = partners.map(({ id }) => id)
    return new HjpError('unknownPartner', called, nearest(called, known), known)
  }).id
