/** Letters of an address that can only be a picture. */
const PICTURE = 500
const PICTURE_END = /["'\s>)]/g

/** HTML without the pictures that are written into it, letter for letter. */
export function withoutPictures(html: string): string {
  const kept: string[] = []
  let from = 0
  for (let at = html.indexOf('data:'); at >= 0; at = html.indexOf('data:', at + 5)) {
    PICTURE_END.lastIndex = at
    const end = PICTURE_END.exec(html)?.index ?? html.length
    if (end - at > PICTURE) {
      kept.push(html.slice(from, at))
      from = end
    }
    at = end
  }
  return [...kept, html.slice(from)].join('')
}
