/** What a section is called among those of all kinds, such as mou/ending. */
export const sectionName = ({ kind, name }: { kind: string; name: string }): string => `${kind}/${name}`

/** The schedules of a kind stand in a folder beside that of its sections. */
const ENDING = '-schedules'

export const isOfSchedules = (kind: string): boolean => kind.endsWith(ENDING)

/** The schedules of a kind. */
export const schedulesOf = <T extends { kind: string }>(name: string, sections: T[]): T[] =>
  sections.filter(({ kind }) => kind === name + ENDING)
