/** Blanks that are not one blank: in a text of a million characters most are, and each that is replaced takes time and memory. */
const otherBlanks = /(?! )\s+| \s+/gv;

/** The text in one line, with one blank between two words: a terminal, a log or a person may have broken it anywhere. */
export const singleSpaced = (text: string): string => text.replaceAll(otherBlanks, ' ').trim();
