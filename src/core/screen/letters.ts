/**
 * Letters, as ranges for a class: those of names in Latin, Cyrillic and Greek script. What Unicode has as properties says more,
 * and takes so long to make ready that a person would wait for it.
 */
export const UPPER = 'A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿΑ-ΩА-ЯЁ'
export const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿΑ-ωά-ώА-яёЁ'
