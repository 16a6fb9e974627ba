import { isDeepStrictEqual } from 'node:util'
import { Partnership } from '../../core/file/partnership.ts'
import type { SignedAgreement } from '../../core/file/signed-agreement.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { orNothing } from '../../core/values/or-nothing.ts'
import { type AgreementKind, lastAgreement } from '../../core/view/signed.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { seenToSign } from './to-sign.ts'

/**
 * The partnership with the words that were last signed, as it is now or as git kept it, and without that signature; nothing where
 * nothing is signed. Throws HjpError signedNotKept where neither has the words.
 */
export async function asSigned(
  world: World,
  opened: Opened,
  kind: AgreementKind,
): Promise<{ from: string; partnership: Partnership } | undefined> {
  const row = lastAgreement(opened.partnership.agreements, kind)
  const partnership = row && (await signedWords(world, opened, row))
  return row && partnership && { from: row.from, partnership }
}

async function signedWords(world: World, opened: Opened, row: SignedAgreement): Promise<Partnership> {
  const today = row.signed.map(({ on }) => on).sort()[0] ?? world.today
  const isIt = (partnership: Partnership) =>
    isDeepStrictEqual(seenToSign({ ...opened, partnership, today }, row.kind).clauses, row.clauses)
  const { versions = [] } = (await world.git.history(opened.path)) ?? {}
  type Version = (typeof versions)[number]
  const read = ({ commit, text }: Version) =>
    orNothing(() => readYaml(`${commit.hash}:${opened.shown}`, text, Partnership))
  const firstOf = (among: Version[], isWanted: (then: Partnership) => boolean) => {
    for (const version of among) {
      const then = read(version)
      if (then && isWanted(then)) return then
    }
    return undefined
  }
  const isSigned = ({ agreements }: Partnership) => lastAgreement(agreements, row.kind)?.from === row.from
  // Who came in since changes no clause, so what first has the signature comes before what is now.
  const then =
    firstOf(
      versions.filter(({ text }) => text.includes(row.from)),
      (each) => isSigned(each) && isIt(each),
    ) ?? (isIt(opened.partnership) ? opened.partnership : firstOf(versions.toReversed(), isIt))
  if (!then) throw new HjpError('signedNotKept', opened.shown, row.from)
  return {
    ...then,
    partners: then.partners.filter(({ joined = today }) => joined <= today),
    agreements: then.agreements.filter(({ from }) => from < row.from),
  }
}
