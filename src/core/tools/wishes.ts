import { withoutFew } from '../values/small-numbers.ts'
import { OTHER } from '../values/units.ts'
import type { View } from '../view/view.ts'

/** What those served asked for, by whom, and what became of it; nothing in it tells of fewer than five people. */
export const wishesIn = (actions: View['actions']) =>
  actions
    .filter((action) => action['asked-by'] && !action.dropped)
    .map(({ what, due, done, ...action }) => ({
      what,
      by: withoutFew(action['asked-by']!, OTHER),
      due,
      done,
    }))
