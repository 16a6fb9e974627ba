import type { Row } from '../file/row.ts'
import { Reading } from '../file/tables.ts'
import { recordAddedMeeting, recordRow } from './add-row.ts'
import type { Write } from './enter.ts'
import { recordPersonAdded } from './people.ts'
import { recordReading } from './readings.ts'
import type { TypedTable } from './typed-row.ts'

/** A new row, wherever rows of its sort stand. */
export function recordAdded(sheet: TypedTable | 'readings', row: Row): Write {
  const { on, indicator, ...told } = row
  if (sheet === 'readings') return recordReading(String(indicator), Reading.parse({ on, ...told }))
  if (sheet === 'people') return recordPersonAdded(row)
  return sheet === 'meetings' ? recordAddedMeeting(String(on), told) : recordRow(sheet, row)
}
