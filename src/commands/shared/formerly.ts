import { partnersCalled } from '../../core/file/partner.ts'
import { Partnership } from '../../core/file/partnership.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { allCalled, placedRows, readingRows } from '../../core/record/change-row.ts'
import { earlierTexts } from '../../core/record/changes.ts'
import { orNothing } from '../../core/values/or-nothing.ts'
import { asTheyAre, type HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { changesTo } from './changes.ts'
import type { Everywhere } from './find.ts'
import { open } from './open.ts'
import { committed } from './rewrite.ts'

/** Adds to the error that nothing goes by a name what became of it, where this computer or the last commit knows it. */
export async function tellFormer(world: World, options: Everywhere, error: HjpError): Promise<void> {
  const { named, code } = error
  if (named.trim() === '') return
  const { path, shown, text, partnership } = await open(world, options)
  const texts = [...earlierTexts(changesTo(world, path), text), (await committed(world, path)) ?? '']
  const last = texts.find((each) => each.toLowerCase().includes(named.trim().toLowerCase()))
  const then = last === undefined ? undefined : orNothing(() => readYaml(shown, last, Partnership))
  const [was] = then ? calledThen(then, named, code === 'unknownPartner') : []
  if (!was) return
  const rows = rowsOf(partnership).filter(({ sheet }) => sheet === was.sheet)
  const now =
    rows.find(({ id }) => id !== '' && id === was.id) ?? rows.find(({ words }) => words === was.words)
  const called = now && [now.words !== was.words && `"${now.words}"`, now.id !== was.id && now.id]
  const what = asTheyAre(`"${was.words}"`)
  error.message += called
    ? `\n${what} goes by ${asTheyAre(called.filter(Boolean).join(', '))} now.`
    : `\n${what} was there, and has been removed.`
}

const rowsOf = (partnership: Partnership) => [...placedRows(partnership), ...readingRows(partnership)]

function calledThen(then: Partnership, called: string, isPartner: boolean) {
  const rows = rowsOf(then)
  if (!isPartner) return allCalled(rows, called)
  const ids = partnersCalled(then.partners, called).map(({ id }) => id)
  return rows.filter(({ sheet, id }) => sheet === 'partners' && ids.includes(id))
}
