import { voices, waiting } from './agenda.ts'
import type { View } from './view.ts'

/** How far a part has come: how many of its prompts stand where. */
type PartProgress = {
  number: number
  id: string
  title: string
  prompts: number
  heard: number
  agreed: number
  due: number
  parked: number
}

/** Where the partnership stands, with the commands that would take it on. */
export function progress(seen: View) {
  const parts = seen.parts.map(({ id, number, title }): PartProgress => {
    const prompts = seen.prompts.filter((prompt) => prompt.part === id && prompt.asked)
    const count = (...stages: string[]) => prompts.filter(({ standing }) => stages.includes(standing)).length
    return {
      number,
      id,
      title,
      prompts: prompts.length,
      heard: prompts.filter(({ heard }) => heard).length,
      agreed: count('agreed', 'due', 'reworded'),
      due: count('due', 'reworded'),
      parked: count('parked'),
    }
  })
  return { name: seen.name, parts, voices: voices(seen), next: nextSteps(seen) }
}

/** The three most useful things to do now. */
function nextSteps(seen: View): { command: string; why: string }[] {
  const queue = waiting(seen)
  const first = (...stages: string[]) => queue.find(({ standing }) => stages.includes(standing))
  const ripe = first('heard')
  const due = first('due', 'reworded')
  const missing = first('heard-by-some')
  const silent = missing?.voices.find(({ said }) => !said)
  const open = first('open')
  const steps = [
    ripe && {
      command: `hjp ask ${ripe.number}`,
      why: `${ripe.number} ${ripe.topic}: everyone has been heard, and nothing is agreed yet`,
    },
    due && {
      command: `hjp ask ${due.number}`,
      why: `${due.number} ${due.topic}: what you agreed is due for another look`,
    },
    silent &&
      missing && {
        command: `hjp email --for ${silent.id}`,
        why: `${missing.number} ${missing.topic}: ${silent.partner} has not been heard`,
      },
    open && {
      command: `hjp ask ${open.part}`,
      why: `${open.number} ${open.topic}: nothing is written down yet`,
    },
    { command: 'hjp agenda', why: 'the next meeting' },
    { command: 'hjp mou', why: 'what is agreed, as a draft in Word' },
  ]
  return steps.filter((step) => step !== undefined).slice(0, 3)
}
