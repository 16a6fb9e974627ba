import { wrapAnsi } from 'fast-wrap-ansi'
import { answerTo } from '../../core/file/gathered.ts'
import { membersOn } from '../../core/file/members.ts'
import { isAsked } from '../../core/prompts/prompts.ts'
import { counted, typedSo } from '../../errors.ts'
import { fillBlank, isFillable } from '../add/fill-blank.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Everywhere } from '../shared/find.ts'
import { type Opened, partnerNamed, reopen } from '../shared/open.ts'
import { showPrompt } from '../shared/show-prompt.ts'
import { hereIn } from '../shared/typed.ts'
import { AGREED, chooseForAll, EVERYONE, type ForAll } from '../talk/choices.ts'
import { askWhoAndWhen } from '../talk/conversation.ts'
import { talkAbout } from '../talk/loop.ts'
import { Session } from '../talk/session.ts'
import { writeDocument } from './document.ts'
import { type Needed, neededFor } from './needed.ts'
import { askNeeded, documentNamed } from './wish.ts'

/** Asks what a document still needs, and no more, and then writes it. */
export async function fill(
  world: AskingWorld,
  start: Opened,
  name: string,
  as: string | undefined,
  { file }: Everywhere,
): Promise<void> {
  const { terminal } = world
  const { kind, options: given } = documentNamed(start, name)
  const wished = { kind, options: await askNeeded(world, start, kind, given) }
  const needed = await neededFor(start, wished, world.today)
  const voice =
    as === EVERYONE ? as : as === undefined ? usualVoice(start, world.today) : partnerNamed(start, as)
  terminal.say(wrapAnsi(`*${name}* ${needs(start, needed)}`, terminal.width))
  const goOn = `hjp ask --for ${typedSo(name)}`
  await terminal.telling(
    () => `Continue with *${goOn}*`,
    async () => {
      const forAll = await settledForAll(world, start, needed, voice)
      const { prompts } = needed
      if (prompts.length > 0) await talkAbout(world, start, { prompts, voice, again: [], goOn, forAll })
      await leadThem(world, start, needed, forAll)
      for (const blank of needed.blanks.filter(isFillable))
        await terminal.round(async () => fillBlank(world, await reopen(world, start), blank))
    },
  )
  await writeDocument(world, wished.kind, { ...wished.options, file }, [])
}

/** Partners say what they agree; a service alone says what it thinks. */
function usualVoice({ partnership }: Opened, today: string): string {
  const [first, ...others] = membersOn(partnership, today)
  return others.length === 0 ? first!.id : AGREED
}

function needs({ parts, partnership }: Opened, { prompts, unled, undated, blanks }: Needed): string {
  const now = prompts.filter((prompt) => isAsked(prompt, parts, partnership))
  const told = [
    now.length > 0 && `an answer to ${counted(now.length, 'question')}`,
    unled.length > 0 && `who leads ${counted(unled.length, 'thing')} you agreed`,
    undated.length > 0 && `when to review ${counted(undated.length, 'thing')} you agreed`,
    ...blanks.map(({ text }) => text.replace(/\?$/, '')),
  ].filter((each) => each !== false)
  if (told.length === 0) return 'needs nothing more.'
  return `still needs: ${told.join(', ')}.`
}

/** What is the same for all that is still to be settled: of what has a lead already, nobody is asked for one. */
async function settledForAll(
  world: AskingWorld,
  opened: Opened,
  { prompts, unled, undated }: Needed,
  voice: string,
): Promise<ForAll> {
  if (voice !== AGREED && voice !== EVERYONE) return {}
  const leadless = prompts.filter(
    (prompt) => prompt.activity && !answerTo(opened.partnership, prompt).agreed?.lead,
  )
  return chooseForAll(world.terminal, hereIn(world, opened), membersOn(opened.partnership, world.today), {
    together: leadless.length + unled.length,
    many: prompts.length + undated.length,
  })
}

/** Asks for what is agreed who leads it and when it is reviewed, where that is missing. */
async function leadThem(
  world: AskingWorld,
  opened: Opened,
  { unled, undated }: Needed,
  forAll: ForAll,
): Promise<void> {
  const session = new Session(world, opened, world.today)
  await world.terminal.walk(
    [...new Set([...unled, ...undated])].map((prompt) => async () => {
      await session.refresh()
      showPrompt(world.terminal, session.opened, prompt, session.day)
      await askWhoAndWhen(session, prompt, forAll)
    }),
  )
}
