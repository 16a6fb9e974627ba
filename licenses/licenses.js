// What the program is made of besides its own code, and under which terms.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const TERMS = /^(licen[cs]e|copying|notice)/i

/** The folders of the packages that are in a bundle, as esbuild tells what it read. */
export const packagesIn = ({ inputs }) =>
  [
    ...new Set(
      Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []),
    ),
  ].sort()

/** The terms of a package, as it brings them; else as they are kept here for those that bring none. Throws where there are none. */
function termsOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const kept = join(HERE, `${name.replace('/', '+')}.txt`)
  const paths = readdirSync(folder)
    .filter((file) => TERMS.test(file))
    .map((file) => join(folder, file))
  const found = paths.length > 0 ? paths : [kept].filter(existsSync)
  if (!license || found.length === 0)
    throw new Error(`${name} comes without a license. Put its terms into ${kept}, or do without it.`)
  return [`${name} ${version} (${license})`, ...found.map((path) => readFileSync(path, 'utf8').trim())].join(
    '\n\n',
  )
}

/** All packages of a bundle with their versions and terms, as one text. */
export const licensesOf = (folders) =>
  `hjp contains these packages.\n\n${folders.map(termsOf).join(`\n\n${'='.repeat(80)}\n\n`)}\n`
