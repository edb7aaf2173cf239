/** The text in one line, with one blank between two words: a terminal, a log or a person may have broken it anywhere. */
export const singleSpaced = (text: string): string => text.replaceAll(/\s+/gv, ' ').trim();
