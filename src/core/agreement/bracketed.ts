/** What stands in square brackets in a text, as a remark to oneself does: not the end of a word, as in client[s], and not an address. */
export const bracketedIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])\[[^[\]]{0,200}\](?![\p{L}\p{N}(])/gu)].map(([words]) =>
    words.replace(/\s+/g, ' '),
  )
